"""A contact sheet of formulas, to be judged by eye: source, reading in Unicode, and picture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QImage, QPainter

from companion.text.formulas import Formula, find
from companion.text.outline import outline
from companion.text.page import page_text
from companion.text.typeset import CannotTypeset
from companion.text.unicode_math import to_unicode
from companion.ui.fonts import BODY, SMALL, STRONG
from companion.ui.formulas.ink import Ink, fill, ink_of
from companion.ui.theme import Look

if TYPE_CHECKING:
    from companion.services.registry import Services

_CELL, _GAP, _HEAD, _LETTERS = 420.0, 16.0, 56.0, 16.0


@dataclass(frozen=True, slots=True)
class Sample:
    """One formula of a sheet.

    Attributes:
        ink: None if it could not be drawn.
        seconds: that it took to draw.
    """

    formula: Formula
    ink: Ink | None
    seconds: float


def formulas_of(services: "Services", key: str | None) -> Iterator[Formula]:
    """Those in titles and texts of an edition, or of all that are stored."""
    keys = [info.key for info in services.editions.list() if info.stored is not None]
    for edition in [key] if key else keys:
        for talk in services.programme.contributions(edition):
            yield from (span.formula for span in find(talk.title))
            yield from page_text(talk.description).formulas


def formulas_in(path: Path) -> Iterator[Formula]:
    """Those of a text file, whose lines beginning with `#` are comments."""
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from (span.formula for span in find(line))


def drawn(formulas: Iterable[Formula]) -> tuple[Sample, ...]:
    """Each formula once, in order, with the time it took."""
    _ink(Formula("x", display=False))  # the library is imported with the first one
    return tuple(_sample(formula) for formula in dict.fromkeys(formulas))


def _sample(formula: Formula) -> Sample:
    start = perf_counter()
    ink = _ink(formula)
    return Sample(formula, ink, perf_counter() - start)


def _ink(formula: Formula) -> Ink | None:
    try:
        return ink_of(outline(formula.source, display=formula.display))
    except CannotTypeset:
        return None


def summary(samples: Sequence[Sample]) -> str:
    """`60 formulas, 60 drawn; median 5.1 ms, longest 12.0 ms`; for developers, so in English."""
    times = [sample.seconds * 1000 for sample in samples] or [0.0]
    count = sum(sample.ink is not None for sample in samples)
    return (
        f"{len(samples)} formulas, {count} drawn; "
        f"median {median(times):.1f} ms, longest {max(times):.1f} ms"
    )


def sheet(samples: Sequence[Sample], look: Look, width: int, scale: float) -> QImage:
    """Draw a sheet.

    Args:
        samples: in the order of the sheet, down the columns.
        look: theme and fonts.
        width: in logical pixels; the height follows.
        scale: pixels of the picture for each.
    """
    columns = max(1, int(width // _CELL))
    count = -(-len(samples) // columns)
    parts = [samples[at * count : (at + 1) * count] for at in range(columns)]
    height = 48 + max((sum(map(_height, part)) for part in parts), default=0.0)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(look.color("pane"))
    painter = QPainter(image)
    painter.setFont(look.font(BODY, STRONG))
    painter.setPen(look.color("text"))
    painter.drawText(QPointF(_GAP, 28), summary(samples))
    for column, part in enumerate(parts):
        top = 48.0
        for sample in part:
            left = column * width / columns
            _draw(painter, sample, QRectF(left, top, width / columns, _height(sample)), look)
            top += _height(sample)
    painter.end()
    return image


def _height(sample: Sample) -> float:
    ink = sample.ink
    return _HEAD + (ink.ascent + ink.depth if ink else 1.0) * _LETTERS


def _draw(painter: QPainter, sample: Sample, cell: QRectF, look: Look) -> None:
    left, top, room = cell.left() + _GAP, cell.top(), cell.width() - 2 * _GAP
    painter.fillRect(QRectF(left, top, room, 1), look.color("hairline"))
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    mono.setPixelSize(look.fonts.px(SMALL))
    lines = (mono, "dim", sample.formula.source), (look.font(SMALL), "accent", _words(sample))
    for number, (font, color, text) in enumerate(lines):
        painter.setPen(look.color(color))
        _line(painter, font, QPointF(left, top + 14 + 15 * number), text, room)
    ink = sample.ink
    if ink is not None:
        size = _LETTERS * min(1.0, room / (ink.width * _LETTERS))
        at = QPointF(left, top + 40 + ink.ascent * _LETTERS)
        fill(painter, ink, at, size, look.color("text"))


def _words(sample: Sample) -> str:
    words = to_unicode(sample.formula.source)
    return words if sample.ink else f"{words}   (cannot be drawn)"


def _line(painter: QPainter, font: QFont, at: QPointF, text: str, room: float) -> None:
    painter.setFont(font)
    line = " ".join(text.split())
    painter.drawText(at, QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, room))
