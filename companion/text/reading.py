r"""Formulas and loose LaTeX in titles and descriptions read out in Unicode."""

import html
import re

from companion.text import formulas, symbols, tags
from companion.text.formulas import Formula, replaced
from companion.text.latex_words import words
from companion.text.unicode_math import to_unicode
from companion.text.wordlist import names

_HTML_SPACE = re.compile(r"[ \t\xa0]+")
# LaTeX outside of formulas, as titles have it: \"o, \emph{…}, \ket{0}, \&.
_LOOSE = re.compile(
    r"""\\(?P<name>[A-Za-z]+)(?P<arguments>(?:\s*\{[^{}]*\})*)"""
    r"""|\\["'`^~=.](?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|\\[&%#_$,;!:\[\](){}]"""
    r"""|(?<=\s)\\\\(?=\s)"""
)
_WORD_MACROS = names(
    "emph textit textbf textrm textsf texttt textsc text mathrm mathsf mathbf mathbb mathcal "
    "mathit mathfrak sqrt frac braket expval"
)
_KNOWN = frozenset((*symbols.ORDINARY, *symbols.LARGE, *symbols.RELATIONS, *symbols.OPERATORS))
_WITH_ARGUMENTS = _KNOWN.union(_WORD_MACROS, symbols.TEMPLATES, symbols.ACCENTS)
_BEFORE_MACRO = ("", " ", "\n", "(", "[", "-", ",")
_BREAKS = {"\\\\": " ", "\\!": ""}
_SWITCHED = re.compile(
    r"\{\s*\\(?:em|it|bf|sl|sf|tt|rm|sc|itshape|bfseries)(?![A-Za-z])\s*([^{}]*)\}"
)
_SCRIPTS = {"textsuperscript": "^", "textsubscript": "_"}
_ACCENT_MACROS = frozenset("cvuHkr")
_LINK = re.compile(
    r"\[([^\[\]\n]*)\]\(\s*<?(?:https?:|mailto:|/|#)[^\s()]*(?:\s+\"[^\"\n]*\")?\s*\)"
)
_MARKS = re.compile(
    r"\*+|`+|(?<![\w\\])_+(?=\w)|(?<=\w)_+(?!\w)|^[ \t]*(?:#{1,6}|>+)[ \t]+", re.MULTILINE
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def title(text: str) -> str:
    """A plain-text title, with its formulas and the LaTeX around them read out."""
    return replaced(text, formulas.find(text), _unicode, _words)


def description(text: str) -> str:
    """The words of Markdown or HTML, without marks and tags."""
    text = tags.drop_hidden(text) if "<" in text else text
    return replaced(text, formulas.find(text, backticks=True), _unicode, _without_marks)


def _unicode(formula: Formula) -> str:
    return to_unicode(formula.source)


def _words(text: str) -> str:
    return _LOOSE.sub(_loose, _SWITCHED.sub(r"\1", text)) if "\\" in text else text


def _loose(match: re.Match[str]) -> str:
    name = match["name"]
    if name is None and match.group() in _BREAKS:
        return _BREAKS[match.group()]
    if name is None:
        return words(match.group()) if match.group() not in ("\\{", "\\}") else match.group()[1]
    if name in _SCRIPTS and match["arguments"]:
        return to_unicode(_SCRIPTS[name] + match["arguments"])
    if name in _ACCENT_MACROS and match["arguments"]:
        return words(match.group())
    known = name in (_WITH_ARGUMENTS if match["arguments"] else _KNOWN)
    # `C:\foo` and `and\or` are not LaTeX; a word of its own with a backslash is.
    alone = match.string[max(0, match.start() - 1) : match.start()] in _BEFORE_MACRO
    return to_unicode(match.group()) if known or alone else match.group()


def _without_marks(text: str) -> str:
    if "<" in text:
        text = tags.without_tags(text)
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return _HTML_SPACE.sub(" ", html.unescape(_ESCAPED.sub(r"\1", text)))
