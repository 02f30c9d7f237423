"""The editions of the series: those of the catalogue, those stored here, and their keys."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from companion.domain.edition import Edition, EditionState, StoredEdition
from companion.domain.event import EventAddress, EventId
from companion.domain.times import as_utc, day_bounds, day_of, zone
from companion.errors import NoProgramme, UnknownEdition, in_short
from companion.frozen import frozen

if TYPE_CHECKING:
    from companion.ports.programmes import ProgrammeStore


@frozen
class EditionInfo:
    """An edition with what is stored of it on this computer."""

    edition: Edition
    state: EditionState
    stored: StoredEdition | None = None

    @property
    def key(self) -> str:
        """Such as `qtml2024`."""
        return self.edition.key

    @property
    def title(self) -> str:
        """As its own site calls it, else as the catalogue does."""
        if self.stored is None or self.is_by_address:
            return self.edition.title
        return self.stored.title

    @property
    def timezone(self) -> str | None:
        """IANA name of the conference's zone."""
        return self.stored.timezone if self.stored else self.edition.timezone

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day in the conference's zone; None if not known."""
        if self.stored:
            tz = zone(self.stored.timezone)
            return day_of(self.stored.start_dt, tz), day_of(self.stored.end_dt, tz)
        if self.edition.start_day and self.edition.end_day:
            return self.edition.start_day, self.edition.end_day
        return None

    @property
    def is_by_address(self) -> bool:
        """Whether it is here because somebody gave its address: no catalogue holds it."""
        return self.stored is not None and self.key == self.stored.address.event_id.key

    @property
    def is_sample(self) -> bool:
        """Whether its talks are invented."""
        address = self.stored.address if self.stored else self.edition.address
        return address is not None and address.event_id.is_sample


class EditionsService:
    """What editions there are, and which one a key or an event means."""

    def __init__(
        self,
        catalogue: Callable[[], tuple[Edition, ...]],
        samples: Callable[[], tuple[Edition, ...]],
        store: "ProgrammeStore",
    ) -> None:
        self._catalogue = catalogue
        self._samples = samples
        self._store = store

    def list(self) -> tuple[EditionInfo, ...]:
        """Every known or stored edition, latest first, samples last."""
        stored = {item.address.event_id: item for item in self._store.editions()}
        infos = [self._info(edition, stored) for edition in self._catalogue()]
        infos += [
            EditionInfo(self._described(item), _state(item), item) for item in stored.values()
        ]
        return tuple(sorted(_told_apart(infos), key=_newest_first))

    def _info(self, edition: Edition, stored: dict[EventId, StoredEdition]) -> EditionInfo:
        found = stored.pop(edition.address.event_id, None) if edition.address else None
        state = EditionState.DOWNLOADED if found else EditionState.CATALOGUE
        return EditionInfo(edition, state, found)

    def _described(self, item: StoredEdition) -> Edition:
        """An edition for what is stored but not in the catalogue."""
        for sample in self._samples():
            if sample.key == item.key:
                return sample
        tz = zone(item.timezone)
        start = day_of(item.start_dt, tz)
        return Edition(
            key=item.key,
            title=item.title,
            year=start.year,
            timezone=item.timezone,
            start_day=start,
            end_day=day_of(item.end_dt, tz),
            venue=item.venue_name or None,
            programme_url=item.address.url,
            address=item.address,
        )

    def get(self, key: str) -> EditionInfo:
        """The edition with this key; one that is stored also answers to `HOST[-PORT]-ID`.

        Raises:
            UnknownEdition: names the keys there are.
        """
        infos = self.list()
        for info in infos:
            if info.key == key or (info.stored and info.stored.is_called(key)):
                return info
        choices = ", ".join(info.key for info in infos)
        raise UnknownEdition(key=in_short(key), choices=choices)

    def stored(self, key: str) -> StoredEdition:
        """What is stored of an edition.

        Raises:
            UnknownEdition: no such key.
            NoProgramme: nothing is stored of it.
        """
        info = self.get(key)
        if info.stored is None:
            raise NoProgramme(title=info.title)
        return info.stored

    def key_of(self, event_id: EventId) -> str:
        """The key under which an event is known, the same for every form of its address."""
        for edition in (*self._catalogue(), *self._samples()):
            if edition.address and edition.address.event_id == event_id:
                return edition.key
        return event_id.key

    def adopt_keys(self) -> None:
        """Give what is stored the keys of today's catalogue.

        An event that was synced by its address may have joined the catalogue since. Everything is
        kept by event, so only the name changes; `get` goes on to know the old one.
        """
        for item in self._store.editions():
            key = self.key_of(item.address.event_id)
            if key != item.key:
                self._store.rename(item.address.event_id, key)

    def addresses(self) -> tuple[EventAddress, ...]:
        """Every event that can be synced: of the catalogue and of what is stored, no samples."""
        found = [
            info.stored.address if info.stored else info.edition.address for info in self.list()
        ]
        return tuple(item for item in found if item and not item.event_id.is_sample)

    def default_key(self, now: datetime) -> str | None:
        """The edition running, else the next, else the latest of those stored; None without any."""
        shown = most_urgent(self._store.editions(), now)
        return None if shown is None else shown.key

    def remove_samples(self) -> int:
        """Forget every invented programme, with the stars on it; returns how many there were."""
        samples = [item for item in self._store.editions() if item.address.event_id.is_sample]
        for item in samples:
            self._store.remove(item.address.event_id)
        return len(samples)


def most_urgent(editions: tuple[StoredEdition, ...], now: datetime) -> StoredEdition | None:
    """The edition running, else the next, else the latest of those downloaded.

    Those with talks before those without; invented ones only where there is no other. None only if
    there is none.
    """
    with_talks = [item for item in editions if item.contributions]
    return min(with_talks or editions, key=lambda item: _urgency(item, now), default=None)


def _told_apart(infos: list[EditionInfo]) -> list[EditionInfo]:
    """With its host after the title of an event that calls itself as another does."""
    titles = Counter(_folded(info.edition.title) for info in infos)
    return [
        _with_host(info, info.stored)
        if info.stored and info.is_by_address and titles[_folded(info.edition.title)] > 1
        else info
        for info in infos
    ]


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _with_host(info: EditionInfo, stored: StoredEdition) -> EditionInfo:
    title = f"{info.edition.title} ({stored.address.event_id.host})"
    return replace(info, edition=replace(info.edition, title=title))


def _state(item: StoredEdition) -> EditionState:
    is_sample = item.address.event_id.is_sample
    return EditionState.SAMPLE if is_sample else EditionState.DOWNLOADED


def _newest_first(info: EditionInfo) -> tuple[bool, int, int]:
    days = info.days
    start = days[0].toordinal() if days else date(info.edition.year or 1, 1, 1).toordinal()
    return (info.is_sample, -(info.edition.year or start // 365), -start)


def _urgency(item: StoredEdition, now: datetime) -> tuple[bool, int, float]:
    """Real before sample; running first, then the next one, then the latest past."""
    tz = zone(item.timezone)
    start, _ = day_bounds(day_of(item.start_dt, tz), tz)
    _, end = day_bounds(day_of(item.end_dt, tz), tz)
    moment = as_utc(now)
    sample = item.address.event_id.is_sample
    if start <= moment < end:
        return (sample, 0, -start.timestamp())
    if moment < start:
        return (sample, 1, start.timestamp())
    return (sample, 2, -start.timestamp())
