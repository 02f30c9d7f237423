r"""Foreign texts without their marks, for the search index and its snippets.

`companion.text` renders texts for reading and takes its time. This strips them in some 20 µs:
tags, Markdown marks, dollar signs and backslashes go, the words stay, so that both `theta` and
`ket` are found in `$\ket{\theta}$`.
"""

import re
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from companion.text.money import is_prose
from companion.text.plain import title_text

_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|em|strong|span|sub|sup|u|code|font)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
# Patterns that begin with a fixed character are searched for five times faster.
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_STYLE = re.compile(
    r"\\(?:(?:begin|end)\{[^{}]*\}|(?:math(?:rm|bf|bb|cal|frak|sf|it|scr)|text(?:rm|bf|it)?"
    r"|operatorname|left|right|big|Big)(?![a-zA-Z]))"
)
_BRACED_ACCENT = re.compile(r"\{\\[\"'`^~=.]([A-Za-z])\}")
_ACCENT = re.compile(r"\\(?:[\"'`^~=.]\{?|[Hvcukr]\{)([A-Za-z])\}?")
# No two repeats that could match the same characters: hostile texts must not cost quadratic time.
_LINE_MARK = re.compile(r"#{1,6}[ \t]|>|[-*+][ \t]|(?:\|[ \t]*)?:?---[-|: \t]*\Z")
_UNDERLINE = re.compile(r"_(?:(?!\w)|(?<!\w_))")
_LIMIT = 200_000
# Around the number of a formula. ASCII, since texts of other letters take three times as long.
_PLACE = "~~"
_PLACE_OF = re.compile(f"{_PLACE}([0-9]{{1,9}}){_PLACE}")
# Up to so many characters, so that dollars without an end cost nothing.
_FORMULA = re.compile(r"\$\$?([^$]{1,400})\$\$?|\\\(((?:[^\\]|\\(?![()])){1,400})\\\)", re.DOTALL)
_TWO_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,} +[A-Za-z]{2,}")
_MATHEMATICS = re.compile(r"[\\^_<>=&]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def plain_text(text: str) -> str:
    """The words of a text in Markdown, HTML or LaTeX, in one line, composed (NFC).

    Of an endless text only the first 200,000 characters.
    """
    text = text[:_LIMIT]
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", _HIDDEN.sub(" ", text)))
    if "&" in text:
        text = unescape(text)
    if "](" in text:
        text = _LINK.sub(r"\1", text.replace("![", "["))
    text = " ".join(_without_mark(line.strip()) for line in text.split("\n"))
    if "_" in text:
        text = _UNDERLINE.sub(" ", text)
    # Single replacements take a tenth of the time of one `translate`.
    text = text.replace("*", "").replace("`", "").replace("|", " ")
    return one_line(_without_latex(text))


def plain_title(text: str) -> str:
    """The words of a title: plain text, in which only formulas have marks, in one line.

    What stands between `<` and `>` in it is no tag, and `&lt;` stands for itself.
    """
    return one_line(_without_latex(text[:_LIMIT]))


def _without_latex(text: str) -> str:
    if "\\" in text:
        text = _BRACED_ACCENT.sub(r"\1", _STYLE.sub(" ", text))
        text = _ACCENT.sub(r"\1", text).replace("\\", " ")
    return text.replace("$", "").replace("{", " ").replace("}", "")


def shown_title(text: str) -> str:
    """A title as every list shows it, in one line."""
    return one_line(title_text(text))


def both_texts(text: str) -> tuple[str, str]:
    """The words of a text to be found, and what people see around the words they sought.

    In the first formulas have their macros by name, as `plain_text` has them: mostly ASCII, which
    folds much faster. In the second they are Unicode. They are found by one quick expression,
    since thousands of texts are read in one sync: `companion.text.formulas` finds them exactly,
    and takes six times as long.
    """
    # The marks of Markdown for what is struck through are no words anyway.
    text = text[:_LIMIT].replace(_PLACE, "")
    if "$" not in text and "\\(" not in text:
        plain = plain_text(text)
        return plain, plain
    found: list[tuple[str, str]] = []

    def mark(formula: re.Match[str]) -> str:
        both = _both_formulas(formula[1] or formula[2] or "")
        if both is None:
            return formula[0]
        found.append(both)
        return f"{_PLACE}{len(found) - 1}{_PLACE}"

    marked = plain_text(_FORMULA.sub(mark, text))
    parts = _PLACE_OF.split(marked)  # every second one is a number
    # What was between two marks that go may look like a place: then nothing belongs there.
    places = [int(place) for place in parts[1::2]]
    formulas = [found[place] if place < len(found) else ("", "") for place in places]
    parts[1::2] = [named for named, _unicode in formulas]
    words = "".join(parts)
    parts[1::2] = [unicode for _named, unicode in formulas]
    return words, one_line("".join(parts))


@lru_cache(maxsize=4_000)
def _both_formulas(source: str) -> tuple[str, str] | None:
    """A formula by the names of its macros, and in Unicode; None if it is prose with prices.

    Remembered: in a programme the same few letters are formulas again and again.
    """
    if not _MATHEMATICS.search(source) or (_TWO_WORDS.search(source) and is_prose(source)):
        return None
    # Slow to import, and a person's own data may hold no formula at all.
    from companion.text.unicode_math import to_unicode  # noqa: PLC0415

    source = unescape(source)
    return _without_latex(source), to_unicode(source)


def _without_mark(line: str) -> str:
    mark = _LINE_MARK.match(line)
    return line if mark is None else line[mark.end() :]


def one_line(text: str) -> str:
    """Without control characters and doubled spaces, composed (NFC)."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_CONTROL.sub(" ", text).split())
    return text if text.isascii() else normalize("NFC", text)
