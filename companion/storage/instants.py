"""Instants as text in the database: readable, and sortable as they stand.

Two widths, never mixed in one column: whole seconds for the times of a programme
(`2024-11-25T08:00:00Z`), microseconds for what we saw ourselves (`2024-11-25T08:00:00.250000Z`),
so that what is read back equals what was written.
"""

from datetime import datetime
from functools import lru_cache

from companion.domain.times import as_utc


def programme_text(moment: datetime) -> str:
    """A time of a programme.

    Raises:
        ValueError: `moment` has no zone.
    """
    return as_utc(moment).isoformat(timespec="seconds").replace("+00:00", "Z")


def record_text(moment: datetime) -> str:
    """A time that we saw ourselves.

    Raises:
        ValueError: `moment` has no zone.
    """
    return as_utc(moment).isoformat(timespec="microseconds").replace("+00:00", "Z")


@lru_cache(maxsize=4096)
def parse(text: str) -> datetime:
    """The instant, aware, UTC. Cached: the talks of a programme share their starts and ends."""
    return datetime.fromisoformat(text)


def parse_or_none(text: str | None) -> datetime | None:
    """The same for columns that may be NULL."""
    return None if text is None else parse(text)
