"""The dialogs about settings and about the person's own data; each is made when it is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from companion.ui.hands.text_size import set_text_size
from companion.ui.i18n import translate
from companion.ui.messages import Message

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from companion.ui.commands import WindowCommands
    from companion.ui.control.keeping import Restored
    from companion.ui.files.file_watch import FileWatch
    from companion.ui.window_base import WindowBase


class KeepingWatch(QObject):
    """Stands between the window and these dialogs; of each there is one at a time."""

    def __init__(
        self, window: "WindowBase", commands: "WindowCommands", files: "FileWatch"
    ) -> None:
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._files = files
        self._open: dict[str, QDialog] = {}

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Command name → what it does."""
        return {"settings": self.show_settings, "your_data": self.show_your_data}

    @property
    def dialog(self) -> "QDialog | None":
        """The one that was opened last and is open."""
        return next(reversed(self._open.values()), None)

    def show_settings(self) -> None:
        """What the person can choose."""
        if self._came_forward("settings"):
            return
        from companion.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415

        window, commands = self._window, self._commands
        dialog = SettingsDialog(window.services.settings, window)
        dialog.theme_chosen.connect(commands.use_theme)
        dialog.text_size_chosen.connect(self._on_text_size_chosen)
        dialog.zone_chosen.connect(commands.choose_zone)
        dialog.background_changed.connect(window.settings_changed)
        dialog.failed.connect(window.show_error)
        self._show("settings", dialog)

    def show_your_data(self) -> None:
        """What is the person's own, and how it is."""
        if self._came_forward("your_data"):
            return
        from companion.ui.dialogs.your_data_dialog import YourDataDialog  # noqa: PLC0415

        window = self._window
        dialog = YourDataDialog(window.look, window.services, window.runner, window)
        carrying = self._files.carrying
        dialog.export_requested.connect(carrying.export_stars)
        dialog.import_requested.connect(carrying.take)
        dialog.remove_samples_requested.connect(self._commands.remove_samples)
        dialog.keeping.restored.connect(self._on_restored)
        carrying.changed.connect(dialog.reload)
        carrying.told.connect(dialog.tell)
        carrying.failed.connect(dialog.tell_error)
        self._show("your_data", dialog)

    def _came_forward(self, name: str) -> bool:
        """Whether it was open already."""
        dialog = self._open.get(name)
        if dialog is not None:
            from companion.ui.single_instance import raise_window  # noqa: PLC0415 - not at start

            raise_window(dialog)
        return dialog is not None

    def _show(self, name: str, dialog: "QDialog") -> None:
        self._open[name] = dialog
        dialog.finished.connect(lambda _result: self._open.pop(name, None))
        dialog.show()

    def _on_text_size_chosen(self, percent: int) -> None:
        set_text_size(self._window, percent)

    def _on_restored(self, restored: "Restored") -> None:
        window = self._window
        window.library.reload()
        text = translate("YourData", "Restored as of {when}: %n star(s).", "", restored.stars)
        window.shell.message_bar.show_message(
            Message(text.format(when=restored.when), is_warning=False)
        )
