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


_EARLIEST = 1971


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

    They begin as early as they were the same, for programs that keep the first definition they
    meet for all later files.

    Returns:
        None where yearly rules cannot say it, and for UTC and `Etc/...`, which are written as UTC.
    """
    if "/" not in name or name.startswith("Etc/") or not is_known(name):
        # importers know the names of places only, and read Etc/GMT+1 with either sign
        return None
    steps = _steps(name, range(min(_EARLIEST, first_year - 1), last_year + 2))
    start, stop = first_year - 1, last_year + 2
    rules = _rules(name, steps, range(start, stop))
    while rules and start > _EARLIEST:
        start -= 1
        earlier = _rules(name, steps, range(start, stop))
        if earlier is None or _shape(earlier) != _shape(rules):
            break
        rules = earlier
    return rules


def _rules(name: str, steps: list[_Step], years: range) -> ZoneRules | None:
    first = datetime(years[0], 1, 1, tzinfo=zone_of(name))
    offset, abbreviation = first.utcoffset() or timedelta(0), first.tzname() or name
    since = first.replace(tzinfo=None)
    steps = [step for step in steps if step.onset.year in years]
    if not steps:
        return ZoneRules(name, (), offset, abbreviation, since)
    back = _change([step for step in steps if step.after < step.before], years)
    forward = _change([step for step in steps if step.after > step.before], years)
    if back is None or forward is None:
        return None
    return ZoneRules(name, (back, forward), offset, abbreviation, since)


def _shape(rules: ZoneRules) -> tuple[object, ...]:
    """What has to stay the same from year to year."""
    changes = [(c.onset.month, c.week, *_kind(c)) for c in rules.changes]
    return (changes, rules.offset)


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
    """Every change of the offset in these years, to the minute; none lasts less than a week."""
    tz = zone_of(name)
    week = timedelta(days=7)
    moment = datetime(years[0], 1, 1, tzinfo=UTC) - week
    end = datetime(years[-1] + 1, 1, 1, tzinfo=UTC) + week
    found: list[_Step] = []
    before = moment.astimezone(tz).utcoffset() or timedelta(0)
    while moment < end:
        after = (moment + week).astimezone(tz).utcoffset() or timedelta(0)
        if before != after:
            instant = _bisect(name, moment, moment + week)
            onset = (instant + before).replace(tzinfo=None)
            found.append(_Step(onset, before, after, instant.astimezone(tz).tzname() or name))
        moment += week
        before = after
    return found


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


def _change(steps: list[_Step], years: range) -> ClockChange | None:
    """The rule that gives exactly these changes, one in each year."""
    if [step.onset.year for step in steps] != list(years):
        return None
    if len({_kind(step) for step in steps}) > 1 or len({step.onset.month for step in steps}) > 1:
        return None
    days = [step.onset.date() for step in steps]
    week = _week(days)
    month_days = () if week else _month_days(days)
    if not week and not month_days:
        return None
    first, last = steps[0], steps[-1]
    return ClockChange(first.onset, first.before, first.after, last.name, week, month_days)


def _kind(step: _Step | ClockChange) -> tuple[object, ...]:
    return (step.onset.time(), step.onset.weekday(), step.before, step.after)


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
