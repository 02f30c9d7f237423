"""Choose who of one edition is a person of the other, by typing a part of a name."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
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


def distance(person: Participant, other: Participant) -> int:
    """0 for names that are alike, 1 for those that share a part, 2 for all others."""
    if likeness(person.parsed, other.parsed):
        return 0
    return 1 if _parts(person) & _parts(other) else 2


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
        nearest = sorted(others, key=lambda other: distance(person, other))
        self._is_near = bool(nearest) and distance(person, nearest[0]) < 2
        self._proxy.setSourceModel(_model(nearest, self))
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
        self.list.selectionModel().currentChanged.connect(self._refresh)
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
        # Nobody is proposed whose name shares nothing: Return would merge two strangers.
        is_proposed = bool(text.strip()) or self._is_near
        self.list.setCurrentIndex(self._proxy.index(0, 0) if is_proposed else QModelIndex())
        self._refresh()

    def _refresh(self) -> None:
        is_chosen = self.list.currentIndex().isValid()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_chosen)


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
