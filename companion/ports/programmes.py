"""The programmes on this computer: stored by syncs, read and searched by the rest."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from companion.domain.bookmark import Star
from companion.domain.changes import Change, ProgrammeChanges
from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.event import Event, EventAddress, EventId
from companion.domain.timetable import Contribution, Programme


@dataclass(frozen=True, slots=True)
class ProgrammeUpdate:
    """What one sync decided to write, all in one transaction.

    Attributes:
        changes: what to touch; rows of entries not named there stay as they are.
        programme: the new programme.
        seen_dt: when we saw it, UTC.
    """

    key: str
    address: EventAddress
    programme: Programme
    changes: ProgrammeChanges
    seen_dt: datetime
    generated_dt: datetime


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A change with the time when we saw it."""

    edition_key: str
    change: Change
    seen_dt: datetime


@dataclass(frozen=True, slots=True)
class TalkRecord:
    """What only we know of a talk.

    Attributes:
        sequence: raised by every change of time, place or state; never lowered (RFC 5545 3.8.7.4).
    """

    first_seen_dt: datetime
    changed_dt: datetime
    sequence: int
    withdrawn_dt: datetime | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for, already parsed; `words` match as prefixes, all of them."""

    text: str
    event_ids: tuple[EventId, ...] = ()
    limit: int = 50


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One talk that matches.

    Attributes:
        snippet: the words around the match; matched words between U+0002 and U+0003.
        field: where the best match stands: `title`, `people`, `text`, `session` or `keywords`.
    """

    ref: EntryRef
    title: str
    snippet: str
    field: str
    start_dt: datetime | None
    star: Star = Star.NONE
    speakers: str = ""


class ProgrammeStore(Protocol):
    """The programmes on this computer, with what only we know of them."""

    def view(self) -> AbstractContextManager[None]:
        """Whatever this thread reads within it, of any store, is of one state.

        It is quicker, too, where much is asked for one by one. Nothing is to be written within it.
        """

    def editions(self) -> tuple[StoredEdition, ...]:
        """All stored editions, latest start first."""

    def entries(self, event_id: EventId) -> tuple[Entry, ...]:
        """Every block, break and contribution once, withdrawn contributions too, by start."""

    def entry(self, event_id: EventId, kind: EntryKind, ident: int) -> Entry | None:
        """One of them, by the number of its kind (`EntryRef`); None if it is not stored."""

    def event(self, event_id: EventId) -> Event | None:
        """The event itself."""

    def contribution(self, event_id: EventId, db_id: int) -> Contribution | None:
        """One talk with all its texts; a withdrawn one as it last was."""

    def contributions(self, event_id: EventId, db_ids: Iterable[int]) -> tuple[Contribution, ...]:
        """Several of them, in the order asked for; unknown ones are left out."""

    def programme(self, event_id: EventId) -> Programme | None:
        """The whole present programme with its texts."""

    def withdrawn(self, event_id: EventId) -> tuple[Contribution, ...]:
        """Talks that the site no longer has, as they last were."""

    def apply(self, update: ProgrammeUpdate) -> None:
        """Write one sync in one transaction: all of it or nothing."""

    def rename(self, event_id: EventId, key: str) -> None:
        """Give an edition another key; nothing else changes."""

    def remove(self, event_id: EventId) -> None:
        """Forget an edition with its records and stars (for the sample)."""

    def search(self, query: SearchQuery) -> tuple[SearchHit, ...]:
        """Full-text search, best first; any text is safe."""

    def changes(
        self, event_id: EventId | None = ..., since: datetime | None = ...
    ) -> tuple[SeenChange, ...]:
        """What syncs changed (the first sync records none), newest first."""

    def programme_as_of(self, event_id: EventId, moment: datetime) -> Programme | None:
        """The programme as it was after the last sync at or before `moment`."""

    def withdrawn_as_of(
        self, event_id: EventId, moment: datetime
    ) -> tuple[tuple[Contribution, datetime], ...]:
        """Talks that had gone by then, as they last were, and when they were seen to be gone."""

    def records(self, event_id: EventId) -> Mapping[int, TalkRecord]:
        """What we know of each talk ever seen, by db_id."""

    def record(self, event_id: EventId, db_id: int) -> TalkRecord | None:
        """What we know of one talk; None if it was never seen."""


class CheckLog(Protocol):
    """When each event was last asked for.

    Kept outside the database, which an unchanged answer must not touch.
    """

    def checked(self, event_id: EventId) -> datetime | None:
        """When its site last gave a good answer."""

    def refreshed(self, event_id: EventId) -> datetime | None:
        """When `nc=yes` was last sent."""

    def note(
        self, event_id: EventId, *, checked: datetime | None = ..., refreshed: datetime | None = ...
    ) -> None:
        """Remember one or both."""
