"""People, organisations, topics and searches that a person follows, and what is new in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from companion.domain.edition import StoredEdition
from companion.domain.series.edition import Talk
from companion.domain.series.follows import Follow, FollowKind, followed, followed_key
from companion.errors import Said, UsageError
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore, SearchQuery
from companion.ports.series import SeriesUserStore
from companion.services.series_cache import SeriesCache

_MOST_HITS = 1000


@dataclass(frozen=True, slots=True)
class NewTalk:
    """A talk that is new for the person, and what brought it."""

    talk: Talk
    first_seen_dt: datetime
    follows: tuple[Follow, ...]


class FollowService:
    """Follows and lists; never the network."""

    def __init__(
        self, store: ProgrammeStore, mine: SeriesUserStore, cache: SeriesCache, clock: Clock
    ) -> None:
        self._store = store
        self._mine = mine
        self._cache = cache
        self._clock = clock

    def all(self) -> tuple[Follow, ...]:
        """All that is followed, oldest first."""
        return self._mine.follows()

    def follow(self, kind: FollowKind, name: str) -> Follow:
        """Follow something; what is followed already stays as it is.

        Raises:
            UsageError: there is nothing in the name.
        """
        key = _key(kind, name)
        known = [item for item in self.all() if (item.kind, item.key) == (kind, key)]
        if known:
            return known[0]
        new = Follow(kind, " ".join(name.split()), self._clock())
        self._mine.add_follow(new)
        return new

    def unfollow(self, kind: FollowKind, name: str) -> None:
        """No longer follow something.

        Raises:
            UsageError: there is nothing in the name, or it is not followed.
        """
        key = _key(kind, name)
        if all((item.kind, item.key) != (kind, key) for item in self.all()):
            raise UsageError(detail=Said("You do not follow “{name}”", name=name))
        self._mine.remove_follow(kind, key)

    def talks(self, follow: Follow) -> tuple[Talk, ...]:
        """All that it brings from every stored edition, latest edition first."""
        return tuple(talk for stored in self._store.editions() for talk in self._in(stored, follow))

    def news(self) -> tuple[NewTalk, ...]:
        """What was seen first since the person looked last, newest first.

        A follow brings nothing that was there before it was made.
        """
        follows = self.all()
        if not follows:
            return ()
        looked = self._mine.looked_dt()
        found = [
            item
            for stored in self._store.editions()
            for item in self._news_of(stored, follows, looked)
        ]
        return tuple(sorted(found, key=lambda item: item.first_seen_dt, reverse=True))

    def mark_looked(self) -> None:
        """The person has seen the news."""
        self._mine.set_looked(self._clock())

    def _news_of(
        self, stored: StoredEdition, follows: Iterable[Follow], looked: datetime | None
    ) -> Iterable[NewTalk]:
        records = self._store.records(stored.address.event_id)
        seen = {db_id: record.first_seen_dt for db_id, record in records.items()}
        found: dict[int, tuple[Talk, list[Follow]]] = {}
        for follow in follows:
            since = max(follow.created_dt, looked) if looked else follow.created_dt
            for talk in self._in(stored, follow):
                if seen[talk.ref.ident] > since:
                    found.setdefault(talk.ref.ident, (talk, []))[1].append(follow)
        for talk, brought_by in found.values():
            yield NewTalk(talk, seen[talk.ref.ident], tuple(brought_by))

    def _in(self, stored: StoredEdition, follow: Follow) -> tuple[Talk, ...]:
        talks = self._cache.prepared(stored.key).talks
        if follow.kind is not FollowKind.SEARCH:
            return followed(follow, talks)
        query = SearchQuery(follow.name, (stored.address.event_id,), _MOST_HITS)
        hits = {hit.ref for hit in self._store.search(query)}
        return tuple(talk for talk in talks if talk.ref in hits)


def _key(kind: FollowKind, name: str) -> str:
    key = followed_key(kind, name)
    if not key:
        raise UsageError(detail=Said("“{name}” names nothing to follow", name=name))
    return key
