"""Sanitised HTML cut into pieces, each well-formed and quick to lay out.

What draws rich text does so in the thread of the window, and takes time with the length of what it
is given at once. An abstract is one piece; a text ten times as long is several.
"""

import re

from companion.text.wordlist import names

FIRST_LIMIT = 8_000
NEXT_LIMIT = 4_000

_TOKEN = re.compile(r"<(/?)([a-z0-9]+)[^>]*>|[^<]+")
_VOID = names("br hr col img")
# `&quot;`: the cleaner writes no others.
_LONGEST_ENTITY = 6
# From here on a piece ends where a paragraph does; at the limit it ends anywhere.
_FULL = 0.7


def pieces(clean: str) -> tuple[str, ...]:
    """The pieces of sanitised HTML, such as `markup.to_html` returns; one of a short text.

    Where a list, table or paragraph must be cut, it is closed and opened again.
    """
    clean = clean.strip()
    if len(clean) <= FIRST_LIMIT:
        return (clean,) if clean else ()
    cutter = _Cutter()
    for match in _TOKEN.finditer(clean):
        if match[2] is None:
            cutter.text(match.group())
        else:
            cutter.tag(match.group(), match[2], is_end=bool(match[1]))
    return cutter.done()


class _Cutter:
    def __init__(self) -> None:
        self._done: list[str] = []
        self._parts: list[str] = []
        self._size = 0
        self._open: list[tuple[str, str]] = []

    @property
    def _room(self) -> int:
        return (NEXT_LIMIT if self._done else FIRST_LIMIT) - self._size

    def tag(self, tag: str, name: str, *, is_end: bool) -> None:
        if is_end:
            self._open.pop()
        elif name not in _VOID:
            self._open.append((name, tag))
        self._add(tag)
        is_full = self._room < (1 - _FULL) * NEXT_LIMIT
        if self._room <= 0 or (is_end and not self._open and is_full):
            self._end()

    def text(self, text: str) -> None:
        while len(text) > self._room:
            at = _place_to_cut(text, max(self._room, 1))
            self._add(text[:at])
            self._end()
            text = text[at:]
        self._add(text)

    def done(self) -> tuple[str, ...]:
        self._end()
        return tuple(self._done)

    def _add(self, token: str) -> None:
        self._parts.append(token)
        self._size += len(token)

    def _end(self) -> None:
        closing = "".join(f"</{name}>" for name, _tag in reversed(self._open))
        text = "".join(self._parts).strip()
        if text:
            self._done.append(text + closing)
        self._parts = [tag for _name, tag in self._open]
        self._size = 0


def _place_to_cut(text: str, limit: int) -> int:
    """After a space if there is one, else between two characters, never inside of `&amp;`."""
    space = text.rfind(" ", limit // 2, limit)
    if space > 0:
        return space + 1
    entity = text.rfind("&", max(0, limit - _LONGEST_ENTITY), limit)
    if entity < 0 or ";" in text[entity:limit]:
        return limit
    return entity or text.find(";") + 1 or limit
