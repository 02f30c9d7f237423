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
from companion.domain.event import EventId
from companion.domain.series.decisions import (
    FollowUpDecision,
    PersonDecision,
    PersonKey,
    TalkKey,
)
from companion.domain.series.follows import Follow, FollowKind
from companion.domain.timetable import Programme
from companion.storage.database import Database, open_database
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
    """Two syncs, in which talk 2 moves and talk 3 goes; stars on 1 and 3; from v2 decisions."""
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
        write_decisions(database)
        database.close()
        with closing(sqlite3.connect(database.path)) as connection:
            connection.execute("VACUUM")
        shutil.copy(database.path, path)
    path.with_suffix(".json").write_bytes(msgspec.json.encode(second))


ADA = PersonKey(EVENT_ID, 1001, "0123456789abcdef")
BOHDAN = PersonKey(EventId("indico.example.org", 8), None, "fedcba9876543210")
PERSON = PersonDecision(ADA, BOHDAN, True, NOW)
FOLLOW_UP = FollowUpDecision(
    TalkKey(EVENT_ID, 1), TalkKey(BOHDAN.event_id, 2), confirmed=False, decided_dt=NOW
)
FOLLOW = Follow(FollowKind.TOPIC, "Barren  plateaus", NOW)


def write_decisions(database: Database) -> None:
    """One of each thing that schema 2 can remember."""
    database.series.set_person_decision(PERSON)
    database.series.set_follow_up_decision(FOLLOW_UP)
    database.series.set_member(EVENT_ID, False)
    database.series.add_follow(FOLLOW)
    database.series.set_looked(NOW)


if __name__ == "__main__":
    write_stored()
