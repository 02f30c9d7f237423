r"""LaTeX of running text as text: accents, escapes, dashes, and macros that only set type."""

import re

from companion.text import symbols
from companion.text.scripts import accented
from companion.text.wordlist import names

_TEXT_ACCENT = re.compile(
    r"""\\(?:(["'`^~=.])\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))"""
    r"""|([cvuHkrdb])(?:\s*\{([A-Za-z])\}|\s+([A-Za-z])\b))"""
)
_TEXT_MACRO = re.compile(r"\\([A-Za-z]+)\s*|\\(.)")
# Macros that set their argument as text.
TEXT_MACROS = names(
    "text textrm textnormal textup textmd textsf texttt textit textbf textsc textsl emph mbox "
    "hbox fbox verb intertext"
)


def words(text: str) -> str:
    r"""Text-mode LaTeX as text: accents (`\"o`), escapes (`\&`), dashes and ties."""
    if "\\" in text:
        text = _TEXT_ACCENT.sub(_text_accent, text)
        text = _TEXT_MACRO.sub(_text_macro, text).replace("{", "").replace("}", "")
    return text.replace("~", " ").replace("---", "—").replace("--", "–")


def _text_accent(match: re.Match[str]) -> str:
    mark = symbols.TEXT_ACCENTS[match[1] or match[4]]
    return accented(match[2] or match[3] or match[5] or match[6], mark)


def _text_macro(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return " " if match[2] in symbols.SPACES else str(match[2])
    if name in symbols.IGNORED or name in TEXT_MACROS:
        return ""
    return symbols.ORDINARY.get(name) or symbols.RELATIONS.get(name) or str(name)
