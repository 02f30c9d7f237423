"""Instants and the days they fall on.

All instants are aware and in UTC (names end in `_dt`); a zone is an IANA name. A day belongs to
the zone in which it is shown, so the same talk may have two days.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from companion.errors import Said, UsageError


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """The zone of an IANA name such as `Europe/Zurich`.

    Raises:
        UsageError: no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(
            detail=Said("“{name}” is not a time zone; a zone looks like Europe/Zurich", name=name)
        ) from error


def as_utc(moment: datetime) -> datetime:
    """The same instant in UTC.

    Raises:
        ValueError: `moment` has no zone; guessing one would be the classic mistake.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def local(moment: datetime, tz: tzinfo) -> datetime:
    """The same instant as clocks in `tz` show it."""
    return as_utc(moment).astimezone(tz)


def day_of(moment: datetime, tz: tzinfo) -> date:
    """The calendar day on which an instant falls in `tz`."""
    return local(moment, tz).date()


def day_bounds(day: date, tz: tzinfo) -> tuple[datetime, datetime]:
    """The first instant of a day in `tz` and the first of the next, both UTC.

    The day lasts 23, 24 or 25 hours (or 23.5 and 24.5, Lord Howe) depending on clock changes.
    """
    return _midnight(day, tz), _midnight(day + timedelta(days=1), tz)


def _midnight(day: date, tz: tzinfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=tz).astimezone(UTC)


def elapsed(start_dt: datetime, end_dt: datetime) -> timedelta:
    """Real time between two instants, also across a clock change."""
    return as_utc(end_dt) - as_utc(start_dt)


def iso(moment: datetime | None, tz: tzinfo = UTC) -> str | None:
    """ISO 8601 with offset, as seen in `tz`; None stays None."""
    return None if moment is None else local(moment, tz).isoformat()


def offset_minutes(moment: datetime, tz: tzinfo) -> int:
    """Minutes by which `tz` is ahead of UTC at an instant."""
    offset = local(moment, tz).utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)
