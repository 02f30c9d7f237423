r"""Foreign texts without their marks, for the search index and its snippets.

`companion.text` renders texts for reading and takes its time. This strips them in some 20 µs:
tags, Markdown marks, dollar signs and backslashes go, the words stay, so that both `theta` and
`ket` are found in `$\ket{\theta}$`.
"""

import re
from html import unescape
from unicodedata import normalize

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
# Two of them mark the matches in a snippet.
_PLACE, _PLACE_END = "\ufdd0", "\ufdd1"
_PLACES = re.compile(f"[{_PLACE}{_PLACE_END}]")
_PLACE_OF = re.compile(f"{_PLACE}(\\d+){_PLACE_END}")
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


def shown_text(text: str) -> str:
    """`plain_text` with formulas in Unicode: what people see beside the words they sought."""
    text = text[:_LIMIT]
    if "$" not in text and "\\" not in text:
        return plain_text(text)
    # Slow to import, and most texts have none.
    from companion.text import formulas  # noqa: PLC0415
    from companion.text.unicode_math import to_unicode  # noqa: PLC0415

    found: list[str] = []

    def mark(formula: formulas.Formula) -> str:
        found.append(to_unicode(formula.source))
        return f"{_PLACE}{len(found) - 1}{_PLACE_END}"

    text = _PLACES.sub("", text)
    marked = formulas.replaced(text, formulas.find(text), mark)
    plain = _PLACE_OF.sub(lambda place: found[int(place[1])], plain_text(marked))
    return one_line(plain)


def _without_mark(line: str) -> str:
    mark = _LINE_MARK.match(line)
    return line if mark is None else line[mark.end() :]


def one_line(text: str) -> str:
    """Without control characters and doubled spaces, composed (NFC)."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_CONTROL.sub(" ", text).split())
    return text if text.isascii() else normalize("NFC", text)
