r"""Foreign texts without their marks, for the search index and its snippets.

`companion.text` renders texts for reading and takes its time. This strips them in some 20 µs:
tags, Markdown marks, dollar signs and backslashes go, the words stay, so that both `theta` and
`ket` are found in `$\ket{\theta}$`.
"""

import re
from html import unescape
from unicodedata import normalize

_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
_INLINE_TAG = re.compile(r"</?(?:a|b|i|em|strong|span|sub|sup|u|code|font)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?\)")
_STYLE = re.compile(
    r"\\(?:math(?:rm|bf|bb|cal|frak|sf|it|scr)|text(?:rm|bf|it)?|operatorname|left|right|big|Big"
    r"|begin\{[^{}]*\}|end\{[^{}]*\})(?![a-zA-Z])"
)
# No two repeats that could match the same characters: hostile texts must not cost quadratic time.
_LINE_MARK = re.compile(r"^[ \t]*(?:#{1,6}[ \t]|>|[-*+][ \t]|(?:\|[ \t]*)?:?---[-|: \t]*$)", re.M)
_UNDERLINE = re.compile(r"(?<!\w)_|_(?!\w)")
# Control characters too: two of them mark the matches in a snippet.
_NOISE = str.maketrans(
    {"$": "", "{": "", "}": "", "`": "", "*": "", "\\": " ", "|": " "}
    | {chr(code): " " for code in range(32)}
)


def plain_text(text: str) -> str:
    """The words of a text in Markdown, HTML or LaTeX, in one line, composed (NFC)."""
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", _HIDDEN.sub(" ", text)))
    if "&" in text:
        text = unescape(text)
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "\\" in text:
        text = _STYLE.sub(" ", text)
    text = _UNDERLINE.sub("", _LINE_MARK.sub(" ", text))
    return normalize("NFC", " ".join(text.translate(_NOISE).split()))
