"""Schema steps: forward only, copied first, all of them or nothing."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.errors import DamagedDatabase, NewerSchema
from companion.ports.programmes import SearchQuery
from companion.storage import tables
from companion.storage.database import Database, open_database
from companion.storage.migrations import SCHEMA_VERSION, STEPS
from companion.storage.migrations.runner import migrate
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update
from tests.unit.storage.stored import FOLLOW, FOLLOW_UP, PERSON, load_stored

PARENT = "CREATE TABLE parent (id INTEGER PRIMARY KEY)"
CHILD = "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent)"
FILL = "INSERT INTO parent VALUES (1)"


def rows(path: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def table_names(path: Path) -> set[object]:
    return {row[0] for row in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")}


def version(path: Path) -> object:
    return rows(path, "PRAGMA user_version")[0][0]


def test_a_new_file_gets_every_step(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    migrate(path, [(PARENT,), (CHILD, FILL)])
    assert (version(path), table_names(path)) == (2, {"parent", "child"})
    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    assert [item.name for item in tmp_path.iterdir()] == ["x.sqlite3"]


def test_an_older_file_is_copied_first_and_gets_what_is_missing(tmp_path: Path) -> None:
    path, copy = tmp_path / "x.sqlite3", tmp_path / "x.sqlite3.v1"
    migrate(path, [(PARENT, FILL)])
    (tmp_path / "x.sqlite3.v1.part").write_bytes(b"rest of a copy that was killed")
    migrate(path, [("never run again",), (CHILD,), ("INSERT INTO child VALUES (1, 1)",)])
    assert (version(path), rows(path, "SELECT * FROM child")) == (3, [(1, 1)])
    assert (version(copy), table_names(copy)) == (1, {"parent"})
    assert rows(copy, "SELECT * FROM parent") == [(1,)]
    assert {item.name for item in tmp_path.iterdir()} == {path.name, copy.name}


def test_todays_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    migrate(path, [(PARENT,)])
    before = path.read_bytes()
    migrate(path, [(PARENT,)])
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["x.sqlite3"]


@pytest.mark.parametrize(
    ("bad", "error"),
    [
        (("CREATE TABLE extra (id)", "no SQL at all"), sqlite3.OperationalError),
        (("CREATE TABLE extra (id)", "INSERT INTO child VALUES (1, 77)"), DamagedDatabase),
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, bad: tuple[str, ...], error: type[Exception]
) -> None:
    path = tmp_path / "x.sqlite3"
    first = (PARENT, CHILD, FILL)
    migrate(path, [first])
    with pytest.raises(error):
        migrate(path, [first, ("INSERT INTO parent VALUES (2)",), bad])
    assert (version(path), table_names(path)) == (1, {"parent", "child"})
    assert rows(path, "SELECT id FROM parent") == [(1,)]
    migrate(path, [first, (), ("CREATE TABLE extra (id)",)])
    assert version(path) == 3


def test_a_copy_that_cannot_be_made_stops_everything(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    migrate(path, [(PARENT,)])
    (tmp_path / "x.sqlite3.v1").mkdir()
    with pytest.raises(OSError, match="sqlite3"):
        migrate(path, [(PARENT,), (CHILD,)])
    assert version(path) == 1


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    migrate(path, [(PARENT,), (CHILD,)])
    before = path.read_bytes()
    with pytest.raises(NewerSchema, match="schema 2, known 1"):
        migrate(path, [(PARENT,)])
    assert path.read_bytes() == before


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
    with pytest.raises(DamagedDatabase, match="another program"):
        migrate(path)
    assert table_names(path) == {"theirs"}


def test_a_table_can_be_made_anew_without_losing_what_refers_to_it(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    child = CHILD.replace("parent)", "parent ON DELETE CASCADE)")
    first = (PARENT, child, FILL, "INSERT INTO child VALUES (1, 1)")
    migrate(path, [first])
    anew = (
        "CREATE TABLE new_parent (id INTEGER PRIMARY KEY, more TEXT)",
        "INSERT INTO new_parent SELECT id, 'x' FROM parent",
        "DROP TABLE parent",
        "ALTER TABLE new_parent RENAME TO parent",
    )
    migrate(path, [first, anew])
    assert rows(path, "SELECT * FROM child") == [(1, 1)]


@pytest.mark.parametrize("known", [0, 1])
def test_several_may_create_or_upgrade_the_file_at_once(tmp_path: Path, known: int) -> None:
    steps = ((PARENT,), (CHILD,), (FILL,))
    for number in range(5):
        path = tmp_path / f"{number}"
        migrate(path, steps[:known])
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: migrate(path, steps), range(4)))  # noqa: B023
        assert (version(path), rows(path, "SELECT * FROM parent")) == (3, [(1,)])
        copies = [version(copy) for copy in tmp_path.glob(f"{number}.v1")]
        assert copies == [1] * known


def test_the_tables_are_those_that_the_steps_create(database: Database) -> None:
    for table in tables.metadata.sorted_tables:
        found = rows(database.path, f"SELECT name, pk FROM pragma_table_info('{table.name}')")
        names = [column.name for column in table.columns if column.name != "rowid"]
        assert [row[0] for row in found] == names, table.name
        keys = [row[0] for row in found if row[1]]
        assert keys == [c.name for c in table.primary_key if c.name != "rowid"], table.name
    ours = {
        name for name in table_names(database.path) if not str(name).startswith("programme_search_")
    }
    assert ours == set(tables.metadata.tables)


@pytest.mark.parametrize("number", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_released_schema_opens(tmp_path: Path, number: int) -> None:
    programme = load_stored(number, tmp_path / "companion.sqlite3")
    database = open_database(tmp_path)
    assert version(database.path) == SCHEMA_VERSION
    store = database.programmes
    assert store.programme(EVENT_ID) == programme
    stars = [(item.db_id, item.star) for item in database.user.bookmarks()]
    assert stars == [(1, Star.STARRED), (3, Star.TENTATIVE)]
    assert [(db_id, it.sequence) for db_id, it in store.records(EVENT_ID).items()] == [
        (1, 0), (2, 1), (3, 1), (4, 0), (9, 0)
    ]  # fmt: skip
    first = store.programme_as_of(EVENT_ID, NOW)
    assert first is not None
    assert [item.db_id for item in first.contributions] == [1, 2, 3, 4, 9]
    assert [item.change.field for item in store.changes()] == ["withdrawn", "room"]
    assert [hit.ref.ident for hit in store.search(SearchQuery("(2)"))] == [2]
    database.close()


@pytest.mark.parametrize("number", range(1, SCHEMA_VERSION + 1))
def test_a_file_of_every_released_schema_outlives_a_step_that_fails(
    tmp_path: Path, number: int
) -> None:
    path = tmp_path / "companion.sqlite3"
    load_stored(number, path)
    before = rows(path, "SELECT * FROM user_bookmark")
    bad = (*STEPS, ("DELETE FROM user_bookmark", "no SQL at all"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(path, bad)
    assert (version(path), rows(path, "SELECT * FROM user_bookmark")) == (number, before)
    open_database(tmp_path).close()
    assert (version(path), rows(path, "SELECT * FROM user_bookmark")) == (SCHEMA_VERSION, before)


@pytest.mark.parametrize("number", range(2, SCHEMA_VERSION + 1))
def test_decisions_and_follows_of_every_schema_that_has_them_are_kept(
    tmp_path: Path, number: int
) -> None:
    load_stored(number, tmp_path / "companion.sqlite3")
    database = open_database(tmp_path)
    mine = database.series
    assert (mine.person_decisions(), mine.follow_up_decisions()) == ((PERSON,), (FOLLOW_UP,))
    assert (mine.members(), mine.follows()) == ({EVENT_ID: False}, (FOLLOW,))
    assert mine.looked_dt() == NOW
    database.close()


def test_the_first_step_alone_is_what_v1_was(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    migrate(path, STEPS[:1])
    assert version(path) == 1


def test_an_emptied_list_is_filled_when_opened(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(2)))
    editions = database.programmes.editions()
    database.close()
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("DELETE FROM programme_edition")
        connection.commit()
    again = open_database(database.path.parent)
    assert again.programmes.editions() == editions
    again.close()
