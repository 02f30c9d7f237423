"""Indico's local times → instants, also in the hour that comes twice.

The event answer is asked for in UTC. The timetable answer ignores that and gives times in the
event's zone, without an offset; blocks and breaks stand nowhere else. In the hour when summer time
ends such a time means one of two instants. What decides, in this order: Indico's own duration
(exact up to whole days, which it drops), then that a block holds its talks, whose instants the
event answer tells, and a break lies within its block; then the earlier one.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from companion.domain.times import zone
from companion.errors import UsageError
from companion.indico.payloads import MomentIn
from companion.indico.records import BadField

Span = tuple[datetime, datetime]
"""Start and end, both UTC."""

_DAY = timedelta(days=1)
YEARS = range(1900, 2200)
"""Beyond them zones have no rules, and a day more may leave what Python can count."""
_LONGEST_MIN = 100 * 366 * 24 * 60


def no_hints() -> tuple[Span, ...]:
    """For records of which nothing else is known."""
    return ()


def first_instant(moment: MomentIn, field: str) -> datetime:
    """The instant of a local time; the earlier one if there are two.

    Raises:
        BadField: not a date, time and zone, or in no year in which people meet.
    """
    return _instants(moment, field)[0]


def span_of(
    start: MomentIn,
    end: MomentIn,
    minutes: float | None,
    *,
    holds: Callable[[], Iterable[Span]] = no_hints,
    within: Callable[[], Iterable[Span]] = no_hints,
) -> Span:
    """Start and end as instants.

    Args:
        start: local.
        end: local.
        minutes: the duration that Indico states, if it does.
        holds: what happens between start and end; asked only if a time is ambiguous.
        within: what start and end lie in; likewise.

    Raises:
        BadField: a time is none, or it ends before it starts.
    """
    starts, ends = _instants(start, "startDate"), _instants(end, "endDate")
    options = [(first, last) for first in starts for last in ends if first <= last]
    if not options:
        raise BadField("endDate", "it ends before it starts")
    if len(options) == 1:
        return options[0]
    return min(options, key=_fits(minutes, tuple(holds()), tuple(within())))


def _fits(
    minutes: float | None, inner: tuple[Span, ...], outer: tuple[Span, ...]
) -> Callable[[Span], tuple[bool, int]]:
    def misfits(option: Span) -> tuple[bool, int]:
        start, end = option
        wrong_length = minutes is not None and not _same_length(end - start, minutes)
        outside = sum(not (start <= first and last <= end) for first, last in inner)
        outside += sum(not (first <= start and end <= last) for first, last in outer)
        return wrong_length, outside

    return misfits


def _same_length(length: timedelta, minutes: float) -> bool:
    return length % _DAY == duration_of(minutes) % _DAY


def duration_of(minutes: float) -> timedelta:
    """Minutes as a duration.

    Raises:
        BadField: negative, or longer than a hundred years.
    """
    if minutes > _LONGEST_MIN:
        raise BadField("duration", "it is too long")
    if minutes < 0:
        raise BadField("duration", "it is negative")
    return timedelta(minutes=minutes)


def _instants(moment: MomentIn, field: str) -> tuple[datetime, ...]:
    try:
        found = _cached_instants(moment.date, moment.time, moment.tz)
    except UsageError as error:
        raise BadField(f"{field}.tz", "no such time zone") from error
    except (ValueError, OverflowError) as error:
        raise BadField(field, "not a date and time") from error
    if found[0].year not in YEARS:
        raise BadField(field, "its year cannot be right")
    return found


@lru_cache(maxsize=16_384)
def _cached_instants(day: str, clock: str, tz: str) -> tuple[datetime, ...]:
    """One instant, or two in the hour that comes twice, earlier first."""
    parsed = time.fromisoformat(clock)
    if parsed.tzinfo is not None:
        raise ValueError(clock)
    local = datetime.combine(date.fromisoformat(day), parsed)
    if tz == "UTC":
        return (local.replace(tzinfo=UTC),)
    first, second = (local.replace(tzinfo=zone(tz), fold=fold) for fold in (0, 1))
    early, late = first.astimezone(UTC), second.astimezone(UTC)
    # In the hour that summer time skips the two differ as well, the other way round.
    return (early, late) if early < late else (early,)
