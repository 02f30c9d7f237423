"""Editions prepared for comparing, kept until they change."""

from typing import TypeVar

from companion.domain.edition import StoredEdition
from companion.domain.series.compare import Pairing, pair_up
from companion.domain.series.decisions import FollowUpDecision, PersonDecision
from companion.domain.series.edition import PreparedEdition, prepare
from companion.domain.series.followups import FollowUp, follow_ups
from companion.errors import NoProgramme
from companion.ports.programmes import ProgrammeStore
from companion.ports.series import SeriesUserStore
from companion.services.editions import EditionsService

_PAIRS = 4
_FollowUps = tuple[Pairing, tuple[FollowUpDecision, ...], tuple[FollowUp, ...]]
_Made = tuple[StoredEdition, StoredEdition, tuple[PersonDecision, ...]]


K = TypeVar("K")
V = TypeVar("V")


class SeriesCache:
    """One for the whole program: reading 2,000 talks takes longer than comparing them."""

    def __init__(
        self, store: ProgrammeStore, user: SeriesUserStore, editions: EditionsService
    ) -> None:
        self._store = store
        self._user = user
        self._editions = editions
        self._prepared: dict[str, tuple[StoredEdition, PreparedEdition]] = {}
        self._pairings: dict[_Made, Pairing] = {}
        self._follow_ups: dict[tuple[str, str], _FollowUps] = {}

    def stored(self, key: str) -> StoredEdition:
        """What is stored of an edition.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return self._editions.stored(key)

    def prepared(self, key: str) -> PreparedEdition:
        """An edition's talks with their words.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        stored = self._editions.stored(key)
        made = self._prepared.get(key)
        if made and made[0] == stored:
            return made[1]
        programme = self._store.programme(stored.address.event_id)
        if programme is None:
            raise NoProgramme(title=stored.title)
        found = prepare(key, programme)
        self._prepared[key] = (stored, found)
        return found

    def pairing(self, old_key: str, new_key: str) -> Pairing:
        """Who is in both of two editions.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        stored = (self._editions.stored(old_key), self._editions.stored(new_key))
        made: _Made = (*stored, self._user.person_decisions())
        found = self._pairings.get(made)
        if found is None:
            found = pair_up(self.prepared(old_key), self.prepared(new_key), made[2])
            _keep(self._pairings, made, found)
        return found

    def follow_ups(self, old_key: str, new_key: str) -> tuple[FollowUp, ...]:
        """Which talks of one edition carry on which of another.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        pairing, decisions = self.pairing(old_key, new_key), self._user.follow_up_decisions()
        made = self._follow_ups.get((old_key, new_key))
        if made is None or made[0] is not pairing or made[1] != decisions:
            found = follow_ups(
                pairing.old, pairing.new, pairing.matches, pairing.similarity, decisions
            )
            made = (pairing, decisions, found)
            _keep(self._follow_ups, (old_key, new_key), made)
        return made[2]

    def others(self, key: str) -> tuple[StoredEdition, ...]:
        """Every other stored edition of its kind (samples keep to themselves), latest first.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        sample = self._editions.stored(key).address.event_id.is_sample
        return tuple(
            item
            for item in self._store.editions()
            if item.key != key and item.address.event_id.is_sample == sample
        )


def _keep(kept: dict[K, V], key: K, value: V) -> None:
    """Beside the last few others: each holds two whole editions."""
    while len(kept) >= _PAIRS:
        kept.pop(next(iter(kept)))
    kept[key] = value
