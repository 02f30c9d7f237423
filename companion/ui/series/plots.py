"""Plots of two editions, painted by hand: what was then is hatched, what is now is filled.

Every bar has its number beside it and the legend says which is which, so no colour is needed. The
numbers are told to screen readers too, and stand in a table beside each plot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, CAPTION, SMALL, STRONG
from companion.ui.i18n import listed, locale, translate
from companion.ui.theme import Look

_GAP = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing in both editions.

    Attributes:
        note: in words beside it, such as “grew”; may be empty.
    """

    label: str
    then: float
    now: float
    note: str = ""


def number_text(value: float) -> str:
    """`116`, `310.5`, in the locale."""
    if value == round(value):
        return locale().toString(round(value))
    return locale().toString(value, "f", 1)


class _Plot(QWidget):
    """What both plots share: bars, the names of the editions, the legend."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.bars: tuple[Bar, ...] = ()
        self.titles = ("", "")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def set_bars(self, bars: Sequence[Bar], titles: tuple[str, str]) -> None:
        """Show others."""
        self.bars, self.titles = tuple(bars), titles
        said = translate("Plot", "{label}: {then} then, {now} now")
        self.setAccessibleDescription(
            listed(
                said.format(label=bar.label, then=number_text(bar.then), now=number_text(bar.now))
                for bar in self.bars
            )
        )
        self.updateGeometry()
        self.update()

    def _measure(self, size: int = SMALL, weight: int = 400) -> Measure:
        return Measure(self._look.font(size, weight), self._look.fonts.px(size + 5))

    def _write(
        self, painter: QPainter, measure: Measure, color: str, left: float, top: float, text: str
    ) -> None:
        painter.setFont(measure.font)
        painter.setPen(self._look.color(color))
        painter.drawText(round(left), round(top + measure.ascent), text)

    def _bar(self, painter: QPainter, box: QRectF, *, is_now: bool) -> None:
        color = self._look.color("accent")
        painter.setPen(QPen(color, 1))
        painter.setBrush(color if is_now else QBrush(color, Qt.BrushStyle.BDiagPattern))
        if box.width() > 0:
            painter.drawRoundedRect(box, 2, 2)

    def _legend(self, painter: QPainter, left: float, top: float) -> float:
        """Which bar is which; returns the height taken."""
        measure = self._measure(CAPTION)
        for title, is_now in zip(self.titles, (False, True), strict=True):
            size = measure.height - 6
            self._bar(painter, QRectF(left, top + 3, size * 1.6, size), is_now=is_now)
            left += size * 1.6 + 6
            self._write(painter, measure, "text", left, top, title)
            left += measure.width(title) + 20
        return measure.height + _GAP

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()


class BarPlot(_Plot):
    """Two thin bars per row, one row per thing."""

    def _row_height(self) -> int:
        return 2 * self._measure().height + 6

    def sizeHint(self) -> QSize:
        legend = self._measure(CAPTION).height + _GAP
        return QSize(360, legend + len(self.bars) * self._row_height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._legend(painter, 0, 0)
        label, small = self._measure(CAPTION, STRONG), self._measure()
        column = min(self.width() * 0.5, max((label.width(b.label) for b in self.bars), default=0))
        notes = max((small.width(bar.note) for bar in self.bars), default=0)
        left = column + 12
        room = max(20.0, self.width() - left - notes - 48)
        most = max((max(bar.then, bar.now) for bar in self.bars), default=1) or 1
        for bar in self.bars:
            middle = top + (self._row_height() - label.height) / 2 - 2
            self._write(painter, label, "text", 0, middle, label.elided(bar.label, int(column)))
            for value, is_now, at in ((bar.then, False, top), (bar.now, True, top + small.height)):
                long = room * value / most
                self._bar(painter, QRectF(left, at + 3, long, small.height - 5), is_now=is_now)
                self._write(painter, small, "text", left + long + 5, at, number_text(value))
            right = self.width() - small.width(bar.note)
            self._write(painter, small, "dim", right, top + small.height / 2, bar.note)
            top += self._row_height()
        painter.end()


class SmallMultiples(_Plot):
    """A small panel per measure, each with a scale of its own."""

    _COLUMNS = 3

    def _panel_height(self) -> int:
        return self._look.fonts.px(150)

    def sizeHint(self) -> QSize:
        lines = -(-len(self.bars) // self._COLUMNS)
        return QSize(460, self._measure(CAPTION).height + _GAP + lines * self._panel_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._legend(painter, 0, 0)
        width, height = self.width() / self._COLUMNS, self._panel_height()
        for place, bar in enumerate(self.bars):
            row, column = divmod(place, self._COLUMNS)
            box = QRectF(column * width, top + row * height, width - 16, height - 16)
            self._panel(painter, box, bar)
        painter.end()

    def _panel(self, painter: QPainter, box: QRectF, bar: Bar) -> None:
        head, small = self._measure(CAPTION, STRONG), self._measure(BODY, STRONG)
        title = head.elided(bar.label, int(box.width()))
        self._write(painter, head, "text", box.left(), box.top(), title)
        floor = box.bottom()
        painter.setPen(QPen(self._look.color("outline"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        room = box.height() - head.height - small.height - 6
        most = max(bar.then, bar.now) or 1
        wide = min(box.width() / 3, 46.0)
        for place, (value, is_now) in enumerate(((bar.then, False), (bar.now, True))):
            left = box.left() + 8 + place * (wide + 14)
            high = room * value / most
            if value:
                self._bar(painter, QRectF(left, floor - high, wide, high), is_now=is_now)
            text = number_text(value)
            middle = left + (wide - small.width(text)) / 2
            self._write(painter, small, "text", middle, floor - high - small.height, text)
