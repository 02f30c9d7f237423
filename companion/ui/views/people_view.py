"""Everyone with a part in the programme, by family name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from companion.domain.entry import Entry
from companion.services.people_list import directory, matching, somebody
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.one_shot import TURN_MS, one_shot
from companion.ui.people.people_list import PeopleList
from companion.ui.people.rows import PersonRow, people_rows
from companion.ui.theme import Look
from companion.ui.views.list_base import ListViewBase

if TYPE_CHECKING:
    from companion.domain.people import PersonLink
    from companion.domain.people_index import PersonParts


class FindEdit(QLineEdit):
    """A name to look for.

    Signals:
        left: Enter or the arrow down: into the list.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = translate("People", "Find a name or an institution")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._clear = QAction(translate("People", "Clear the name"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._refresh)
        look.changed.connect(self._refresh)
        self._refresh()
        self.setMinimumWidth(120)
        self.setMaximumWidth(320)

    def _refresh(self) -> None:
        self._clear.setVisible(bool(self.text()))
        self._clear.setIcon(self._look.icon("x"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PeopleView(ListViewBase):
    """People, and under those who are opened their talks."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.people = PeopleList(look)
        super().__init__(look, translate("People", "People"), parent, rows=self.people)
        self.field = FindEdit(look)
        self.bar_row.insertWidget(0, self.field, 2)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._all: tuple[PersonParts, ...] = ()
        self._opened: set[tuple[object, ...]] = set()
        self._later = one_shot(self, self._renew_later, 2 * TURN_MS)
        self._fill_soon = one_shot(self, self._fill, TURN_MS)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.left.connect(self._on_field_left)
        self.people.toggled.connect(self._on_people_toggled)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition's people."""
        if context.key != self.context.key:
            self._opened.clear()
            self.field.clear()
        is_same, is_known = entries is self.entries, context.key == self.context.key
        super().set_entries(entries, context)
        if is_same:
            self._fill()
        elif is_known and self.isVisible():
            # Stars: what is in sight stays as it is for a turn, so that no halt is felt.
            self._later.start()
        else:
            self._renew()

    def _renew(self) -> None:
        self._all = directory(self.entries)
        self._fill()

    def show_person(self, person: "PersonLink") -> bool:
        """Open somebody; False if there is no such person here."""
        self._catch_up()
        parts = somebody(self._all, person)
        if parts is None:
            return False
        self.field.clear()
        self._opened.add(parts.person.identity)
        self._fill()
        return self.people.select_person(parts.person.identity)

    def focus_content(self) -> None:
        """The field: most people come for somebody."""
        self.field.setFocus()

    def _on_field_text_changed(self, text: str) -> None:
        del text
        self._fill()
        self.people.scrollToTop()

    def _on_field_left(self) -> None:
        if not self.people.currentIndex().isValid():
            self.people.select_first()
        self.people.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_people_toggled(self, row: PersonRow) -> None:
        self._opened ^= {row.identity}
        self._fill()
        self.people.scrollTo(self.people.currentIndex())

    def _renew_later(self) -> None:
        """Who they are in this turn, the rows in the next."""
        self._all = directory(self.entries)
        self._fill_soon.start()

    def _catch_up(self) -> None:
        if self._later.isActive():
            self._later.stop()
            self._all = directory(self.entries)

    def _fill(self) -> None:
        self._fill_soon.stop()
        self._catch_up()
        found = matching(self._all, self.field.text())
        # Whoever is the only one is surely the one who is looked for.
        alone = {found[0].person.identity} if self.field.text() and len(found) == 1 else set()
        rows = people_rows(found, self._opened | alone, self.context)
        self.people.show_people(rows, self.context)
        self.summary.setText(translate("People", "%n name(s)", "", len(found)))
        self.bar.setVisible(bool(self._all))
        words = "" if rows else _empty_words(self.context, self.field.text())
        self.empty.show_instead(self.list, words=words)


def _empty_words(context: ViewContext, looked_for: str) -> str:
    if looked_for:
        return translate(
            "People",
            "Nobody here is called “{text}”.\n"
            "Press Esc for everyone, or Ctrl+F to search titles and texts.",
        ).format(text=looked_for)
    return translate(
        "People",
        "{title} names nobody yet.\n"
        "Press Sync to look whether the organisers have published the programme.",
    ).format(title=context.title)
