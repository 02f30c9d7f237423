"""Rows that are no talks: headers of session blocks, breaks, days, the line of now."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from companion.services.agenda import DayRow, HeaderRow, NowRow, SlimRow, TitleRow
from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.delegates.row_metrics import BAR_LEFT, RIGHT, TIME_LEFT
from companion.ui.format import time_range, time_text
from companion.ui.words import day_title, header_place, header_title, title_of


def paint_header(
    ink: Ink, painter: QPainter, rect: QRect, row: HeaderRow, *, is_stuck: bool = False
) -> None:
    """A session block's header, in the list or stuck to the top of the view."""
    header, people = ink.metrics.header, ink.metrics.people
    if is_stuck:
        painter.fillRect(rect, ink.color("pane"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, ink.color("hairline"))
    top = rect.top() + (rect.height() - header.height) / 2 + (0 if is_stuck else 2)
    left = BAR_LEFT + 4
    inner = rect.width() - left - RIGHT
    place = header_place(row)
    place_width = min(people.width(place), inner * 0.45)
    title = header.elided(header_title(row), int(inner - place_width - 16))
    place = people.elided(place, int(inner - header.width(title) - 16))
    ink.write(painter, header, "text", left, top, title)
    ink.write(painter, people, "dim", rect.width() - RIGHT - people.width(place), top, place)


def paint_slim(
    ink: Ink, painter: QPainter, rect: QRect, row: SlimRow, context: ViewContext
) -> None:
    """A break: thin, dashed, dimmed; it paces the day."""
    pen = QPen(ink.color("hairline"), 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    for y in (rect.top() + 0.5, rect.bottom() + 0.5):
        painter.drawLine(QPointF(BAR_LEFT, y), QPointF(rect.right() - RIGHT, y))
    entry, people = row.entry, ink.metrics.people
    when = ""
    if entry.start_dt and entry.end_dt:
        when = time_range(entry.start_dt, entry.end_dt, context.zone)
    top = rect.top() + (rect.height() - people.height) / 2
    ink.write(painter, ink.metrics.end, "faint", TIME_LEFT, top, when)
    left = TIME_LEFT + max(ink.metrics.end.width(t) for t in (when, "00:00 – 00:00")) + 12
    parts = (title_of(entry.title or entry.session_title or ""), entry.room_name)
    words = people.elided(" · ".join(filter(None, parts)), int(rect.width() - left - RIGHT))
    ink.write(painter, people, "faint", left, top, words)


def paint_now(ink: Ink, painter: QPainter, rect: QRect, row: NowRow, context: ViewContext) -> None:
    """The line runs between rows, never over words; its label stands in the gutter."""
    small = ink.metrics.small_strong
    text = time_text(row.moment, context.zone)
    box = QRectF(BAR_LEFT, rect.top() + 1, small.width(text) + 12, small.height)
    middle = rect.top() + rect.height() / 2
    painter.setPen(QPen(ink.color("now"), 2))
    painter.drawLine(QPointF(box.right(), middle), QPointF(rect.right() - RIGHT, middle))
    ink.plate(painter, box, ink.color("now"))
    ink.write(painter, small, "now_text", box.left() + 6, box.top(), text)


def paint_day(ink: Ink, painter: QPainter, rect: QRect, row: DayRow) -> None:
    """Begins a day in a list of several."""
    ink.write(painter, ink.metrics.day, "text", BAR_LEFT + 4, rect.top() + 14, day_title(row))


def paint_title(ink: Ink, painter: QPainter, rect: QRect, row: TitleRow) -> None:
    """Begins a group of results."""
    header, people = ink.metrics.header, ink.metrics.people
    top = rect.top() + rect.height() - header.height - 6
    right = rect.width() - RIGHT - people.width(row.note)
    title = header.elided(row.title, int(right - BAR_LEFT - 20))
    ink.write(painter, header, "text", BAR_LEFT + 4, top, title)
    ink.write(painter, people, "dim", right, top, row.note)
