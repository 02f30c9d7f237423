"""What the window shows first, read with plain sqlite3 before anything heavy is loaded."""

from typing import TYPE_CHECKING

from companion.domain.days import by_day, chosen_day
from companion.domain.entry import EntryKind
from companion.domain.times import day_bounds, day_of
from companion.errors import UsageError
from companion.services.editions import most_urgent
from companion.services.zones import shown_zone
from companion.settings import EDITION, FILTERS, ZONE
from companion.storage.entry_rows import Wanted
from companion.storage.first_paint import read_first_paint

if TYPE_CHECKING:
    from companion.app.opened import OpenedData
    from companion.domain.edition import StoredEdition
    from companion.domain.entry import Entry
    from companion.storage.first_paint import FirstPaint

_BLOCKS = 8


def first_paint(companion: "OpenedData") -> "FirstPaint | None":
    """The edition to show and its programme; None where there is nothing to read yet."""
    last_shown = companion.settings.get(EDITION)

    def choose(editions: "tuple[StoredEdition, ...]") -> "StoredEdition | None":
        known = (item for item in editions if item.key == last_shown)
        return next(known, None) or most_urgent(editions, companion.clock())

    def wanted_of(edition: "StoredEdition", frame: "tuple[Entry, ...]") -> Wanted | None:
        tz = shown_zone(companion.settings.get(ZONE), edition.timezone, lambda: "UTC")
        days, now = by_day(frame, tz), companion.clock()
        day = chosen_day(days, now, tz)
        if day is None:
            return None
        # Today the list begins at the line of now, and with filters anywhere.
        is_whole = day == day_of(now, tz) or bool(companion.settings.get(FILTERS))
        return Wanted(*day_bounds(day, tz), None if is_whole else _first_blocks(days[day]))

    try:
        return read_first_paint(companion.folders.database, choose, wanted_of)
    except UsageError:  # a zone that this computer does not know: the window says so later
        return None


def _first_blocks(entries: "tuple[Entry, ...]") -> tuple[int, ...]:
    """Those at the top of a day's list, more than a window has room for."""
    blocks = [
        (entry.start_dt, -entry.end_dt.timestamp(), entry.block_id)
        for entry in entries
        if entry.kind is EntryKind.BLOCK and entry.start_dt and entry.end_dt and entry.block_id
    ]
    return tuple(ident for _start, _end, ident in sorted(blocks)[:_BLOCKS])
