"""Paints the rows of a day and knows how high they are.

Nothing is laid out twice: what a row says is worked out once per context, what is broken or cut is
remembered by `Measure`.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from types import ModuleType
from typing import Any, cast

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from companion.services.agenda import (
    DayRow,
    HeaderRow,
    NowRow,
    ResultRow,
    Row,
    SlimRow,
    TalkRow,
    TitleRow,
)
from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.delegates.plain_rows import (
    paint_day,
    paint_header,
    paint_now,
    paint_slim,
    paint_title,
)
from companion.ui.delegates.row_state import RowState, state_of
from companion.ui.delegates.talk_row import TalkPainter, TalkText, talk_text
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index
from companion.ui.plain_tip import plain_tip
from companion.ui.theme import Look
from companion.ui.words import badges, talk_title


class RowDelegate(QStyledItemDelegate):
    """See the module. `set_context` before the rows of another context are shown.

    Attributes:
        ink: colours and metrics of the look.
        width: of the rows; the view sets it.
        shows_focus: whether the current row has a ring: while people use the keyboard.
    """

    def __init__(self, look: Look, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._context = ViewContext()
        # By identity: hashing a row would hash every person in it. The row itself is kept beside.
        self._texts: dict[int, tuple[TalkRow, TalkText]] = {}
        # By place, of the rows that were laid out last.
        self._heights: dict[int, int] = {}
        self.ink = Ink(look)
        self.shows_focus = False
        self.width = 0

    def set_context(self, context: ViewContext) -> None:
        """Other zones, now, colours; forgets what rows of before said."""
        self._context = context
        self._texts.clear()

    def refresh(self) -> None:
        """The look changed."""
        self.ink = Ink(self._look)

    def star_rect(self, rect: QRect) -> QRect:
        """Where a click sets the star, in a row's rectangle."""
        width = self.ink.metrics.star_column
        return QRect(rect.right() + 1 - width, rect.top(), width, min(rect.height(), width))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.width or option.rect.width()
        # Asked for thousands of rows at once: not through Qt, which would take twice the time.
        model: Any = index.model()
        place = index.row()
        height = self._heights[place] = self.height_of(model.rows[place], width)
        return QSize(width, height)

    def are_as_high(self, rows: Sequence[Row], places: Iterable[int]) -> bool:
        """Whether rows at these places are as high as those that were laid out there."""
        known, width = self._heights, self.width
        return all(known.get(place) == self.height_of(rows[place], width) for place in places)

    def height_of(self, row: Row, width: int) -> int:
        """How high a row is in a list of this width.

        Asked for every row of a day, so that words are left to those that are painted.
        """
        metrics = self.ink.metrics
        if isinstance(row, TalkRow):
            return metrics.talk_height(
                width,
                talk_title(row.entry.title),
                has_people=bool(row.entry.speakers or row.entry.authors),
                has_badges=self._has_badges(row),
            )
        if isinstance(row, ResultRow):
            return cast("int", _results().height(row, metrics))
        return metrics.fixed_heights[type(row)]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(Role.ROW), option.rect
        state = self.state_of(index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match row:
            case TalkRow():
                color = self._context.color_of(row.entry)
                TalkPainter(self.ink, painter, rect, state).paint(row, self._text(row), color)
            case HeaderRow():
                paint_header(self.ink, painter, rect, row)
            case SlimRow():
                paint_slim(self.ink, painter, rect, row, self._context)
            case NowRow():
                paint_now(self.ink, painter, rect, row, self._context)
            case DayRow():
                paint_day(self.ink, painter, rect, row)
            case TitleRow():
                paint_title(self.ink, painter, rect, row)
            case ResultRow():
                _results().ResultPainter(self.ink, painter, rect, state).paint(row)

    def state_of(self, index: Index) -> RowState:
        """How the row of an index is to be painted."""
        return state_of(self._view, index, shows_focus=self.shows_focus)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The whole title and people on hover, where the row shows only a part of them."""
        row = index.data(Role.ROW)
        if event.type() != QEvent.Type.ToolTip or not isinstance(row, TalkRow):
            return super().helpEvent(event, view, option, index)
        text = self._text(row)
        width = self.ink.metrics.text_width(option.rect.width())
        shown = self.ink.metrics.title.lines(text.title, width)
        cut = [text.title] if shown[-1].endswith("…") else []
        cut += [text.people] if self.ink.metrics.people.width(text.people) > width else []
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(cut)), view)
        return True

    def _has_badges(self, row: TalkRow) -> bool:
        return bool(badges(row, self._context))

    def _text(self, row: TalkRow) -> TalkText:
        known, text = self._texts.get(id(row), (None, None))
        if known is not row or text is None:
            text = talk_text(row, self._context)
            self._texts[id(row)] = (row, text)
        return text


@cache
def _results() -> ModuleType:
    """What is not needed for the first picture of the window."""
    from companion.ui.delegates import result_row  # noqa: PLC0415

    return result_row
