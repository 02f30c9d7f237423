"""Entries by the days on which they start, in the zone in which they are shown."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo

from companion.domain.entry import Entry
from companion.domain.times import day_of


def by_day(entries: Iterable[Entry], tz: tzinfo) -> dict[date | None, tuple[Entry, ...]]:
    """Each entry under the day of its start in `tz`, exactly once; under None what has no time.

    Days come in order, None last; the order within a day is kept.
    """
    days: dict[date | None, list[Entry]] = {}
    # Many begin together: the day of each start is worked out once.
    known: dict[datetime | None, date | None] = {None: None}
    for entry in entries:
        start = entry.start_dt
        if start is not None and start not in known:
            known[start] = day_of(start, tz)
        days.setdefault(known[start], []).append(entry)
    order = sorted(days, key=lambda day: (day is None, day or date.min))
    return {day: tuple(days[day]) for day in order}


def stepped(days: Sequence[date | None], day: date | None, step: int) -> date | None:
    """The day so many places further; the same one where there is none."""
    place = days.index(day) + step if day in days else -1
    return days[place] if 0 <= place < len(days) else day


def nearest_day(
    days: Sequence[date | None], day: date | None, now: datetime, tz: tzinfo
) -> date | None:
    """The day itself if it is one of them, else the next, else the last before it."""
    if day in days or day is None:
        return day if day in days else chosen_day(days, now, tz)
    dated = sorted(other for other in days if other is not None)
    later = (other for other in dated if other > day)
    return next(later, dated[-1] if dated else None)


def chosen_day(days: Iterable[date | None], now: datetime, tz: tzinfo) -> date | None:
    """The day to show first: today if it is one of them, else the next, else the first.

    None only if no day has a date.
    """
    dated = sorted(day for day in days if day is not None)
    today = day_of(now, tz)
    if not dated:
        return None
    if today > dated[-1]:
        return dated[0]
    return next(day for day in dated if day >= today)
