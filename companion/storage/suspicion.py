"""Remembers that the database was seen to be damaged, so that the next start looks into all of it.

What SQLite itself finds is looked for at each start; that a row makes no sense is noticed when it
is read. Reading everything would take too long for each start.
"""

from contextlib import suppress
from pathlib import Path

_SUFFIX = ".suspect"


def suspect(database: Path) -> None:
    """Remember it; where nothing can be written it is noticed again."""
    with suppress(OSError):
        _mark(database).touch()


def is_suspect(database: Path) -> bool:
    """Whether it was remembered."""
    return _mark(database).exists()


def clear(database: Path) -> None:
    """All of it was looked into, or made anew."""
    with suppress(OSError):
        _mark(database).unlink(missing_ok=True)


def _mark(database: Path) -> Path:
    return database.with_name(database.name + _SUFFIX)
