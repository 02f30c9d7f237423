"""What SQLite says, as errors that a person can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companion.errors import (
    DamagedDatabase,
    DatabaseBusy,
    DiskFull,
    ReadOnly,
    Said,
    StorageError,
)

SQLITE_FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises. Of a damaged file SQLite may quote names that are no UTF-8, also in the
text of an error; then the driver raises UnicodeDecodeError in place of its own error."""

_GONE = Said("its file is gone")


def known_error(error: BaseException, database: Path) -> StorageError:
    """The error to show for one that the driver raised.

    Args:
        error: from sqlite3, or a value that it cannot store.
        database: the file it is about.
    """
    # https://www.sqlite.org/rescode.html: the low byte is the primary code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _MISSING_CODES and not database.exists():
        return DamagedDatabase(detail=_GONE)
    if code in _READ_ONLY_CODES:
        return ReadOnly(path=database.parent)
    is_damage = code in _DAMAGED_CODES or isinstance(error, UnicodeDecodeError)
    if is_damage or any(words in str(error) for words in _DAMAGE_WORDS):
        return DamagedDatabase(detail=error)
    return _PLAIN.get(code, StorageError)(detail=error)


_MISSING_CODES = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR}
_READ_ONLY_CODES = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED_CODES = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_DAMAGE_WORDS = ("no such table", "Could not decode to UTF-8")
_PLAIN: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
}


@contextmanager
def understood() -> Iterator[None]:
    """Rows that make no sense are damage: what is stored was checked before it was written.

    Raises:
        DamagedDatabase: they make none.
    """
    try:
        yield
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedDatabase(detail=error) from error


def file_error(error: OSError, path: Path) -> StorageError:
    """The error to show for a file beside the database that cannot be written."""
    # ENOSPC and EDQUOT are the same to a person.
    if error.errno in _NO_SPACE:
        return DiskFull()
    return ReadOnly(path=path.parent)


_NO_SPACE = {28, 122}
