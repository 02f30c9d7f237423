"""Reads what can still be read of a damaged database, row by row, with plain sqlite3."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from companion.domain.bookmark import Bookmark
from companion.domain.user_data import STAR_TABLE, BadUserData, Row, UserData, read_star
from companion.storage.failures import SQLITE_FAULTS
from companion.storage.user_tables import user_tables

PROGRAMME_RECORDS = ("record_edition", "record_sync", "record_version", "record_change")
"""Of use only if every row of all of them is there."""
OTHER_RECORDS = ("record_talk", "record_export")
_COUNTED = (
    "programme_edition",
    "programme_session",
    "programme_block",
    "programme_break",
    "programme_contribution",
)


@dataclass(frozen=True, slots=True)
class Salvage:
    """What was readable.

    Attributes:
        user: of the person.
        is_user_whole: whether every row of theirs was readable.
        records: rows by table; those of `PROGRAMME_RECORDS` are all there or none is.
        counts: rows of the lists, to hold a rebuilt programme against.
        addresses: pages of the events that were stored.
    """

    user: UserData = field(default_factory=UserData)
    is_user_whole: bool = False
    records: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()


def readable(text: bytes) -> str:
    """Text as far as it is Unicode, for `text_factory`."""
    return text.decode(errors="replace")


def salvage(database: Path) -> Salvage:
    """Read the file; an unreadable one gives an empty salvage."""
    try:
        with _open(database) as file:
            return _salvage(file)
    except SQLITE_FAULTS:
        return Salvage()


@contextmanager
def _open(database: Path) -> Iterator[sqlite3.Connection]:
    # Not mode=ro: what a killed process left in the write-ahead log belongs to the file.
    uri = f"{database.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=5)) as file:
        file.text_factory = readable
        file.execute("PRAGMA query_only = ON")
        yield file


def _salvage(file: sqlite3.Connection) -> Salvage:
    names = user_tables(file)
    read = {name: _rows(file, name) for name in names}
    marks = _stars(read.pop(STAR_TABLE, _NOTHING))
    more = {name: found.rows for name, found in read.items()}
    whole = STAR_TABLE in names and marks.is_whole and all(it.is_whole for it in read.values())
    history = {name: _rows(file, name) for name in PROGRAMME_RECORDS}
    records = {name: _rows(file, name).rows for name in OTHER_RECORDS}
    counts = count_lists(file)
    if counts and all(found.is_whole for found in history.values()):
        records |= {name: found.rows for name, found in history.items()}
    addresses = tuple(
        f"{row['base_url']}/event/{row['event_id']}/" for row in history["record_edition"].rows
    )
    return Salvage(UserData(marks.marks, more), whole, records, counts, addresses)


@dataclass(frozen=True, slots=True)
class _Found:
    rows: tuple[Row, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class _Stars:
    marks: tuple[Bookmark, ...]
    is_whole: bool


_NOTHING = _Found((), is_whole=False)


def _rows(file: sqlite3.Connection, table: str) -> _Found:
    """From the beginning, and, if that stops somewhere, from the end as well."""
    found: dict[tuple[object, ...], Row] = {}
    for order in ("ASC", "DESC"):
        try:
            cursor = file.execute(f'SELECT * FROM "{table}" ORDER BY 1 {order}')  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor:
                found.setdefault(row, dict(zip(names, row, strict=True)))
        except SQLITE_FAULTS:
            continue
        return _Found(tuple(found.values()), is_whole=order == "ASC")
    return _Found(tuple(found.values()), is_whole=False)


def _stars(found: _Found) -> _Stars:
    marks, is_whole = [], found.is_whole
    for row in found.rows:
        try:
            marks.append(read_star({**row, "starred_at": row.get("created_dt")}))
        except BadUserData:
            is_whole = False
    return _Stars(tuple(marks), is_whole)


def count_lists(file: sqlite3.Connection) -> dict[str, int]:
    """Rows of each list of the programmes; empty if one cannot be read."""
    try:
        return {name: _count(file, name) for name in _COUNTED}
    except SQLITE_FAULTS:
        return {}


def _count(file: sqlite3.Connection, table: str) -> int:
    return int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608
