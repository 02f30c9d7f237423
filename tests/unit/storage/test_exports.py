"""What was written into which calendar."""

from dataclasses import replace
from datetime import timedelta

from companion.domain.calendar import EntryStatus, ExportedItem
from companion.storage.database import Database
from tests.support.programmes import NOW, START


def make_item(uid: str = "a@x", **fields: object) -> ExportedItem:
    made = ExportedItem(
        target="file:/agenda.ics",
        uid=uid,
        sequence=0,
        fingerprint="f00",
        status=EntryStatus.CONFIRMED,
        title="A talk",
        start_dt=START,
        end_dt=START + timedelta(minutes=20),
        location="Room A",
        created_dt=NOW,
        modified_dt=NOW,
        written_dt=NOW,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_a_target_is_remembered_by_start(database: Database) -> None:
    late, early = make_item("a@x", start_dt=START + timedelta(days=1)), make_item("b@x")
    database.exports.write("file:/agenda.ics", [late, early])
    assert database.exports.read("file:/agenda.ics") == (early, late)
    assert database.exports.read("elsewhere") == ()


def test_writing_again_replaces_the_memory_of_that_target_only(database: Database) -> None:
    database.exports.write("one", [make_item("a@x", target="one")])
    database.exports.write("two", [make_item("a@x", target="two")])
    cancelled = make_item("c@x", target="one", status=EntryStatus.CANCELLED)
    database.exports.write("one", {cancelled})
    assert database.exports.read("one") == (cancelled,)
    assert len(database.exports.read("two")) == 1
    database.exports.write("one", [])
    assert database.exports.read("one") == ()


def test_the_target_named_is_the_target_kept(database: Database) -> None:
    database.exports.write("new", [make_item(target="old")])
    assert [item.target for item in database.exports.read("new")] == ["new"]


def test_latest_is_the_highest_number_of_any_target(database: Database) -> None:
    low, high = make_item(target="z", sequence=2), make_item(target="a", sequence=3)
    first = make_item("b@x", target="a", written_dt=NOW)
    second = make_item("b@x", target="z", written_dt=NOW + timedelta(hours=1))
    database.exports.write("a", [high, first])
    database.exports.write("z", [low, second])
    assert database.exports.latest() == {"a@x": high, "b@x": second}
