"""`kill -9` at random moments: the old state or the new one, and every star that was confirmed."""

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from companion.storage.database import Database
from tests.faults.counts import TRIED, times
from tests.support.programmes import EVENT_ID
from tests.support.storage_crash import LARGE, states

KILLS = times(2, 30)
ROOT = Path(__file__).parents[3]


def run_and_kill(work: str, folder: Path, delay_s: float) -> list[str]:
    """Start the work, kill it after a while; returns the lines it printed whole."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.support.storage_crash", work, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(delay_s)
    child.kill()
    TRIED["kills of the store survived"] += 1
    rest, _ = child.communicate()
    return [first, *rest.splitlines()]


def assert_sound(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_killed_sync_leaves_the_old_programme_or_the_new(database: Database) -> None:
    store = database.programmes
    for _ in range(KILLS):
        run_and_kill("sync", database.path.parent, random.uniform(0.0, 0.25))
        assert_sound(database)
        stored = store.programme(EVENT_ID)
        if stored is None:
            assert store.entries(EVENT_ID) == ()
            continue
        assert stored in states()
        assert store.editions()[0].contributions == len(stored.contributions)
        entries, records = store.entries(EVENT_ID), store.records(EVENT_ID)
        shown = {item.ref.ident for item in entries if item.is_contribution}
        assert shown == records.keys()
        assert len(shown) in {len(stored.contributions), LARGE}
        store.rebuild()
        assert store.entries(EVENT_ID) == entries


def test_a_killed_bookmark_loses_no_star_that_was_confirmed(database: Database) -> None:
    confirmed = -1
    for _ in range(KILLS):
        lines = run_and_kill("stars", database.path.parent, random.uniform(0.0, 0.1))
        confirmed = max([confirmed, *(int(line) for line in lines[1:] if line.isdigit())])
        assert_sound(database)
        kept = sorted(item.db_id for item in database.user.bookmarks())
        assert kept == list(range(len(kept)))
        assert len(kept) % 2 == 0
        assert len(kept) > confirmed
