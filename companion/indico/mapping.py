"""Both answers → one programme.

The event answer has every contribution that may be seen, with its people and materials; the
timetable answer has sessions, blocks and breaks, and says which contribution stands in which
block. They are joined on `db_id` = `contributionId`. A talk that only the timetable has (the
server caches the two apart, for ten minutes) is taken from there, poorer.
"""

from dataclasses import dataclass
from functools import partial

import msgspec

from companion.domain.event import EventAddress
from companion.domain.timetable import Break, Contribution, Programme, SessionBlock
from companion.indico.contributions import (
    Place,
    Times,
    map_contribution,
    map_scheduled,
    read_contributions,
    times_of,
)
from companion.indico.event import map_event
from companion.indico.links import Links
from companion.indico.moments import Span
from companion.indico.payloads import BlockIn, ContributionIn, EventIn, ScheduledIn
from companion.indico.records import Quarantine
from companion.indico.sessions import Sessions, map_block, map_break
from companion.indico.timetable import Timetable, read_timetable


@dataclass(frozen=True, slots=True)
class Joined:
    """A programme and what each answer knew of it.

    Attributes:
        event_ids: db_ids of the event answer's records that could be read.
        seen_elsewhere: db_ids in the timetable, or of records that came but could not be used.
    """

    programme: Programme
    event_ids: frozenset[int]
    seen_elsewhere: frozenset[int]


def join(
    record: EventIn,
    days: dict[str, msgspec.Raw],
    address: EventAddress,
    links: Links,
    quarantine: Quarantine,
) -> Joined:
    """Make the programme.

    Args:
        record: the event, contributions raw.
        days: the timetable, each day raw.
        address: whose programme it is.
        links: makes addresses absolute.
        quarantine: gets what cannot be read.

    Raises:
        DamagedAnswer: the event has no usable dates.
    """
    event = map_event(record, address, links, quarantine)
    records = read_contributions(record.contributions, quarantine)
    work = _Work(records, read_timetable(days, quarantine), links, quarantine)
    talks = work.talks()
    event_ids = frozenset(talks)
    # An event answer without any contribution means: not published. What the timetable still
    # has is then older, and must not look like a programme.
    elsewhere = work.ids_elsewhere(event_ids) if record.contributions else frozenset()
    talks |= work.half_seen(elsewhere)
    programme = Programme(
        event=event,
        sessions=work.sessions.items,
        session_blocks=tuple(work.blocks[ident] for ident in sorted(work.blocks)),
        contributions=tuple(talks[ident] for ident in sorted(talks)),
        breaks=tuple(sorted(work.breaks(), key=lambda item: item.entry_id)),
    )
    return Joined(programme, event_ids, elsewhere)


class _Work:
    """The steps of a join, each of which needs those before it.

    Times of the event answer first, since they tell where an ambiguous block lies; then blocks,
    then sessions, then what stands in them.
    """

    def __init__(
        self,
        records: dict[int, tuple[str, ContributionIn]],
        table: Timetable,
        links: Links,
        quarantine: Quarantine,
    ) -> None:
        self._records = records
        self._table = table
        self._links = links
        self._quarantine = quarantine
        self._times = {
            item.db_id: times for item, times in quarantine.map_each(records.values(), times_of)
        }
        self.blocks = {
            block.block_id: block
            for _item, block in quarantine.map_each(table.blocks.values(), self._block)
        }
        self.sessions = Sessions((table.blocks[ident][1] for ident in self.blocks), links)

    def _block(self, item: BlockIn) -> SessionBlock:
        return map_block(item, lambda: self._talk_spans(item.session_slot_id))

    def _talk_spans(self, block_id: int) -> list[Span]:
        return [
            (times.start_dt, times.end_dt)
            for _path, entry in self._table.scheduled.values()
            if entry.session_slot_id == block_id
            and (times := self._times.get(entry.contribution_id)) is not None
            and times.start_dt is not None
            and times.end_dt is not None
        ]

    def talks(self) -> dict[int, Contribution]:
        """Those of the event answer that can be used."""
        usable = (pair for pair in self._records.values() if pair[1].db_id in self._times)
        return {
            item.db_id: talk for item, talk in self._quarantine.map_each(usable, self._contribution)
        }

    def _contribution(self, item: ContributionIn) -> Contribution:
        times = self._times[item.db_id]
        return map_contribution(item, times, self._place(item, times), self._links)

    def _place(self, item: ContributionIn, times: Times) -> Place:
        _path, entry = self._table.scheduled.get(item.db_id, ("", None))
        session_id = None if entry is None else entry.session_id
        session = self.sessions.find(session_id, item.session)
        if entry is None or times.start_dt is None:
            return Place(session, None)
        return Place(session, self.blocks.get(entry.session_slot_id or 0))

    def ids_elsewhere(self, event_ids: frozenset[int]) -> frozenset[int]:
        """Talks in the timetable, and those of which the record came but cannot be used."""
        return frozenset(self._table.scheduled) | (self._came - event_ids)

    @property
    def _came(self) -> frozenset[int]:
        return frozenset(self._records) | self._quarantine.unread_ids

    def half_seen(self, db_ids: frozenset[int]) -> dict[int, Contribution]:
        """Talks of which the event answer says nothing at all, as the timetable has them."""
        unknown = db_ids - self._came
        pairs = (self._table.scheduled[ident] for ident in sorted(unknown))
        return {
            entry.contribution_id: talk
            for entry, talk in self._quarantine.map_each(pairs, self._scheduled)
        }

    def _scheduled(self, entry: ScheduledIn) -> Contribution:
        block = self.blocks.get(entry.session_slot_id or 0)
        place = Place(self.sessions.find(entry.session_id, None), block)
        return map_scheduled(entry, place, self._links)

    def breaks(self) -> list[Break]:
        """All breaks, in blocks and between them."""
        made: list[Break] = []
        for ident, pair in self._table.breaks.items():
            block = self.blocks.get(pair[1].session_slot_id or 0)
            made += [
                break_
                for _item, break_ in self._quarantine.map_each(
                    [pair], partial(map_break, ident, block)
                )
            ]
        return made
