"""The person's own data: files that carry it, backups of it, and how it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from companion.ui.control.keeping import Keeping, Restored
from companion.ui.dialogs.backups_page import BackupsPage
from companion.ui.dialogs.checkup_page import CheckupPage
from companion.ui.dialogs.files import ask_open_name, ask_save_name, documents
from companion.ui.dialogs.fitting import fit
from companion.ui.i18n import translate
from companion.ui.messages import Message, error_message
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label
from companion.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from companion.services.registry import Services

CARRY, BACKUPS, CHECKUP = "carry", "backups", "checkup"


class YourDataDialog(QDialog):
    """See the module; it stands beside the window and does not block it.

    Signals:
        export_requested: write the stars to a file (Path).
        import_requested: take the stars of a file (Path).
        remove_samples_requested: forget the invented programmes.
    """

    export_requested = Signal(object)
    import_requested = Signal(object)
    remove_samples_requested = Signal()

    def __init__(
        self, look: Look, services: "Services", runner: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("YourData", "Your data"))
        self._folder = services.data_dir
        self.keeping = Keeping(services, runner, self)
        self.backups = BackupsPage(look, self.keeping)
        self.checkup = CheckupPage(look, self.keeping)
        self.pages = QStackedWidget()
        self._places = {CARRY: self._carry_page(), BACKUPS: self.backups, CHECKUP: self.checkup}
        self.switch = Segments(translate("YourData", "Parts of your data"))
        words = (
            translate("YourData", "Stars"),
            translate("YourData", "Backups"),
            translate("YourData", "Check-up"),
        )
        for (name, page), text in zip(self._places.items(), words, strict=True):
            self.switch.add(name, text)
            self.pages.addWidget(page)
        self.switch.chosen.connect(self.show_page)
        self.status = label("caption", selectable=True)
        self.status.hide()
        self._arrange()
        self.keeping.failed.connect(self.tell_error)
        self.keeping.restored.connect(self._on_restored)
        self.show_page(CARRY)
        self.reload()

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self.switch)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.status)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 84, 32)

    def _carry_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        self.export = QPushButton(translate("YourData", "Export my stars …"))
        self.export.clicked.connect(self._on_export_clicked)
        self.read = QPushButton(translate("YourData", "Import stars …"))
        self.read.clicked.connect(self._on_read_clicked)
        _section(
            rows,
            translate("YourData", "On another computer"),
            translate(
                "YourData",
                "A file carries your stars, what you follow and what you decided about people "
                "and talks. An import adds; it takes nothing away. Calendar files (.ics) of this "
                "program or of Indico can be imported too.",
            ),
            self.export,
            self.read,
        )
        self.folder = QPushButton(translate("YourData", "Open the folder"))
        self.folder.clicked.connect(self._on_folder_clicked)
        where = translate("YourData", "Everything is kept in {folder}, on this computer only.")
        heading = translate("YourData", "Where it lies")
        _section(rows, heading, where.format(folder=self._folder), self.folder)
        self.sample = QPushButton(translate("YourData", "Remove the sample"))
        self.sample.clicked.connect(self.remove_samples_requested)
        about = translate("YourData", "Invented programmes to look around in, and stars on them.")
        _section(rows, translate("YourData", "The sample"), about, self.sample)
        rows.addStretch(1)
        area = QScrollArea()  # large text in a small window
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    @property
    def page(self) -> str:
        """`carry`, `backups` or `checkup`."""
        return next(n for n, page in self._places.items() if page is self.pages.currentWidget())

    def show_page(self, name: str) -> None:
        """Show one of the three."""
        self.switch.set_value(name)
        self.pages.setCurrentWidget(self._places[name])
        self.status.hide()
        if name == CHECKUP:
            self.checkup.check()

    def reload(self) -> None:
        """Stars came or went: what restoring would do is another now."""
        self.keeping.read()

    def tell(self, message: Message) -> None:
        """Say how something ended."""
        self.status.setText(f"{message.text} {message.advice}".strip())
        self.status.setProperty("kind", "fault" if message.is_warning else "caption")
        self.status.style().unpolish(self.status)
        self.status.style().polish(self.status)
        self.status.show()

    def tell_error(self, error: Exception) -> None:
        """Say what went wrong."""
        self.tell(error_message(error))

    def done(self, result: int) -> None:
        """Closed: nobody waits for answers any more."""
        self.keeping.stop()
        super().done(result)

    # --- slots ---------------------------------------------------------------------------------

    def _on_restored(self, restored: Restored) -> None:
        self.reload()
        text = translate("YourData", "Restored as of {when}: %n star(s).", "", restored.stars)
        advice = translate("YourData", "Undo brings back what you had before.")
        self.tell(Message(text.format(when=restored.when), advice, is_warning=False))

    def _on_export_clicked(self) -> None:
        title = translate("YourData", "Export my stars")
        words = translate("YourData", "Files of stars (*.json)")
        place = Path(documents()) / "qtml-stars.json"
        ask_save_name(self, title, place, words, self.export_requested.emit)

    def _on_read_clicked(self) -> None:
        title = translate("YourData", "Import stars")
        words = translate("YourData", "Files of stars, calendars (*.json *.ics)")
        ask_open_name(self, title, words, self.import_requested.emit)

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _section(rows: QVBoxLayout, heading: str, text: str, *buttons: QPushButton) -> None:
    if rows.count():
        rows.addSpacing(12)
    rows.addWidget(label("section", text=heading.upper()))
    rows.addWidget(label("dim", text=text, selectable=True))
    rows.addWidget(flowing(*buttons))
