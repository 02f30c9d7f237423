"""The list of people: Enter, arrows or a click open somebody, their talks are rows as anywhere."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from companion.domain.entry import EntryRef
from companion.services.agenda import Row, TalkRow
from companion.ui.context import ViewContext
from companion.ui.delegates.row_delegate import RowDelegate
from companion.ui.delegates.row_metrics import BAR_LEFT, PADDING, RIGHT
from companion.ui.delegates.talk_row import TalkText, paint_ground
from companion.ui.models.roles import Role
from companion.ui.models.row_model import RowModel
from companion.ui.models.rows_model import Index
from companion.ui.people.rows import PartRow, PersonRow, role_of, spoken
from companion.ui.theme import Look
from companion.ui.widgets.row_list import RowList

_INDENT = 24
_ICON = 16
"""At a text size of 100 %."""
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_PERSON = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)


class PeopleModel(RowModel):
    """Rows of which people can be chosen, too."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """People and talks can be reached by keyboard, letters cannot."""
        if index.isValid() and isinstance(self.rows[index.row()], PersonRow):
            return _PERSON
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.rows[index.row()], self.context)
        return super().data(index, role)


class PeopleDelegate(RowDelegate):
    """Paints people, and their talks indented, with their role in them."""

    def height_of(self, row: Row, width: int) -> int:
        if isinstance(row, PersonRow):
            metrics = self.ink.metrics
            lines = metrics.title.height + (
                metrics.people.height if row.parts.person.affiliation else 0
            )
            return 2 * PADDING + lines
        return super().height_of(row, width - _INDENT if isinstance(row, PartRow) else width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if isinstance(row, PersonRow):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ground(self.ink, painter, option.rect, self.state_of(index))
            self._person(painter, option.rect, row)
            return
        if isinstance(row, PartRow):
            painter.save()
            painter.translate(_INDENT, 0)
            option.rect = option.rect.adjusted(0, 0, -_INDENT, 0)
            super().paint(painter, option, index)
            painter.restore()
            return
        super().paint(painter, option, index)

    def _person(self, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        ink, metrics, person = self.ink, self.ink.metrics, row.parts.person
        top = rect.top() + PADDING
        name = "chevron-down" if row.is_open else "chevron-right"
        ratio, size = painter.device().devicePixelRatioF(), ink.look.fonts.px(_ICON)
        icon = ink.look.icons.pixmap(name, ink.look.tokens.dim, size, ratio)
        painter.drawPixmap(BAR_LEFT, top + (metrics.title.height - size) // 2, icon)
        left = BAR_LEFT + size + 8
        right = rect.width() - RIGHT - metrics.people.width(row.note)
        title = metrics.title.elided(row.title, int(right - left - 12))
        ink.write(painter, metrics.title, "text", left, top, title)
        ink.write(painter, metrics.people, "dim", right, top, row.note)
        place = metrics.people.elided(person.affiliation, int(rect.width() - left - RIGHT))
        ink.write(painter, metrics.people, "dim", left, top + metrics.title.height, place)

    def _has_badges(self, row: TalkRow) -> bool:
        return isinstance(row, PartRow) or super()._has_badges(row)

    def _text(self, row: TalkRow) -> TalkText:
        text = super()._text(row)
        if not isinstance(row, PartRow):
            return text
        role = (role_of(is_speaker=row.is_speaker), False)
        return TalkText(text.start, text.end, text.title, text.people, (role, *text.badges))


class PeopleList(RowList):
    """People and their talks.

    Signals:
        toggled: somebody (PersonRow) shall be opened or closed.
    """

    toggled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.row_model = PeopleModel(self)
        self.row_delegate = PeopleDelegate(look, self)
        self.setModel(self.row_model)
        self.setItemDelegate(self.row_delegate)

    def show_people(self, rows: Sequence[Row], context: ViewContext) -> None:
        """Show other rows; whoever is current stays so."""
        person, ref = self.current_person(), self.current_ref()
        self.set_rows(rows, context)
        if person is not None:
            self.select_person(person.identity)
        elif ref is not None:
            self._keep(ref)

    def current_person(self) -> PersonRow | None:
        """The person who has the focus ring."""
        row = self._row(self.currentIndex())
        return row if isinstance(row, PersonRow) else None

    def select_person(self, identity: tuple[object, ...]) -> bool:
        """Make somebody the current row; False if they are not here."""
        for place, row in enumerate(self.row_model.rows):
            if isinstance(row, PersonRow) and row.identity == identity:
                self.setCurrentIndex(self.row_model.index(place))
                return True
        return False

    def select_first(self) -> None:
        """The first person."""
        for place, row in enumerate(self.row_model.rows):
            if isinstance(row, PersonRow):
                self.setCurrentIndex(self.row_model.index(place))
                return

    def _keep(self, ref: EntryRef) -> None:
        if self.current_ref() != ref:
            self.select(ref, scroll=False)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._row(index)
        if isinstance(row, PersonRow):
            self.toggled.emit(row)
        else:
            super()._on_clicked(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and closes; right opens, left closes or leads back to the person."""
        person = self.current_person()
        key = event.key()
        if person is not None and self._shall_toggle(person, key):
            self._show_focus(is_shown=True)
            self.toggled.emit(person)
        elif person is None and key == Qt.Key.Key_Left:
            self._to_person()
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _shall_toggle(person: PersonRow, key: int) -> bool:
        wanted = Qt.Key.Key_Left if person.is_open else Qt.Key.Key_Right
        return key in _OPEN or key == wanted

    def _to_person(self) -> None:
        """From a talk to whose it is."""
        for place in range(self.currentIndex().row(), -1, -1):
            if isinstance(self.row_model.rows[place], PersonRow):
                self.setCurrentIndex(self.row_model.index(place))
                return
