"""The timetable answer: what stands in it, each thing once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from companion.errors import Said
from companion.indico.payloads import BlockIn, BreakIn, Entries, ScheduledIn, TimetableIn
from companion.indico.records import Quarantine

_ENTRY_ID = re.compile(r"b([1-9]\d{0,17})", re.ASCII)
_DECODER: "msgspec.json.Decoder[TimetableIn]" = msgspec.json.Decoder(TimetableIn)


@dataclass(slots=True)
class Timetable:
    """Its records by id, each with its path in the answer.

    A block over midnight is listed under both days, with all it holds; it is kept once. Blocks and
    contributions are keyed by their own ids: those of entries change with each rescheduling.
    """

    blocks: dict[int, tuple[str, BlockIn]] = field(default_factory=dict)
    breaks: dict[int, tuple[str, BreakIn]] = field(default_factory=dict)
    scheduled: dict[int, tuple[str, ScheduledIn]] = field(default_factory=dict)


def read_timetable(days: dict[str, msgspec.Raw], quarantine: Quarantine) -> Timetable:
    """Collect the entries of all days, those within blocks too."""
    table = Timetable()
    waiting = [
        entry
        for _path, entries in quarantine.decode_each(
            ((f"timetable.{day}", days[day]) for day in sorted(days)), _DAY_DECODER
        )
        for entry in _paths(_path, entries)
    ]
    while waiting:
        inner: list[tuple[str, msgspec.Raw]] = []
        for path, entry in quarantine.decode_each(waiting, _DECODER):
            _keep(table, path, entry, quarantine)
            if isinstance(entry, BlockIn):
                inner += _paths(f"{path}.entries", entry.entries)
        waiting = inner
    return table


_DAY_DECODER: "msgspec.json.Decoder[Entries]" = msgspec.json.Decoder(Entries)


def _keep(table: Timetable, path: str, entry: TimetableIn, quarantine: Quarantine) -> None:
    if isinstance(entry, BlockIn):
        table.blocks.setdefault(entry.session_slot_id, (path, entry))
    elif isinstance(entry, ScheduledIn):
        table.scheduled.setdefault(entry.contribution_id, (path, entry))
    elif found := _ENTRY_ID.fullmatch(entry.id or ""):
        table.breaks.setdefault(int(found[1]), (path, entry))
    else:
        quarantine.add(f"{path}.id", Said("a break needs an id such as b145"))


def _paths(path: str, entries: Entries) -> Iterator[tuple[str, msgspec.Raw]]:
    pairs: Iterable[tuple[object, msgspec.Raw]] = (
        sorted(entries.items()) if isinstance(entries, dict) else enumerate(entries or ())
    )
    return ((f"{path}.{key}", raw) for key, raw in pairs)
