"""Looks at the data folder without changing, creating or migrating anything in it."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from companion.domain.event import EventId
from companion.domain.health import HeldEdition, StorageHealth
from companion.domain.user_data import STAR_TABLE
from companion.errors import DamagedDatabase
from companion.storage.failures import SQLITE_FAULTS, known_error
from companion.storage.migrations import SCHEMA_VERSION
from companion.storage.names import DATABASE_NAME
from companion.storage.salvage import readable
from companion.storage.user_tables import user_tables

_WAIT_S = 1.0
_ASIDE = (f"{DATABASE_NAME}.damaged-*", f"{DATABASE_NAME}.v*")
_EDITIONS = """
SELECT host, event_id, base_url, title, contributions
FROM record_edition JOIN programme_edition USING (host, event_id) ORDER BY start_dt DESC
"""


def look(data_dir: Path) -> StorageHealth:
    """The facts; never raises for what is wrong on disk."""
    facts: dict[str, object] = {
        "folder_fault": _folder_fault(data_dir),
        "free_bytes": _free_bytes(data_dir),
        "set_aside": tuple(sorted(path.name for mask in _ASIDE for path in data_dir.glob(mask))),
    }
    database = data_dir / DATABASE_NAME
    if database.is_file():
        facts["size"] = database.stat().st_size
        facts |= _file_facts(database)
    return StorageHealth(str(data_dir), known_schema=SCHEMA_VERSION, **facts)  # type: ignore[arg-type]  # named above


def _folder_fault(data_dir: Path) -> str:
    """Tries, as rights alone do not tell (full disks, mounts, other systems)."""
    try:
        with tempfile.TemporaryFile(dir=data_dir) as file:
            file.write(b"\0" * 4096)
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _free_bytes(data_dir: Path) -> int | None:
    try:
        return shutil.disk_usage(data_dir).free
    except OSError:
        return None


def _file_facts(database: Path) -> dict[str, object]:
    facts: dict[str, object] = {}
    uri = f"{database.absolute().as_uri()}?mode=rw"
    try:
        with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_WAIT_S)) as file:
            _read(file, facts)
    except SQLITE_FAULTS as error:
        known = known_error(error, database)
        if isinstance(known, DamagedDatabase):
            facts["damage"] = facts.get("damage") or (str(error),)
        else:
            facts["fault"] = known.message
    return facts


def _read(file: sqlite3.Connection, facts: dict[str, object]) -> None:
    """From what is always readable to what is not, so that much is known when it stops."""
    file.execute("PRAGMA query_only = ON")
    file.text_factory = readable
    facts["schema"] = schema = int(file.execute("PRAGMA user_version").fetchone()[0])
    found = [str(row[0]) for row in file.execute("PRAGMA integrity_check(20)")]
    facts["damage"] = () if found == ["ok"] else tuple(found)
    facts["broken_references"] = len(file.execute("PRAGMA foreign_key_check").fetchall())
    counts = {name: _count(file, name) for name in user_tables(file)}
    facts["stars"] = counts.pop(STAR_TABLE, 0)
    facts["other"] = sum(counts.values())
    if 0 < schema <= SCHEMA_VERSION:
        facts["editions"] = tuple(
            HeldEdition(EventId(host, number), *rest)
            for host, number, *rest in file.execute(_EDITIONS)
        )


def _count(file: sqlite3.Connection, table: str) -> int:
    return int(file.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608
