"""Time zones as yearly rules, short enough for every calendar program.

Derived from zoneinfo for the years that a file covers, and checked against it: a zone that does
not follow the same rule in all of these years is not described at all.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from companion.domain.times import zone as zone_of
from companion.errors import UsageError

_UTC_NAMES = frozenset(
    {"UTC", "UCT", "GMT", "GMT0", "GMT+0", "GMT-0", "Greenwich", "Universal", "Zulu"}
)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """One yearly change of the clocks.

    Attributes:
        onset: its first time in the span, on the clock as it was before (RFC 5545 3.6.5).
        before, after: ahead of UTC.
        name: such as CEST.
        week: n-th weekday of the month, -1 for the last; 0 if `month_days` say which.
        month_days: seven days of the month, one of which is that weekday.
    """

    onset: datetime
    before: timedelta
    after: timedelta
    name: str
    week: int
    month_days: tuple[int, ...] = ()

    @property
    def is_daylight(self) -> bool:
        """Whether clocks go forward."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class ZoneRules:
    """A zone over some years: two yearly changes, or none and one offset."""

    name: str
    changes: tuple[ClockChange, ...]
    offset: timedelta
    abbreviation: str
    since: datetime


@dataclass(frozen=True, slots=True)
class _Step:
    onset: datetime
    before: timedelta
    after: timedelta
    name: str


@lru_cache(maxsize=64)
def describe(name: str, first_year: int, last_year: int) -> ZoneRules | None:
    """The rules of a zone for events in these years.

    Returns:
        None where yearly rules cannot say it, and for UTC and `Etc/...`, which are written as UTC.
    """
    if "/" not in name or name.startswith("Etc/") or not is_known(name):
        # importers know the names of places only, and read Etc/GMT+1 with either sign
        return None
    years = range(first_year - 1, last_year + 2)
    steps = _steps(name, years)
    first = datetime(years[0], 1, 1, tzinfo=zone_of(name))
    since = first.replace(tzinfo=None)
    offset, abbreviation = first.utcoffset() or timedelta(0), first.tzname() or name
    if not steps:
        return ZoneRules(name, (), offset, abbreviation, since)
    changes = tuple(
        change
        for forward in (False, True)
        if (change := _rule([s for s in steps if (s.after > s.before) is forward], years))
    )
    if len(changes) != 2:
        return None
    return ZoneRules(name, changes, offset, abbreviation, since)


def is_known(name: str) -> bool:
    """Whether this computer knows a zone of that name."""
    try:
        zone_of(name)
    except UsageError:
        return False
    return True


def is_utc(name: str) -> bool:
    """Whether clocks of this zone show UTC, so that nothing is lost by writing UTC."""
    return name.removeprefix("Etc/") in _UTC_NAMES


def _steps(name: str, years: range) -> list[_Step]:
    """Every change of the offset in these years, to the minute."""
    tz = zone_of(name)
    day = timedelta(days=1)
    moment = datetime(years[0], 1, 1, tzinfo=UTC) - day
    end = datetime(years[-1] + 1, 1, 1, tzinfo=UTC) + day
    found: list[_Step] = []
    while moment < end:
        before = moment.astimezone(tz).utcoffset() or timedelta(0)
        after = (moment + day).astimezone(tz).utcoffset() or timedelta(0)
        if before != after:
            instant = _bisect(name, moment, moment + day)
            abbreviation = instant.astimezone(tz).tzname() or name
            found.append(
                _Step((instant + before).replace(tzinfo=None), before, after, abbreviation)
            )
        moment += day
    return [step for step in found if step.onset.year in years]


def _bisect(name: str, low: datetime, high: datetime) -> datetime:
    tz = zone_of(name)
    old = low.astimezone(tz).utcoffset()
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        if middle.astimezone(tz).utcoffset() == old:
            low = middle
        else:
            high = middle
    return high


def _rule(steps: list[_Step], years: range) -> ClockChange | None:
    """The rule that gives exactly these changes, one in each year."""
    if [step.onset.year for step in steps] != list(years):
        return None
    first = steps[0]
    if (
        len({(s.onset.time(), s.onset.month, s.onset.weekday(), s.before, s.after) for s in steps})
        > 1
    ):
        return None
    days = [step.onset.date() for step in steps]
    week = _week(days)
    month_days = () if week else _month_days(days)
    if not week and not month_days:
        return None
    return ClockChange(first.onset, first.before, first.after, first.name, week, month_days)


def _week(days: list[date]) -> int:
    if all(day.day + 7 > monthrange(day.year, day.month)[1] for day in days):
        return -1
    weeks = {(day.day - 1) // 7 + 1 for day in days}
    return weeks.pop() if len(weeks) == 1 else 0


def _month_days(days: list[date]) -> tuple[int, ...]:
    """Seven days in a row hold each weekday once, so the seven from the earliest onset will do."""
    low, high = min(day.day for day in days), max(day.day for day in days)
    if high - low > 6:
        return ()
    return tuple(range(low, low + 7))
