"""A database of every released schema, in tests/data/databases, with the programme it holds.

`python -m tests.unit.storage.stored` writes the pair of files for today's schema, once, when it
is released; a stored pair is never written again.
"""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec

from companion.domain.bookmark import Star
from companion.domain.timetable import Programme
from companion.storage.database import open_database
from companion.storage.migrations import SCHEMA_VERSION
from tests.support.programmes import (
    EVENT_ID,
    NOW,
    make_programme,
    make_rich_contribution,
    make_update,
    with_talk,
    without_talks,
)

FOLDER = Path(__file__).parents[2] / "data" / "databases"


def load_stored(version: int, target: Path) -> Programme:
    """Copy the database of a schema to `target`; returns the programme that is in it."""
    shutil.copy(FOLDER / f"v{version:03}.sqlite3", target)
    body = (FOLDER / f"v{version:03}.json").read_bytes()
    return msgspec.json.decode(body, type=Programme)


def write_stored() -> None:
    """Two syncs, in which talk 2 moves and talk 3 goes; stars on 1 and 3."""
    path = FOLDER / f"v{SCHEMA_VERSION:03}.sqlite3"
    if path.exists():
        raise SystemExit(f"{path.name} is released and stays as it is")
    first = make_programme(3, posters=1)
    first = replace(first, contributions=(*first.contributions, make_rich_contribution(9)))
    second = with_talk(without_talks(first, 3), 2, room_name="Room B")
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder))
        database.programmes.apply(make_update(first))
        later = NOW + timedelta(days=1)
        database.programmes.apply(make_update(second, before=first, seen_dt=later))
        database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
        database.user.set_star(EVENT_ID, [3], Star.TENTATIVE, later)
        database.close()
        with closing(sqlite3.connect(database.path)) as connection:
            connection.execute("VACUUM")
        shutil.copy(database.path, path)
    path.with_suffix(".json").write_bytes(msgspec.json.encode(second))


if __name__ == "__main__":
    write_stored()
