"""A list whose rows are short pieces of rich text, painted by a delegate.

Rows carry HTML without colours: classes are dressed by the style sheet of the look, so a change of
theme needs no other rows. Texts of sites are escaped by `text_html` on the way in.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from companion.domain.entry import EntryRef
from companion.ui.delegates.ink import Ink
from companion.ui.delegates.row_metrics import BAR_LEFT, BAR_WIDTH, PADDING, RIGHT
from companion.ui.delegates.row_state import state_of
from companion.ui.delegates.talk_row import paint_ground
from companion.ui.fonts import BODY, CAPTION, SMALL
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index, RowsModel
from companion.ui.theme import Look
from companion.ui.widgets.choosing import choose
from companion.ui.widgets.row_list import THUMBS, is_letter
from companion.ui.widgets.scrolled import keep_room_for_bar

_LEFT = BAR_LEFT + BAR_WIDTH + 10
_DOCUMENTS = 120
_BATCH = 20
"""Rows laid out in one turn of the event loop, so that long lists do not hold it up."""
_HEADER_TOP = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class RichRow:
    """One row.

    Attributes:
        html: what is painted; made of `text_html` and the classes of `sheet`.
        sentence: the same for screen readers.
        ref: the talk that it leads to, or None.
        value: whatever the owner of the list wants to find in it.
        is_header: heads those that follow and cannot be chosen.
        color: of the bar at the left, `#rrggbb`, or empty for none.
    """

    html: str
    sentence: str
    ref: EntryRef | None = None
    value: object = None
    is_header: bool = False
    color: str = ""


def text_html(text: str, css_class: str = "") -> str:
    """Foreign text as HTML, in a class."""
    safe = escape(text)
    return f'<span class="{css_class}">{safe}</span>' if css_class else safe


def sheet(look: Look) -> str:
    """Classes that rows may use."""
    tokens, px = look.tokens, look.fonts.px
    return f"""
        .title {{ font-weight: 600; color: {tokens.text}; }}
        .head {{ font-weight: 700; color: {tokens.text}; }}
        .dim {{ color: {tokens.dim}; }}
        .small {{ font-size: {px(CAPTION)}px; color: {tokens.dim}; }}
        .tiny {{ font-size: {px(SMALL)}px; color: {tokens.dim}; }}
        .what {{ color: {tokens.dim}; font-weight: 600; }}
        .removed {{ text-decoration: line-through; color: {tokens.dim}; }}
        .inserted {{ text-decoration: underline; font-weight: 600; color: {tokens.text}; }}
        .accent {{ color: {tokens.accent}; font-weight: 600; }}
        """


class RichModel(RowsModel[RichRow]):
    """Headings and lines."""

    def said(self, row: RichRow, role: int) -> Any:
        if role == Role.REF:
            return row.ref
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return row.sentence
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headers cannot be chosen."""
        if not index.isValid() or self.rows[index.row()].is_header:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def set_rows(self, rows: Sequence[RichRow]) -> None:
        """Show other rows; nothing happens if they are the same."""
        fresh = tuple(rows)
        if fresh == self.rows:
            return
        self.reset(fresh)


class RichDelegate(QStyledItemDelegate):
    """Lays rows out as documents; a few of them are kept, their heights all."""

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self.ink = Ink(look)
        self._documents: OrderedDict[tuple[str, int], QTextDocument] = OrderedDict()
        self._heights: dict[tuple[str, int], int] = {}

    def refresh(self) -> None:
        """The look changed."""
        self.ink = Ink(self._look)
        self._documents.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RichRow = index.data(Role.ROW)
        width = _width(option)
        key = (row.html, width)
        height = self._heights.get(key)
        if height is None:
            extra = 2 * PADDING + (_HEADER_TOP if row.is_header else 0)
            height = round(self._document(row.html, width).size().height()) + extra
            self._heights[key] = height
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RichRow = index.data(Role.ROW)
        rect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.is_header:
            paint_ground(self.ink, painter, rect, state_of(self._view, index))
        if row.color:
            height = rect.height() - 2 * PADDING
            bar = QRectF(BAR_LEFT, rect.top() + PADDING, BAR_WIDTH, height)
            self.ink.plate(painter, bar, self.ink.session_color(row.color), 2)
        painter.save()
        top = rect.top() + PADDING + (_HEADER_TOP if row.is_header else 0)
        painter.translate(_LEFT if row.color or not row.is_header else BAR_LEFT + 4, top)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(self._look.tokens.text))
        self._document(row.html, _width(option)).documentLayout().draw(painter, context)
        painter.restore()

    def _document(self, html: str, width: int) -> QTextDocument:
        key = (html, width)
        found = self._documents.get(key)
        if found is None:
            found = self._laid_out(html, width)
            self._documents[key] = found
            if len(self._documents) > _DOCUMENTS:
                self._documents.popitem(last=False)
        return found

    def _laid_out(self, html: str, width: int) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(self._look.font(BODY))
        made.setDefaultStyleSheet(sheet(self._look))
        made.setHtml(html)
        made.setTextWidth(max(60, width - _LEFT - RIGHT))
        return made


class RichList(QListView):
    """The list.

    Signals:
        row_chosen: a row (RichRow) became the current one.
        talk_activated: the talk of a row (EntryRef) became the current one.
        talk_opened: Enter or a double click on a row with a talk.
        talk_clicked: a row with a talk was clicked.
        drag_started: the selected talks are dragged away.
    """

    row_chosen = Signal(object)
    talk_activated = Signal(object)
    talk_opened = Signal(object)
    talk_clicked = Signal(object)
    drag_started = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rich_model = RichModel(self)
        self.rich_delegate = RichDelegate(look, self)
        self.setModel(self.rich_model)
        self.setItemDelegate(self.rich_delegate)
        self.setAccessibleName(name)
        self.setProperty("kind", "pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_room_for_bar(self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_opened)
        look.changed.connect(self._on_look_changed)

    def set_rows(self, rows: Sequence[RichRow]) -> None:
        """Show other rows; the current one stays current where it is still there."""
        before = self.current_row()
        self.rich_model.set_rows(rows)
        if before is None or self.current_row() is not None:
            return
        for place, row in enumerate(self.rich_model.rows):
            if not row.is_header and (row.ref, row.value) == (before.ref, before.value):
                blocked = self.blockSignals(True)
                choose(self, self.rich_model.index(place))
                self.blockSignals(blocked)
                return

    def current_row(self) -> RichRow | None:
        """The row with the focus ring."""
        index = self.currentIndex()
        return self.rich_model.rows[index.row()] if index.isValid() else None

    def select_first(self) -> None:
        """Give the keyboard a place to start from."""
        for place, row in enumerate(self.rich_model.rows):
            if not row.is_header:
                choose(self, self.rich_model.index(place))
                return

    def select(self, ref: EntryRef) -> bool:
        """Make the row of a talk the current one; False if it is not here."""
        for place, row in enumerate(self.rich_model.rows):
            if row.ref == ref:
                choose(self, self.rich_model.index(place))
                return True
        return False

    def viewportSizeHint(self) -> QSize:
        return QSize(320, 300)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.current_row()
        if row is None:
            return
        self.row_chosen.emit(row)
        if row.ref:
            self.talk_activated.emit(row.ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talks of the selected rows, in the order of the list."""
        places = sorted(index.row() for index in self.selectedIndexes())
        refs = (self.rich_model.rows[place].ref for place in places)
        return tuple(dict.fromkeys(ref for ref in refs if ref))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """What is dragged is made elsewhere, and takes its time."""
        del actions
        self.drag_started.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The thumb's buttons are the window's."""
        if event.button() in THUMBS:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are left to the shortcuts of the window."""
        if event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif is_letter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def _on_clicked(self, index: Index) -> None:
        row = self.rich_model.rows[index.row()] if index.isValid() else None
        if row and row.ref:
            self.talk_clicked.emit(row.ref)

    def _on_opened(self, index: Index) -> None:
        row = self.rich_model.rows[index.row()] if index.isValid() else None
        if row and row.ref:
            self.talk_opened.emit(row.ref)

    def _on_look_changed(self) -> None:
        self.rich_delegate.refresh()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def _width(option: QStyleOptionViewItem) -> int:
    widget = option.widget
    if isinstance(widget, QAbstractItemView):
        return int(widget.viewport().width())
    return option.rect.width()
