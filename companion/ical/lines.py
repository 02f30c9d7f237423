r"""Text values and folded lines, where icalendar is wrong or slow.

icalendar 7.3 writes the two characters `\N` of a text as a line break (LaTeX has many a `\Nabla`),
and folds character by character, which takes longer than all the rest of a file.
"""

import re
from collections.abc import Iterable
from typing import Any

from icalendar import Component, vText

from companion.errors import BugError

LIMIT = 75
_FOLD = b"\r\n "

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as a TEXT value can hold it (RFC 5545 3.1, TSAFE-CHAR).

    Every kind of line break becomes a line feed, control characters go, and half a surrogate pair
    becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROLS.sub("", _BREAKS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", text)


def escape(text: str) -> str:
    """RFC 5545 3.3.11, for text that is clean."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


class Text(vText):
    """A TEXT value that reads back as it was given."""

    def to_ical(self) -> bytes:
        """Escaped; control characters removed."""
        return escape(clean(self)).encode()


class TextList(vText):
    """Several TEXT values in one property, as in CATEGORIES; given as one text per line."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> "TextList":
        """Line breaks within one text become blanks; texts without anything to see are left out."""
        cleaned = (" ".join(clean(text).split()) for text in texts)
        return cls("\n".join(text for text in cleaned if text))

    def to_ical(self) -> bytes:
        """Escaped, with commas between."""
        return ",".join(escape(text) for text in self.split("\n")).encode()


def to_bytes(component: Component) -> bytes:
    """A component with all that it holds, in the order of icalendar."""
    return b"".join(fold(_line(name, value)) for name, value in component.property_items())


def _line(name: str, value: Any) -> bytes:
    """One property; the value is encoded already, or one of icalendar's types.

    Raises:
        BugError: the value would break out of its line.
    """
    content = value if isinstance(value, bytes) else value.to_ical()
    content = content.encode() if isinstance(content, str) else content
    params = getattr(value, "params", None)
    head = f"{name};".encode() + params.to_ical() if params else name.encode()
    if b"\n" in content or b"\r" in content:
        raise BugError(detail=f"a line break in {name}")
    return head + b":" + content


def fold(raw: bytes) -> bytes:
    """One content line with its CRLF, folded at 75 octets but never inside a character."""
    if len(raw) <= LIMIT:
        return raw + b"\r\n"
    parts, start, room = [], 0, LIMIT
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:  # the middle of a character
            end -= 1
        if _splits_escape(raw[start:end]):
            end -= 1
        parts.append(raw[start:end])
        start, room = end, LIMIT - 1
    parts.append(raw[start:])
    return _FOLD.join(parts) + b"\r\n"


def _splits_escape(part: bytes) -> bool:
    """Whether a backslash at the end belongs to what follows; some readers lose it there."""
    return (len(part) - len(part.rstrip(b"\\"))) % 2 == 1
