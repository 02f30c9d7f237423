"""Mending MathML between the LaTeX converter and ziamath.

Both are right in most places; what is mended here was seen on contact sheets
(`render formulas`): Greek variants upright, wide hats, sans-serif in italics, fences too
tall, spaces around signs and function names.
"""

from xml.etree.ElementTree import Element

from companion.text import symbols

# Stands for a space in an operator's name, since the converter drops spaces there.
SPACE_IN_NAME = "QzQ"

_ITALIC_GREEK = frozenset("ϕϵϑϰϱϖ")
_VARIANTS = {"double-struck": "double", "monospace": "mono", "bold-sans-serif": "sans bold"}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# Upright letters; by their own characters, as ziamath slants every single letter.
_SANS = {letter: chr(0x1D5A0 + index) for index, letter in enumerate(_LETTERS)}
_BOLD = {letter: chr(0x1D400 + index) for index, letter in enumerate(_LETTERS)}
_OPEN, _CLOSE = frozenset("([{⟨⌊⌈⟦"), frozenset(")]}⟩⌋⌉⟧!")
_BARS = frozenset("|‖∣∥")
_NO_STRETCH = _OPEN | _CLOSE | _BARS
_SIGNS = frozenset("+-−±∓")
_SCRIPTED = ("msub", "msup", "msubsup", "munder", "mover", "munderover")
_INNER_NO_SPACE = frozenset("∂∇…⋯′∞ℏ∀∃∄↑↓")
_RELATIONS = frozenset(symbols.RELATIONS.values()) | {"=", "<", ">"}
_BINARY = frozenset(symbols.OPERATORS.values()) | _SIGNS
_LARGE = frozenset(symbols.LARGE.values())
_SIGNS_AND_FENCES = _NO_STRETCH | _BINARY | _RELATIONS
_ROWS = frozenset(("mrow", "math", "msqrt", "mtd", "mstyle", "mpadded"))
_THIN, _MEDIUM, _THICK = "0.167em", "0.222em", "0.278em"


def mend(element: Element) -> None:
    """Mend a tree in place."""
    for child in element:
        mend(child)
    _unwrap(element)
    _mend_letters(element)
    if element.tag in _ROWS:
        _mend_row(element)
    if element.tag in ("mover", "munderover"):
        _mend_accent(element)
    if element.tag == "mtable":
        _mend_table(element)


def cost(element: Element) -> int:
    """How long ziamath takes, in about 0.1 ms: it lays out each row twice, at every level."""
    inner = sum(cost(child) for child in element)
    if element.tag in ("mrow", "math", "mtd", "mtr", "msqrt", "mpadded", "mphantom", "mstyle"):
        return 1 + 2 * inner
    return 1 + inner + len(element.text or "")


def splice(element: Element) -> None:
    """Put the content of rows into the rows around them: a little looser, and much faster."""
    for child in element:
        splice(child)
    if element.tag != "mrow":
        return
    children: list[Element] = []
    for child in element:
        children += list(child) if child.tag == "mrow" and not child.attrib else [child]
    element[:] = children


def _text(element: Element) -> str:
    return (element.text or "").strip()


def _unwrap(element: Element) -> None:
    """Take single children out of rows that do nothing but hold them."""
    for index, child in enumerate(element):
        if child.tag == "mrow" and len(child) == 1 and not child.attrib and child[0].tag != "mo":
            element[index] = child[0]


def _mend_letters(element: Element) -> None:
    if element.tag not in ("mi", "mo", "mn", "mtext"):
        return
    text = element.text or ""
    if element.tag != "mtext" and text.startswith("\\") and len(text) > 1:
        # A macro that nobody knows: its name says more than nothing.
        element.text = text = text[1:]
    if SPACE_IN_NAME in text:
        element.text = text.replace(SPACE_IN_NAME, "\u2009")
    variant = element.get("mathvariant", "")
    if variant.startswith("sans-serif"):
        element.text = "".join(_SANS.get(character, character) for character in text)
        del element.attrib["mathvariant"]
    elif variant == "bold" and text in _BOLD:
        element.text = _BOLD[text]
        del element.attrib["mathvariant"]
    elif variant in _VARIANTS:
        element.set("mathvariant", _VARIANTS[variant])
    elif text in _ITALIC_GREEK and not variant:
        element.set("mathvariant", "italic")
    elif element.tag == "mi" and text == "~":
        element.tag, element.text = "mo", "∼"
    elif element.tag == "mi" and text in _SIGNS_AND_FENCES:
        element.tag = "mo"


def _mend_row(row: Element) -> None:
    children: list[Element | None] = [None, *row, None]
    inserted = 0
    for index, child in enumerate(row[:]):
        before, after = children[index], children[index + 2]
        core = _core(child)
        if _is_function(core):
            if _mend_function(core, before, after, scripted=core is not child):
                inserted += 1
                row.insert(index + inserted, Element("mspace", width=_THIN))
        elif core.tag == "mo":
            _mend_operator(core, before, after, scripted=core is not child)
        elif core.tag == "mspace":
            _mend_back(core, before, after)


def _core(element: Element) -> Element:
    """What carries the scripts."""
    while element.tag in _SCRIPTED and len(element):
        element = element[0]
    return element


def _mend_operator(
    operator: Element, before: Element | None, after: Element | None, *, scripted: bool
) -> None:
    text = _text(operator)
    beside_table = any(e is not None and e.tag == "mtable" for e in (before, after))
    if text in _NO_STRETCH and not beside_table:
        operator.attrib.setdefault("stretchy", "false")
    if text in _LARGE:
        # Left to stretch, ziamath measures it as 999 pixels, and the brackets around it grow so.
        operator.set("stretchy", "false")
    if text in _INNER_NO_SPACE:
        _space(operator, "0em", "0em")
    elif text in _BARS:
        _mend_bar(operator, before)
    elif text in (",", ";"):
        _space(operator, "0em", _THIN)
    elif text in _BINARY:
        if _is_open(before) or _is_close(after):
            operator.set("form", "prefix")
            _space(operator, "0em", "0em")
        else:
            _space(operator, _MEDIUM, _MEDIUM)
    elif text in _RELATIONS and not scripted:
        _space(operator, "0em" if before is None else _THICK, "0em" if after is None else _THICK)


def _mend_back(space: Element, before: Element | None, after: Element | None) -> None:
    r"""`\!` before a bracket takes back a space that is not there: not in `\langle\!\langle`."""
    is_back = space.get("width", "").startswith(("-", "negative"))
    if not is_back or after is None or (before is not None and _text(before) in _OPEN):
        return
    first = after[0] if after.tag == "mrow" and len(after) else after
    if _text(first) in _OPEN:
        space.set("width", "0em")


def _mend_bar(bar: Element, before: Element | None) -> None:
    if bar.get("stretchy") == "false":
        _space(bar, "0em", "0em")
        # |−⟩, but not |x| − 1.
        ket = before is not None and _text(before) == "⟩"
        if ket or (_is_open(before) and (before is None or _text(before) not in _BARS)):
            bar.set("form", "prefix")


def _is_open(element: Element | None) -> bool:
    """Whether a sign after this is a sign of what follows, not an operation."""
    if element is None or element.tag != "mo":
        return element is None or element.tag == "mspace"
    text = _text(element)
    if text in _BARS:
        return element.get("form") == "prefix"
    return text not in _CLOSE and text not in _INNER_NO_SPACE


def _is_close(element: Element | None) -> bool:
    return element is None or (element.tag == "mo" and _text(element) in _CLOSE)


def _is_function(element: Element) -> bool:
    text = _text(element)
    return (
        element.tag in ("mi", "mo") and len(text) > 1 and text[0].isalpha() and text.isprintable()
    )


def _mend_function(
    name: Element, before: Element | None, after: Element | None, *, scripted: bool
) -> bool:
    """A thin space before and after a function's name, none towards brackets and signs.

    Returns whether the space after it has to be made behind its scripts.
    """
    name.tag = "mo"
    name.set("form", "infix")
    follows = before is not None and _is_function(_core(before))
    left = "0em" if follows or _is_open(before) else _THIN
    bracket = after is not None and _text(_core(after))[:1] in (*_OPEN, *_CLOSE, ",", "/", "=")
    # A grown bracket comes as a row of its own.
    grown = after is not None and after.tag == "mrow" and len(after) > 0 and after[0].tag == "mo"
    spaced = not (after is None or bracket or grown or after.tag == "mspace")
    _space(name, left, _THIN if spaced and not scripted else "0em")
    return spaced and scripted


def _space(operator: Element, left: str, right: str) -> None:
    operator.set("lspace", left)
    operator.set("rspace", right)


def _mend_accent(element: Element) -> None:
    mark = element[-1]
    if element.get("accent") == "true" and _text(mark) in ("^", "\u0302"):
        # \hat, which must not grow as \widehat does.
        mark.text = "\u02c6"
        mark.set("stretchy", "false")


def _mend_table(table: Element) -> None:
    """Rows of equations apart, columns of matrices too: both came closer than in TeX."""
    if table.get("displaystyle") == "true":
        table.set("rowspacing", "0.6em")
    elif len(table) and len(table[0]) > 1:
        table.attrib.setdefault("columnspacing", "0.8em")
