"""Opens the person's database. Importing this module imports SQLAlchemy (some 400 ms)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from companion.storage.calendar_targets import SqlCalendarTargetStore
from companion.storage.check_log import JsonCheckLog
from companion.storage.engine import SqliteFile
from companion.storage.failures import SQLITE_FAULTS, file_error, known_error
from companion.storage.migrations.runner import migrate
from companion.storage.names import CHECKS_NAME, DATABASE_NAME
from companion.storage.programme_store import SqlProgrammeStore
from companion.storage.records import SqlExportLog
from companion.storage.series_store import SqlSeriesUserStore
from companion.storage.user_store import SqlUserStore
from companion.storage.user_tables import SqlUserData


@dataclass(frozen=True, slots=True)
class Database:
    """The stores over one file. Safe for several threads and processes.

    Attributes:
        path: the file.
        programmes: programmes and what we know of them.
        user: what the person owns.
        series: what they decided about the series and follow in it.
        owned: all that is theirs at once, for backups.
        checks: when each event was last asked for.
        exports: what was written into which calendar.
        targets: which calendar files are kept up to date.
    """

    path: Path
    programmes: SqlProgrammeStore
    user: SqlUserStore
    series: SqlSeriesUserStore
    owned: SqlUserData
    checks: JsonCheckLog
    exports: SqlExportLog
    targets: SqlCalendarTargetStore
    _file: SqliteFile

    def after_user_write(self, told: Callable[[], None]) -> None:
        """Have something called after each change of what the person owns, in whatever table."""
        self._file.after_user_write = told

    def close(self) -> None:
        """Let go of the file; the stores are not to be used any more."""
        self._file.dispose()


def open_database(data_dir: Path) -> Database:
    """Open the database in a folder; creates both, or brings an older file to today's schema.

    Raises:
        NewerSchema: the file is of a newer program; it was not touched.
        DamagedDatabase, ReadOnly, DiskFull, DatabaseBusy: as they say.
        StorageError: anything else that SQLite reports.
    """
    path = data_dir / DATABASE_NAME
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        migrate(path)
    except OSError as error:
        raise file_error(error, path) from error
    except SQLITE_FAULTS as error:
        raise known_error(error, path) from error
    database = _open(path, data_dir)
    database.programmes.rebuild_if_needed()
    return database


def _open(path: Path, data_dir: Path) -> Database:
    file = SqliteFile(path)
    checks = JsonCheckLog(data_dir / CHECKS_NAME)
    return Database(
        path=path,
        programmes=SqlProgrammeStore(file, checks),
        user=SqlUserStore(file),
        series=SqlSeriesUserStore(file),
        owned=SqlUserData(file),
        checks=checks,
        exports=SqlExportLog(file),
        targets=SqlCalendarTargetStore(file),
        _file=file,
    )
