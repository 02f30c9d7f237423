"""When to remind of starred talks; recomputed from the programme whenever it may have changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef, EntryState
from companion.domain.times import as_utc


@dataclass(frozen=True, slots=True)
class Reminder:
    """A starred talk and the instant to remind of it, UTC."""

    entry: Entry
    due_dt: datetime

    @property
    def key(self) -> tuple[EntryRef, datetime | None]:
        """One reminder per talk and start: a talk that moves is worth another."""
        return (self.entry.ref, self.entry.start_dt)


def reminders(entries: Iterable[Entry], minutes: int) -> tuple[Reminder, ...]:
    """Reminders for all starred talks still in the programme, by due time; none for 0 minutes."""
    if minutes <= 0:
        return ()
    lead = timedelta(minutes=minutes)
    found = [
        Reminder(entry, entry.start_dt - lead)
        for entry in entries
        if entry.start_dt and entry.star is not Star.NONE and entry.state is EntryState.PRESENT
    ]
    return tuple(sorted(found, key=lambda item: (item.due_dt, item.entry.ref)))


def due(found: Iterable[Reminder], now: datetime) -> tuple[Reminder, ...]:
    """Those whose time has come while the talk has not begun (after sleep it may be late)."""
    moment = as_utc(now)
    return tuple(
        item
        for item in found
        if item.due_dt <= moment and item.entry.start_dt and moment < item.entry.start_dt
    )


def next_due(found: Iterable[Reminder], now: datetime) -> datetime | None:
    """When to look again; None if no reminder is left."""
    moment = as_utc(now)
    return min((item.due_dt for item in found if item.due_dt > moment), default=None)
