"""The row of a talk: colour of its session, times, title, people, badges, star."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from companion.domain.bookmark import Star
from companion.domain.entry import EntryState
from companion.frozen import frozen
from companion.services.agenda import Phase, TalkRow
from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.delegates.row_metrics import BAR_LEFT, BAR_WIDTH, PADDING, RIGHT, TIME_LEFT
from companion.ui.delegates.row_state import RowState
from companion.ui.format import time_text, weekday_text
from companion.ui.words import badges, speakers_line, talk_title

_NARROWEST_BADGE = 40


@frozen
class TalkText:
    """What a talk's row says."""

    start: str
    end: str
    title: str
    people: str
    badges: tuple[tuple[str, bool], ...]


def talk_text(row: TalkRow, context: ViewContext) -> TalkText:
    """The words of a row."""
    entry, zone = row.entry, context.zone
    return TalkText(
        start=time_text(entry.start_dt, zone) if entry.start_dt else "–",
        end=_under_start(row, context),
        title=talk_title(entry.title),
        people=speakers_line(entry),
        badges=badges(row, context),
    )


def _under_start(row: TalkRow, context: ViewContext) -> str:
    """The end; in lists of several days the day instead: `Tue 26`."""
    if row.day is not None:
        return f"{weekday_text(row.day)} {row.day.day}"
    return time_text(row.entry.end_dt, context.zone) if row.entry.end_dt else ""


@frozen
class TalkPainter:
    """Paints one row."""

    ink: Ink
    painter: QPainter
    rect: QRect
    state: RowState

    def paint(self, row: TalkRow, text: TalkText, session_color: str) -> None:
        """The whole row."""
        paint_ground(self.ink, self.painter, self.rect, self.state)
        metrics, painter, rect = self.ink.metrics, self.painter, self.rect
        is_past = row.phase is Phase.PAST
        strong, dim = ("dim", "faint") if is_past else ("text", "dim")
        top = float(rect.top() + PADDING)
        bar = QRectF(BAR_LEFT, top, BAR_WIDTH, rect.height() - 2 * PADDING)
        self.ink.plate(painter, bar, self.ink.session_color(session_color), 2)
        self.ink.write(painter, metrics.time, strong, TIME_LEFT, top, text.start)
        self.ink.write(painter, metrics.end, dim, TIME_LEFT, top + metrics.time.height, text.end)
        top = self._title(text.title, strong, top, is_gone=_is_gone(row))
        self._below(text, dim, top)
        paint_star(self.ink, painter, rect, self.state, row.entry.star)

    def _title(self, title: str, color: str, top: float, *, is_gone: bool) -> float:
        metrics, left = self.ink.metrics, self.ink.metrics.title_left
        for line in metrics.title.lines(title, metrics.text_width(self.rect.width())):
            self.ink.write(self.painter, metrics.title, color, left, top, line)
            if is_gone:
                y = top + metrics.title.height / 2 + 1
                right = left + metrics.title.width(line)
                self.painter.drawLine(QPointF(left, y), QPointF(right, y))
            top += metrics.title.height
        return top

    def _below(self, text: TalkText, color: str, top: float) -> None:
        metrics, left = self.ink.metrics, self.ink.metrics.title_left
        width = metrics.text_width(self.rect.width())
        if text.people:
            people = metrics.people.elided(text.people, width)
            self.ink.write(self.painter, metrics.people, color, left, top, people)
            top += metrics.people.height
        if text.badges:
            paint_badges(self.ink, self.painter, QPointF(left, top + 4), width, text.badges)


def paint_star(ink: Ink, painter: QPainter, rect: QRect, state: RowState, star: Star) -> None:
    """Outlined, half filled or filled; always at the same place."""
    size, tokens, icons = ink.metrics.star_size, ink.look.tokens, ink.look.icons
    ratio = painter.device().devicePixelRatioF()
    is_lit = star is not Star.NONE or state.is_hovered
    color = tokens.star if is_lit else tokens.outline
    fill = tokens.star_fill if star is Star.STARRED else "none"
    at = (rect.right() + 1 - RIGHT - size, rect.top() + PADDING)
    painter.drawPixmap(*at, icons.pixmap("star", color, size, ratio, fill=fill))
    if star is Star.TENTATIVE:
        half = icons.pixmap("star-half", color, size, ratio, fill=tokens.star_fill)
        painter.drawPixmap(*at, half)


def paint_ground(ink: Ink, painter: QPainter, rect: QRect, state: RowState) -> None:
    """Selection, hover and the focus ring."""
    if state.is_chosen:
        painter.fillRect(rect, ink.color("tint"))
    elif state.is_hovered:
        painter.fillRect(rect, ink.color("hover"))
    if state.has_focus:
        painter.setPen(QPen(ink.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(3, 2, -3, -2), 6, 6)


def paint_badges(
    ink: Ink, painter: QPainter, at: QPointF, width: int, words: tuple[tuple[str, bool], ...]
) -> None:
    """States in words, as many as fit; amber for those that need a decision."""
    measure = ink.metrics.badge
    left, right = at.x(), at.x() + width
    for text, is_warning in words:
        room = int(right - left - 12)
        if room < _NARROWEST_BADGE:
            return
        shown = measure.elided(text, room)
        box = QRectF(left, at.y(), measure.width(shown) + 12, measure.height)
        ink.plate(painter, box, ink.color("warning_ground" if is_warning else "chip"))
        ink.write(painter, measure, "warning" if is_warning else "dim", left + 6, at.y(), shown)
        left = box.right() + ink.metrics.badge_gap


def _is_gone(row: TalkRow) -> bool:
    return row.entry.state is EntryState.WITHDRAWN
