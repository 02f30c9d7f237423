"""Whether the reader attends from afar or travels, from which zone, and when they are awake."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QWidget

from companion.services.zones import LOCAL, reader_zone_name
from companion.ui.i18n import translate
from companion.ui.series.remote_data import Reader
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.segments import Segments

AFAR, SITE = "afar", "site"
_HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(25) for minute in (0, 30))[:-1]


class RemoteChoices(QWidget):
    """A row of choices.

    Signals:
        changed: another zone or other hours: another plan is wanted.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.where = Segments(translate("Remote", "How you attend"))
        self.where.add(AFAR, translate("Remote", "Online"))
        self.where.add(SITE, translate("Remote", "On site, jet-lagged"))
        self.where.set_value(AFAR)
        self.zone = _zone_box()
        self.zone.activated.connect(self.changed)
        edit = self.zone.lineEdit()
        assert edit is not None  # noqa: S101 - the box is editable
        edit.editingFinished.connect(self.changed)
        edit.setAccessibleName(self.zone.accessibleName())
        self.awake_from = _clock(translate("Remote", "Awake from"), "07:00", _HALF_HOURS[:-1])
        self.awake_to = _clock(translate("Remote", "Awake until"), "23:00", _HALF_HOURS[1:])
        for clock in (self.awake_from, self.awake_to):
            clock.activated.connect(self.changed)
        until = QLabel(translate("Remote", "to", "between two times of day"))
        awake = QLabel(translate("Remote", "awake"))
        for words in (until, awake):
            words.setProperty("kind", "dim")
        flow = FlowLayout(self)
        for widget in (self.where, self.zone, awake, self.awake_from, until, self.awake_to):
            flow.addWidget(widget)

    def reader(self, key: str) -> Reader:
        """Who attends an edition."""
        awake = f"{self.awake_from.currentText()}-{self.awake_to.currentText()}"
        return Reader(key, self.zone.currentText().strip() or LOCAL, awake)

    def offer_zones(self, names: Sequence[str]) -> None:
        """To choose from; what was chosen or typed meanwhile stays."""
        if self.zone.count():
            return
        text = self.zone.currentText()
        self.zone.addItems(list(names))
        self.zone.setCurrentIndex(self.zone.findText(text))
        self.zone.setCurrentText(text)


def _zone_box() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setAccessibleName(translate("Remote", "Your time zone"))
    # As wide as this many letters: hundreds of names would have to be measured.
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setCurrentText(reader_zone_name())
    if completer := made.completer():
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    made.setMinimumContentsLength(22)
    return made


def _clock(name: str, chosen: str, times: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.addItems(list(times))
    made.setCurrentText(chosen)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
