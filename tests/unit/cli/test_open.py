"""`open`: what one reader recorded, another opens without a network; nothing newer is lost."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.support.recorded import CERN
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli

STARRED = 10


def key_of(server: ReplayServer) -> str:
    return f"{server.host.replace(':', '-')}-{CERN}"


def record(cli: Cli, replay: ReplayServer, path: Path, folder: str, ts: int) -> Path:
    """A snapshot of the event as seeded (`before`) or as edited (`after`), made at `ts`."""
    for kind in ("event", "timetable"):
        document = json.loads(replay.recorded(CERN, kind, folder)) | {"ts": ts}
        replay.serve(CERN, kind, document)
    assert cli("snapshot", replay.url(CERN), "-o", path).code == 0
    return path


@pytest.fixture
def files(cli: Cli, replay: ReplayServer, tmp_path: Path) -> tuple[Path, Path]:
    """An earlier and a later state; their site is off."""
    earlier = record(cli, replay, tmp_path / "earlier.qtml", "before", 1_700_000_000)
    later = record(cli, replay, tmp_path / "later.qtml", "after", 1_700_000_100)
    replay.stop()
    return earlier, later


def test_a_file_is_opened_without_a_network(
    cli: Cli, replay: ReplayServer, files: tuple[Path, Path]
) -> None:
    key = key_of(replay)
    opened = cli("open", files[0], "--json").json
    assert (opened["edition"], opened["status"], opened["added"]) == (key, "updated", 114)
    assert opened["message"].endswith("The file was recorded 2023-11-14 22:13:20 (UTC).")
    assert "indico" not in json.dumps(cli("open", files[0], "--json").json["quarantined_records"])
    entries = cli("programme", "--edition", key, "--json").json
    assert sum(entry["kind"] == "contribution" for entry in entries) == 114
    assert key in [item["key"] for item in cli("series", "--json").json]
    again = cli("open", files[0])
    assert (again.code, again.out.split(": ")[1][:7]) == (0, "Nothing")


def test_a_later_file_updates_and_keeps_the_stars(
    cli: Cli, replay: ReplayServer, files: tuple[Path, Path]
) -> None:
    cli("open", files[0])
    cli("bookmark", f"{key_of(replay)}/{STARRED}")
    assert cli("open", files[1], "--json").json["status"] == "updated"
    mine = cli("programme", "--bookmarked", "--json").json
    assert [item["db_id"] for item in mine] == [STARRED]


def test_an_earlier_file_never_replaces_newer_data_in_silence(
    cli: Cli, replay: ReplayServer, files: tuple[Path, Path]
) -> None:
    cli("open", files[1])
    words = ("programme", "--edition", key_of(replay), "--json")
    before = cli(*words).json
    refused = cli("open", files[0], "--json")
    assert refused.code == 4
    assert refused.json["error"]["type"] == "OlderSnapshot"
    assert "before what is stored (2023-11-14 22:15:00)" in refused.json["error"]["message"]
    assert cli(*words).json == before
    assert cli("open", files[0], "--accept", "--json").json["status"] == "updated"
    assert cli(*words).json != before


def test_a_file_that_lacks_most_talks_is_refused(
    cli: Cli, replay: ReplayServer, files: tuple[Path, Path], tmp_path: Path
) -> None:
    cli("open", files[0])
    thin = tmp_path / "thin.qtml"
    with zipfile.ZipFile(files[1]) as whole, zipfile.ZipFile(thin, "w") as packed:
        for name in whole.namelist():
            document = json.loads(whole.read(name))
            for event in document.get("results", ()) if name == "event.json" else ():
                event["contributions"] = event["contributions"][:10]
            if name == "timetable.json":
                document["results"] = {str(CERN): {}}
            packed.writestr(name, json.dumps(document))
    refused = cli("open", thin)
    assert refused.code == 4
    assert refused.err
    assert len(cli("programme", "--withdrawn", "--json").json) == 0
    assert cli("open", thin, "--accept").code == 0


def test_what_is_no_snapshot_is_refused_in_words(cli: Cli, files: tuple[Path, Path]) -> None:
    good = files[0].read_bytes()
    for content in (b"", b"PK\x03\x04", good[: len(good) // 2], b"[1]", good[:200] + good[210:]):
        files[0].write_bytes(content)
        result = cli("open", files[0], "--json")
        assert result.code == 4
        assert str(files[0]) in result.json["error"]["message"]
    assert cli("open", files[0].parent / "missing.qtml").code == 4
    assert [i for i in cli("editions", "--json").json if i["state"] == "downloaded"] == []


def test_events_join_and_leave_the_series_by_hand(cli: Cli, replay: ReplayServer) -> None:
    for kind in ("event", "timetable"):
        content = replay.recorded(CERN, kind).decode()
        content = content.replace("Quantum Techniques in Machine Learning", "Meeting")
        replay.serve(CERN, kind, content.replace("QTML", "Meeting").encode())
    key = key_of(replay)

    def is_listed() -> bool:
        return key in [item["key"] for item in cli("series", "--json").json]

    cli("sync", replay.url(CERN))
    assert not is_listed()
    added = cli("series", "add", replay.url(CERN), "--json").json
    assert added == {"edition": key, "belongs": True}
    assert is_listed()
    assert cli("series", "remove", key).out == f"{key} does not belong to the series\n"
    assert not is_listed()
    cli("series", "add", key)
    assert cli("series", "auto", key, "--json").json["belongs"] is False


def test_what_cannot_join_or_leave_is_said(sample: Cli, replay: ReplayServer) -> None:
    assert "always belongs" in sample("series", "remove", "sample-2024").err
    assert sample("series", "add").code == 2
    assert sample("series", "show", "sample-2024").code == 2
    assert sample("series", "add", "qtml2025").code == 2
    assert sample("series", "add", replay.url(5)).code == 4
