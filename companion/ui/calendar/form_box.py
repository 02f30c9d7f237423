"""How entries look in the calendar."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from companion.domain.calendar import CalendarOptions, PosterForm, ZoneForm
from companion.ui.calendar.fields import add_row, combo, form, section
from companion.ui.i18n import translate

_ALARMS = (0, 5, 10, 15, 30, 60, 24 * 60)


class FormBox(QWidget):
    """The options of an export.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(
        self, options: CalendarOptions, zone_city: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        t = translate
        self.posters = combo(t("Calendar", "Posters"))
        self.posters.addItem(t("Calendar", "One entry per poster session"), PosterForm.ONE)
        self.posters.addItem(t("Calendar", "One entry each"), PosterForm.EACH)
        self.posters.addItem(t("Calendar", "Left out"), PosterForm.NONE)
        self.alarm = combo(t("Calendar", "Reminder"))
        self.alarm.addItem(t("Calendar", "None"), None)
        for minutes in sorted({*_ALARMS, options.alarm_minutes or 0}):
            self.alarm.addItem(alarm_words(minutes), minutes)
        self.zone = combo(t("Calendar", "Times"))
        self.zone.addItem(t("Calendar", "Universal (safest)"), ZoneForm.UTC)
        words = t("Calendar", "Of {city}, with its clock changes").format(city=zone_city)
        self.zone.addItem(words, ZoneForm.EVENT)
        self.zone.setToolTip(t("Calendar", "Calendars show both in your own zone."))
        self.breaks = QCheckBox(t("Calendar", "Breaks too"))
        self.unscheduled = QCheckBox(t("Calendar", "Posters without a time, in their session’s"))
        self.cancelled = QCheckBox(t("Calendar", "Talks withdrawn before, as cancelled"))
        self._set(options)
        self._arrange()
        for box in (self.posters, self.alarm, self.zone):
            box.currentIndexChanged.connect(self.changed)
        for check in (self.breaks, self.unscheduled, self.cancelled):
            check.toggled.connect(self.changed)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(section(translate("Calendar", "Form")))
        rows = form()
        for box in (self.posters, self.alarm, self.zone):
            add_row(rows, box)
        layout.addLayout(rows)
        for check in (self.breaks, self.unscheduled, self.cancelled):
            layout.addWidget(check)

    def _set(self, options: CalendarOptions) -> None:
        self.posters.setCurrentIndex(self.posters.findData(options.posters))
        minutes = options.alarm_minutes
        self.alarm.setCurrentIndex(0 if minutes is None else self.alarm.findData(minutes))
        self.zone.setCurrentIndex(self.zone.findData(options.zone))
        self.breaks.setChecked(options.breaks)
        self.unscheduled.setChecked(options.unscheduled)
        self.cancelled.setChecked(options.cancelled)

    def options(self) -> CalendarOptions:
        """What is chosen."""
        return CalendarOptions(
            zone=ZoneForm(self.zone.currentData()),
            posters=PosterForm(self.posters.currentData()),
            alarm_minutes=self.alarm.currentData(),
            breaks=self.breaks.isChecked(),
            unscheduled=self.unscheduled.isChecked(),
            cancelled=self.cancelled.isChecked(),
        )


def alarm_words(minutes: int) -> str:
    """When a reminder comes."""
    if not minutes:
        return translate("Calendar", "When it starts")
    if minutes % (24 * 60) == 0:
        return translate("Calendar", "%n day(s) before", "", minutes // (24 * 60))
    if minutes % 60 == 0:
        return translate("Calendar", "%n hour(s) before", "", minutes // 60)
    return translate("Calendar", "%n minute(s) before", "", minutes)
