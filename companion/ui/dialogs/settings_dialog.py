"""What the person can choose; each choice holds at once."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from companion.errors import CannotWriteFile
from companion.settings import (
    BACKGROUND_CHECKS,
    LANGUAGE,
    OFF,
    ON,
    REMINDER_MINUTES,
    TEXT_SIZE,
    THEME,
    ZONE,
    Setting,
    Settings,
)
from companion.ui.dialogs.fitting import fit
from companion.ui.hands.text_size import STEPS
from companion.ui.i18n import translate
from companion.ui.views.top_bar import OTHER
from companion.ui.widgets.labels import label

T = TypeVar("T", str, int)
_REMINDERS = (0, 5, 10, 15, 30, 60)


class SettingsDialog(QDialog):
    """See the module; it stands beside the window and does not block it.

    Signals:
        theme_chosen: `system`, `light` or `dark`.
        text_size_chosen: percent.
        zone_chosen: `event`, `local`, an IANA name, or `OTHER` to be asked for one.
        background_changed: reminders or checks are set otherwise; it is stored.
        failed: a choice could not be stored; it holds until the program ends.
    """

    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)
    zone_chosen = Signal(str)
    background_changed = Signal()
    failed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Settings", "Settings"))
        self.theme = _combo(_themes(), settings.get(THEME))
        self.text_size = _combo(_sizes(settings.get(TEXT_SIZE)), settings.get(TEXT_SIZE))
        self.language = _combo(_languages(), settings.get(LANGUAGE))
        self.zone = _combo(_zones(settings.get(ZONE)), settings.get(ZONE))
        minutes = settings.get(REMINDER_MINUTES)
        self.reminder = _combo(_reminders(minutes), minutes)
        self.checks = _combo(_checks(), settings.get(BACKGROUND_CHECKS))
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        next_start = translate("Settings", "Another language shows from the next start on.")
        checks = translate(
            "Settings",
            "Every half hour during a conference and the week before, else once a day; never "
            "over a line that is paid by volume.",
        )
        for name, widget, more in (
            (translate("Settings", "Colours"), self.theme, ""),
            (translate("Settings", "Text size"), self.text_size, ""),
            (translate("Settings", "Language"), self.language, next_start),
            (translate("Settings", "Times are shown in"), self.zone, ""),
            (translate("Settings", "Remind of starred talks"), self.reminder, ""),
            (translate("Settings", "Look for changes"), self.checks, checks),
        ):
            form.addRow(_named(name, widget), widget)
            if more:
                form.addRow("", label("caption", text=more))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 72)

    def _connect(self) -> None:
        self.theme.activated.connect(lambda _row: self.theme_chosen.emit(self.theme.currentData()))
        self.text_size.activated.connect(self._on_text_size_activated)
        self.zone.activated.connect(lambda _row: self.zone_chosen.emit(self.zone.currentData()))
        self.language.activated.connect(
            lambda _row: self._keep(LANGUAGE, self.language.currentData())
        )
        self.reminder.activated.connect(self._on_reminder_activated)
        self.checks.activated.connect(self._on_checks_activated)

    def _on_text_size_activated(self, _row: int) -> None:
        self.text_size_chosen.emit(self.text_size.currentData())
        fit(self, 72)

    def _on_reminder_activated(self, _row: int) -> None:
        self._keep(REMINDER_MINUTES, self.reminder.currentData())
        self.background_changed.emit()

    def _on_checks_activated(self, _row: int) -> None:
        self._keep(BACKGROUND_CHECKS, self.checks.currentData())
        self.background_changed.emit()

    def _keep(self, setting: Setting[T], value: T) -> None:
        try:
            self._settings.set(setting, value)
        except CannotWriteFile as error:
            self.failed.emit(error)


def _named(name: str, widget: QWidget) -> QLabel:
    made = QLabel(name)
    made.setBuddy(widget)
    widget.setAccessibleName(name)
    return made


def _combo(choices: Iterable[tuple[str | int, str]], value: str | int) -> QComboBox:
    made = QComboBox()
    for data, text in choices:
        made.addItem(text, data)
    made.setCurrentIndex(made.findData(value))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _themes() -> list[tuple[str | int, str]]:
    return [
        ("system", translate("Settings", "As the system has them")),
        ("light", translate("Settings", "Light")),
        ("dark", translate("Settings", "Dark")),
    ]


def _sizes(size: int) -> list[tuple[str | int, str]]:
    words = translate("Settings", "{number} %")
    return [(step, words.format(number=step)) for step in sorted({*STEPS, size})]


def _languages() -> list[tuple[str | int, str]]:
    return [
        ("system", translate("Settings", "That of the system")),
        ("en", "English"),
        ("fr", "Français"),
    ]


def _zones(name: str) -> list[tuple[str | int, str]]:
    found: list[tuple[str | int, str]] = [
        ("event", translate("Settings", "Conference time")),
        ("local", translate("Settings", "My time")),
    ]
    if name not in {"event", "local"}:
        found.append((name, name))
    return [*found, (OTHER, translate("Settings", "Another zone …"))]


def _checks() -> list[tuple[str | int, str]]:
    return [(ON, translate("Settings", "While the window is open")), (OFF, _never())]


def _reminders(minutes: int) -> list[tuple[str | int, str]]:
    return [
        (step, translate("Settings", "%n minute(s) before", "", step) if step else _never())
        for step in sorted({*_REMINDERS, minutes})
    ]


def _never() -> str:
    return translate("Settings", "Never")
