"""The programmes on this computer, over one database file."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import delete, update

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryKind
from companion.domain.event import Event, EventId
from companion.domain.timetable import Contribution, Programme
from companion.ports.programmes import (
    ProgrammeUpdate,
    SearchHit,
    SearchQuery,
    SeenChange,
    TalkRecord,
)
from companion.storage import records, versions
from companion.storage.apply import apply_update
from companion.storage.check_log import JsonCheckLog
from companion.storage.engine import SqliteFile, driver_of
from companion.storage.entry_rows import read_editions, read_entries, read_entry
from companion.storage.failures import understood
from companion.storage.rebuild import is_rebuild_needed, rebuild
from companion.storage.search.query import search
from companion.storage.series_store import forget_decisions
from companion.storage.tables import (
    record_edition,
    record_talk,
    user_bookmark,
    user_series_member,
)

_OF_A_SAMPLE = [record_talk, user_bookmark, user_series_member]


class SqlProgrammeStore:
    """Implements `companion.ports.programmes.ProgrammeStore`; each method is one transaction."""

    def __init__(self, file: SqliteFile, checks: JsonCheckLog) -> None:
        self._file = file
        self._checks = checks

    def view(self) -> AbstractContextManager[None]:
        """Whatever this thread reads within it, of any store, is of one state."""
        return self._file.view()

    def editions(self) -> tuple[StoredEdition, ...]:
        """All stored editions, latest start first."""
        checked = self._checks.all_checked()
        with self._file.reading() as connection, understood():
            return read_editions(driver_of(connection).execute, checked)

    def entries(self, event_id: EventId) -> tuple[Entry, ...]:
        """Every block, break and contribution once, withdrawn contributions too, by start."""
        with self._file.reading() as connection, understood():
            return read_entries(driver_of(connection).execute, event_id)

    def entry(self, event_id: EventId, kind: EntryKind, ident: int) -> Entry | None:
        """One of them; None if it is not stored."""
        with self._file.reading() as connection, understood():
            return read_entry(driver_of(connection).execute, event_id, kind, ident)

    def event(self, event_id: EventId) -> Event | None:
        """The event itself."""
        with self._file.reading() as connection:
            return versions.present_event(connection, event_id)

    def contribution(self, event_id: EventId, db_id: int) -> Contribution | None:
        """One talk with all its texts; a withdrawn one as it last was."""
        found = self.contributions(event_id, (db_id,))
        return found[0] if found else None

    def contributions(self, event_id: EventId, db_ids: Iterable[int]) -> tuple[Contribution, ...]:
        """Several of them, in the order asked for; unknown ones are left out."""
        with self._file.reading() as connection:
            return versions.contributions(connection, event_id, tuple(db_ids))

    def programme(self, event_id: EventId) -> Programme | None:
        """The whole present programme with its texts."""
        with self._file.reading() as connection:
            return versions.present_programme(connection, event_id)

    def withdrawn(self, event_id: EventId) -> tuple[Contribution, ...]:
        """Talks that the site no longer has, as they last were."""
        with self._file.reading() as connection:
            return versions.withdrawn(connection, event_id)

    def apply(self, update: ProgrammeUpdate) -> None:
        """Write one sync in one transaction; SQLite refuses it the person's own tables."""
        with self._file.writing(user_tables=False) as connection:
            apply_update(connection, update)

    def rename(self, event_id: EventId, key: str) -> None:
        """Give an edition another key; all that is kept of it is bound to the event, and stays."""
        statement = update(record_edition).where(versions.of_event(record_edition.c, event_id))
        with self._file.writing(user_tables=False) as connection:
            connection.execute(statement.values(edition_key=key))

    def remove(self, event_id: EventId) -> None:
        """Forget an edition.

        Of a sample everything goes, stars and decisions too. Of a real one they stay, and the
        sequence numbers of its talks, which may not fall when it is fetched again.
        """
        with self._file.writing(user_tables=event_id.is_sample) as connection:
            tables = [record_edition]  # whatever refers to it follows
            tables += _OF_A_SAMPLE if event_id.is_sample else []
            for table in tables:
                connection.execute(delete(table).where(versions.of_event(table.c, event_id)))
            if event_id.is_sample:
                forget_decisions(connection, event_id)
        self._checks.forget(event_id)

    def search(self, query: SearchQuery) -> tuple[SearchHit, ...]:
        """Full-text search, best first; any text is safe."""
        with self._file.reading() as connection:
            return search(connection, query)

    def changes(
        self, event_id: EventId | None = None, since: datetime | None = None
    ) -> tuple[SeenChange, ...]:
        """What syncs changed at or after `since` (the first sync records none), newest first."""
        with self._file.reading() as connection, understood():
            return records.read_changes(connection, event_id, since)

    def programme_as_of(self, event_id: EventId, moment: datetime) -> Programme | None:
        """The programme as it was after the last sync at or before `moment`."""
        with self._file.reading() as connection:
            return versions.programme_as_of(connection, event_id, moment)

    def withdrawn_as_of(
        self, event_id: EventId, moment: datetime
    ) -> tuple[tuple[Contribution, datetime], ...]:
        """Talks that had gone by then, as they last were, and when they were seen to be gone."""
        with self._file.reading() as connection:
            return versions.withdrawn_as_of(connection, event_id, moment)

    def records(self, event_id: EventId) -> Mapping[int, TalkRecord]:
        """What we know of each talk ever seen, by db_id."""
        with self._file.reading() as connection, understood():
            return records.read_talks(connection, event_id)

    def record(self, event_id: EventId, db_id: int) -> TalkRecord | None:
        """What we know of one talk; None if it was never seen."""
        with self._file.reading() as connection, understood():
            return records.read_talks(connection, event_id, db_id).get(db_id)

    def rebuild(self) -> None:
        """Fill the `programme_*` tables anew from the records, without the network."""
        with self._file.writing(user_tables=False) as connection:
            rebuild(connection)

    def rebuild_if_needed(self) -> None:
        """After a migration that emptied them."""
        with self._file.reading() as connection:
            needed = is_rebuild_needed(connection)
        if needed:
            self.rebuild()
