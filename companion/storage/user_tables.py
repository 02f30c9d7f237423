"""All tables of the person at once: for backups, and for files that carry them elsewhere."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping

from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.domain.series.decisions import PersonKey
from companion.domain.series.follows import FollowKind
from companion.domain.user_data import STAR_TABLE, Row, UserData
from companion.storage.engine import SqliteFile, driver_of
from companion.storage.failures import understood
from companion.storage.instants import parse, record_text

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'user_*' ORDER BY 1"
_STARS = f"SELECT host, event_id, db_id, star, created_dt FROM {STAR_TABLE} ORDER BY 5, 1, 2, 3"  # noqa: S608
_ADD_STAR = f"INSERT OR IGNORE INTO {STAR_TABLE} VALUES (?, ?, ?, ?, ?)"  # noqa: S608


class SqlUserData:
    """Implements `companion.ports.user.UserDataStore` for each table named `user_…`.

    Tables that later schemas add are carried along without a word here.
    """

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def read(self) -> UserData:
        """Everything, as of one moment.

        Raises:
            DamagedDatabase: a star cannot be read.
        """
        with self._file.reading() as connection, understood():
            return read_all(driver_of(connection))

    def merge(self, data: UserData) -> int:
        """Add what is missing; what is there stays as it is. Returns how many rows were new."""
        with self._file.writing(user_tables=True) as connection:
            return add_all(driver_of(connection), data)

    def replace(self, data: UserData) -> None:
        """Make it exactly this, all or nothing."""
        with self._file.writing(user_tables=True) as connection:
            driver = driver_of(connection)
            for table in user_tables(driver):
                driver.execute(f'DELETE FROM "{table}"')  # noqa: S608 - a name from the schema
            add_all(driver, data)


def user_tables(file: sqlite3.Connection) -> list[str]:
    """Their names."""
    return [name for (name,) in file.execute(_TABLES)]


def read_all(file: sqlite3.Connection) -> UserData:
    """What is in them."""
    stars = tuple(star_of(row) for row in file.execute(_STARS))
    others = (name for name in user_tables(file) if name != STAR_TABLE)
    return UserData(stars, {name: tuple(_rows(file, name)) for name in others})


def star_of(row: tuple[str, int, int, str, str]) -> Bookmark:
    """A star from its columns.

    Raises:
        ValueError, TypeError: damaged.
    """
    host, number, db_id, star, created = row
    return Bookmark(EventId(host, number), db_id, Star(star), parse(created))


def _rows(file: sqlite3.Connection, table: str) -> Iterator[Row]:
    found = file.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - a name from the schema
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def add_all(file: sqlite3.Connection, data: UserData) -> int:
    """Add what is missing; tables, columns and rows that this schema does not take are left out."""
    before = file.total_changes
    file.executemany(_ADD_STAR, map(_star_row, data.stars))
    known = set(user_tables(file)) - {STAR_TABLE}
    for table in known & data.more.keys():
        add_rows(file, table, data.more[table])
    return file.total_changes - before


def _star_row(mark: Bookmark) -> tuple[str, int, int, str, str]:
    event_id = mark.event_id
    created = record_text(mark.created_dt)
    return event_id.host, event_id.number, mark.db_id, mark.star.value, created


def add_rows(file: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows, with the columns that the table knows; what it refuses is left out."""
    columns = {row[1] for row in file.execute(f'PRAGMA table_info("{table}")')}
    for row in rows:
        chosen = {name: cell for name, cell in row.items() if name in columns}
        if not chosen or not _is_sane(table, chosen):
            continue
        names = ", ".join(f'"{name}"' for name in chosen)
        marks = ", ".join("?" * len(chosen))
        statement = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608
        try:
            file.execute(statement, tuple(chosen.values()))
        except sqlite3.IntegrityError:
            continue  # a row of another version of the table: its types or references differ


_MEANINGS: Mapping[tuple[str, str], Callable[[str], object]] = {
    ("user_person_decision", "first_key"): PersonKey.parse,
    ("user_person_decision", "second_key"): PersonKey.parse,
    ("user_follow", "kind"): FollowKind,
}
"""What a text must be beyond its type."""


def _is_sane(table: str, row: Row) -> bool:
    """Whether the stores can read it again; SQLite itself looks at types and references."""
    try:
        for name, cell in row.items():
            if (table, name) in _MEANINGS:
                _MEANINGS[table, name](str(cell))
            if name.endswith("_dt") and cell is not None and parse(str(cell)).tzinfo is None:
                return False
    except ValueError:
        return False
    return True
