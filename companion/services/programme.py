"""What the views ask for: the entries of an edition, and one talk with all that is said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.event import Event, EventAddress, EventId
from companion.domain.timetable import Contribution, Programme
from companion.errors import NoProgramme, UnknownReference
from companion.ports.programmes import ProgrammeStore, TalkRecord
from companion.services.editions import EditionsService

Found = TypeVar("Found", Event, Programme)


@dataclass(frozen=True, slots=True)
class TalkDetail:
    """One contribution with its texts.

    Attributes:
        url: its page; empty for the sample, whose links lead nowhere.
        record: what only we know of it; None before its first sync is complete.
    """

    entry: Entry
    contribution: Contribution
    event: Event
    url: str
    record: TalkRecord | None = None


class ProgrammeService:
    """Reads programmes; never the network."""

    def __init__(self, store: ProgrammeStore, editions: EditionsService) -> None:
        self._store = store
        self._editions = editions

    def edition(self, key: str) -> StoredEdition:
        """What is stored of an edition.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return self._editions.stored(key)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Every block, break and contribution once, by start, unscheduled last; withdrawn flagged.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return self._store.entries(self.edition(key).address.event_id)

    def event(self, key: str) -> Event:
        """The event itself, with its description.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return self._found(self._store.event, self.edition(key))

    def contributions(self, key: str) -> tuple[Contribution, ...]:
        """Every talk still in the programme, with its texts, by number.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        found = self._found(self._store.programme, self.edition(key)).contributions
        return tuple(sorted(found, key=lambda item: item.db_id))

    def _found(self, read: Callable[[EventId], Found | None], stored: StoredEdition) -> Found:
        found = read(stored.address.event_id)
        if found is None:
            raise NoProgramme(title=stored.title)
        return found

    def entry(self, ref: EntryRef) -> Entry:
        """One line of the programme.

        Raises:
            UnknownReference: no such entry (or edition) is stored.
        """
        found = self._store.entry(self._address(ref).event_id, ref.kind, ref.ident)
        if found is None:
            raise UnknownReference(ref=str(ref))
        return found

    def talk(self, ref: EntryRef) -> TalkDetail:
        """One talk, also a withdrawn one, with its texts.

        Raises:
            UnknownReference: no such contribution is stored.
        """
        with self._store.view():
            address = self._address(ref)
            entry = self.entry(ref)
            item = self._contribution(address, ref)
            event = self._store.event(address.event_id)
            record = self._store.record(address.event_id, ref.ident)
        if item is None or event is None:
            raise UnknownReference(ref=str(ref))
        return TalkDetail(entry, item, event, _url(address, item), record)

    def page_url(self, ref: EntryRef) -> str:
        """The page of a contribution; empty for the sample.

        Raises:
            UnknownReference: no such contribution is stored.
        """
        address = self._address(ref)
        item = self._contribution(address, ref)
        if item is None:
            raise UnknownReference(ref=str(ref))
        return _url(address, item)

    def _contribution(self, address: EventAddress, ref: EntryRef) -> Contribution | None:
        if ref.kind is not EntryKind.CONTRIBUTION:
            return None
        return self._store.contribution(address.event_id, ref.ident)

    def description(self, ref: EntryRef) -> str:
        """The raw text of a block's session or of a break (contributions: see `talk`)."""
        entry = self.entry(ref)
        programme = self._store.programme(self._address(ref).event_id)
        return "" if programme is None else _text_of(programme, entry)

    def _address(self, ref: EntryRef) -> EventAddress:
        for stored in self._store.editions():
            if stored.is_called(ref.edition_key):
                return stored.address
        raise UnknownReference(ref=str(ref))


def _url(address: EventAddress, item: Contribution) -> str:
    if address.event_id.is_sample:
        return ""
    return item.url or f"{address.url}contributions/{item.db_id}/"


def _text_of(programme: Programme, entry: Entry) -> str:
    if entry.kind is EntryKind.BREAK:
        texts = (b.description for b in programme.breaks if b.entry_id == entry.ref.ident)
    else:
        texts = (s.description for s in programme.sessions if s.session_id == entry.session_id)
    return next(texts, "")
