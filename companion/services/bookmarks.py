"""The person's stars."""

from collections import defaultdict
from collections.abc import Iterable

from companion.domain.bookmark import Bookmark, Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventId
from companion.errors import UnknownReference
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import UserStore


class BookmarksService:
    """Sets and lists stars; a star outlives its talk."""

    def __init__(self, store: ProgrammeStore, user: UserStore, clock: Clock) -> None:
        self._store = store
        self._user = user
        self._clock = clock

    def set_star(self, refs: Iterable[EntryRef], star: Star) -> None:
        """Star, half-star or (with `Star.NONE`) unstar talks; all of them or none.

        Raises:
            UnknownReference: one of them is no stored talk.
        """
        chosen: dict[EventId, set[int]] = defaultdict(set)
        for ref in refs:
            chosen[self._event_id(ref)].add(ref.ident)
        for event_id, db_ids in chosen.items():
            self._check(event_id, db_ids)
        now = self._clock()
        for event_id, db_ids in chosen.items():
            self._user.set_star(event_id, db_ids, star, now)

    def _event_id(self, ref: EntryRef) -> EventId:
        for stored in self._store.editions():
            if stored.is_called(ref.edition_key) and ref.kind is EntryKind.CONTRIBUTION:
                return stored.address.event_id
        raise UnknownReference(ref=str(ref))

    def _check(self, event_id: EventId, db_ids: set[int]) -> None:
        unknown = db_ids - self._store.records(event_id).keys()
        if unknown:
            raise UnknownReference(ref=f"{self._key(event_id)}/{min(unknown)}")

    def _key(self, event_id: EventId) -> str:
        keys = (s.key for s in self._store.editions() if s.address.event_id == event_id)
        return next(keys, event_id.key)

    def all(self, event_id: EventId | None = None) -> tuple[Bookmark, ...]:
        """All stars, oldest first, also on talks that are gone or not yet synced."""
        return self._user.bookmarks(event_id)
