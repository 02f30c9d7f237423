"""What carries on what from edition to edition, and what stars suggest."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.edition import StoredEdition
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.series.decisions import FollowUpDecision, TalkKey
from companion.domain.series.edition import Talk
from companion.domain.series.followups import Confidence, FollowUp
from companion.domain.series.reasons import Reason
from companion.domain.series.suggestions import Suggestion, suggestions
from companion.errors import UnknownReference
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.series import SeriesUserStore
from companion.ports.user import UserStore
from companion.services.series_cache import SeriesCache


class Direction(StrEnum):
    """On which side of a talk its relative stands."""

    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class RelatedTalk:
    """A predecessor or successor of a talk."""

    talk: Talk
    direction: Direction
    confidence: Confidence
    reasons: tuple[Reason, ...]


class FollowUpsService:
    """Reads what is stored; never the network."""

    def __init__(
        self,
        store: ProgrammeStore,
        user: UserStore,
        mine: SeriesUserStore,
        cache: SeriesCache,
        clock: Clock,
    ) -> None:
        self._store = store
        self._user = user
        self._mine = mine
        self._cache = cache
        self._clock = clock

    def of_talk(self, ref: EntryRef) -> tuple[RelatedTalk, ...]:
        """Predecessors and successors in all other stored editions, surest first.

        Raises:
            UnknownReference: no such talk is stored.
        """
        with self._store.view():
            here = self._edition(ref)
            found = [
                related
                for other in self._cache.others(here.key)
                for related in self._between(ref, here, other)
            ]
        return tuple(sorted(found, key=lambda item: _SURENESS.index(item.confidence)))

    def between(self, old_key: str, new_key: str) -> tuple[FollowUp, ...]:
        """All follow-ups of two editions.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return self._cache.follow_ups(old_key, new_key)

    def _between(
        self, ref: EntryRef, here: StoredEdition, other: StoredEdition
    ) -> Iterable[RelatedTalk]:
        is_later = other.start_dt > here.start_dt
        keys = (here.key, other.key) if is_later else (other.key, here.key)
        for item in self.between(*keys):
            mine, theirs = (item.older, item.newer) if is_later else (item.newer, item.older)
            if mine.ref == ref:
                side = Direction.SUCCESSOR if is_later else Direction.PREDECESSOR
                yield RelatedTalk(theirs, side, item.confidence, item.reasons)

    def decide(
        self, one: EntryRef, other: EntryRef, *, confirmed: bool | None
    ) -> FollowUpDecision | None:
        """Confirm or dismiss a pair, or (None) forget what was decided.

        Returns:
            What was decided before, to undo this; None for nothing.

        Raises:
            UnknownReference: no such talk is stored.
        """
        ends = sorted(
            ((self._edition(ref), ref) for ref in (one, other)), key=lambda end: end[0].start_dt
        )
        older, newer = (TalkKey(item.address.event_id, ref.ident) for item, ref in ends)
        known = self._mine.follow_up_decisions()
        before = next((d for d in known if (d.older, d.newer) == (older, newer)), None)
        if confirmed is None:
            self._mine.remove_follow_up_decision(older, newer)
        else:
            now = self._clock()
            self._mine.set_follow_up_decision(FollowUpDecision(older, newer, confirmed, now))
        return before

    def suggestions(self, key: str) -> tuple[Suggestion, ...]:
        """Talks of an edition that stars of the last one before it suggest, surest first.

        A workshop in between, where nothing is starred, does not count as the last one.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        now = self._cache.stored(key)
        earlier = [item for item in self._cache.others(key) if item.start_dt < now.start_dt]
        before = next((item for item in earlier if self._starred(item)), None)
        if before is None:
            return ()
        starred = self._starred(before)
        matches = self._cache.pairing(before.key, key).matches
        return suggestions(starred, self.between(before.key, key), matches, self._starred(now))

    def _starred(self, stored: StoredEdition) -> frozenset[EntryRef]:
        marks = self._user.bookmarks(stored.address.event_id)
        return frozenset(EntryRef(stored.key, EntryKind.CONTRIBUTION, mark.db_id) for mark in marks)

    def _edition(self, ref: EntryRef) -> StoredEdition:
        for stored in self._store.editions():
            if stored.is_called(ref.edition_key) and self._is_talk(stored, ref):
                return stored
        raise UnknownReference(ref=str(ref))

    def _is_talk(self, stored: StoredEdition, ref: EntryRef) -> bool:
        if ref.kind is not EntryKind.CONTRIBUTION:
            return False
        return self._store.contribution(stored.address.event_id, ref.ident) is not None


_SURENESS = tuple(Confidence)
