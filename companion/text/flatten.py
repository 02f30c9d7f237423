"""Sanitised HTML as plain text: paragraphs, bullets, tables and link addresses kept readable."""

import re
from html.parser import HTMLParser

from companion.text.wordlist import names

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLOCKS = names("p div h1 h2 h3 h4 h5 h6 pre blockquote table dl hr")
_INDENT_LIMIT = 8
_MOST_DIGITS = 18
_LISTS = frozenset(("ul", "ol"))
_LINES = frozenset(("li", "tr", "dt", "dd", "caption"))


def flatten(html: str) -> str:
    """The text of well-formed HTML, such as `markup.to_html` returns.

    Blocks are parted by an empty line, list items begin with a bullet or number, table cells are
    parted by " | ", links read "text (address)".
    """
    parser = _Flattener()
    parser.feed(html)
    parser.close()
    return parser.text()


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        # Newlines owed before the next word, so that blocks never add up to a gap.
        self._owed = 0
        self._lists: list[int | None] = []
        self._link = ""
        self._link_start = 0
        self._cell = False
        self._pre = 0

    def text(self) -> str:
        return "".join(self._parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._write("\n", raw=True)
        elif tag in _BLOCKS:
            self._owe(1 if self._lists and tag == "p" else 2)
            self._pre += tag == "pre"
        elif tag in _LISTS:
            self._owe(1 if self._lists else 2)
            self._lists.append(self._first(tag, attrs))
        elif tag in _LINES:
            self._begin_line(tag)
        elif tag in ("td", "th"):
            if self._cell:
                self._trim()
                self._write(" | ", raw=True)
            self._cell = True
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""
            self._link_start = len(self._parts)

    @staticmethod
    def _first(tag: str, attrs: list[tuple[str, str | None]]) -> int | None:
        """The number of a list's first item; None for bullets."""
        if tag != "ol":
            return None
        start = dict(attrs).get("start") or "1"
        return int(start) if start.isdecimal() and len(start) <= _MOST_DIGITS else 1

    def _begin_line(self, tag: str) -> None:
        self._owe(1)
        self._cell = False
        if tag == "li" and self._lists:
            number = self._lists[-1]
            mark = "•" if number is None else f"{number}."
            indent = "  " * min(len(self._lists) - 1, _INDENT_LIMIT)
            self._write(f"{indent}{mark} ", raw=True)
            if number is not None:
                self._lists[-1] = number + 1
            # The item's first paragraph stays on the bullet's line.
            self._owed = -1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._owe(1 if self._lists and tag == "p" else 2)
            self._pre -= tag == "pre"
        elif tag in _LISTS and self._lists:
            self._lists.pop()
            self._owe(1 if self._lists else 2)
        elif tag in _LINES:
            self._owe(1)
            self._cell = False
        elif tag == "a" and self._link:
            shown = "".join(self._parts[self._link_start :]).strip()
            address = self._link.removeprefix("mailto:")
            if shown and shown not in (self._link, address, address.removesuffix("/")):
                self._write(f" ({address})", raw=True)
            self._link = ""

    def handle_data(self, data: str) -> None:
        self._write(data.replace("\xa0", " "), raw=bool(self._pre))

    def _owe(self, newlines: int) -> None:
        if self._owed >= 0:
            self._owed = max(self._owed, newlines)

    def _write(self, text: str, *, raw: bool = False) -> None:
        if not raw:
            text = _SPACE.sub(" ", text)
            if self._owed or not self._parts or self._parts[-1][-1:].isspace():
                text = text.lstrip(" ")
        if not text:
            return
        if self._owed > 0 and self._parts:
            self._trim()
            self._parts.append("\n" * self._owed)
        self._owed = 0
        self._parts.append(text)

    def _trim(self) -> None:
        """Take the space off the end of what is written."""
        while self._parts and not (last := self._parts[-1].rstrip(" \n")):
            self._parts.pop()
        if self._parts:
            self._parts[-1] = last
