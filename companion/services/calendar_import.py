"""Reading stars back from a calendar file: of another computer, or of Indico itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from companion.domain.bookmark import Star
from companion.domain.calendar import EntryStatus, IndicoUid, ReadEntry, UidKind
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventId
from companion.errors import CannotReadFile
from companion.ports.calendar import CalendarReader
from companion.ports.programmes import ProgrammeStore
from companion.services.bookmarks import BookmarksService

_MOST_BYTES = 64 * 2**20
"""More than any reader takes: a file of this size is refused by the reader, not by memory."""


@dataclass(frozen=True, slots=True)
class FoundStar:
    """A talk that the calendar names.

    Attributes:
        star: what it gets.
        is_new: False where it has that star, or a better one, already.
    """

    ref: EntryRef
    star: Star
    is_new: bool


@dataclass(frozen=True, slots=True)
class StarsFound:
    """What a calendar file holds for the stars.

    Attributes:
        talks: each once, in the order of the file.
        cancelled: entries of talks that were called off or taken out; not starred.
        unknown: entries of others, and of talks that are not stored on this computer.
        problems: one plain sentence for each entry that could not be read or was doubled.
    """

    talks: tuple[FoundStar, ...]
    cancelled: tuple[ReadEntry, ...] = ()
    unknown: tuple[ReadEntry, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[FoundStar, ...]:
        """The talks whose star changes."""
        return tuple(talk for talk in self.talks if talk.is_new)


class CalendarImport:
    """Finds talks by the UIDs that Indico and this program write."""

    def __init__(
        self, store: ProgrammeStore, bookmarks: BookmarksService, reader: CalendarReader
    ) -> None:
        self._store = store
        self._bookmarks = bookmarks
        self._reader = reader

    def look(self, path: Path) -> StarsFound:
        """What the file would bring; stars nothing.

        Raises:
            CannotReadFile: it is not there, no calendar, or larger than any agenda.
        """
        calendar = self._reader.read(_bytes(path), name=str(path))
        known = _Known(self._store)
        wanted: dict[tuple[EventId, int], Star] = {}
        cancelled, unknown = [], []
        for entry in calendar.entries:
            named = entry.children or ((entry.identity,) if entry.identity else ())
            found = [known.talk(uid) for uid in named]
            if not found or not (all(found) or _is_sitting_called_off(entry)):
                unknown.append(entry)
            elif entry.status is EntryStatus.CANCELLED:
                cancelled.append(entry)
            if entry.status is not EntryStatus.CANCELLED:
                _want(wanted, filter(None, found), entry.status)
        talks = tuple(self._found(known.keys, wanted))
        return StarsFound(talks, tuple(cancelled), tuple(unknown), calendar.problems)

    def star(self, found: StarsFound) -> None:
        """Give these stars."""
        for star in (Star.STARRED, Star.TENTATIVE):
            self._bookmarks.set_star([t.ref for t in found.new if t.star is star], star)

    def _found(
        self, keys: Mapping[EventId, str], wanted: Mapping[tuple[EventId, int], Star]
    ) -> Iterator[FoundStar]:
        stars = {(mark.event_id, mark.db_id): mark.star for mark in self._bookmarks.all()}
        for (event_id, db_id), star in wanted.items():
            old = stars.get((event_id, db_id), Star.NONE)
            ref = EntryRef(keys[event_id], EntryKind.CONTRIBUTION, db_id)
            yield FoundStar(ref, star, is_new=old is not Star.STARRED and old is not star)


class _Known:
    """The talks stored on this computer, by what UIDs say of them."""

    def __init__(self, store: ProgrammeStore) -> None:
        self._store = store
        self.keys = {item.address.event_id: item.key for item in store.editions()}
        self._db_ids: dict[EventId, frozenset[int]] = {}
        self._friendly: dict[EventId, dict[int, int]] = {}

    def talk(self, uid: IndicoUid) -> tuple[EventId, int] | None:
        """The event and db_id of a talk."""
        for event_id in self.keys:
            if event_id.hostname.lower() == uid.hostname:
                db_id = self._in(event_id, uid)
                if db_id is not None:
                    return event_id, db_id
        return None

    def _in(self, event_id: EventId, uid: IndicoUid) -> int | None:
        if uid.kind is UidKind.CONTRIBUTION:
            if event_id not in self._db_ids:
                self._db_ids[event_id] = frozenset(self._store.records(event_id))
            return uid.ident if uid.ident in self._db_ids[event_id] else None
        if uid.kind is UidKind.FRIENDLY and uid.event_number == event_id.number:
            return self._by_friendly_id(event_id).get(uid.ident)
        return None

    def _by_friendly_id(self, event_id: EventId) -> dict[int, int]:
        if event_id not in self._friendly:
            programme = self._store.programme(event_id)
            present = programme.contributions if programme else ()
            talks = (*self._store.withdrawn(event_id), *present)
            self._friendly[event_id] = {talk.friendly_id: talk.db_id for talk in talks}
        return self._friendly[event_id]


def _is_sitting_called_off(entry: ReadEntry) -> bool:
    """A cancelled poster session says no longer which posters were inside."""
    is_block = entry.identity is not None and entry.identity.kind is UidKind.BLOCK
    return is_block and entry.status is EntryStatus.CANCELLED


def _want(
    wanted: dict[tuple[EventId, int], Star],
    talks: Iterable[tuple[EventId, int]],
    status: EntryStatus,
) -> None:
    """A talk that is both tentative and confirmed is confirmed."""
    star = Star.TENTATIVE if status is EntryStatus.TENTATIVE else Star.STARRED
    for talk in talks:
        if wanted.get(talk) is not Star.STARRED:
            wanted[talk] = star


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as error:
        raise CannotReadFile(path=path, detail=error.strerror or error) from error
