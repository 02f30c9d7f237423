"""The first paint: the same rows as the store's, with plain sqlite3 and nothing heavy."""

import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry
from companion.storage.database import Database, open_database
from companion.storage.entry_rows import Wanted
from companion.storage.first_paint import READ_WHOLE, read_first_paint
from tests.support.programmes import EVENT_ID, NOW, START, make_programme, make_update


def latest(editions: tuple[StoredEdition, ...]) -> StoredEdition | None:
    return editions[0]


def nothing(_editions: tuple[StoredEdition, ...]) -> StoredEdition | None:
    return None


def test_it_reads_what_the_store_reads(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(9, posters=3)))
    database.checks.note(EVENT_ID, checked=NOW + timedelta(days=1))
    paint = read_first_paint(database.path, latest)
    assert paint is not None
    assert paint.editions == database.programmes.editions()
    assert paint.shown == paint.editions[0]
    assert paint.entries == database.programmes.entries(EVENT_ID)


def test_nothing_need_be_shown(database: Database) -> None:
    empty = read_first_paint(database.path, latest)
    assert empty is not None
    assert (empty.editions, empty.shown, empty.entries) == ((), None, ())
    database.programmes.apply(make_update(make_programme(1)))
    chosen = read_first_paint(database.path, nothing)
    assert chosen is not None
    assert (len(chosen.editions), chosen.shown, chosen.entries) == (1, None, ())


def test_it_changes_nothing_and_leaves_nothing(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    before = database.path.read_bytes()
    read_first_paint(database.path, latest)
    assert database.path.read_bytes() == before
    assert [path.name for path in database.path.parent.iterdir()] == [database.path.name]


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    assert read_first_paint(tmp_path / "none.sqlite3", latest) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("version", [0, 99])
def test_another_schema_is_left_to_the_store(database: Database, version: int) -> None:
    connection = sqlite3.connect(database.path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert read_first_paint(database.path, latest) is None


@pytest.mark.parametrize("body", [b"", b"not a database at all" * 100])
def test_a_damaged_file_is_left_to_the_store(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "x.sqlite3").write_bytes(body)
    assert read_first_paint(tmp_path / "x.sqlite3", latest) is None


@pytest.mark.parametrize("people", ["", "[[]]", "[1, [0]]", "[[], [5], []]"])
def test_damaged_people_are_left_to_the_store(database: Database, people: str) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    connection = sqlite3.connect(database.path)
    connection.execute("UPDATE programme_contribution SET people = ?", (people,))
    connection.commit()
    connection.close()
    assert read_first_paint(database.path, latest) is None


def test_a_writer_does_not_hold_it_up(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    writer = sqlite3.connect(database.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM programme_contribution")
    paint = read_first_paint(database.path, latest)
    assert paint is not None
    assert len(paint.entries) == 1 + 5 + 1
    writer.execute("ROLLBACK")
    writer.close()


def test_it_imports_nothing_heavy(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    script = (
        "import sys; from pathlib import Path\n"
        "from companion.storage.first_paint import READ_WHOLE, read_first_paint\n"
        "assert read_first_paint(Path(sys.argv[1]), lambda editions: None) is not None\n"
        "print({'sqlalchemy', 'msgspec', 'requests', 'icalendar'} & set(sys.modules))"
    )
    done = subprocess.run(  # our own interpreter and script
        [sys.executable, "-c", script, str(tmp_path / "companion.sqlite3")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("talks", [READ_WHOLE, READ_WHOLE + 1])
def test_of_a_large_programme_only_the_talks_of_the_day_shown_are_read(
    database: Database, talks: int
) -> None:
    database.programmes.apply(make_update(make_programme(talks - 3, posters=3)))
    day = (START, START + timedelta(days=1))
    asked: list[str] = []

    def first_day(edition: StoredEdition, frame: tuple[Entry, ...]) -> Wanted:
        assert not any(entry.is_contribution for entry in frame)
        asked.append(edition.key)
        return Wanted(*day)

    paint = read_first_paint(database.path, latest, first_day)
    assert paint is not None
    whole = database.programmes.entries(EVENT_ID)
    is_large = talks > READ_WHOLE
    assert bool(asked) is is_large
    assert paint.entries == tuple(
        entry
        for entry in whole
        if not is_large
        or not entry.is_contribution
        or (entry.start_dt is not None and day[0] <= entry.start_dt < day[1])
    )


@pytest.mark.parametrize("is_first", [True, False])
def test_of_a_long_day_only_the_first_blocks_are_read(database: Database, is_first: bool) -> None:
    database.programmes.apply(make_update(make_programme(READ_WHOLE + 1)))
    whole = database.programmes.entries(EVENT_ID)
    talks = [entry for entry in whole if entry.is_contribution and entry.block_id]
    block = talks[0].block_id or 0
    wanted = Wanted(START, START + timedelta(days=1), (block if is_first else block + 1,))
    paint = read_first_paint(database.path, latest, lambda _edition, _frame: wanted)
    assert paint is not None
    read = [entry for entry in paint.entries if entry.is_contribution]
    of_day = [
        entry
        for entry in whole
        if entry.is_contribution and entry.start_dt and START <= entry.start_dt < wanted.end_dt
    ]
    assert of_day
    assert read == [entry for entry in of_day if is_first or entry.block_id in {None, block + 1}]


def test_a_large_programme_without_days_is_read_whole(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(READ_WHOLE + 1)))
    paint = read_first_paint(database.path, latest, lambda _edition, _frame: None)
    assert paint is not None
    assert paint.entries == database.programmes.entries(EVENT_ID)
