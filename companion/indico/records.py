"""Reading one record after the other, so that a bad one is set aside and the rest arrives."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

from companion.errors import Said
from companion.indico.payloads import DbIdIn
from companion.ports.fetching import Quarantined

T = TypeVar("T")
V = TypeVar("V")

UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises: wrong shape or no JSON, no text, nested too deeply."""

_LONGEST = 200
_WORDS = {
    "int": Said("a number"),
    "float": Said("a number"),
    "str": Said("a text"),
    "bool": Said("true or false"),
    "array": Said("a list"),
    "object": Said("a record"),
    "null": Said("nothing"),
}
_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")


class BadField(ValueError):
    """A value that cannot be used though its type is right.

    Attributes:
        field: its name, as the answer calls it.
        reason: in plain words.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class Quarantine:
    """Records set aside so far."""

    def __init__(self) -> None:
        self._items: list[Quarantined] = []
        self.unread_ids: set[int] = set()
        """db_ids of contributions that came but could not be decoded."""

    @property
    def items(self) -> tuple[Quarantined, ...]:
        """All of them, in the order met."""
        return tuple(self._items)

    def add(self, path: str, reason: str) -> None:
        """Set one aside."""
        # Cut only if it must be: a cut one is not translated.
        reason = reason if len(reason) <= _LONGEST else reason[:_LONGEST]
        self._items.append(Quarantined(path[:_LONGEST], reason))

    def decode_each(
        self, raws: Iterable[tuple[str, msgspec.Raw]], decoder: "msgspec.json.Decoder[T]"
    ) -> Iterator[tuple[str, T]]:
        """Those that can be decoded, with their paths."""
        for path, raw in raws:
            try:
                yield path, decoder.decode(raw)
            except UNREADABLE as error:
                where, reason = explained(error)
                db_id = _db_id(raw)
                if db_id is not None:
                    self.unread_ids.add(db_id)
                    where += f" (db_id {db_id})"
                self.add(path + where, reason)

    def map_each(
        self, items: Iterable[tuple[str, T]], make: Callable[[T], V]
    ) -> Iterator[tuple[T, V]]:
        """Each item with what `make` makes of it, where that can be done."""
        for path, item in items:
            try:
                yield item, make(item)
            except BadField as error:
                self.add(f"{path}.{error.field}", error.reason)


def explained(error: Exception) -> tuple[str, str]:
    """Where in a record the fault is (such as `.speakers[0].db_id`), and what it is."""
    if isinstance(error, RecursionError):
        return "", Said("it is nested too deeply")
    if not isinstance(error, msgspec.ValidationError):
        return "", Said("it holds bytes that are no text")
    what, _, where = str(error).partition(" - at `$")
    where = where.rstrip("`")
    if found := _EXPECTED.fullmatch(what):
        wanted, got = _types(found[1]), _types(found[2])
        return where, Said("expected {wanted}, got {got}", wanted=wanted, got=got)
    if found := _MISSING.fullmatch(what):
        return where, Said("object missing required field {field}", field=found[1])
    words = re.sub(r"`(\w+(?: \| \w+)*)`", lambda match: _types(match[1]), what)
    return where, words[:1].lower() + words[1:]


def _types(names: str) -> str:
    """`int | null` → “a number or nothing”."""
    first, *others = dict.fromkeys(_WORDS.get(name, name) for name in names.split(" | "))
    for other in others:
        first = Said("{one} or {other}", one=first, other=other)
    return first


def _db_id(raw: msgspec.Raw) -> int | None:
    """The record's key, if at least that can be read."""
    try:
        return msgspec.json.decode(raw, type=DbIdIn).db_id
    except UNREADABLE:
        return None
