"""The row of a talk that was found: when, title, people, and the words around the match."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout

from companion.services.agenda import ResultRow
from companion.ui.delegates.ink import Ink
from companion.ui.delegates.row_metrics import BAR_LEFT, PADDING, RowMetrics
from companion.ui.delegates.row_state import RowState
from companion.ui.delegates.talk_row import paint_ground, paint_star
from companion.ui.delegates.text import Measure
from companion.ui.marks import (
    Ranges,
    from_mark,
    reads_leftwards,
    split_marks,
    utf16_ranges,
    with_gap,
    word_ranges,
)
from companion.ui.words import result_when, talk_title

_IN_ROW = frozenset(("title", "people"))


def shown_snippet(row: ResultRow) -> str:
    """The words around the match; empty where title or people already show it."""
    return "" if row.hit.field in _IN_ROW else row.hit.snippet


def height(row: ResultRow, metrics: RowMetrics) -> int:
    """How high the row is."""
    has_people, has_snippet = bool(row.hit.speakers), bool(shown_snippet(row))
    return metrics.result_height(has_people=has_people, has_snippet=has_snippet)


def seen_title(measure: Measure, title: str, words: tuple[str, ...], width: int) -> str:
    """A title as it fits into one line, with the first matched word in sight."""
    shown, ranges = measure.elided(title, width), word_ranges(title, words)
    if shown == title or not ranges or sum(ranges[0]) < len(shown):
        return shown
    return measure.elided(with_gap(title, ranges), width)


@dataclass(frozen=True, slots=True)
class ResultPainter:
    """Paints one row."""

    ink: Ink
    painter: QPainter
    rect: QRect
    state: RowState

    def paint(self, row: ResultRow) -> None:
        """The whole row."""
        paint_ground(self.ink, self.painter, self.rect, self.state)
        metrics, hit = self.ink.metrics, row.hit
        top = float(self.rect.top() + PADDING)
        time, day = result_when(row)
        left = BAR_LEFT + 4
        self.ink.write(self.painter, metrics.time, "text", left, top, time)
        self.ink.write(self.painter, metrics.end, "dim", left, top + metrics.time.height, day)
        width = metrics.text_width(self.rect.width())
        title = seen_title(metrics.title, talk_title(hit.title), row.words, width)
        self._marked(metrics.title, "text", top, title, word_ranges(title, row.words))
        top += metrics.title.height
        if hit.speakers:
            people = metrics.people.elided(hit.speakers, width)
            self._marked(metrics.people, "dim", top, people, word_ranges(people, row.words))
            top += metrics.people.height
        if snippet := shown_snippet(row):
            self._snippet(top, width, *split_marks(snippet))
        paint_star(self.ink, self.painter, self.rect, self.state, hit.star)

    def _marked(self, measure: Measure, color: str, top: float, text: str, ranges: Ranges) -> None:
        """One line; the marked letters on a ground of their own."""
        left = self.ink.metrics.title_left
        if ranges and reads_leftwards(text):
            layout, _ = self._lines(measure, text, ranges, 1, round(measure.width(text)) + 1)
            self.painter.setPen(self.ink.color(color))
            layout.draw(self.painter, QPointF(left, top))
            return
        for start, length in ranges:
            before = measure.width(text[:start])
            until = measure.width(text[: start + length])
            box = QRect(
                round(left + before), round(top) + 1, round(until - before) + 1, measure.height - 2
            )
            self.painter.fillRect(box, self.ink.color("mark"))
        self.ink.write(self.painter, measure, color, left, top, text)

    def _snippet(self, top: float, width: int, text: str, ranges: Ranges) -> None:
        measure = self.ink.metrics.people
        layout, end = self._lines(measure, text, ranges, 2, width)
        if ranges and ranges[0][0] + ranges[0][1] > end:
            layout, end = self._lines(measure, *from_mark(text, ranges), 2, width)
        self.painter.setPen(self.ink.color("dim"))
        layout.draw(self.painter, QPointF(self.ink.metrics.title_left, top))

    def _lines(
        self, measure: Measure, text: str, ranges: Ranges, most: int, width: int
    ) -> tuple[QTextLayout, int]:
        """So many lines at most, and where they end in the text."""
        layout, end = QTextLayout(text, measure.font), 0
        layout.setFormats([self._format(*part) for part in utf16_ranges(text, ranges)])
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * measure.height))
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, end

    def _format(self, start: int, length: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, length
        style = QTextCharFormat()
        style.setBackground(QColor(self.ink.color("mark")))
        style.setForeground(QColor(self.ink.color("mark_text")))
        made.format = style
        return made
