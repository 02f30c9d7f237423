"""What the window shows before anything heavy is imported: plain sqlite3 and nothing else."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry
from companion.storage.check_log import JsonCheckLog
from companion.storage.entry_rows import read_editions, read_entries
from companion.storage.migrations import SCHEMA_VERSION
from companion.storage.names import CHECKS_NAME

Choose = Callable[[tuple[StoredEdition, ...]], StoredEdition | None]
"""Picks the edition to show first from all that are stored (never an empty tuple)."""


@dataclass(frozen=True, slots=True)
class FirstPaint:
    """All stored editions, latest start first, and the entries of the one to show."""

    editions: tuple[StoredEdition, ...]
    shown: StoredEdition | None
    entries: tuple[Entry, ...]


def read_first_paint(database: Path, choose: Choose) -> FirstPaint | None:
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
            return _read(file, database, choose)
    except (sqlite3.Error, ValueError, TypeError, LookupError):
        return None


def _read(file: sqlite3.Connection, database: Path, choose: Choose) -> FirstPaint | None:
    file.execute("PRAGMA query_only = ON")
    file.execute("BEGIN")
    if file.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
        return None
    checked = JsonCheckLog(database.with_name(CHECKS_NAME)).all_checked()
    editions = read_editions(file.execute, checked)
    shown = choose(editions) if editions else None
    entries = read_entries(file.execute, shown.address.event_id) if shown else ()
    return FirstPaint(editions, shown, entries)
