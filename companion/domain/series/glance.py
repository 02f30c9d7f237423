"""The series at a glance: every edition with what is known of it, and the time there now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Generic, TypeVar

from companion.domain.edition import Edition
from companion.domain.times import as_utc, day_bounds, day_of, local, offset_minutes, zone

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
ITS_INDICO = "its Indico"
SAMPLE_SOURCE = "invented, for the sample"


class SeriesState(StrEnum):
    """Where an edition stands; several can hold, the first of them counts most."""

    RUNNING = "running"
    NEXT = "next"
    PAST = "past"
    DOWNLOADED = "downloaded"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Fact(Generic[T_co]):
    """One thing that is known of an edition, or not.

    Attributes:
        value: None reads “not known”.
        source: where it was read; None with no value.
        is_confirmed: whether a page of the organisers or the host says so.
    """

    value: T_co | None = None
    source: str | None = None
    is_confirmed: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is a value."""
        return self.value is not None


@dataclass(frozen=True, slots=True)
class Link:
    """A page about an edition or the series, with where we have the address from."""

    title: str
    url: str
    source: str


SERIES_LINKS = (
    Link("CERN Quantum Technology Initiative", "https://quantum.cern/", "the host of QTML 2023"),
    Link(
        "Past conferences, as QTML 2024 lists them",
        "https://qtml2024.org/",
        "bjbraams/calendars, which links its list",
    ),
)
"""Pages about the series as a whole."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """What is stored of an edition on this computer, as its Indico says it."""

    title: str
    timezone: str
    start_dt: datetime
    end_dt: datetime
    venue_name: str = ""
    is_sample: bool = False
    is_by_address: bool = False


@dataclass(frozen=True, slots=True)
class EditionGlance:
    """One edition on the line through time and place.

    Attributes:
        states: all that hold, most important first.
        now_local: the present as clocks there show it; None where the zone is not known.
        offset_min: minutes by which clocks there are ahead of the reader's now.
        starts_in: time to its start; None if that is not known or past.
        is_by_address: whether it is no edition of the catalogue, and so could leave the series.
    """

    key: str
    title: str
    year: int | None
    is_sample: bool
    number: Fact[int]
    city: Fact[str]
    country: Fact[str]
    venue: Fact[str]
    host: Fact[str]
    timezone: Fact[str]
    start_day: Fact[date]
    end_day: Fact[date]
    states: tuple[SeriesState, ...]
    now_local: datetime | None
    offset_min: int | None
    starts_in: timedelta | None
    links: tuple[Link, ...]
    is_by_address: bool = False

    @property
    def state(self) -> SeriesState:
        """The most important one."""
        return self.states[0]


def glance(
    editions: Iterable[tuple[Edition, OnDisk | None]], now: datetime, home: tzinfo
) -> tuple[EditionGlance, ...]:
    """Every edition, earliest first, samples last.

    Args:
        editions: what is known of each, and what is stored of it.
        now: the present, aware.
        home: the reader's zone.
    """
    items = [_Item(edition, disk) for edition, disk in editions]
    coming = [item for item in items if not item.is_sample and item.starts_after(now)]
    following = min(coming, key=_Item.order, default=None)
    return tuple(
        item.glance(now, home, is_next=item is following) for item in sorted(items, key=_Item.order)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Item:
    edition: Edition
    disk: OnDisk | None

    @property
    def is_sample(self) -> bool:
        return self.disk is not None and self.disk.is_sample

    @property
    def tz(self) -> tzinfo | None:
        name = self.disk.timezone if self.disk else self.edition.timezone
        return zone(name) if name else None

    @property
    def days(self) -> tuple[date | None, date | None]:
        if self.disk:
            tz = zone(self.disk.timezone)
            return day_of(self.disk.start_dt, tz), day_of(self.disk.end_dt, tz)
        return self.edition.start_day, self.edition.end_day

    @property
    def start_dt(self) -> datetime | None:
        """When it starts: as stored, else the first midnight of its first day."""
        start, _ = self.days
        if self.disk:
            return self.disk.start_dt
        return day_bounds(start, self.tz)[0] if start and self.tz else None

    def order(self) -> tuple[bool, int, str]:
        start, _ = self.days
        day = start or date(self.edition.year or date.max.year, 1, 1)
        return (self.is_sample, day.toordinal(), self.edition.key)

    def starts_after(self, now: datetime) -> bool:
        """Whether it is still to come; by its year where the dates are not known."""
        start = self.start_dt
        if start is not None:
            return start > now
        return self.days[0] is None and (self.edition.year or 0) > as_utc(now).year

    def is_over(self, now: datetime) -> bool:
        """Whether its last day has passed there; by its year where the dates are not known."""
        _, end = self.days
        if end is not None:
            return day_bounds(end, self.tz or UTC)[1] <= now
        return (self.edition.year or now.year) < as_utc(now).year

    def glance(self, now: datetime, home: tzinfo, *, is_next: bool) -> EditionGlance:
        edition, disk, start, tz = self.edition, self.disk, self.start_dt, self.tz
        return EditionGlance(
            key=edition.key,
            title=disk.title if disk else edition.title,
            year=edition.year,
            is_sample=self.is_sample,
            number=self._fact("number", edition.number),
            city=self._fact("city", edition.city),
            country=self._fact("country", edition.country),
            venue=self._fact("venue", edition.venue, disk.venue_name or None if disk else None),
            host=self._fact("host", edition.host),
            timezone=self._fact("timezone", edition.timezone, disk.timezone if disk else None),
            start_day=self._fact("start_day", edition.start_day, self.days[0] if disk else None),
            end_day=self._fact("end_day", edition.end_day, self.days[1] if disk else None),
            states=tuple(self._states(now, is_next=is_next)),
            now_local=local(now, tz) if tz else None,
            offset_min=offset_minutes(now, tz) - offset_minutes(now, home) if tz else None,
            starts_in=start - as_utc(now) if start and start > now else None,
            links=tuple(self._links()),
            is_by_address=self.disk is not None and self.disk.is_by_address,
        )

    def _fact(self, name: str, known: T | None, stored: T | None = None) -> Fact[T]:
        if stored is not None:
            return Fact(stored, SAMPLE_SOURCE if self.is_sample else ITS_INDICO, is_confirmed=True)
        if known is None:
            return Fact()
        source = SAMPLE_SOURCE if self.is_sample else self.edition.sources.get(name)
        return Fact(known, source, is_confirmed=name not in self.edition.unverified)

    def _states(self, now: datetime, *, is_next: bool) -> Iterable[SeriesState]:
        start, over = self.start_dt, self.is_over(now)
        if start and start <= now and not over:
            yield SeriesState.RUNNING
        if is_next:
            yield SeriesState.NEXT
        if over:
            yield SeriesState.PAST
        if self.disk:
            yield SeriesState.DOWNLOADED
        yield SeriesState.KNOWN

    def _links(self) -> Iterable[Link]:
        edition, sources = self.edition, self.edition.sources
        if edition.website:
            yield Link("Website", edition.website, sources.get("website", ""))
        if edition.programme_url:
            yield Link("Programme", edition.programme_url, sources.get("programme_url", ""))
        if edition.address and not self.is_sample:
            yield Link("Indico", edition.address.url, sources.get("address", ""))
