"""The way to the file: connections, transactions, and errors in plain words."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from companion.errors import BugError, DamagedDatabase
from companion.storage.failures import known_error
from companion.storage.suspicion import suspect

BUSY_TIMEOUT_S = 5.0
_WRITES = "companion_writes"


class SqliteFile:
    """Gives short transactions on one database file; safe for several threads and processes.

    There is no pool: each transaction opens the file (a third of a millisecond). So a file that
    was removed under the running program is noticed instead of written to, nothing is held open
    where Windows wants to replace the file, and between transactions the file is whole by itself,
    without a write-ahead log beside it.

    Attributes:
        after_user_write: called after each transaction that may have changed what the person owns,
            in the thread that wrote.
    """

    def __init__(self, database: Path) -> None:
        self.path = database
        self.after_user_write: Callable[[], None] = _nothing
        self._engine = _make_engine(database)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view; never waits for a writer.

        Raises:
            StorageError: in one of its kinds.
        """
        shared = _view.get()
        if shared is not None and shared[0] is self:
            with _errors(self.path):
                yield shared[1]
            return
        with _errors(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def view(self) -> Iterator[None]:
        """Whatever this thread reads within it is of one state, and opens the file only once.

        Nothing is to be written within it: what is read would not show it.
        """
        with self.reading() as connection:
            before = _view.set((self, connection))
            try:
                yield
            finally:
                _view.reset(before)

    @contextmanager
    def writing(self, *, user_tables: bool) -> Iterator[Connection]:
        """All or nothing; waits for another writer.

        Args:
            user_tables: False makes SQLite refuse every write to the person's own tables.

        Raises:
            StorageError: in one of its kinds; nothing was changed.
        """
        with _errors(self.path), self._engine.connect() as connection:
            connection = connection.execution_options(**{_WRITES: True})  # noqa: PLW2901
            if not user_tables:
                driver_of(connection).set_authorizer(_refuse_user_tables)
            with connection.begin():
                yield connection
        if user_tables:
            self.after_user_write()

    def dispose(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


_view: ContextVar[tuple[SqliteFile, Connection] | None] = ContextVar("view", default=None)
"""In which `view` of which file a thread is: each thread has a context of its own."""


def _nothing() -> None:
    """Nobody is to be told."""


def _make_engine(database: Path) -> Engine:
    uri = f"{database.absolute().as_uri()}?mode=rw"

    def connect() -> sqlite3.Connection:
        # isolation_level=None: sqlite3 then leaves BEGIN to us, and DDL is rolled back too.
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT_S, cached_statements=32
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # With NORMAL, a power cut may lose the last stars; they are worth one more fsync.
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later fails at once if another one wrote between.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The sqlite3 connection underneath, in the same transaction: for rows by the thousand.

    SQLAlchemy's own rows take longer than reading them from the file.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)  # noqa: S101  # narrows the type
    return driver


def _refuse_user_tables(action: int, table: str | None, *_rest: str | None) -> int:
    if action in _WRITE_ACTIONS and table is not None and table.startswith("user_"):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


_WRITE_ACTIONS = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE}


@contextmanager
def _errors(database: Path) -> Iterator[None]:
    try:
        with _translated(database):
            yield
    except DamagedDatabase:
        suspect(database)
        raise


@contextmanager
def _translated(database: Path) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise known_error(error.orig or error, database) from error
    except SQLAlchemyError as error:
        raise BugError(detail=error) from error
    except (sqlite3.Error, OverflowError, UnicodeError) as error:
        # The last two: an integer beyond 64 bits, and text that is not Unicode.
        raise known_error(error, database) from error
