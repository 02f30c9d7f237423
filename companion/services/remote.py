"""Being there from another zone: what is live, and what a plan makes of it."""

from collections.abc import Callable, Mapping
from datetime import tzinfo

from companion.domain.bookmark import Star
from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryRef
from companion.domain.series.remote import (
    STAR_FOR,
    JetLagDay,
    RemoteTalk,
    Verdict,
    WakingHours,
    jet_lag,
    remote_plan,
)
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import UserStore
from companion.services.editions import EditionsService
from companion.services.zones import EVENT, reader_zone_name, shown_zone


class RemoteService:
    """Reads what is stored; never the network."""

    def __init__(
        self,
        store: ProgrammeStore,
        user: UserStore,
        editions: EditionsService,
        clock: Clock,
        reader_zone: Callable[[], str] = reader_zone_name,
    ) -> None:
        self._store = store
        self._user = user
        self._editions = editions
        self._clock = clock
        self._reader_zone = reader_zone

    def plan(self, key: str, zone_name: str, awake: str) -> tuple[RemoteTalk, ...]:
        """How to take part in each talk from another zone, by start.

        Args:
            key: the edition's.
            zone_name: the reader's: `local` or an IANA name.
            awake: such as `07:00-23:00`, by the clock in that zone.

        Raises:
            UsageError: no such zone, or no such hours.
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        hours, entries = WakingHours.parse(awake), self._entries(key)
        return remote_plan(entries, self._zone(key, zone_name), hours)

    def jet_lag(self, key: str, home: str, awake: str, days: int = 3) -> tuple[JetLagDay, ...]:
        """The first days for who came from another zone.

        Args:
            key: the edition's.
            home: `local` or an IANA name.
            awake: waking hours at home.
            days: how many.

        Raises:
            UsageError, UnknownEdition, NoProgramme: as for `plan`.
        """
        hours, entries = WakingHours.parse(awake), self._entries(key)
        return jet_lag(entries, self._zone(key, EVENT), self._zone(key, home), hours, days)

    def apply(
        self, key: str, zone_name: str, awake: str, stars: Mapping[Verdict, Star] = STAR_FOR
    ) -> Mapping[EntryRef, Star]:
        """Turn a plan into stars; talks that have one keep it.

        Returns:
            What was starred, to undo it.

        Raises:
            UsageError, UnknownEdition, NoProgramme: as for `plan`.
        """
        plan = self.plan(key, zone_name, awake)
        event_id = self._stored(key).address.event_id
        marked = {mark.db_id for mark in self._user.bookmarks(event_id)}
        new = {
            talk.ref: stars[talk.verdict]
            for talk in plan
            if talk.ref.ident not in marked and stars[talk.verdict] is not Star.NONE
        }
        now = self._clock()
        for star in (Star.STARRED, Star.TENTATIVE):
            chosen = [ref.ident for ref, mark in new.items() if mark is star]
            if chosen:
                self._user.set_star(event_id, chosen, star, now)
        return new

    def _zone(self, key: str, name: str) -> tzinfo:
        return shown_zone(name, self._stored(key).timezone, self._reader_zone)

    def _entries(self, key: str) -> tuple[Entry, ...]:
        return self._store.entries(self._stored(key).address.event_id)

    def _stored(self, key: str) -> StoredEdition:
        return self._editions.stored(key)
