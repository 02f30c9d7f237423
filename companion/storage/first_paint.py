"""What the window shows before anything heavy is imported: plain sqlite3 and nothing else."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry
from companion.frozen import frozen
from companion.storage.check_log import JsonCheckLog
from companion.storage.entry_rows import Wanted, read_editions, read_entries
from companion.storage.migrations import SCHEMA_VERSION
from companion.storage.names import CHECKS_NAME

Choose = Callable[[tuple[StoredEdition, ...]], StoredEdition | None]
"""Picks the edition to show first from all that are stored (never an empty tuple)."""


WantedOf = Callable[[StoredEdition, tuple[Entry, ...]], Wanted | None]
"""From a large edition's blocks and breaks to the talks that the first picture shows."""

READ_WHOLE = 300
"""Talks; of larger programmes what the first picture shows is read, the rest behind it."""


@frozen
class FirstPaint:
    """All stored editions, latest start first, and the entries of the one to show."""

    editions: tuple[StoredEdition, ...]
    shown: StoredEdition | None
    entries: tuple[Entry, ...]


def read_first_paint(
    database: Path, choose: Choose, wanted_of: WantedOf | None = None
) -> FirstPaint | None:
    """Read without waiting, writing or changing anything.

    Returns:
        None where the file is missing, damaged, busy or of another schema: `open_database` will
        create it, bring it up to date, or say what is wrong.
    """
    if not database.is_file():
        return None
    try:
        # Not mode=ro: such a connection cannot clean up what a killed process left beside the file.
        uri = f"{database.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.1)) as file:
            return _read(file, database, choose, wanted_of)
    except (sqlite3.Error, ValueError, TypeError, LookupError):
        return None


def _read(
    file: sqlite3.Connection, database: Path, choose: Choose, wanted_of: WantedOf | None
) -> FirstPaint | None:
    file.execute("PRAGMA query_only = ON")
    file.execute("BEGIN")
    if file.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
        return None
    checked = JsonCheckLog(database.with_name(CHECKS_NAME)).all_checked()
    editions = read_editions(file.execute, checked)
    shown = choose(editions) if editions else None
    entries = _entries(file, shown, wanted_of) if shown else ()
    return FirstPaint(editions, shown, entries)


def _entries(
    file: sqlite3.Connection, shown: StoredEdition, wanted_of: WantedOf | None
) -> tuple[Entry, ...]:
    if wanted_of is None or shown.contributions <= READ_WHOLE:
        return read_entries(file.execute, shown.address.event_id)
    return read_entries(file.execute, shown.address.event_id, lambda frame: wanted_of(shown, frame))
