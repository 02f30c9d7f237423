"""Which chosen talks overlap, and what runs now and next."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.times import as_utc
from companion.frozen import frozen


@frozen
class Overlap:
    """Another talk at the same time, and for how long."""

    other: Entry
    duration: timedelta

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one."""
        return max(1, round(self.duration.total_seconds() / 60))


def overlaps(entries: Iterable[Entry]) -> Mapping[EntryRef, tuple[Overlap, ...]]:
    """Every overlap among these talks, each named at both of them.

    Posters never count: they share the time of their session, within which people walk around.
    """
    found: dict[EntryRef, list[Overlap]] = {}
    # With hundreds of stars there are thousands of pairs: what is asked of each is at hand.
    running: list[tuple[datetime, Entry, list[Overlap]]] = []
    for entry in sorted(filter(_has_a_seat, entries), key=_start):
        start, end = _start(entry), _end(entry)
        running = [item for item in running if item[0] > start]
        mine: list[Overlap] = []
        for its_end, other, its in running:
            shared = min(its_end, end) - start
            mine.append(Overlap(other, shared))
            its.append(Overlap(entry, shared))
        running.append((end, entry, mine))
        found[entry.ref] = mine
    return {ref: tuple(items) for ref, items in found.items() if items}


def _has_a_seat(entry: Entry) -> bool:
    return (
        entry.is_contribution
        and not entry.is_poster
        and entry.state is EntryState.PRESENT
        and entry.start_dt is not None
        and entry.end_dt is not None
        and entry.start_dt < entry.end_dt
    )


@frozen
class NowAndNext:
    """What runs at an instant, and what comes first after it.

    Attributes:
        running: started and not over, by start; next: all that start first after the instant.
    """

    running: tuple[Entry, ...]
    next: tuple[Entry, ...]
    next_dt: datetime | None


def now_and_next(entries: Iterable[Entry], now: datetime) -> NowAndNext:
    """Talks and breaks at `now` and after it; blocks are left out, their talks say the same."""
    moment = as_utc(now)
    shown = sorted((e for e in entries if _is_shown(e)), key=_start)
    running = tuple(e for e in shown if _start(e) <= moment < _end(e))
    next_dt = next((_start(e) for e in shown if _start(e) > moment), None)
    following = tuple(e for e in shown if _start(e) == next_dt)
    return NowAndNext(running, following, next_dt)


def _is_shown(entry: Entry) -> bool:
    return (
        entry.kind is not EntryKind.BLOCK
        and entry.state is EntryState.PRESENT
        and entry.start_dt is not None
        and entry.end_dt is not None
    )


def _start(entry: Entry) -> datetime:
    assert entry.start_dt is not None  # noqa: S101 - callers left out what has no time
    return entry.start_dt


def _end(entry: Entry) -> datetime:
    assert entry.end_dt is not None  # noqa: S101 - as above
    return entry.end_dt
