"""What the window shows first, read with plain sqlite3 before anything heavy is loaded."""

from typing import TYPE_CHECKING

from companion.domain.days import by_day, chosen_day
from companion.domain.times import day_bounds
from companion.errors import UsageError
from companion.services.editions import most_urgent
from companion.services.zones import shown_zone
from companion.settings import EDITION, ZONE
from companion.storage.first_paint import read_first_paint

if TYPE_CHECKING:
    from datetime import datetime

    from companion.app.opened import OpenedData
    from companion.domain.edition import StoredEdition
    from companion.domain.entry import Entry
    from companion.storage.first_paint import FirstPaint


def first_paint(companion: "OpenedData") -> "FirstPaint | None":
    """The edition to show and its programme; None where there is nothing to read yet."""
    last_shown = companion.settings.get(EDITION)

    def choose(editions: "tuple[StoredEdition, ...]") -> "StoredEdition | None":
        known = (item for item in editions if item.key == last_shown)
        return next(known, None) or most_urgent(editions, companion.clock())

    def span_of(
        edition: "StoredEdition", frame: "tuple[Entry, ...]"
    ) -> "tuple[datetime, datetime] | None":
        tz = shown_zone(companion.settings.get(ZONE), edition.timezone, lambda: "UTC")
        day = chosen_day(by_day(frame, tz), companion.clock(), tz)
        return None if day is None else day_bounds(day, tz)

    try:
        return read_first_paint(companion.folders.database, choose, span_of)
    except UsageError:  # a zone that this computer does not know: the window says so later
        return None
