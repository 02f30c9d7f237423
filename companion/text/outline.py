"""A formula as outlines, without size or colour: drawn once, sharp at every size, in every theme.

`typeset` answers with SVG; what it draws is filled paths and rectangles only, so that they can be
read into a list of strokes once and be filled with any colour afterwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree.ElementTree import Element, fromstring

from companion.text.typeset import CannotTypeset, typeset

Stroke = tuple[str, tuple[float, ...]]
"""`M x y`, `L x y`, `Q x1 y1 x y`, `Z`, or `R x y width height` for a rule."""

# Large, so that coordinates rounded to a thousandth are exact enough.
_SIZE = 100.0
_STROKE = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_COUNTS = {"M": 2, "L": 2, "Q": 4, "Z": 0}


@dataclass(frozen=True, slots=True)
class Outline:
    """A drawn formula; lengths are in units of the size of its letters.

    Attributes:
        width: of the whole.
        ascent: above the baseline.
        depth: below the baseline; not negative.
        strokes: from the left end of the baseline, y downwards.
    """

    width: float
    ascent: float
    depth: float
    strokes: tuple[Stroke, ...]


@lru_cache(maxsize=512)
def outline(source: str, *, display: bool) -> Outline:
    """Draw a formula, once for all windows and pictures that show it.

    Not for several threads at once, as `typeset`.

    Args:
        source: LaTeX without delimiters.
        display: with limits above and below, as on a line of its own.

    Raises:
        CannotTypeset: the source is wrong, too long, or nothing that the library knows.
    """
    drawn = typeset(source, display=display, size_px=_SIZE, color="black")
    # The typesetter's own output: no document type, so no entities to expand.
    picture = fromstring(drawn.svg)  # noqa: S314
    left = float(picture.get("viewBox", "0").split()[0])
    strokes = tuple(_scaled(stroke, left) for stroke in _strokes(picture, source))
    ascent = drawn.height - drawn.depth
    return Outline(drawn.width / _SIZE, ascent / _SIZE, drawn.depth / _SIZE, strokes)


def _strokes(picture: Element, source: str) -> Iterator[Stroke]:
    for element in picture.iter():
        kind = element.tag.rpartition("}")[2]
        if kind == "path":
            yield from _path(element.get("d", ""), source)
        elif kind == "rect":
            sides = ("x", "y", "width", "height")
            yield "R", tuple(float(element.get(side, "0")) for side in sides)
        elif kind not in ("svg", "g") or element.get("transform"):
            raise CannotTypeset(source, f"cannot be filled: {kind}")


def _path(data: str, source: str) -> Iterator[Stroke]:
    for name, numbers in _STROKE.findall(data):
        values = tuple(map(float, numbers.split()))
        if _COUNTS.get(name) != len(values):
            raise CannotTypeset(source, f"cannot be filled: {name}{numbers}")
        yield name, values


def _scaled(stroke: Stroke, left: float) -> Stroke:
    """Moved so that the picture begins at 0, in units of the letters' size."""
    name, values = stroke
    if name == "R":
        x, y, width, height = values
        return name, ((x - left) / _SIZE, y / _SIZE, width / _SIZE, height / _SIZE)
    return name, tuple(
        (value - (0 if place % 2 else left)) / _SIZE for place, value in enumerate(values)
    )
