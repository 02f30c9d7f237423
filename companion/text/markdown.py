"""Markdown to HTML as Indico renders it: single newlines break lines, tables, lists, autolinks.

Raw HTML in it passes through here and is cleaned afterwards (`markup`); what only looks like a tag
is text.
"""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

from linkify_it import LinkifyIt
from linkify_it.main import Match
from markdown_it import MarkdownIt
from markdown_it.token import Token

from companion.text.tags import drop_hidden, escape_stray, image_text

# Without one of these there is no code block, and no need to look for it.
_MAYBE_CODE = re.compile(r"```|~~~|(?:^|\n)(?:[ >*+-]|\d+[.)])*(?:\t| {4})")
# What Markdown or HTML would change; anything else is paragraphs of plain text. Lists, headings
# and rules only begin lines; brackets are links only with an address or a definition.
_MARKED = re.compile(
    r"[\\`*_<>|~&@\t]| {2}| \n|\][(:\[]|//|mailto:|www\.|(?:^|\n)(?:[ #+=-]|\d{1,9}[.)])",
    re.IGNORECASE,
)
_MAYBE_LINK = re.compile(r"//|@|www\.|mailto:", re.IGNORECASE)
_BRACKETS_LIMIT = 1_000
_ADDRESSES_LIMIT = 500


class _Linkify(LinkifyIt):  # type: ignore[misc]  # no type information
    """Links only what is meant as one: `numpy.io` and `e.g.in` are words."""

    def pretest(self, text: str) -> bool:
        """Whether there may be a link: most texts hold none, and to look closely takes long."""
        return bool(_MAYBE_LINK.search(text)) and bool(super().pretest(text))

    def match(self, text: str) -> list[Match] | None:
        found = [
            match
            for match in super().match(text) or []
            if match.schema or match.raw.lower().startswith("www.")
        ]
        return found or None


@cache
def _parser() -> MarkdownIt:
    """The parser; stateless while it renders, so that one serves all threads."""
    options = {"html": True, "breaks": True, "linkify": True}
    parser = MarkdownIt("commonmark", options).enable(["table", "linkify"])
    parser.linkify = _Linkify()
    # The sanitiser judges every link; refused here, `[x](javascript:…)` would be left as it is.
    parser.validateLink = _judged_later  # type: ignore[method-assign]
    parser.add_render_rule("html_block", _html)
    parser.add_render_rule("html_inline", _html)
    parser.add_render_rule("image", _image)
    return parser


def _judged_later(url: str) -> bool:  # noqa: ARG001
    return True


def _html(_renderer: object, tokens: Sequence[Token], index: int, *_rest: Any) -> str:
    return escape_stray(drop_hidden(tokens[index].content))


def _image(_renderer: object, tokens: Sequence[Token], index: int, *_rest: Any) -> str:
    return escape(image_text(tokens[index].content))


def render(text: str) -> str:
    """Markdown as HTML that has yet to be cleaned."""
    if not _MARKED.search(text):
        return _paragraphs(text)
    if text.count("[") > _BRACKETS_LIMIT:
        # Unclosed ones take time by their square.
        text = text.replace("[", "&#91;")
    if text.count("://") > _ADDRESSES_LIMIT:
        # So do addresses that are none, each after the other.
        text = text.replace("://", "&#58;//")
    return str(_parser().render(text))


def _paragraphs(text: str) -> str:
    parts = filter(None, (part.strip() for part in re.split(r"\n\n+", text)))
    return "\n".join(
        f"<p>{escape(part, quote=False)}</p>".replace("\n", "<br>\n") for part in parts
    )


def code_ranges(text: str) -> list[tuple[int, int]]:
    """Where the code blocks are, as ranges of characters."""
    if not _MAYBE_CODE.search(text):
        return []
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, tokens)
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    ranges = []
    for token in tokens:
        if token.type in ("fence", "code_block") and token.map:
            first, last = token.map
            ranges.append((starts[first], starts[min(last, len(starts) - 1)]))
    return ranges
