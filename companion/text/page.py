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
    return PageText(pieces(marked), tuple(found), flatten(spoken))
