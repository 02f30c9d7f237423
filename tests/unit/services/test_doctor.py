"""What the doctor finds, in a folder that is well and in folders that are not."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import rmtree

import pytest

from companion.domain.bookmark import Star
from companion.domain.series.follows import Follow, FollowKind
from companion.errors import NoNetwork
from companion.services.doctor import DoctorService, Finding, Verdict, is_well
from companion.storage import health as health_module
from companion.storage.backups import BackupFolder
from companion.storage.health import look
from companion.storage.names import DATABASE_NAME
from tests.support.programmes import EVENT_ID, KEY
from tests.unit.services.conftest import Desk


@pytest.fixture
def ill(desk: Desk) -> Desk:
    desk.sync.sync(KEY)
    desk.database.user.set_star(EVENT_ID, [1, 2], Star.STARRED, desk.now)
    desk.database.series.add_follow(Follow(FollowKind.TOPIC, "Kernels", desk.now))
    return desk


def doctor(desk: Desk, folder: Path | None = None) -> DoctorService:
    def reach(site: str) -> None:
        asked.append(site)
        if "down" in site:
            raise NoNetwork(host="down.example")

    asked: list[str] = []
    sites = ("https://up.example", "https://down.example")
    where = folder or desk.folder
    backups = BackupFolder(where / "backups")
    return DoctorService(
        lambda: look(where), backups, desk.settings, lambda: sites, reach, desk.clock
    )


def found(desk: Desk, topic: str, folder: Path | None = None) -> list[Finding]:
    return [it for it in doctor(desk, folder).findings() if it.topic == topic]


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)


def test_a_sound_folder_is_well(ill: Desk) -> None:
    findings = doctor(ill).findings()
    assert is_well(findings)
    text = " ".join(item.message for item in findings)
    assert "Stars: 2, other entries: 1." in text
    assert "sound" in text
    assert "20 talks (from https://indico.example.org)" in text
    assert "MiB are free" in text
    assert {item.topic for item in findings} == {
        "folder", "disk", "database", "schema", "programmes", "stars", "backups", "settings"
    }  # fmt: skip


def test_an_empty_folder_is_well_too(desk: Desk, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    findings = doctor(desk, empty).findings()
    assert is_well(findings)
    assert "no database yet" in " ".join(item.message for item in findings)
    assert list(empty.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_problem(desk: Desk, tmp_path: Path) -> None:
    findings = doctor(desk, tmp_path / "no").findings()
    assert not is_well(findings)
    assert "not known" in found(desk, "disk", tmp_path / "no")[0].message
    assert "cannot be written" in found(desk, "folder", tmp_path / "no")[0].message


def test_the_sample_is_called_a_sample(desk: Desk) -> None:
    desk.sync.sync(KEY)
    sql(
        desk.folder / DATABASE_NAME,
        "PRAGMA foreign_keys = OFF",
        *(
            f"UPDATE {table} SET host = 'sample.invalid'"
            for table in ("record_edition", "programme_edition")
        ),
    )
    assert "invented" in found(desk, "programmes")[0].message


def test_backups_are_counted(ill: Desk) -> None:
    rmtree(ill.folder / "backups")
    assert found(ill, "backups")[0].verdict is Verdict.NOTE
    ill.user_data.make_backup()
    assert "today" in found(ill, "backups")[0].message
    ill.wait(days=3)
    assert "3 days ago" in found(ill, "backups")[0].message


def spoil(desk: Desk) -> None:
    path = desk.folder / DATABASE_NAME
    sql(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xab" * 20_000)


def no_database(desk: Desk) -> None:
    (desk.folder / DATABASE_NAME).write_bytes(b"this is no database " * 500)


def broken_reference(desk: Desk) -> None:
    path = desk.folder / DATABASE_NAME
    sql(path, "PRAGMA foreign_keys = OFF", "DELETE FROM record_edition")


def newer(desk: Desk) -> None:
    """Of another make: what stood in a table may stand elsewhere."""
    rename = "ALTER TABLE record_edition RENAME TO record_conference"
    sql(desk.folder / DATABASE_NAME, "PRAGMA user_version = 99", rename)


def low_space(desk: Desk) -> None:
    health_module._free_bytes = lambda _folder: 1000  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("harm", "topic", "words"),
    [
        (spoil, "database", "damaged"),
        (no_database, "database", "damaged"),
        (broken_reference, "database", "refer to nothing"),
        (newer, "schema", "newer version"),
        (low_space, "disk", "0 MiB are free"),
    ],
)
def test_each_harm_is_named_with_what_to_do(
    ill: Desk, harm: Callable[[Desk], None], topic: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health_module, "_free_bytes", health_module._free_bytes)
    harm(ill)
    problems = [it for it in doctor(ill).findings() if it.verdict is Verdict.PROBLEM]
    assert [it.topic for it in problems] == [topic]
    assert words in problems[0].message
    assert problems[0].advice


def test_an_older_database_is_no_problem(ill: Desk) -> None:
    sql(ill.folder / DATABASE_NAME, "PRAGMA user_version = 1")
    assert found(ill, "schema")[0].verdict is Verdict.NOTE


def test_an_emptied_file_has_nothing_in_it(ill: Desk) -> None:
    (ill.folder / DATABASE_NAME).write_bytes(b"")
    assert "schema 0" in found(ill, "schema")[0].message


def test_a_locked_database_is_named(ill: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ill.folder / DATABASE_NAME
    sql(path, "PRAGMA journal_mode = DELETE")
    monkeypatch.setattr(health_module, "_WAIT_S", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        finding = found(ill, "database")[0]
    assert (finding.verdict, "Another program" in finding.message) == (Verdict.PROBLEM, True)


def test_copies_and_damaged_files_are_listed(ill: Desk) -> None:
    (ill.folder / f"{DATABASE_NAME}.v1").touch()
    (ill.folder / f"{DATABASE_NAME}.damaged-20260101T000000Z").touch()
    texts = [item.message for item in found(ill, "copies")]
    assert len(texts) == 2
    assert "a damaged database" in texts[0]
    assert "before an upgrade" in texts[1]


def test_damaged_settings_are_named(ill: Desk) -> None:
    ill.folders.settings_file.write_text("[")
    assert "damaged" in found(ill, "settings")[0].message


def test_servers_are_asked_only_if_wanted(ill: Desk) -> None:
    assert not [it for it in doctor(ill).findings() if it.topic == "network"]
    network = [it for it in doctor(ill).findings(network=True) if it.topic == "network"]
    assert [it.verdict for it in network] == [Verdict.PROBLEM, Verdict.OK, Verdict.OK]
    assert "down.example cannot be reached" in network[0].message
    assert network[1].message == "https://indico.example.org answers."
