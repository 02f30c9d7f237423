"""Which talks go into a calendar file, and where to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.entry import EntryRef
from companion.services.export import ExportSelection
from companion.ui.dialogs.files import ask_save_name
from companion.ui.format import long_day_text
from companion.ui.i18n import translate
from companion.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """What can be chosen from.

    Attributes:
        key: the edition shown.
        title: its short title.
        starred: number of starred talks in it.
        total: number of all its talks.
        days: its days in the conference's zone.
        refs: talks selected now; exported if the dialog was opened for them.
    """

    key: str
    title: str
    starred: int
    total: int
    days: tuple[date, ...] = ()
    refs: tuple[EntryRef, ...] = ()


class ExportDialog(QDialog):
    """See the module.

    Signals:
        export_requested: the selection (ExportSelection) and the file (Path).
    """

    export_requested = Signal(object, object)

    def __init__(self, offer: ExportOffer, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer = offer
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Export", "Export to a calendar file"))
        self.setMinimumWidth(440)
        self._choices = QButtonGroup(self)
        self.selected = self._choice(
            translate("Export", "The %n selected talk(s)", "", len(offer.refs))
        )
        self.starred = self._choice(_starred_words(offer.starred))
        self.all_talks = self._choice(
            translate("Export", "All %n talk(s) of {title}", "", offer.total)
        )
        self.day = self._choice(translate("Export", "All talks of one day"))
        self.day_combo = QComboBox()
        self.day_combo.setAccessibleName(translate("Export", "Day"))
        for day in offer.days:
            self.day_combo.addItem(long_day_text(day), day)
        self.file = QLineEdit(str(self._suggestion()))
        self.file.setAccessibleName(translate("Export", "File"))
        self.browse = QPushButton(translate("Export", "Choose …"))
        self.browse.clicked.connect(self._on_browse_clicked)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = self._buttons.addButton(
            translate("Export", "Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._arrange()
        self._preset()
        self._choices.buttonClicked.connect(self._update)
        self.file.textChanged.connect(self._update)
        self._update()

    def _choice(self, text: str) -> QRadioButton:
        made = QRadioButton(text.format(title=self._offer.title))
        self._choices.addButton(made)
        return made

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(8)
        for choice in (self.selected, self.starred, self.all_talks):
            layout.addWidget(choice)
        row = QHBoxLayout()
        row.addWidget(self.day)
        row.addWidget(self.day_combo, 1)
        layout.addLayout(row)
        layout.addSpacing(8)
        layout.addWidget(label("section", text=translate("Export", "File").upper()))
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.browse)
        layout.addLayout(row)
        layout.addWidget(label("caption", text=_advice()))
        layout.addSpacing(8)
        layout.addWidget(self._buttons)

    def _preset(self) -> None:
        offer = self._offer
        self.selected.setVisible(bool(offer.refs))
        self.starred.setEnabled(offer.starred > 0)
        self.day.setEnabled(bool(offer.days))
        if offer.refs:
            self.selected.setChecked(True)
        elif offer.starred:
            self.starred.setChecked(True)
        else:
            self.all_talks.setChecked(True)

    def selection(self) -> ExportSelection:
        """What is chosen now."""
        offer = self._offer
        if self.selected.isChecked():
            return ExportSelection(key=offer.key, refs=frozenset(offer.refs))
        if self.starred.isChecked():
            return ExportSelection(key=offer.key, bookmarked=True)
        if self.day.isChecked():
            return ExportSelection(key=offer.key, day=self.day_combo.currentData())
        return ExportSelection(key=offer.key)

    def _suggestion(self) -> Path:
        places = QStandardPaths.standardLocations(
            QStandardPaths.StandardLocation.DocumentsLocation
        ) or [str(Path.home())]
        return Path(places[0]) / f"{self._offer.key}.ics"

    def _update(self) -> None:
        self.day_combo.setEnabled(self.day.isChecked())
        self.save.setEnabled(bool(self.file.text().strip()))

    def _on_browse_clicked(self) -> None:
        title = translate("Export", "Calendar file")
        words = translate("Export", "Calendar files (*.ics)")
        ask_save_name(self, title, Path(self.file.text()), words, self._on_file_chosen)

    def _on_file_chosen(self, path: Path) -> None:
        self.file.setText(str(path))

    def _on_accepted(self) -> None:
        self.export_requested.emit(self.selection(), Path(self.file.text().strip()).expanduser())
        self.accept()


def days_of(days: Sequence[date | None]) -> tuple[date, ...]:
    """Only those with a date."""
    return tuple(day for day in days if day is not None)


def _starred_words(count: int) -> str:
    if not count:
        return translate("Export", "My starred talks of {title} (none yet)")
    return translate("Export", "My %n starred talk(s) of {title}", "", count)


def _advice() -> str:
    return translate(
        "Export",
        "Import the file into your calendar. Export to the same file again after a change: "
        "calendars then move the entries instead of doubling them.",
    )
