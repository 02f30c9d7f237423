"""Where the talks go: a file, a folder, or a calendar on a server."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from companion.services.publishing import DEFAULT_NAME
from companion.ui.calendar.fields import add_row, combo, field, form, section
from companion.ui.calendar.offer import Mode
from companion.ui.dialogs.files import ask_folder_name, ask_save_name
from companion.ui.i18n import translate
from companion.ui.widgets.labels import label


class PlaceBox(QWidget):
    """A choice of the kind of place, and the place.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, mode: Mode, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = combo(translate("Calendar", "Where to"))
        for value, words in _kinds():
            self.kind.addItem(words, value)
        self.kind.setCurrentIndex(self.kind.findData(mode))
        self.path = field(translate("Calendar", "File or folder"))
        self._file = file
        self._set_path(mode)
        self.browse = QPushButton(translate("Calendar", "Choose …"))
        self.browse.clicked.connect(self._on_browse_clicked)
        self.server = ServerFields()
        self._pages = QStackedWidget()
        self._file_fields = self._file_page()
        self._pages.addWidget(self._file_fields)
        self._pages.addWidget(self.server)
        self.hint = label("caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (section(translate("Calendar", "Where to")), self.kind, self._pages):
            layout.addWidget(widget)
        layout.addWidget(self.hint)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.path.textChanged.connect(self.changed)
        self.server.changed.connect(self.changed)
        self._arrange()

    def _file_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(self.browse)
        return page

    @property
    def mode(self) -> Mode:
        """What is chosen."""
        return Mode(self.kind.currentData())

    def file(self) -> Path:
        """The file or folder."""
        return Path(self.path.text().strip()).expanduser()

    @property
    def is_complete(self) -> bool:
        """Whether enough is filled in."""
        if self.mode is Mode.SERVER:
            return self.server.is_complete
        return bool(self.path.text().strip())

    def _arrange(self) -> None:
        is_server = self.mode is Mode.SERVER
        page = self.server if is_server else self._file_fields
        self._pages.setCurrentWidget(page)
        self._pages.setFixedHeight(page.sizeHint().height())
        self.hint.setText(_hints()[self.mode])

    def _set_path(self, mode: Mode) -> None:
        """A folder is proposed beside the file."""
        path = self._file.with_suffix("") if mode is Mode.FOLDER else self._file
        self.path.setText(str(path))

    def _on_kind_changed(self) -> None:
        is_folder = self.mode is Mode.FOLDER
        if self.mode is not Mode.SERVER and is_folder is self.path.text().endswith(".ics"):
            self._set_path(self.mode)
        self._arrange()
        self.changed.emit()

    def _on_browse_clicked(self) -> None:
        if self.mode is Mode.FOLDER:
            title = translate("Calendar", "Folder for calendar entries")
            ask_folder_name(self, title, self.file(), self._on_chosen)
        else:
            title = translate("Calendar", "Calendar file")
            words = translate("Calendar", "Calendar files (*.ics)")
            ask_save_name(self, title, self.file(), words, self._on_chosen)

    def _on_chosen(self, path: Path) -> None:
        self.path.setText(str(path))


class ServerFields(QWidget):
    """Address, name, password and calendar of an account.

    Signals:
        changed: something else is typed; not for the password, which no preview needs.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        t = translate
        self.url = field(t("Calendar", "Server"), "https://cloud.example.org")
        self.user = field(t("Calendar", "User name"))
        self.password = field(t("Calendar", "Password"), t("Calendar", "an app password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.name = field(t("Calendar", "Calendar"))
        self.name.setText(DEFAULT_NAME)
        self.remember = QCheckBox(t("Calendar", "Keep the password in the system’s keyring"))
        rows = form()
        for box in (self.url, self.user, self.password, self.name):
            add_row(rows, box)
            if box is not self.password:
                box.textChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(rows)
        layout.addWidget(self.remember)

    @property
    def is_complete(self) -> bool:
        """The password may be in the keyring."""
        return all(box.text().strip() for box in (self.url, self.user, self.name))

    def fill(self, url: str, user: str, name: str) -> None:
        """Show an account that was published to before."""
        for box, text in ((self.url, url), (self.user, user), (self.name, name)):
            box.setText(text)


def _kinds() -> tuple[tuple[Mode, str], ...]:
    t = translate
    return (
        (Mode.FILE, t("Calendar", "A file")),
        (Mode.CHANGES, t("Calendar", "A file with only what changed")),
        (Mode.KEPT, t("Calendar", "A file, kept up to date")),
        (Mode.FOLDER, t("Calendar", "A folder, kept up to date")),
        (Mode.SERVER, t("Calendar", "My calendar server (CalDAV)")),
    )


def _hints() -> dict[Mode, str]:
    t = translate
    return {
        Mode.FILE: t(
            "Calendar", "Everything, with moved talks moved and withdrawn ones cancelled."
        ),
        Mode.CHANGES: t("Calendar", "For a calendar into which you imported the same file before."),
        Mode.KEPT: t("Calendar", "Written anew after each sync that changes something in it."),
        Mode.FOLDER: t("Calendar", "One file per entry (vdir), for khal, vdirsyncer and the like."),
        Mode.SERVER: t(
            "Calendar",
            "A calendar of its own in your account; nothing else there is touched. Nextcloud, "
            "iCloud and Fastmail want an app password.",
        ),
    }
