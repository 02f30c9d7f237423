"""A list of rows: talks under sticky headers, painted by a delegate, fully usable by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.services.agenda import HeaderRow, Row
from companion.ui.context import ViewContext
from companion.ui.delegates.plain_rows import paint_header
from companion.ui.delegates.row_delegate import RowDelegate
from companion.ui.models.row_model import RowModel, ref_of, star_of
from companion.ui.models.rows_model import Index
from companion.ui.theme import Look
from companion.ui.widgets.choosing import choose
from companion.ui.widgets.scrolled import keep_room_for_bar

_KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
THUMBS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
"""Buttons that lead back and forward in the whole window, and choose nothing."""


class RowList(QListView):
    """Rows of talks.

    Signals:
        talk_activated: a talk (EntryRef) became the current one, or was opened.
        talk_clicked: a talk was clicked, which opens it where there is no room beside the list.
        talk_opened: Enter or a double click: go and read it.
        star_requested: set the stars of talks (tuple of EntryRef) to this (Star).
        drag_started: the selected talks are dragged away.
        selection_made: other talks are selected; not where a program selects.
    """

    talk_activated = Signal(object)
    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    star_requested = Signal(object, object)
    drag_started = Signal()
    selection_made = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Made here: to wrap the one that Qt makes, PySide sets up all classes of widgets, 10 ms.
        self.setViewport(QWidget())
        self._look = look
        self.row_model = RowModel(self)
        self.row_delegate = RowDelegate(look, self)
        self.setModel(self.row_model)
        self.setItemDelegate(self.row_delegate)
        self.setProperty("kind", "pane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        keep_room_for_bar(self)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        look.changed.connect(self._on_look_changed)

    # --- rows ----------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[Row], context: ViewContext) -> None:
        """Show other rows; the current talk stays current where it is still there."""
        current = self.current_ref()
        self.row_delegate.set_context(context)
        self.row_model.set_rows(rows, context)
        if current is not None and self.current_ref() != current:
            self.select(current, scroll=False)
        self.viewport().update()

    def current_ref(self) -> EntryRef | None:
        """The talk that has the focus ring."""
        row = self._row(self.currentIndex())
        return ref_of(row) if row else None

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks in the order of the list."""
        places = sorted(index.row() for index in self.selectedIndexes())
        found = (ref_of(self.row_model.rows[place]) for place in places)
        return tuple(ref for ref in found if ref)

    def select(self, ref: EntryRef, *, scroll: bool = True) -> bool:
        """Make a talk the current one, quietly."""
        place = self.row_model.row_of(ref)
        if place < 0:
            return False
        index = self.row_model.index(place)
        blocked = self.blockSignals(True)
        choose(self, index)
        self.blockSignals(blocked)
        if scroll:
            self.scrollTo(index)
        return True

    def select_and_tell(self, ref: EntryRef) -> None:
        """Make a talk the current one, as if it had been clicked."""
        if self.select(ref):
            self.talk_activated.emit(ref)

    def select_first(self) -> None:
        """Give the keyboard a place to start from."""
        for place, row in enumerate(self.row_model.rows):
            if ref_of(row):
                choose(self, self.row_model.index(place))
                return

    def jump_to_now(self) -> bool:
        """Bring the line of now to the upper third; False if it is not here."""
        place = self.row_model.now_row()
        if place < 0:
            return False
        self.scrollTo(self.row_model.index(place), QAbstractItemView.ScrollHint.PositionAtTop)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - self.viewport().height() // 3)
        return True

    def _row(self, index: Index) -> Row | None:
        return self.row_model.rows[index.row()] if index.isValid() else None

    # --- mouse and keys ------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self._row(current)
        if row and (ref := ref_of(row)):
            self.talk_activated.emit(ref)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_made.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star sets it and leaves the selection alone."""
        self._show_focus(is_shown=False)
        if event.button() in THUMBS:
            event.ignore()
            return
        row = self._star_row(event)
        if row is None:
            super().mousePressEvent(event)
            return
        self.star_requested.emit((ref_of(row),), toggled(star_of(row)))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """What is dragged is made elsewhere, and takes its time."""
        del actions
        self.drag_started.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._star_row(event) is None:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a star are two clicks."""
        if self._star_row(event) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def _star_row(self, event: QMouseEvent) -> Row | None:
        position = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self._is_on_header(position):
            return None
        index = self.indexAt(position)
        row = self._row(index)
        is_star = self.row_delegate.star_rect(self.visualRect(index)).contains(position)
        return row if row and ref_of(row) and is_star else None

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row and (ref := ref_of(row)):
            self.talk_clicked.emit(ref)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row and (ref := ref_of(row)):
            self.talk_opened.emit(ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; letters are left to the shortcuts of the window."""
        self._show_focus(is_shown=True)
        ref = self.current_ref()
        if event.key() in _ENTER and ref is not None:
            self.talk_opened.emit(ref)
            return
        if is_letter(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYBOARD_REASONS:
            self._show_focus(is_shown=True)
        super().focusInEvent(event)

    def _show_focus(self, *, is_shown: bool) -> None:
        """The ring helps those who use keys and would only be noise for the others."""
        if self.row_delegate.shows_focus != is_shown:
            self.row_delegate.shows_focus = is_shown
            self.viewport().update()

    # --- painting ------------------------------------------------------------------------------

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Rows as high as before are painted anew where they stand: Qt would lay out all rows."""
        model = self.row_model
        if self.row_delegate.are_as_high(model.rows, model.changed):
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)

    def viewportSizeHint(self) -> QSize:
        return QSize(320, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles break elsewhere at another width."""
        if event.size().width() != event.oldSize().width():
            self.row_delegate.width = event.size().width()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The header that sticks to the top would be moved along with the pixels."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Not under the header that sticks to the top."""
        super().scrollTo(index, hint)
        has_header = index.isValid() and self.row_model.headers[index.row()] not in {
            -1,
            index.row(),
        }
        room = self.row_delegate.ink.metrics.header_height if has_header else 0
        top = self.visualRect(index).top()
        if top < room:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top - room)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        stuck = self.stuck_header()
        if stuck is None:
            return
        row, rect = stuck
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_header(self.row_delegate.ink, painter, rect, row, is_stuck=True)
        painter.end()

    def stuck_header(self) -> tuple[HeaderRow, QRect] | None:
        """The header of the rows at the top, and where it is painted; None if it is in sight."""
        top = self.indexAt(QPoint(8, 0))
        if not top.isValid():
            return None
        place = self.row_model.headers[top.row()]
        if place < 0 or (place == top.row() and self.visualRect(top).top() >= 0):
            return None
        header = self.row_model.rows[place]
        assert isinstance(header, HeaderRow)  # noqa: S101 - `headers` holds places of headers only
        height = self.row_delegate.ink.metrics.header_height
        offset = min(0, self._end_of_group(top.row(), place, height) - height)
        return header, QRect(0, offset, self.viewport().width(), height)

    def _end_of_group(self, row: int, header: int, height: int) -> int:
        """Where the rows of a header end, as far as the next `height` pixels go."""
        headers = self.row_model.headers
        while row + 1 < len(headers) and headers[row + 1] == header:
            bottom = self.visualRect(self.row_model.index(row)).bottom() + 1
            if bottom >= height:
                return bottom
            row += 1
        return self.visualRect(self.row_model.index(row)).bottom() + 1

    def _is_on_header(self, position: QPoint) -> bool:
        stuck = self.stuck_header()
        return stuck is not None and stuck[1].contains(position)

    def _on_look_changed(self) -> None:
        self.row_delegate.refresh()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key types something; with Ctrl it does not."""
    is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return bool(event.text()) and event.text().isprintable() and not is_held


def toggled(star: Star) -> Star:
    """What a click on a star makes of it."""
    return Star.STARRED if star is Star.NONE else Star.NONE
