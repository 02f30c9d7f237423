"""Reminders of starred talks over all stored editions, and which of them were given already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from companion.domain.reminders import Reminder, reminders
from companion.domain.times import as_utc, iso, zone
from companion.services.editions import EditionsService
from companion.services.programme import ProgrammeService

AHEAD = timedelta(days=3)
"""Editions that begin later are read when their time has come."""


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A reminder, and the conference's zone, in which its time is told."""

    reminder: Reminder
    tz: tzinfo

    @property
    def start_dt(self) -> datetime:
        """When the talk begins."""
        start = self.reminder.entry.start_dt
        assert start is not None  # noqa: S101 - only talks with a time have reminders
        return start

    @property
    def key(self) -> str:
        """One per talk and start, for `Given`: a talk that moves is worth another reminder."""
        return f"{iso(self.start_dt, UTC)}@{self.reminder.entry.ref}"


def upcoming(
    editions: EditionsService, programme: ProgrammeService, now: datetime, minutes: int
) -> tuple[Upcoming, ...]:
    """The reminders of talks that have not begun, of editions that are on or about to begin.

    Args:
        editions: their stored ones are looked through, samples too.
        programme: reads them.
        now: the present.
        minutes: before a talk; 0 for no reminders.
    """
    moment = as_utc(now)
    found: list[Upcoming] = []
    for info in editions.list() if minutes > 0 else ():
        stored = info.stored
        if stored is None or moment > stored.end_dt + AHEAD or moment < stored.start_dt - AHEAD:
            continue
        tz = zone(stored.timezone)
        items = (Upcoming(item, tz) for item in reminders(programme.entries(info.key), minutes))
        found += (item for item in items if item.start_dt > moment)
    return tuple(sorted(found, key=lambda item: (item.reminder.due_dt, item.key)))


class Given:
    """The reminders that were given, as one line of text: kept over a restart."""

    def __init__(self, text: str) -> None:
        self._keys = set(text.split())

    def __contains__(self, item: Upcoming) -> bool:
        return item.key in self._keys

    def add(self, items: Iterable[Upcoming], now: datetime) -> str:
        """Remember some, forget those whose talk has begun; returns the text to keep."""
        self._keys |= {item.key for item in items}
        moment = as_utc(now)
        self._keys = {key for key in self._keys if _start(key) > moment}
        return " ".join(sorted(self._keys))


def _start(key: str) -> datetime:
    try:
        return as_utc(datetime.fromisoformat(key.partition("@")[0]))
    except ValueError:  # not written by us: forgotten at once
        return datetime.min.replace(tzinfo=UTC)
