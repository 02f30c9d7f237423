"""Brings a database file to today's schema, with plain sqlite3."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from companion.errors import DamagedDatabase, NewerSchema, StorageError
from companion.storage.failures import SQLITE_FAULTS
from companion.storage.migrations import STEPS
from companion.storage.migrations.step import Step


def migrate(database: Path, steps: Sequence[Step] = STEPS) -> None:
    """Create the file, or bring it to today's schema.

    An older file is first copied beside itself, as `NAME.vN`. All steps that it lacks are one
    transaction, so one that fails leaves the file as it was.

    Raises:
        NewerSchema: written by a newer program; not touched.
        DamagedDatabase: not a database of this program, or a step broke its references.
        sqlite3.Error: anything else.
    """
    with closing(sqlite3.connect(database, isolation_level=None, timeout=5)) as connection:
        version = _version(connection)
        if version > len(steps):
            raise NewerSchema(found=version, known=len(steps))
        if version < len(steps):
            _upgrade(connection, database, steps)
        # Stays in the file. Where the file system cannot do it, SQLite keeps its old way.
        connection.execute("PRAGMA journal_mode = WAL")


def copy_database(database: Path, target: Path) -> None:
    """A whole and consistent copy, in place only once it is complete."""
    partial = target.with_name(f"{target.name}.part")
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    partial.replace(target)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _upgrade(connection: sqlite3.Connection, database: Path, steps: Sequence[Step]) -> None:
    # Steps that make a table anew would otherwise fire ON DELETE; not possible inside of them.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Asked again under the lock: two processes may have started together.
        version = _version(connection)
        if 0 < version < len(steps):
            copy_database(database, database.with_name(f"{database.name}.v{version}"))
        for number, step in enumerate(steps[version:], start=version + 1):
            _apply(connection, number, step)
        connection.execute("COMMIT")
    except (*SQLITE_FAULTS, StorageError, OSError):
        connection.execute("ROLLBACK")
        raise


def _apply(connection: sqlite3.Connection, number: int, step: Step) -> None:
    if number == 1 and connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
        raise DamagedDatabase(detail="it belongs to another program")
    for statement in step:
        connection.execute(statement)
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DamagedDatabase(detail=f"step {number} left a broken reference in {broken[0]}")
    connection.execute(f"PRAGMA user_version = {number}")
