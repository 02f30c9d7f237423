"""Which entries a chosen part of a programme makes: posters together or apart, breaks or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from companion.domain.calendar import (
    CalendarEntry,
    CalendarOptions,
    LeftOut,
    LeftOutReason,
    PosterForm,
)
from companion.domain.times import day_of, zone
from companion.domain.timetable import Contribution, SessionBlock
from companion.ical import zones
from companion.ical.entries import EntryMaker, end_of, place
from companion.ports.calendar import CalendarEdition


@dataclass(slots=True)
class Composition:
    """Entries of one edition, in no particular order, and the talks that got none."""

    entries: list[CalendarEntry] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def compose(edition: CalendarEdition, options: CalendarOptions, now: datetime) -> Composition:
    """All entries of one edition as if for the first time; see `companion.ical.settle`."""
    return _Composer(edition, options, now).compose()


class _Composer:
    def __init__(self, edition: CalendarEdition, options: CalendarOptions, now: datetime) -> None:
        self._edition = edition
        self._options = options
        self._make = EntryMaker(edition, options, now)
        self._blocks = {block.block_id: block for block in edition.programme.session_blocks}
        self._inside: dict[int, list[Contribution]] = {}
        self._result = Composition()

    def compose(self) -> Composition:
        for item in self._chosen(self._edition.programme.contributions):
            self._place(item)
        entries = self._result.entries
        entries += [
            self._make.poster_session(self._blocks[block_id], posters)
            for block_id, posters in self._inside.items()
        ]
        if self._options.cancelled:
            entries += self._withdrawn()
        if self._options.breaks:
            entries += list(self._breaks())
        return self._result

    def _chosen(self, items: tuple[Contribution, ...]) -> Iterator[Contribution]:
        chosen = self._edition.chosen
        return (item for item in items if chosen is None or item.db_id in chosen)

    def _place(self, item: Contribution) -> None:
        form = self._options.posters
        if item.is_poster and form is PosterForm.NONE:
            self._leave_out(item, LeftOutReason.POSTER)
            return
        blocks = self._poster_blocks(item) if item.is_poster else []
        if blocks and form is PosterForm.ONE:
            for block in blocks:
                self._inside.setdefault(block.block_id, []).append(item)
        elif item.start_dt is not None:
            self._add(item, item.start_dt, end_of(item, item.start_dt))
        elif blocks:
            self._add(item, blocks[0].start_dt, blocks[0].end_dt)
        else:
            self._leave_out(item, LeftOutReason.UNSCHEDULED)

    def _leave_out(self, item: Contribution, reason: LeftOutReason) -> None:
        event_id = self._edition.address.event_id
        self._result.left_out.append(LeftOut(item, reason, event_id))

    def _add(self, item: Contribution, start_dt: datetime, end_dt: datetime) -> None:
        location = place(item.room_name, item.venue_name)
        self._result.entries.append(self._make.talk(item, start_dt, end_dt, location))

    def _poster_blocks(self, item: Contribution) -> list[SessionBlock]:
        """Where a poster hangs: in its own block, or while it has no time in its session's."""
        if item.start_dt is not None:
            own = self._blocks.get(item.block_id or 0)
            return [own] if own else []
        if not self._options.unscheduled:
            return []
        blocks = [block for block in self._blocks.values() if self._is_of_session(item, block)]
        return sorted(blocks, key=lambda block: (block.start_dt, block.block_id))

    def _is_of_session(self, item: Contribution, block: SessionBlock) -> bool:
        if item.session_id is not None:
            return item.session_id == block.session_id
        title = self._make.session_title(block.session_id)
        return bool(title) and item.session_title == title

    def _withdrawn(self) -> list[CalendarEntry]:
        alone = self._options.posters is PosterForm.EACH
        return [
            self._make.withdrawn(item, item.start_dt)
            for item in self._chosen(self._edition.withdrawn)
            if item.start_dt is not None and (alone or not item.is_poster)
        ]

    def _breaks(self) -> Iterator[CalendarEntry]:
        """Those on the days from which anything else is written."""
        tz = self._event_zone()
        days = {day_of(entry.start_dt, tz) for entry in self._result.entries}
        for item in self._edition.programme.breaks:
            if day_of(item.start_dt, tz) in days:
                yield self._make.break_(item)

    def _event_zone(self) -> tzinfo:
        name = self._edition.programme.event.timezone
        return zone(name) if zones.is_known(name) else UTC
