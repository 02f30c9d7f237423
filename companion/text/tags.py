"""Telling HTML tags from less-than signs.

Abstracts hold `A < B`, `<psi|phi>` and `a<b and c>d` as well as real tags, and an HTML parser eats
the former. So a tag is only what looks like one an author would type: a known name, attributes with
values. Every other `<` is text.
"""

import html
import re

from companion.text.wordlist import names

# What a reader's text may keep; everything QTextBrowser draws and nothing that loads or runs.
ALLOWED = names(
    "a b blockquote br caption code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p "
    "pre s small span strong sub sup table tbody td tfoot th thead tr tt u ul"
)
# Tags that vanish while their text stays.
_SILENT = names(
    "abbr acronym address annotation article aside audio big body button center cite colgroup col "
    "details dfn embed figcaption figure font footer form head header html img input label link "
    "main mark math meta mfrac mi mn mo mrow msqrt msub msubsup msup mtext nav o:p picture q samp "
    "section semantics source strike summary time var video wbr"
)
# Elements that vanish with what is in them.
_WITH_CONTENT = names("script style iframe object template noscript textarea title svg select")


def _by_letter(words: frozenset[str]) -> str:
    """The words as an expression that tries those of one first letter only."""
    letters = sorted({word[0] for word in words})
    rests = (sorted(word[1:] for word in words if word[0] == letter) for letter in letters)
    return "|".join(
        f"{letter}(?:{'|'.join(rest)})" for letter, rest in zip(letters, rests, strict=True)
    )


_NAME = _by_letter(ALLOWED | _SILENT)
_BARE = "nowrap|reversed|async|defer|controls|disabled|checked|hidden|open|allowfullscreen|noshade"
_VALUE = r"""(?:"[^"\uFDD0]*"|'[^'\uFDD0]*'|[^\s"'=<>`$\uFDD0]++)"""
_ATTRIBUTE = rf"\s++(?:[a-z_:][\w:.-]*+\s*+=\s*+{_VALUE}|(?:{_BARE})(?=[\s/>]))"
# Possessive throughout: hostile text must not make the search go back over it.
# The letter is looked for first: a text of less-than signs would have each tried by every name.
_TAG = rf"<(?=[/a-z])(?:/(?:{_NAME})\s*+>|(?:{_NAME})(?=[\s/>])(?:{_ATTRIBUTE})*+\s*+/?>)"

TAG = re.compile(_TAG, re.IGNORECASE)
_LEADING = re.compile(rf"\s*+(?:<!doctype[^>]*+>\s*+)?{_TAG}", re.IGNORECASE)
_TAG_OR_LT = re.compile(rf"({_TAG})|<", re.IGNORECASE)
_IMAGE = re.compile(r"<img(?=[\s/>])", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_OPENING = re.compile(r"<[\w:]+")
_KEPT = re.compile(rf"(?<=\s)(?:href|alt|start|colspan|rowspan)\s*+=\s*+{_VALUE}", re.IGNORECASE)
_INLINE = re.compile(r"</?(?:[abisu]|em|strong|su[bp]|span|font|code|tt|small)\b", re.IGNORECASE)
_DROPPED = re.compile(
    rf"<!--|<({'|'.join(sorted(_WITH_CONTENT))})(?=[\s/>])|<!doctype|<[?](?=[a-z])",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether a description was entered as HTML: a leading tag tells, since Indico does not say."""
    return bool(_LEADING.match(text[:10_000])) or text.lstrip().startswith("<!--")


def drop_hidden(text: str) -> str:
    """The text without comments, doctypes and elements whose content no reader sees.

    An element that is never closed is not one: its `<` is left, as text. Linear in the text.
    """
    kept: list[str] = []
    pos = 0
    unclosed: set[str] = set()
    while match := _DROPPED.search(text, pos):
        end = _end_of_hidden(text, match, unclosed)
        kept.append(text[pos : match.start() if end else match.end()])
        pos = end or match.end()
    kept.append(text[pos:])
    return "".join(kept)


def _end_of_hidden(text: str, match: re.Match[str], unclosed: set[str]) -> int:
    """Where the hidden part ends; 0 if it does not. `unclosed` holds what was sought in vain."""
    name = match.group(1)
    if name is None:
        closer = "-->" if match.group() == "<!--" else ">"
    else:
        closer = rf"</{name.lower()}[^>]*+>?"
    end = None if closer in unclosed else re.compile(closer, re.I).search(text, match.end())
    if end is None:
        unclosed.add(closer)
        return 0
    return end.end()


def escape_stray(text: str) -> str:
    """Text in which every `<` that begins no tag is `&lt;`, and every image is its description."""
    return _TAG_OR_LT.sub(_tag_or_escaped, text)


def _tag_or_escaped(match: re.Match[str]) -> str:
    tag = match.group(1)
    if not tag:
        return "&lt;"
    if _IMAGE.match(tag):
        alt = _ALT.search(tag)
        described = html.unescape(alt.group(1) or alt.group(2) or "") if alt else ""
        return html.escape(image_text(described))
    return str(tag)


def slimmed(text: str) -> str:
    """Text whose tags keep only what matters of them: word processors write pages of style."""
    return TAG.sub(lambda tag: _slim(tag.group()) if "=" in tag.group() else tag.group(), text)


def _slim(tag: str) -> str:
    name = _OPENING.match(tag)
    kept = "".join(f" {match.group()}" for match in _KEPT.finditer(tag))
    return f"{name.group() if name else ''}{kept}>"


def without_tags(text: str) -> str:
    """Text with a space for each block's tag and nothing for those inside of lines."""
    return TAG.sub(lambda tag: "" if _INLINE.match(tag.group()) else " ", text)


def image_text(description: str) -> str:
    """What stands for an image, which is never loaded."""
    words = " ".join(description.split())
    return f"[image: {words}]" if words else "[image]"
