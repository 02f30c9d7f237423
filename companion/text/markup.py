"""Programme text, Markdown or HTML as its author entered it, as HTML that is safe to show.

The one way from foreign text to rich text: formulas out, Markdown to HTML, cleaning last, formulas
back. Cleaning comes after Markdown since Markdown makes tags and links of its own. Nothing in the
result loads, runs or styles; links lead to http, https and mailto only.
"""

import html
import re
from functools import cache

import nh3

from companion.text import formulas, tags, weave
from companion.text.flatten import flatten
from companion.text.formulas import Formula
from companion.text.unicode_math import to_unicode
from companion.text.weave import FormulaHtml

# Longer text is shown plain from here on: no abstract is longer, and hostile text must not stall.
RICH_LIMIT = 20_000
# And cut here.
SOURCE_LIMIT = 400_000
TEXT_LIMIT = 40_000

# No author's text has so many; it is shown without them.
TAGS_LIMIT = 4_000
# Nothing is read behind so many: looking for tags holds up the window's thread (it cannot run
# while an expression searches), and takes time with each.
STARTS_LIMIT = 50_000

NOTHING_READABLE = "This text holds nothing that can be read."
CUT = "The text is longer than can be shown here; its rest is on the programme's website."

# Pictures that an editor put into the text itself: never shown, and longer than any text.
_DATA = re.compile(r"data:[\w/+.-]*+;base64,[A-Za-z0-9+/=]*+")
_NEWLINES = re.compile("\r\n?|[\u2028\u2029\x85]")
_VISIBLE = re.compile("[^\\s\u200b-\u200f\u2060\ufeff\u00ad]")
_TAGS = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t]{2,}")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def to_html(raw: str, formula_html: FormulaHtml | None = None) -> str:
    """Foreign text as sanitised HTML for QTextBrowser.

    Args:
        raw: Markdown or HTML, with LaTeX; told apart by a leading tag.
        formula_html: what to show for a formula, as trusted HTML; readable Unicode by default.

    Returns:
        HTML of paragraphs, lists, tables and links. Empty only for blank text. Long text is plain
        after `RICH_LIMIT` characters and cut after `TEXT_LIMIT`, and says so.
    """
    text, whole = _prepared(raw)
    if not text.strip():
        return ""
    as_html = tags.is_html(text)
    if as_html:
        text = tags.slimmed(tags.drop_hidden(text))
    if text.count("<") > TAGS_LIMIT:
        # Mostly tags, which would count as text: what is left without them is read.
        as_html, text = False, _SPACES.sub(" ", html.unescape(tags.without_tags(text)))
    end = _end(text, TEXT_LIMIT, as_html=as_html)
    middle = _end(text, RICH_LIMIT, as_html=as_html)
    head, rest = text[:middle], text[middle:end]
    result = _rich(head, formula_html or unicode_html, as_html=as_html)
    if rest:
        result += _plain(_rest(rest, as_html=as_html))
    if not _has_words(result):
        result = _nothing(head)
    if not whole or end < len(text):
        result += f"<p><em>{CUT}</em></p>"
    return result


def _prepared(raw: str) -> tuple[str, bool]:
    """The text without pictures and characters that no text has; and whether that is all of it."""
    if "base64," in raw:
        # A call for each lets other threads in between.
        raw = _DATA.sub(lambda _match: "data:", raw)
    text = weave.UNWANTED.sub("", _NEWLINES.sub("\n", raw[:SOURCE_LIMIT]))
    parts = text.split("<", STARTS_LIMIT)
    if len(parts) > STARTS_LIMIT:
        return "<".join(parts[:-1]), False
    return text, len(raw) <= SOURCE_LIMIT


def unicode_html(formula: Formula) -> str:
    """A formula as readable Unicode, escaped."""
    return html.escape(to_unicode(formula.source), quote=False)


def _end(text: str, limit: int, *, as_html: bool) -> int:
    """Where to cut a text: before a tag, or at the end of a paragraph, line or word."""
    if len(text) <= limit:
        return len(text)
    marks = ("<",) if as_html else ("\n\n", "\n", " ")
    ends = (text.rfind(mark, limit // 2, limit) for mark in marks)
    return next((end for end in ends if end > 0), limit)


def _rich(text: str, formula_html: FormulaHtml, *, as_html: bool) -> str:
    dirty, found = _from_html(text) if as_html else _from_markdown(text)
    clean = _cleaner().clean(dirty)
    if weave.is_too_much(clean):
        return _plain(flatten(weave.put_back(clean, found, unicode_html)))
    # Once more, since `&#xFDD0;` has become a character by now.
    return weave.UNWANTED.sub("", weave.put_back(clean, found, formula_html))


def _rest(text: str, *, as_html: bool) -> str:
    """Text beyond the limit, plain."""
    if as_html:
        text = html.unescape(tags.without_tags(text))
    return formulas.replaced(text, formulas.find(text), lambda f: to_unicode(f.source))


def _from_html(text: str) -> tuple[str, list[Formula]]:
    spans = formulas.find(text)
    marked = weave.mark(text, spans).replace("\\$", "$")
    return tags.escape_stray(marked), [span.formula for span in spans]


def _from_markdown(text: str) -> tuple[str, list[Formula]]:
    # Imported where it is used: a list of titles needs no Markdown.
    from companion.text import markdown  # noqa: PLC0415

    spans = formulas.find(text, backticks=True, code=markdown.code_ranges(text))
    return markdown.render(weave.mark(text, spans)), [span.formula for span in spans]


@cache
def _cleaner() -> nh3.Cleaner:
    """The sanitiser; it keeps nothing between texts, so that one serves all threads."""
    cell = {"colspan", "rowspan"}
    return nh3.Cleaner(
        tags=set(tags.ALLOWED),
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}, "td": cell, "th": cell},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel=None,
    )


def _plain(text: str) -> str:
    """Plain text as paragraphs."""
    parts = _PARAGRAPHS.split(text.strip("\n"))
    return "".join(
        f"<p>{html.escape(part, quote=False)}</p>".replace("\n", "<br>") for part in parts
    )


def _nothing(text: str) -> str:
    """What stands for text of which nothing is left: "---" as it is, an empty table in words."""
    return (
        _plain(text)
        if "<" not in text and _has_words(text)
        else (f"<p><em>{NOTHING_READABLE}</em></p>")
    )


def _has_words(result: str) -> bool:
    """Whether a reader sees anything: a character, or a formula that the caller drew."""
    return "<img" in result or bool(_VISIBLE.search(html.unescape(_TAGS.sub("", result))))
