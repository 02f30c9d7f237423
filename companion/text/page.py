"""A text as a page shows it: pieces of safe HTML, a place for each formula, and its words.

Formulas are drawn later, and again in other colours and sizes; so HTML holds a mark in the place of
each, an image that nothing loads, and the formulas stand beside it.
"""

import re

from companion.text.flatten import flatten
from companion.text.formulas import Formula
from companion.text.marked import MARK, PageText
from companion.text.markup import to_html, unicode_html
from companion.text.pieces import pieces

# More of them than any author's are read out instead of drawn: laying out takes time with each.
DRAWN_LIMIT = 100

_IMAGE = re.compile(rf'<img src="{MARK}(\d+)">')
# Qt breaks a line on both sides of an image, TeX does not: what touches a formula goes with it.
_BEFORE = re.compile(r"[(\[“‘«]{1,3}\Z")
_AFTER = re.compile(r"[.,;:!?)\]…’”»\u2010-\u2014-]{1,3}|(?:th|st|nd|rd|s)(?![^\W_])[.,;:!?)\]]?")


def page_text(raw: str) -> PageText:
    """Foreign text, Markdown or HTML, as a page shows it."""
    found: list[Formula] = []

    def mark(formula: Formula) -> str:
        if len(found) >= DRAWN_LIMIT:
            return unicode_html(formula)
        found.append(formula)
        return f'<img src="{MARK}{len(found) - 1}">'

    marked = to_html(raw, mark)
    spoken = _IMAGE.sub(lambda match: unicode_html(found[int(match[1])]), marked)
    return PageText(pieces(_joined(marked)), tuple(found), flatten(spoken))


def _joined(marked: str) -> str:
    """The HTML with what touches a formula in its mark."""
    parts: list[str] = []
    end = 0
    for image in _IMAGE.finditer(marked):
        start = image.start()
        before = _BEFORE.search(marked, max(end, start - 3), start)
        after = _AFTER.match(marked, image.end())
        parts.append(marked[end : before.start() if before else start])
        signs = [match.group() if match else "" for match in (before, after)]
        neighbours = "|".join(("", *signs)) if any(signs) else ""
        parts.append(f'<img src="{MARK}{image[1]}{neighbours}">')
        end = after.end() if after else image.end()
    return "".join((*parts, marked[end:]))
