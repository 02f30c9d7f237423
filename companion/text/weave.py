"""Marks that hold the place of formulas while a text becomes HTML, and formulas put back.

A mark holds noncharacters, which are taken out of foreign text, and a number that nobody outside
this process knows, so that no text can forge one: not even as `&#xFDD0;`.
"""

import os
import re
from collections.abc import Callable, Sequence

from companion.text.formulas import Formula, Span

FormulaHtml = Callable[[Formula], str]

# Deeper nesting than any author's would stall the widget that draws it: it lays out a table within
# a table twice at every level.
NESTING_LIMIT = 40
TABLES_LIMIT = 3
# And more cells than any author's would stall it whenever the window is resized.
CELLS_LIMIT = 600

_SECRET = os.urandom(8).hex()
_MARK = f"\ufdd0{_SECRET}x"
_MARK_END = "\ufdd1"
_PIECE = re.compile(rf"<(/?)([a-z0-9]+)[^>]*>|{_MARK}([0-9]+){_MARK_END}([.,;:]?)")
_VOID = frozenset(("br", "hr", "col"))
_EMPTY = re.compile(r"<p>(?:\s|<br>)*</p>\n?")
_EDGE_BREAKS = re.compile(r"(?<=<p>)(?:\s*<br>)+\s*|(?:\s*<br>)+\s*(?=</p>)")

# What must not be in a text before it is marked.
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def mark(text: str, spans: Sequence[Span]) -> str:
    """The text with a mark in the place of each formula."""
    parts: list[str] = []
    end = 0
    for number, span in enumerate(spans):
        parts += text[end : span.start], f"{_MARK}{number}{_MARK_END}"
        end = span.end
    return "".join((*parts, text[end:]))


def put_back(clean: str, found: Sequence[Formula], formula_html: FormulaHtml) -> str:
    """The formulas back in their places, displayed ones in centred paragraphs of their own.

    Args:
        clean: sanitised HTML with marks.
        found: the formulas, by the numbers of their marks.
        formula_html: what to put for each, as trusted HTML.
    """
    inside: list[str] = []
    apart = False

    def piece(match: re.Match[str]) -> str:
        nonlocal apart
        if match[3] is None:
            _follow(inside, match)
            return match.group()
        formula = found[int(match[3])]
        shown = formula_html(formula) + match[4]
        if formula.display and inside[-1:] == ["p"]:
            apart = True
            return f'</p>\n<p align="center" class="formula">{shown}</p>\n<p>'
        return shown

    woven = _PIECE.sub(piece, clean)
    return _EMPTY.sub("", _EDGE_BREAKS.sub("", woven)) if apart else woven


def is_too_much(clean: str) -> bool:
    """Whether sanitised HTML is nested too deeply, or its tables are too large, to be laid out."""
    if clean.count("<td") + clean.count("<th") > CELLS_LIMIT:
        return True
    inside: list[str] = []
    for match in _PIECE.finditer(clean):
        if match[3] is None:
            _follow(inside, match)
            if len(inside) > NESTING_LIMIT:
                return True
            if match[2] == "table" and inside.count("table") > TABLES_LIMIT:
                return True
    return False


def _follow(inside: list[str], match: re.Match[str]) -> None:
    """Keep the open elements up to date; the sanitiser closes all it opens, in order."""
    if match[1]:
        inside.pop()
    elif match[2] not in _VOID:
        inside.append(match[2])
