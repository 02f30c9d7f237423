"""What is on, what comes next, and which of it the person chose."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryState


@dataclass(frozen=True, slots=True)
class Present:
    """How an instant looks to somebody at the conference.

    Of posters only those with a star are listed: their session says the rest.

    Attributes:
        running: talks, breaks, blocks without talks and poster sessions that are on.
        next: what begins first after the instant.
        next_dt: when something begins again; None if nothing does.
        mine: the starred talks that begin first after the instant and are not among the next.
        start_dt, end_dt: of the whole programme; None if nothing in it has a time.
    """

    running: tuple[Entry, ...]
    next: tuple[Entry, ...]
    next_dt: datetime | None
    mine: tuple[Entry, ...]
    start_dt: datetime | None
    end_dt: datetime | None


def present(entries: Sequence[Entry], now: datetime) -> Present:
    """What to tell about an instant."""
    shown = [e for e in entries if e.state is EntryState.PRESENT and e.start_dt and e.end_dt]
    lines = list(_lines(shown))
    running = [e for e in lines if _start(e) <= now < _end(e)]
    next_dt = min((_start(e) for e in lines if _start(e) > now), default=None)
    following = [e for e in lines if e.start_dt == next_dt]
    return Present(
        running=tuple(sorted(running, key=_order)),
        next=tuple(sorted(following, key=_order)),
        next_dt=next_dt,
        mine=_mine(shown, next_dt),
        start_dt=min(map(_start, shown), default=None),
        end_dt=max(map(_end, shown), default=None),
    )


def _lines(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Without the blocks whose talks say the same, and without the posters of a poster session."""
    posters = {e.block_id for e in entries if e.kind is EntryKind.BLOCK and e.is_poster}
    used = {e.block_id for e in entries if e.is_contribution} - posters
    for entry in entries:
        if entry.kind is EntryKind.BLOCK and entry.block_id in used:
            continue
        is_poster = entry.is_contribution and entry.block_id in posters
        if not is_poster or entry.star is not Star.NONE:
            yield entry


def _mine(entries: Sequence[Entry], next_dt: datetime | None) -> tuple[Entry, ...]:
    """The first starred talks after what comes next anyway."""
    if next_dt is None:
        return ()
    later = [e for e in entries if e.star is not Star.NONE and _start(e) > next_dt]
    first = min(map(_start, later), default=None)
    return tuple(e for e in later if e.start_dt == first)


def _order(entry: Entry) -> tuple[datetime, bool, str, int]:
    """By start, chosen ones first, then by room."""
    return (_start(entry), entry.star is Star.NONE, entry.room_name, entry.ref.ident)


def _start(entry: Entry) -> datetime:
    assert entry.start_dt is not None  # noqa: S101 - `present` left out what has no time
    return entry.start_dt


def _end(entry: Entry) -> datetime:
    assert entry.end_dt is not None  # noqa: S101 - as above
    return entry.end_dt
