"""A formula drawn as SVG.

ziamath does it, a library without native code that is imported with the first formula only. Authors
write macros it does not know, and hostile ones could make it run for hours, since it lays out each
row twice at every level: so the source is rewritten and weighed first.
"""

import re
import warnings
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring, tostring

from companion.text import latex_macros, latex_tree, mathml

if TYPE_CHECKING:
    from collections.abc import Callable

    from ziamath.zmath import Math

SOURCE_LIMIT = 4_000
_NESTING_LIMIT = 24
# At most half a second, usually much less; the largest formula of the corpora comes to 900.
_COST_LIMIT = 6_000
_MARGIN = 1.0
_PIXELS_LIMIT = 20_000
_COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?|[a-z]{3,20}")
_THREE_COLUMNS = re.compile(r"&\s*([=<>]|\\[A-Za-z]+)\s*&")
_DOUBLE_BAR = re.compile(r"\|\|(?=[^|]*\|\|)([^|]*)\|\|")


class CannotTypeset(Exception):
    """A formula that cannot be drawn: show its source instead.

    Attributes:
        source: the formula as its author wrote it.
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class TypesetFormula:
    """A drawn formula.

    Attributes:
        svg: an SVG 1.1 document, as QtSvg reads it.
        width: in pixels, as are the others.
        height: of the whole picture.
        depth: how much of the height is below the baseline of the text around it.
    """

    svg: bytes
    width: float
    height: float
    depth: float


def typeset(source: str, *, display: bool, size_px: float, color: str) -> TypesetFormula:
    """Draw a formula.

    Not for several threads at once, since the library keeps fonts and settings for all of them.

    Args:
        source: LaTeX without delimiters.
        display: with limits above and below, as on a line of its own.
        size_px: size of the letters.
        color: a name or #rrggbb.

    Raises:
        CannotTypeset: the source is wrong, too long, or nothing that the library knows.
    """
    if not _COLOUR.fullmatch(color):
        raise ValueError(color)
    if len(source) > SOURCE_LIMIT:
        raise CannotTypeset(source, "too long")
    try:
        return _drawn(_tree(source, display), size_px, color)
    except CannotTypeset as error:
        raise CannotTypeset(source, str(error)) from None
    except Exception as error:  # whatever the libraries stumble over
        raise CannotTypeset(source, repr(error)) from error


def rewritten(source: str, *, display: bool) -> str:
    """The source in the LaTeX that ziamath reads.

    Raises:
        CannotTypeset: it is nested too deeply or holds what no formula needs.
    """
    if "eqnarray" in source:
        source = _THREE_COLUMNS.sub(r"&\1", source)
    source = _DOUBLE_BAR.sub(r"\\|\1\\|", source).replace("||", "|{}|")
    try:
        return latex_macros.expand(latex_tree.parse(source, _NESTING_LIMIT), display=display)
    except (latex_tree.TooDeepError, latex_macros.RefusedError) as error:
        raise CannotTypeset(source, repr(error)) from error


@cache
def _library() -> "tuple[Callable[..., str], Callable[..., Math]]":
    """The converter and the typesetter, imported with the first formula: 0.3 s and 20 MiB."""
    with warnings.catch_warnings():
        # ziamath opens its font in a way that Python 3.11 and 3.12 call deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config  # noqa: PLC0415
        from ziamath.tex import tex2mml  # noqa: PLC0415
        from ziamath.zmath import Math  # noqa: PLC0415

    # QtSvg reads SVG 1.2 Tiny, which has no <symbol>.
    config.svg2 = False
    return tex2mml, Math


def _tree(source: str, display: bool) -> Element:
    """The MathML of a source, mended and found light enough to draw."""
    tex2mml, _math = _library()
    # The converter's own output: no document type, so no entities to expand.
    tree = fromstring(tex2mml(rewritten(source, display=display), inline=not display))  # noqa: S314
    for element in tree.iter():
        element.tag = element.tag.rpartition("}")[2]
    mathml.mend(tree)
    if mathml.cost(tree) > _COST_LIMIT:
        mathml.splice(tree)
        if mathml.cost(tree) > _COST_LIMIT:
            raise CannotTypeset(source, "would take too long")
    return tree


def _drawn(tree: Element, size_px: float, color: str) -> TypesetFormula:
    tree.set("mathcolor", color)
    text = "".join(tree.itertext())
    math = _library()[1](tree, size=size_px, margin=_MARGIN)
    missing = [c for c in set(text) if not c.isspace() and not math.font.glyphindex(c)]
    if missing:
        raise CannotTypeset(text, f"no glyph for {missing}")
    return _picture(math, text, color)


def _picture(math: "Math", text: str, color: str) -> TypesetFormula:
    box = math.node.bbox
    width = box.xmax - box.xmin + 2 * _MARGIN
    # Down to the baseline at least: a lone superscript stands above it.
    below, above = max(0.0, -box.ymin), box.ymax
    height = above + below + 2 * _MARGIN
    if not (0 < width < _PIXELS_LIMIT and 0 < height < _PIXELS_LIMIT):
        raise CannotTypeset(text, "nothing to draw")
    svg = math.svgxml()
    for element in svg.iter():
        # Lines over letters have no style of their own.
        if element.get("fill") == "black":
            element.set("fill", color)
    svg.set("height", f"{height:.3f}")
    svg.set("viewBox", f"{box.xmin - _MARGIN:.3f} {-above - _MARGIN:.3f} {width:.3f} {height:.3f}")
    return TypesetFormula(tostring(svg), width, height, below + _MARGIN)
