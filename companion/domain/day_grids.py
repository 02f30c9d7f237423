"""The grids of a whole programme, one for each day of a zone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo

from companion.domain.days import by_day
from companion.domain.entry import Entry, EntryKind, EntryState
from companion.domain.grid import Grid, Tile, TileKind, day_grid


class _Last:
    """What was made last: a worker makes it before a view asks for it."""

    def __init__(self) -> None:
        self.made: tuple[Sequence[Entry], DayGrids] | None = None


_last = _Last()


def day_grids(entries: Sequence[Entry], tz: tzinfo) -> "DayGrids":
    """The grids of a programme; those of the last one are remembered, whoever made them."""
    # Read and replaced as a whole: another thread sees the old pair or the new one.
    last = _last.made
    if last is not None and last[0] is entries and last[1].tz is tz:
        return last[1]
    made = DayGrids(entries, tz)
    _last.made = (entries, made)
    return made


class DayGrids:
    """Sorts a programme into the days of a zone once; makes the grid of a day when it is shown.

    A talk stands on the day on which it starts, in whatever zone. A block that clocks of the zone
    cut in two stands on both days, with the talks of each.

    Attributes:
        tz: the zone of the days.
        days: those with something to show, in order; None last, if something has no time.
        unscheduled: talks without a time.
    """

    def __init__(self, entries: Sequence[Entry], tz: tzinfo) -> None:
        shown = [entry for entry in entries if entry.state is EntryState.PRESENT]
        self.tz = tz
        self._blocks = {e.ref.ident: e for e in shown if e.kind is EntryKind.BLOCK}
        used = {e.block_id for e in shown if e.is_contribution and e.start_dt}
        whole = [e for e in shown if e.kind is not EntryKind.BLOCK or e.ref.ident not in used]
        self._entries = by_day(whole, tz)
        self.days = tuple(self._entries)
        self.unscheduled = self._entries.get(None, ())
        self._made: dict[date, Grid | None] = {}

    def grid(self, day: date | None) -> Grid | None:
        """The grid of a day, made once; None if nothing on it has a length."""
        if day is None:
            return None
        if day not in self._made:
            entries = self._entries.get(day, ())
            self._made[day] = day_grid((*entries, *self._blocks_of(entries)), self.tz)
        return self._made[day]

    def posters_of(self, tile: Tile) -> tuple[Entry, ...]:
        """The posters of a poster session; those of its session where none has a time."""
        if tile.kind is not TileKind.POSTERS or tile.talks:
            return tile.talks
        session = tile.entry.session_id
        return tuple(e for e in self.unscheduled if e.is_poster and e.session_id == session)

    def _blocks_of(self, entries: Iterable[Entry]) -> list[Entry]:
        """The blocks that talks of a day belong to, as long as these talks last."""
        talks: dict[int, list[Entry]] = {}
        for entry in entries:
            if entry.is_contribution and entry.block_id in self._blocks:
                talks.setdefault(entry.block_id, []).append(entry)
        return [_cut(self._blocks[block_id], held, self.tz) for block_id, held in talks.items()]


def _cut(block: Entry, talks: Iterable[Entry], tz: tzinfo) -> Entry:
    """A block as it stands on the day of some of its talks."""
    starts = [talk.start_dt for talk in talks if talk.start_dt]
    if block.start_dt is None or _same_day(block.start_dt, starts[0], tz):
        return block
    return replace(block, start_dt=min(starts))


def _same_day(one: datetime, other: datetime, tz: tzinfo) -> bool:
    return one.astimezone(tz).date() == other.astimezone(tz).date()
