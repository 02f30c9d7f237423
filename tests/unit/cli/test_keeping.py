"""stars, backup and doctor on the command line; a damaged or lost database beneath it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.recorded import MELBOURNE
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli


@pytest.fixture
def starred(cli: Cli, replay: ReplayServer) -> str:
    """Two stars on the recorded programme; its key."""
    replay.serve_event(MELBOURNE)
    (report,) = cli("sync", replay.url(MELBOURNE), "--json").json
    key = str(report["edition"])
    cli("bookmark", f"{key}/126")
    cli("bookmark", f"{key}/129", "--tentative")
    return key


def mine(cli: Cli) -> list[tuple[str, str]]:
    entries = cli("programme", "--bookmarked", "--json").json
    return sorted((entry["ref"], entry["star"]) for entry in entries)


@pytest.mark.parametrize("sync_first", [True, False])
def test_stars_come_back_on_a_fresh_install(
    cli: Cli, starred: str, replay: ReplayServer, tmp_path: Path, sync_first: bool
) -> None:
    before = mine(cli)
    assert len(before) == 2
    target = tmp_path / "stars.json"
    assert cli("stars", "export", "-o", target, "--json").json == {"path": str(target), "stars": 2}
    shutil.rmtree(tmp_path / "data")
    if sync_first:
        cli("sync", replay.url(MELBOURNE))
    report = cli("stars", "import", target, "--json").json
    unknown = [] if sync_first else [{"host": replay.host, "event_id": MELBOURNE, "stars": 2}]
    assert report == {"added": 2, "already": 0, "unknown": unknown, "other": 0}
    if not sync_first:
        cli("sync", replay.url(MELBOURNE))
    assert mine(cli) == before
    again = cli("stars", "import", target)
    assert again.out == "0 stars added; 2 were here already.\n"


def test_what_waits_for_its_programme_is_said(
    cli: Cli, starred: str, replay: ReplayServer, tmp_path: Path
) -> None:
    cli("stars", "export", "-o", tmp_path / "stars.json")
    other = cli("--data-dir", tmp_path / "other", "stars", "import", tmp_path / "stars.json")
    assert f"2 of them are on event 1 of {replay.host}" in other.out


def test_the_file_may_go_to_standard_output(cli: Cli, starred: str) -> None:
    document = json.loads(cli("stars", "export", "-o", "-").out)
    assert [star["db_id"] for star in document["stars"]] == [126, 129]
    assert cli("stars", "export", "-o", "-", "--json").code == 2


def test_a_foreign_file_is_refused_in_words(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    result = cli("stars", "import", tmp_path / "x.json", "--json")
    assert result.code == 4
    assert "no file of stars" in result.json["error"]["message"]


def test_backups_are_listed_made_and_restored(cli: Cli, starred: str) -> None:
    first = cli("backup", "list", "--json").json
    assert {item["reason"] for item in first} == {"change"}
    made = cli("backup", "make", "--json").json
    assert made["reason"] == "hand"
    before = mine(cli)
    cli("unbookmark", f"{starred}/126")
    assert cli("backup", "restore", made["name"], "--json").json == {
        "name": made["name"],
        "stars": 2,
    }
    assert mine(cli) == before
    lines = cli("backup", "list").out.splitlines()
    assert len(lines) > len(first)
    assert ["change" in lines[0], "restore" in lines[1]] == [True, True]  # after, and before it
    assert cli("backup", "make").out.endswith("-hand.json\n")
    assert "2 stars" in cli("backup", "restore", made["name"]).out
    unknown = cli("backup", "restore", "x")
    assert (unknown.code, made["name"] in unknown.err) == (2, True)


@pytest.mark.parametrize("gone", [True, False])
def test_a_lost_or_damaged_database_is_no_end(
    cli: Cli, starred: str, replay: ReplayServer, tmp_path: Path, gone: bool
) -> None:
    before = mine(cli)
    path = tmp_path / "data" / "companion.sqlite3"
    if gone:
        path.unlink()
    else:
        path.write_bytes(b"this is no database " * 500)
        ill = cli("doctor", "--json")
        assert (ill.code, ill.json["well"]) == (1, False)
    result = cli("editions", "--json")
    assert result.code == 0
    assert result.json
    assert "2 stars were brought back" in result.err
    assert cli("sync", replay.url(MELBOURNE), "--json").json[0]["status"] == "updated"
    assert mine(cli) == before
    assert cli("editions").err == ""


def test_a_rescue_is_told_also_by_a_verb_that_fails(cli: Cli, starred: str, tmp_path: Path) -> None:
    (tmp_path / "data" / "companion.sqlite3").write_bytes(b"this is no database " * 500)
    result = cli("programme")
    assert result.code == 2
    assert "There is no programme" in result.err
    assert "2 stars were brought back" in result.err


def test_the_doctor_says_that_all_is_well(cli: Cli, starred: str, replay: ReplayServer) -> None:
    result = cli("doctor")
    assert result.code == 0
    assert result.out.endswith("All is well.\n")
    document = cli("doctor", "--json").json
    assert {item["verdict"] for item in document["findings"]} == {"ok"}
    assert all(
        item.keys() == {"topic", "verdict", "message", "advice"} for item in document["findings"]
    )
    replay.stop()
    network = cli("doctor", "--network")
    assert network.code == 1
    assert f"PROBLEM network: {replay.host} cannot be reached." in network.out
    assert "There are problems" in network.out
