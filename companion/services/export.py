"""Calendar files: which talks, what would change, and the file itself."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from companion import APP_NAME
from companion.domain.bookmark import Bookmark, Star
from companion.domain.calendar import CalendarOptions, CalendarPlan
from companion.domain.edition import StoredEdition
from companion.domain.entry import EntryRef
from companion.domain.event import EventId
from companion.domain.times import day_of, zone
from companion.domain.timetable import Contribution, Programme
from companion.errors import CannotWriteFile
from companion.ports import (
    CalendarEdition,
    CalendarRequest,
    CalendarWriter,
    Clock,
    ExportLog,
    ProgrammeStore,
    UserStore,
)
from companion.services.editions import EditionsService


@dataclass(frozen=True, slots=True)
class ExportSelection:
    """Which talks go into a file.

    Attributes:
        key: one edition; None for all stored ones.
        bookmarked: only starred talks.
        day: only talks that start on this day in the conference's zone.
        refs: only these talks, whatever else is said; None for no such choice.
        since_last: only what changed since the same file was written last.
    """

    key: str | None = None
    bookmarked: bool = False
    day: date | None = None
    refs: frozenset[EntryRef] | None = None
    options: CalendarOptions = field(default_factory=CalendarOptions)
    since_last: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """A written file: its size in bytes, and what went into it."""

    plan: CalendarPlan
    size: int


class ExportService:
    """Writes calendar files and remembers what is in them."""

    def __init__(
        self,
        store: ProgrammeStore,
        user: UserStore,
        editions: EditionsService,
        calendar: CalendarWriter,
        log: ExportLog,
        clock: Clock,
    ) -> None:
        self._store = store
        self._user = user
        self._editions = editions
        self._calendar = calendar
        self._log = log
        self._clock = clock

    def plan(self, selection: ExportSelection, target: Path | None = None) -> CalendarPlan:
        """What a file would hold and what it would change; writes nothing.

        Args:
            selection: which talks.
            target: the file that was written before, if any.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        editions = tuple(
            part for part in map(self._part(selection), self._stored(selection)) if part
        )
        name = "" if target is None else str(target.absolute())
        return self._calendar.plan(
            CalendarRequest(
                name=calendar_name(editions, selection),
                editions=editions,
                made_dt=self._clock(),
                options=selection.options,
                target=name,
                written=self._log.read(name) if name else (),
                elsewhere=self._log.latest(),
                since_last=selection.since_last,
            )
        )

    def text(self, selection: ExportSelection) -> bytes:
        """The file's bytes, for standard output or a drag; not remembered."""
        return self._calendar.write(self.plan(selection))

    def export(self, selection: ExportSelection, target: Path) -> ExportReport:
        """Write the file (all of it or nothing), then remember what is in it.

        Raises:
            CannotWriteFile: the old file, if any, is untouched.
        """
        plan = self.plan(selection, target)
        data = self._calendar.write(plan)
        replace_file(target, data)
        self._log.write(str(target.absolute()), plan.exported)
        return ExportReport(plan, len(data))

    def _stored(self, selection: ExportSelection) -> tuple[StoredEdition, ...]:
        if selection.key:
            return (self._editions.stored(selection.key),)
        if selection.refs is not None:
            keys = {ref.edition_key for ref in selection.refs}
            return tuple(self._editions.stored(key) for key in sorted(keys))
        return self._store.editions()

    def _part(self, selection: ExportSelection) -> "_PartMaker":
        return _PartMaker(self._store, self._user, selection)


@dataclass(frozen=True, slots=True)
class _PartMaker:
    """Makes one edition's share of a file; None where it has none."""

    store: ProgrammeStore
    user: UserStore
    selection: ExportSelection

    def __call__(self, stored: StoredEdition) -> CalendarEdition | None:
        event_id = stored.address.event_id
        programme = self.store.programme(event_id)
        if programme is None:
            return None
        withdrawn = self.store.withdrawn(event_id)
        stars = {mark.db_id: mark.star for mark in self._marks(event_id)}
        return CalendarEdition(
            address=stored.address,
            programme=programme,
            records=self.store.records(event_id),
            withdrawn=withdrawn,
            stars=stars,
            chosen=self._chosen(stored, programme, withdrawn, frozenset(stars)),
        )

    def _marks(self, event_id: EventId) -> Iterable[Bookmark]:
        return (mark for mark in self.user.bookmarks(event_id) if mark.star is not Star.NONE)

    def _chosen(
        self,
        stored: StoredEdition,
        programme: Programme,
        withdrawn: tuple[Contribution, ...],
        stars: frozenset[int],
    ) -> frozenset[int] | None:
        selection = self.selection
        if selection.refs is not None:
            return frozenset(r.ident for r in selection.refs if r.edition_key == stored.key)
        if selection.day is None:
            return stars if selection.bookmarked else None
        tz = zone(stored.timezone)
        on_day = frozenset(
            item.db_id
            for item in (*programme.contributions, *withdrawn)
            if item.start_dt and day_of(item.start_dt, tz) == selection.day
        )
        return on_day & stars if selection.bookmarked else on_day


def calendar_name(editions: tuple[CalendarEdition, ...], selection: ExportSelection) -> str:
    """The name that calendar programs show: the event's, or “My agenda” for stars."""
    titles = [part.programme.event.title for part in editions]
    title = titles[0] if len(titles) == 1 else APP_NAME
    if selection.bookmarked:
        return f"{title} – my agenda"
    if selection.refs is not None and len(selection.refs) == 1:
        return f"{title} – one talk"
    return f"{title} – {selection.day.isoformat()}" if selection.day else title


def replace_file(target: Path, data: bytes) -> None:
    """Put a file in place in one step, so that nobody ever sees half of it.

    Raises:
        CannotWriteFile: what was there is untouched.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise CannotWriteFile(path=target, detail=error.strerror or error) from error
