"""Programme text as plain text: for titles, lists, calendars, scripts and the search index.

Formulas are readable Unicode everywhere here, so that no raw dollar or backslash meets the eye.
"""

import html
import re

from companion.text import formulas, symbols, tags
from companion.text.formulas import Formula, replaced
from companion.text.latex_words import words
from companion.text.unicode_math import to_unicode
from companion.text.wordlist import names

_INDEX_LIMIT = 200_000
_TITLE_LIMIT = 5_000
_SPACES = re.compile(r"\s+")
_HTML_SPACE = re.compile(r"[ \t\xa0]+")
# LaTeX outside of formulas, as titles have it: \"o, \emph{…}, \ket{0}, \&.
_LOOSE = re.compile(
    r"""\\(?P<name>[A-Za-z]+)(?P<arguments>(?:\s*\{[^{}]*\})*)"""
    r"""|\\["'`^~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|\\[&%#_$,;]"""
)
_WORD_MACROS = names("emph textit textbf textrm textsf texttt textsc text mathrm mathsf")
_KNOWN = _WORD_MACROS.union(
    symbols.TEMPLATES, symbols.ORDINARY, symbols.ACCENTS, symbols.LARGE, symbols.RELATIONS,
    symbols.OPERATORS,
)  # fmt: skip
_ACCENT_MACROS = frozenset("cvuHkr")
_LINK = re.compile(
    r"\[([^\[\]\n]*)\]\(\s*<?(?:https?:|mailto:|/|#)[^\s()]*(?:\s+\"[^\"\n]*\")?\s*\)"
)
_MARKS = re.compile(
    r"\*+|`+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|^[ \t]*(?:#{1,6}|>+)[ \t]+", re.MULTILINE
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def collapse(text: str) -> str:
    """The text on one line, with single spaces."""
    return _SPACES.sub(" ", text).strip()


def title_text(title: str) -> str:
    """A title to show: plain text as the site sends it, formulas in Unicode, on one line.

    `<`, `&`, quotes and prices stay as they are.
    """
    if "$" not in title and "\\" not in title:
        return collapse(title[:_TITLE_LIMIT])
    title = title[:_TITLE_LIMIT]
    return collapse(replaced(title, formulas.find(title), _unicode, _words))


def to_text(raw: str) -> str:
    """Markdown or HTML as readable plain text.

    Paragraphs are parted by an empty line, list items begin with a bullet or number, table cells
    are parted by " | ", links read "text (address)". Empty if there is nothing to read.
    """
    # Imported here, as it brings the sanitiser and the Markdown parser.
    from companion.text import flatten, markup  # noqa: PLC0415

    text = flatten.flatten(markup.to_html(raw))
    return "" if text == markup.NOTHING_READABLE else text


def index_text(raw: str) -> str:
    """The words of Markdown or HTML on one line, for a search index and its snippets.

    About thirty times as fast as `to_text`, and less exact about marks that no search sees.
    """
    raw = tags.drop_hidden(raw[:_INDEX_LIMIT]) if "<" in raw else raw[:_INDEX_LIMIT]
    return collapse(replaced(raw, formulas.find(raw, backticks=True), _unicode, _without_marks))


def _unicode(formula: Formula) -> str:
    return to_unicode(formula.source)


def _words(text: str) -> str:
    return _LOOSE.sub(_loose, text) if "\\" in text else text


def _loose(match: re.Match[str]) -> str:
    name = match["name"]
    if name is None:
        return words(match.group())
    if name in _ACCENT_MACROS and match["arguments"]:
        return words(match.group())
    known = name in _KNOWN or name.startswith(("math", "sqrt", "frac"))
    return to_unicode(match.group()) if known else match.group()


def _without_marks(text: str) -> str:
    if "<" in text:
        text = tags.TAG.sub(" ", text)
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return _HTML_SPACE.sub(" ", html.unescape(_ESCAPED.sub(r"\1", text)))
