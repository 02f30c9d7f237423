"""The series as a whole: at a glance, and two editions side by side."""

from collections.abc import Callable, Mapping

from companion import paths
from companion.domain.event import EventId
from companion.domain.series.compare import Comparison, compare_editions
from companion.domain.series.decisions import PersonDecision, PersonKey
from companion.domain.series.glance import EditionGlance, OnDisk, glance
from companion.domain.series.map import Place, read_cities, read_outlines
from companion.domain.series.membership import is_of_series
from companion.errors import Said, UsageError
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.series import SeriesUserStore
from companion.services.editions import EditionInfo, EditionsService
from companion.services.series_cache import SeriesCache
from companion.services.zones import LOCAL, reader_zone_name, shown_zone


class SeriesService:
    """Reads what is stored; never the network."""

    def __init__(
        self,
        store: ProgrammeStore,
        mine: SeriesUserStore,
        editions: EditionsService,
        cache: SeriesCache,
        clock: Clock,
        reader_zone: Callable[[], str] = reader_zone_name,
    ) -> None:
        self._store = store
        self._mine = mine
        self._editions = editions
        self._cache = cache
        self._clock = clock
        self._reader_zone = reader_zone

    def glance(self) -> tuple[EditionGlance, ...]:
        """Every edition of the series, earliest first, stored samples last."""
        known = ((info.edition, _on_disk(info)) for info in self._members())
        return glance(known, self._clock(), shown_zone(LOCAL, LOCAL, self._reader_zone))

    def _members(self) -> list[EditionInfo]:
        """Editions of the catalogue, and stored events that belong to the series."""
        chosen = self._mine.members()
        return [info for info in self._editions.list() if self._belongs(info, chosen)]

    def _belongs(self, info: EditionInfo, chosen: Mapping[EventId, bool]) -> bool:
        if info.stored is None or not info.is_by_address:
            return True
        event_id = info.stored.address.event_id
        if event_id in chosen:
            return chosen[event_id]
        event = self._store.event(event_id)
        return event is not None and is_of_series(event)

    def set_member(self, key: str, *, belongs: bool | None) -> bool | None:
        """Put a stored event into the series, take it out, or (None) leave it to its title.

        Returns:
            What was decided before, to undo this; None for nothing.

        Raises:
            UsageError: to take out what the list of editions, or the sample, holds.
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        stored = self._editions.stored(key)
        event_id = stored.address.event_id
        if belongs is False and stored.key != event_id.key:
            raise UsageError(detail=Said("{key} always belongs to the series", key=stored.key))
        before = self._mine.members().get(event_id)
        self._mine.set_member(event_id, belongs)
        return before

    def is_member(self, key: str) -> bool:
        """Whether an edition belongs to the series.

        Raises:
            UnknownEdition: no such key.
        """
        return self._belongs(self._editions.get(key), self._mine.members())

    def outlines(self) -> tuple[tuple[Place, ...], ...]:
        """Land, for the map."""
        return read_outlines(paths.resource("map/land.json").read_text("utf-8"))

    def cities(self) -> Mapping[str, Place]:
        """Where the cities of the series are, for the map."""
        return read_cities(paths.resource("map/cities.json").read_text("utf-8"))

    def compare(self, old_key: str, new_key: str) -> Comparison:
        """Two editions side by side.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored.
        """
        return compare_editions(self._cache.pairing(old_key, new_key))

    def default_pair(self) -> tuple[str, str] | None:
        """The two latest editions here, else any two events, else both samples; None without."""
        stored = [item for item in self._store.editions() if item.contributions]
        members = {info.key for info in self._members()}
        events = [item for item in stored if not item.address.event_id.is_sample]
        ours = [item for item in events if item.key in members]
        samples = [item for item in stored if item.address.event_id.is_sample]
        for found in (ours, events, samples):
            if len(found) > 1:
                return found[1].key, found[0].key
        return None

    def decide_people(
        self, one: PersonKey, other: PersonKey, *, same: bool | None
    ) -> PersonDecision | None:
        """Merge two entries, part them, or (None) forget what was decided.

        Returns:
            What was decided before, to undo this; None for nothing.
        """
        decision = PersonDecision.of(one, other, bool(same), self._clock())
        ends = (decision.first, decision.second)
        known = (item for item in self._mine.person_decisions())
        before = next((item for item in known if (item.first, item.second) == ends), None)
        if same is None:
            self._mine.remove_person_decision(*ends)
        else:
            self._mine.set_person_decision(decision)
        return before


def _on_disk(info: EditionInfo) -> OnDisk | None:
    stored = info.stored
    if stored is None:
        return None
    return OnDisk(
        title=info.title,
        timezone=stored.timezone,
        start_dt=stored.start_dt,
        end_dt=stored.end_dt,
        venue_name=stored.venue_name,
        is_sample=info.is_sample,
        is_by_address=info.is_by_address,
    )
