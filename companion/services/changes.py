"""What changed in the programmes, told to people; and programmes as they once were."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from companion.domain.bookmark import Star
from companion.domain.changes import Change, ChangeKind
from companion.domain.edition import StoredEdition
from companion.domain.entries import entries_of
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.news import NewsKind, news, news_kind
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import UserStore
from companion.services.editions import EditionsService
from companion.services.looks import Looks
from companion.settings import Settings

_ENTRY_KINDS = {
    ChangeKind.CONTRIBUTION: EntryKind.CONTRIBUTION,
    ChangeKind.BLOCK: EntryKind.BLOCK,
    ChangeKind.BREAK: EntryKind.BREAK,
}


@dataclass(frozen=True, slots=True)
class News:
    """One change worth telling.

    Attributes:
        ref: of the entry; None for the event itself, whose reference is the edition's key.
        title: of the entry as it now is (or last was).
        is_mine: it touches a starred talk.
    """

    edition_key: str
    ref: EntryRef | None
    change: Change
    kind: NewsKind
    title: str
    seen_dt: datetime
    is_mine: bool

    @property
    def ref_text(self) -> str:
        """The reference as text; the edition's key for the event itself."""
        return self.edition_key if self.ref is None else str(self.ref)


class ChangesService:
    """Reads the record of changes; never the network."""

    def __init__(
        self,
        store: ProgrammeStore,
        user: UserStore,
        editions: EditionsService,
        settings: Settings,
        clock: Clock,
    ) -> None:
        self._store = store
        self._user = user
        self._editions = editions
        self._looks = Looks(settings, clock)

    def last_look(self) -> datetime | None:
        """When the person last looked at the changes; None if never."""
        return self._looks.last()

    def note_look(self, key: str | None = None, *, mine: bool = False) -> None:
        """The person has seen the changes up to now: all of them, or some as `unseen` gives them.

        Raises:
            CannotWriteFile: the settings cannot be kept.
        """
        self._looks.note(key, mine=mine)

    def unseen(self, key: str | None = None, *, mine: bool = False) -> tuple[News, ...]:
        """What the person has not looked at yet, as `news` gives it."""
        seen = self._looks.of_parts()
        found = self.news(key, self.last_look(), mine=mine)
        return tuple(it for it in found if not seen(it.edition_key, it.seen_dt, it.is_mine))

    def news(
        self, key: str | None = None, since: datetime | None = None, *, mine: bool = False
    ) -> tuple[News, ...]:
        """Changes worth telling, newest first.

        Args:
            key: one edition; all stored ones if None.
            since: only what was seen after this instant.
            mine: only what touches starred talks.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        with self._store.view():
            chosen = (self._editions.stored(key),) if key else self._store.editions()
            found = [item for stored in chosen for item in self._of(stored, since)]
        found.sort(key=lambda item: item.seen_dt, reverse=True)
        return tuple(item for item in found if item.is_mine or not mine)

    def of_talk(self, ref: EntryRef) -> tuple[News, ...]:
        """The history of one talk, newest first."""
        return tuple(item for item in self.news(ref.edition_key) if item.ref == ref)

    def _of(self, stored: StoredEdition, since: datetime | None) -> list[News]:
        event_id = stored.address.event_id
        seen = [
            item
            for item in self._store.changes(event_id, since)
            if since is None or item.seen_dt > since
        ]
        if not seen:
            return []
        entries = {entry.ref: entry for entry in self._store.entries(event_id)}
        blocks = {
            ref.ident: entry.block_id for ref, entry in entries.items() if entry.is_contribution
        }
        return [
            self._told(stored, change, seen_dt, entries)
            for seen_dt, group in groupby(seen, key=lambda item: item.seen_dt)
            for change in news((item.change for item in group), blocks)
        ]

    def _told(
        self,
        stored: StoredEdition,
        change: Change,
        seen_dt: datetime,
        entries: dict[EntryRef, Entry],
    ) -> News:
        kind = _ENTRY_KINDS.get(change.kind)
        ref = EntryRef(stored.key, kind, change.ident) if kind else None
        entry = entries.get(ref) if ref else None
        title = entry.title if entry else _title(change, stored)
        mine = entry is not None and entry.star is not Star.NONE
        return News(stored.key, ref, change, news_kind(change), title, seen_dt, mine)

    def entries_as_of(self, key: str, moment: datetime) -> tuple[Entry, ...]:
        """The programme as it was after the last sync at or before an instant, with today's stars.

        Talks that had gone by then are among them, as `state` says.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        stored = self._editions.stored(key)
        programme = self._store.programme_as_of(stored.address.event_id, moment)
        if programme is None:
            return ()
        stars = {mark.db_id: mark.star for mark in self._user.bookmarks(stored.address.event_id)}
        gone = self._store.withdrawn_as_of(stored.address.event_id, moment)
        return entries_of(stored.key, programme, stars, gone)


def _title(change: Change, stored: StoredEdition) -> str:
    """For what is no longer in the programme: the title that the change carries."""
    if change.kind is ChangeKind.EVENT:
        return stored.title
    return next((text for text in (change.old, change.new) if isinstance(text, str)), "")
