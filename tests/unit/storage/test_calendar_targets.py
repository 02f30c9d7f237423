from dataclasses import replace
from datetime import timedelta

from companion.ports.calendar import StoredTarget
from companion.storage.database import Database
from tests.support.programmes import NOW

ONE = StoredTarget("/home/ada/é.ics", "file", '{"edition": null}', "{}", NOW)


def test_targets_are_kept_by_path_oldest_first(database: Database) -> None:
    two = replace(ONE, path="/home/ada/vdir", kind="vdir", added_dt=NOW - timedelta(days=1))
    database.targets.set(ONE)
    database.targets.set(two)
    assert database.targets.all() == (two, ONE)


def test_a_changed_target_keeps_its_date(database: Database) -> None:
    database.targets.set(ONE)
    changed = replace(ONE, kind="vdir", selection="{}", options="[]")
    database.targets.set(replace(changed, added_dt=NOW + timedelta(days=1)))
    assert database.targets.all() == (changed,)


def test_a_target_is_forgotten_once_and_for_all(database: Database) -> None:
    database.targets.set(ONE)
    database.targets.remove(ONE.path)
    database.targets.remove(ONE.path)
    assert database.targets.all() == ()
