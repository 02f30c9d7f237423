"""Choose who of one edition is a person of the other, by typing a part of a name."""

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from companion.domain.series.latin import plain
from companion.domain.series.names import likeness
from companion.domain.series.participants import Participant
from companion.ui.i18n import translate

_PERSON, _SOUGHT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


def nearest_first(person: Participant, others: Sequence[Participant]) -> list[Participant]:
    """People whose names are alike, then those who share a part of it, then all others."""
    parts = _parts(person)

    def distance(other: Participant) -> int:
        if likeness(person.parsed, other.parsed):
            return 0
        return 1 if parts & _parts(other) else 2

    return sorted(others, key=distance)


def _parts(person: Participant) -> set[str]:
    words = person.parsed.given + person.parsed.family
    return {word.plain for word in words if not word.is_initial}


class PersonChoice(QDialog):
    """Who it is.

    Signals:
        person_chosen: the participant of the other edition.
    """

    person_chosen = Signal(object)

    def __init__(
        self, person: Participant, others: Sequence[Participant], edition: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Compare", "The same person"))
        self.resize(440, 480)
        words = translate("Compare", "Who of {edition} is {name}?")
        question = QLabel(words.format(edition=edition, name=_line(person)))
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(translate("Compare", "Part of a name or affiliation"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(_model(nearest_first(person, others), self))
        self._proxy.setFilterRole(_SOUGHT)
        self.list = QListView()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(translate("Compare", "People"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._proxy)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        for widget in (question, self.filter, self.list, self.buttons):
            layout.addWidget(widget)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list.activated.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._on_filter_changed("")

    def accept(self) -> None:
        """The chosen line counts."""
        index = self.list.currentIndex()
        if index.isValid():
            self.person_chosen.emit(index.data(_PERSON))
            super().accept()

    def _on_filter_changed(self, text: str) -> None:
        self._proxy.setFilterFixedString(plain(text.strip()))
        self.list.setCurrentIndex(self._proxy.index(0, 0))
        is_any = self._proxy.rowCount() > 0
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_any)


def _model(people: Sequence[Participant], parent: QWidget) -> QStandardItemModel:
    made = QStandardItemModel(parent)
    for person in people:
        item = QStandardItem(_line(person))
        item.setData(person, _PERSON)
        item.setData(plain(_line(person)), _SOUGHT)
        made.appendRow(item)
    return made


def _line(person: Participant) -> str:
    return ", ".join(filter(None, (person.name, person.affiliation)))
