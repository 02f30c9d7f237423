"""Entries as JSON and back: the one place where their full texts are kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from companion.domain.changes import ChangeKind
from companion.domain.event import Event
from companion.domain.timetable import Break, Contribution, Programme, Session, SessionBlock
from companion.errors import DamagedDatabase

Item = Event | Session | SessionBlock | Contribution | Break

_DECODERS: dict[ChangeKind, msgspec.json.Decoder[Any]] = {
    ChangeKind.EVENT: msgspec.json.Decoder(Event),
    ChangeKind.SESSION: msgspec.json.Decoder(Session),
    ChangeKind.BLOCK: msgspec.json.Decoder(SessionBlock),
    ChangeKind.CONTRIBUTION: msgspec.json.Decoder(Contribution),
    ChangeKind.BREAK: msgspec.json.Decoder(Break),
}


def write_body(item: Item) -> str:
    """The entry as JSON, under the names of its fields.

    Raises:
        UnicodeError: it holds text that is not Unicode (a lone surrogate).
    """
    return msgspec.json.encode(item).decode()


def read_body(kind: str, body: str) -> Any:
    """The entry of a kind that `write_body` wrote; fields that were added since have defaults.

    Raises:
        DamagedDatabase: it is not one.
    """
    try:
        return _DECODERS[ChangeKind(kind)].decode(body)
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedDatabase(detail=error) from error


def write_value(value: object) -> str:
    """One side of a change, as JSON."""
    return msgspec.json.encode(value).decode()


def read_value(text: str) -> object:
    """What `write_value` wrote.

    Raises:
        DamagedDatabase: it did not.
    """
    try:
        return msgspec.json.decode(text)
    except msgspec.MsgspecError as error:
        raise DamagedDatabase(detail=error) from error


def items_by_kind(programme: Programme) -> Mapping[ChangeKind, Mapping[int, Item]]:
    """Every entry of a programme under its kind and id, the event under its own number."""
    return {
        ChangeKind.EVENT: {programme.event.event_id.number: programme.event},
        ChangeKind.SESSION: {item.session_id: item for item in programme.sessions},
        ChangeKind.BLOCK: {item.block_id: item for item in programme.session_blocks},
        ChangeKind.CONTRIBUTION: {item.db_id: item for item in programme.contributions},
        ChangeKind.BREAK: {item.entry_id: item for item in programme.breaks},
    }


def read_programme(rows: Iterable[Sequence[Any]]) -> Programme | None:
    """A programme of (kind, body) rows; None without any.

    Raises:
        DamagedDatabase: a body is damaged, or the event is missing.
    """
    found: dict[str, list[Any]] = {kind.value: [] for kind in ChangeKind}
    for kind, body in rows:
        found.setdefault(kind, []).append(read_body(kind, body))
    if not any(found.values()):
        return None
    if not found[ChangeKind.EVENT]:
        raise DamagedDatabase(detail="a programme has lost its event")
    return Programme(
        event=found[ChangeKind.EVENT][0],
        sessions=tuple(found[ChangeKind.SESSION]),
        session_blocks=tuple(found[ChangeKind.BLOCK]),
        contributions=tuple(found[ChangeKind.CONTRIBUTION]),
        breaks=tuple(found[ChangeKind.BREAK]),
    )
