"""Opens the database whatever happened to its file: sets a damaged one aside, brings stars back."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from companion.domain.user_data import Row, UserData
from companion.errors import DamagedDatabase, Said, SaidAll, StorageError
from companion.ports.calls import Clock
from companion.storage.backups import BackupFolder
from companion.storage.database import Database, open_database
from companion.storage.failures import SQLITE_FAULTS, file_error, known_error
from companion.storage.names import BACKUPS_NAME, DATABASE_NAME, RESCUE_NAME
from companion.storage.salvage import (
    OTHER_RECORDS,
    PROGRAMME_RECORDS,
    Salvage,
    count_lists,
    readable,
    salvage,
)
from companion.storage.suspicion import clear, is_suspect
from companion.storage.user_tables import add_rows

_LOCK_NAME = ".rescue.lock"
_TABLES = """
    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'programme_search*'
"""
_SIDES = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened database.

    Attributes:
        notice: what happened to its file, in sentences for the person; else empty.
    """

    database: Database
    notice: str = ""


def open_rescuing(data_dir: Path, clock: Clock) -> Opened:
    """Open the database in a folder, like `open_database`; a damaged or lost one is no obstacle.

    Raises:
        NewerSchema, ReadOnly, DiskFull, DatabaseBusy: as they say; nothing was touched.
        DamagedDatabase: the file is of another program.
    """
    path = data_dir / DATABASE_NAME
    if not path.exists() or path.stat().st_size == 0:
        return _open_lost(data_dir)
    if damage_of(path) is None:
        try:
            return Opened(_open_readable(data_dir))
        except DamagedDatabase:
            if _is_foreign(path):
                raise
    with _only_one(data_dir):
        return _rescue(path, clock())


def damage_of(database: Path) -> str | None:
    """What is wrong in the file (35 ms for 2,000 talks); None if nothing.

    SQLite's own check does not look into texts: one that is no UTF-8 is found by reading all.

    Raises:
        StorageError: it cannot be looked into.
    """
    uri = f"{database.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=5)) as file:
            file.text_factory = readable  # what it says may quote damaged names
            found = str(file.execute("PRAGMA quick_check(1)").fetchone()[0])
            file.text_factory = str
            _read_all(file)
    except SQLITE_FAULTS as error:
        known = known_error(error, database)
        # A plain error: the file's head or schema says something that SQLite does not know.
        if isinstance(known, DamagedDatabase) or type(known) is StorageError:
            return str(error)
        raise known from error
    return None if found == "ok" else found


def _read_all(file: sqlite3.Connection) -> None:
    """Every row of every table of ours; the search index can be made anew."""
    for (table,) in file.execute(_TABLES).fetchall():
        for _row in file.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  # from the schema
            pass


def _open_readable(data_dir: Path) -> Database:
    """`open_database`, where what the person owns makes sense; if it is suspect, everything.

    Raises:
        As `open_database`; DamagedDatabase also where something makes no sense.
    """
    database = open_database(data_dir)
    try:
        database.owned.read()
        if is_suspect(database.path):
            _understand_all(database)
            clear(database.path)
    except DamagedDatabase:
        database.close()
        raise
    return database


def _understand_all(database: Database) -> None:
    store = database.programmes
    for stored in store.editions():
        event_id = stored.address.event_id
        for read in (store.entries, store.programme, store.withdrawn, store.changes, store.records):
            read(event_id)


def _is_foreign(database: Path) -> bool:
    """A sound file whose tables are none of ours."""
    with closing(sqlite3.connect(database)) as file:
        names = {name for (name,) in file.execute("SELECT name FROM sqlite_schema")}
    return "record_edition" not in names


@contextmanager
def _only_one(data_dir: Path) -> Iterator[None]:
    """One process at a time; the lock of one that was killed is free."""
    lock = data_dir / _LOCK_NAME
    try:
        with closing(sqlite3.connect(lock, isolation_level=None, timeout=30)) as file:
            file.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise known_error(error, lock) from error
    except OSError as error:
        raise file_error(error, lock) from error


# --- the file is gone ---------------------------------------------------------------------------


def _open_lost(data_dir: Path) -> Opened:
    """A first start, or the file was removed: then the newest backup is taken."""
    backup = BackupFolder(data_dir / BACKUPS_NAME).newest_readable()
    rescued = data_dir / RESCUE_NAME / DATABASE_NAME
    if rescued.exists():
        with _only_one(data_dir):
            _take_up(rescued, data_dir / DATABASE_NAME)
    database = open_database(data_dir)
    if backup is None or backup.is_empty:
        return Opened(database)
    owned = database.owned
    if not owned.merge(backup):
        return Opened(database)
    stars = _counted(len(owned.read().stars))
    brought = Said("{stars} from the newest backup.", stars=stars)
    return Opened(database, SaidAll(Said("The database was lost."), brought))


def _take_up(rescued: Path, path: Path) -> None:
    """A rescue was killed after the damaged file was set aside."""
    if not path.exists() and damage_of(rescued) is None:
        rescued.replace(path)
    shutil.rmtree(rescued.parent, ignore_errors=True)


# --- the file is damaged ------------------------------------------------------------------------


def _rescue(path: Path, now: datetime) -> Opened:
    data_dir = path.parent
    if damage_of(path) is None:  # another process may have been quicker
        with suppress(DamagedDatabase):
            return Opened(_open_readable(data_dir))
    found = salvage(path)
    backup = None
    if not found.is_user_whole:
        backup = BackupFolder(data_dir / BACKUPS_NAME).newest_readable()
    made, has_programmes = _build(data_dir / RESCUE_NAME, found, backup)
    aside = _set_aside(path, now)
    made.replace(path)
    shutil.rmtree(made.parent, ignore_errors=True)
    clear(path)
    database = open_database(data_dir)
    stars = len(database.owned.read().stars)
    return Opened(database, _notice(aside, stars, found, backup, has_programmes))


def _build(folder: Path, found: Salvage, backup: UserData | None) -> tuple[Path, bool]:
    """A new file with all that was found; with the programmes only if they are whole."""
    for names in (OTHER_RECORDS + PROGRAMME_RECORDS, OTHER_RECORDS):
        shutil.rmtree(folder, ignore_errors=True)
        database = open_database(folder)
        database.owned.merge(found.user)
        if backup is not None:
            database.owned.merge(backup)
        records = {name: found.records.get(name, ()) for name in names}
        if _fill(database, records) and (names == OTHER_RECORDS or _is_whole(database, found)):
            database.close()
            return database.path, names != OTHER_RECORDS
        database.close()
    raise DamagedDatabase(detail="nothing of it can be rescued")


def _fill(database: Database, records: dict[str, tuple[Row, ...]]) -> bool:
    """Copy rows, parents first; False if what they refer to is missing."""
    with closing(sqlite3.connect(database.path, isolation_level=None)) as file:
        file.execute("BEGIN IMMEDIATE")
        for table in PROGRAMME_RECORDS + OTHER_RECORDS:
            add_rows(file, table, records.get(table, ()))
        file.execute("COMMIT")
        return file.execute("PRAGMA foreign_key_check").fetchone() is None


def _is_whole(database: Database, found: Salvage) -> bool:
    """Whether the lists, built anew, are as long as they were, and every text is readable."""
    try:
        database.programmes.rebuild()
        _understand_all(database)
    except StorageError:
        return False
    with closing(sqlite3.connect(database.path)) as file:
        return count_lists(file) == found.counts and bool(found.counts)


def _set_aside(path: Path, now: datetime) -> Path:
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, number = path.with_name(f"{path.name}.damaged-{stamp}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    for side in _SIDES:
        old = path.with_name(f"{path.name}{side}")
        if old.exists():
            old.replace(aside.with_name(f"{aside.name}{side}"))
    return aside


def _notice(
    aside: Path, stars: int, found: Salvage, backup: UserData | None, has_programmes: bool
) -> str:
    head = Said("The database was damaged; it was set aside as {name}.", name=aside.name)
    brought = Said("{stars}.", stars=_counted(stars))
    if backup is not None:
        brought = Said("{stars} from it and from the newest backup.", stars=_counted(stars))
    if has_programmes:
        return SaidAll(head, brought, Said("The programmes were rescued too."))
    back = Said("The programmes come back with the next sync.")
    if not found.addresses:
        return SaidAll(head, brought, back)
    addresses = ", ".join(found.addresses)
    return SaidAll(head, brought, back, Said("They were: {addresses}.", addresses=addresses))


def _counted(stars: int) -> Said:
    if stars == 1:
        return Said("1 star was brought back")
    return Said("{count} stars were brought back", count=stars)
