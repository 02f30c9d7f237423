"""Being there from another zone: which talks fall into the reader's waking hours.

Waking hours are what the clock on the reader's wall shows, so they follow clock changes there;
every talk is taken at its real instants.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef, EntryState
from companion.domain.times import as_utc, day_of, local, offset_minutes
from companion.errors import Said, UsageError

_MINUTE = timedelta(minutes=1)
_DAY_MINUTES = 24 * 60
_MOST = 2 * _DAY_MINUTES  # in two days every time of the day came; an end typed wrong lasts years
_SPAN = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")


class Verdict(StrEnum):
    """How to take part from afar."""

    LIVE = "live"
    NIGHT = "night"
    LATER = "later"


STAR_FOR = {Verdict.LIVE: Star.STARRED, Verdict.LATER: Star.TENTATIVE, Verdict.NIGHT: Star.NONE}
"""What one click makes of a plan: starred, tentative, left out."""


@dataclass(frozen=True, slots=True)
class WakingHours:
    """Waking hours by the clock, in minutes after midnight; over midnight where `end` <= `start`.

    Attributes:
        start, end: `end` does not belong to it; 1440 is midnight.
    """

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> "WakingHours":
        """Hours such as `07:00-23:00`, `20:00-04:00` or `00:00-24:00`.

        Raises:
            UsageError: another form, no such time, or nothing between the two.
        """
        found = _SPAN.fullmatch(text.strip())
        if found is None:
            raise UsageError(
                detail=Said("“{text}” are no waking hours such as 07:00-23:00", text=text)
            )
        start, end = _minutes(text, found[1], found[2]), _minutes(text, found[3], found[4])
        if start in {end, _DAY_MINUTES}:
            raise UsageError(
                detail=Said("“{text}” is no span; for the whole day give 00:00-24:00", text=text)
            )
        return cls(start, end)

    def holds(self, clock: time) -> bool:
        """Whether a time of the day is within."""
        minute = clock.hour * 60 + clock.minute
        if self.start < self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"


def _minutes(text: str, hours: str, minutes: str) -> int:
    total = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or total > _DAY_MINUTES:
        raise UsageError(detail=Said("“{text}” has no time of day from 00:00 to 24:00", text=text))
    return total


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@dataclass(frozen=True, slots=True)
class RemoteTalk:
    """One talk as seen from afar.

    Attributes:
        start_dt, end_dt: UTC; None while it is not scheduled.
        awake_minutes: minutes of it that fall into waking hours, within the first two days.
    """

    ref: EntryRef
    verdict: Verdict
    start_dt: datetime | None = None
    end_dt: datetime | None = None
    awake_minutes: int = 0


def verdict(start_dt: datetime, end_dt: datetime, tz: tzinfo, hours: WakingHours) -> Verdict:
    """How to take part in what lasts from `start_dt` to `end_dt`.

    `live` is wholly within waking hours, `night` wholly outside, and what begins or ends outside
    is to be watched `later`. Something without a length counts as its first minute.

    Args:
        start_dt: aware.
        end_dt: aware; not part of it.
        tz: the reader's zone.
        hours: of the reader, by the clock in `tz`.
    """
    awake, total = _awake(as_utc(start_dt), as_utc(end_dt), tz, hours)
    if awake == total:
        return Verdict.LIVE
    return Verdict.LATER if awake else Verdict.NIGHT


@lru_cache(maxsize=4096)
def _awake(start_dt: datetime, end_dt: datetime, tz: tzinfo, hours: WakingHours) -> tuple[int, int]:
    """Minutes awake, and all minutes (at least one, at most two days).

    Minute by minute: zones are whole minutes from UTC, so nothing is missed, and every kind of
    clock change is right without a word about it.
    """
    total = min(max(1, -(-(end_dt - start_dt) // _MINUTE)), _MOST)
    clocks = (local(start_dt + number * _MINUTE, tz).time() for number in range(total))
    return sum(map(hours.holds, clocks)), total


def remote_plan(entries: Iterable[Entry], tz: tzinfo, hours: WakingHours) -> tuple[RemoteTalk, ...]:
    """Every talk and poster once, by start; those without a time come last, to be watched later.

    Args:
        entries: of one edition; blocks, breaks and withdrawn talks are left out.
        tz: the reader's zone.
        hours: when the reader is awake.
    """
    talks = [_remote(entry, tz, hours) for entry in _attended(entries)]
    return tuple(sorted(talks, key=_by_start))


def _attended(entries: Iterable[Entry]) -> Iterable[Entry]:
    return (e for e in entries if e.is_contribution and e.state is EntryState.PRESENT)


def _remote(entry: Entry, tz: tzinfo, hours: WakingHours) -> RemoteTalk:
    if entry.start_dt is None or entry.end_dt is None:
        return RemoteTalk(entry.ref, Verdict.LATER)
    awake, _ = _awake(as_utc(entry.start_dt), as_utc(entry.end_dt), tz, hours)
    found = verdict(entry.start_dt, entry.end_dt, tz, hours)
    return RemoteTalk(entry.ref, found, entry.start_dt, entry.end_dt, awake)


def _by_start(talk: RemoteTalk) -> tuple[bool, float, int]:
    start = talk.start_dt
    return (start is None, start.timestamp() if start else 0.0, talk.ref.ident)


# --- on site -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JetLagDay:
    """One conference day as the body of a reader feels it who came from another zone.

    Attributes:
        day: in the conference's zone.
        offset_min: minutes by which the conference is ahead of home, at the first talk.
        first_home, last_home: first start and last end of the day by the clock at home.
        night_minutes: minutes of talks that fall outside waking hours at home.
        minutes: minutes of talks in all; side by side they count once, and none for longer than
            two days.
        adapted_night_minutes: the same as `night_minutes` for who has shifted by an hour a day
            since arriving the day before the first; a rule of thumb.
    """

    day: date
    offset_min: int
    first_dt: datetime
    last_dt: datetime
    first_home: datetime
    last_home: datetime
    minutes: int
    night_minutes: int
    adapted_night_minutes: int


def jet_lag(
    entries: Iterable[Entry],
    venue: tzinfo,
    home: tzinfo,
    hours: WakingHours,
    days: int = 3,
) -> tuple[JetLagDay, ...]:
    """The first days of a conference by the clock at home.

    Args:
        entries: of one edition; only talks and posters that have a time count.
        venue: the conference's zone.
        home: the reader's.
        hours: when the reader is awake at home.
        days: how many days from the first with talks.
    """
    by_day: dict[date, list[tuple[datetime, datetime]]] = {}
    for entry in _attended(entries):
        if entry.start_dt and entry.end_dt:
            day = day_of(entry.start_dt, venue)
            by_day.setdefault(day, []).append((as_utc(entry.start_dt), as_utc(entry.end_dt)))
    chosen = sorted(by_day)[:days]
    return tuple(
        _jet_lag_day(day, by_day[day], venue, home, hours, (day - chosen[0]).days + 1)
        for day in chosen
    )


def _jet_lag_day(
    day: date,
    spans: list[tuple[datetime, datetime]],
    venue: tzinfo,
    home: tzinfo,
    hours: WakingHours,
    nights: int,
) -> JetLagDay:
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    offset = offset_minutes(first, venue) - offset_minutes(first, home)
    shift = _towards(offset, nights * 60)
    minutes = {start + number * _MINUTE for start, end in spans for number in _each(start, end)}
    return JetLagDay(
        day=day,
        offset_min=offset,
        first_dt=first,
        last_dt=last,
        first_home=local(first, home),
        last_home=local(last, home),
        minutes=len(minutes),
        night_minutes=_asleep(minutes, home, hours, timedelta(0)),
        adapted_night_minutes=_asleep(minutes, home, hours, timedelta(minutes=shift)),
    )


def _each(start: datetime, end: datetime) -> range:
    return range(min((end - start) // _MINUTE, _MOST))


def _asleep(minutes: Iterable[datetime], home: tzinfo, hours: WakingHours, shift: timedelta) -> int:
    return sum(not hours.holds(local(moment + shift, home).time()) for moment in minutes)


def _towards(offset: int, most: int) -> int:
    """How far the body has shifted: the short way round the clock, at most `most` minutes."""
    short = (offset + _DAY_MINUTES // 2) % _DAY_MINUTES - _DAY_MINUTES // 2
    return max(-most, min(most, short))
