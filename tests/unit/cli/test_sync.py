"""sync, export and snapshot against a server that replays a real Indico's answers."""

import json
from functools import partial
from pathlib import Path

import pytest
import vobject

import companion.fetch.client
from companion.fetch.client import HttpClient
from tests.support.recorded import CERN, MELBOURNE, MISSING, PROTECTED, UNPUBLISHED
from tests.support.replay_server import Answer, ReplayServer
from tests.unit.cli.conftest import Cli

REPORT = {
    "edition",
    "status",
    "added",
    "changed",
    "removed",
    "quarantined",
    "requests",
    "bytes",
    "duration_s",
    "message",
}


@pytest.fixture
def cern(replay: ReplayServer) -> ReplayServer:
    replay.serve_event(CERN)
    return replay


def key_of(server: ReplayServer, number: int = CERN) -> str:
    return f"{server.host.replace(':', '-')}-{number}"


def test_a_pasted_address_is_synced_and_read_offline(cli: Cli, cern: ReplayServer) -> None:
    (report,) = cli("sync", cern.url(CERN), "--json").json
    assert report.keys() >= REPORT
    assert (report["edition"], report["status"], report["added"]) == (key_of(cern), "updated", 114)
    assert (report["requests"], report["quarantined"]) == (2, 0)
    cern.stop()
    entries = cli("programme", "--json").json
    assert sum(entry["kind"] == "contribution" for entry in entries) == 114


def test_a_short_address_costs_a_request_more(cli: Cli, cern: ReplayServer) -> None:
    cern.script("/e/qtml2023", Answer.redirect(f"/event/{CERN}/"))
    (report,) = cli("sync", f"{cern.base_url}/e/qtml2023", "--json").json
    assert (report["edition"], report["requests"]) == (key_of(cern), len(cern.seen))
    assert report["requests"] == 3


def test_what_organisers_changed_is_reported_exactly(cli: Cli, cern: ReplayServer) -> None:
    key = key_of(cern)
    cli("sync", cern.url(CERN))
    cli("bookmark", f"{key}/14", f"{key}/10")
    cern.serve_event(CERN, folder="after")
    (report,) = cli("sync", key, "--refresh", "--json").json
    assert report["status"] == "updated"
    assert (report["added"], report["removed"]) == (1, 2)
    assert cern.targets[-1].endswith("nc=yes")
    mine = cli("programme", "--bookmarked", "--json").json
    assert {(e["ref"], e["state"]) for e in mine} == {
        (f"{key}/14", "withdrawn"),
        (f"{key}/10", "present"),
    }
    gone = cli("programme", "--withdrawn", "--json").json
    assert {entry["db_id"] for entry in gone} == {14, 32}
    assert cli("sync", key, "--json").json[0]["status"] == "unchanged"
    changes = cli("changes", "--json").json
    assert all(c.keys() >= {"ref", "field", "old", "new", "seen_at"} for c in changes)
    assert {c["ref"] for c in changes if c["field"] == "added"} == {f"{key}/244"}
    assert {c["ref"] for c in changes if c["field"] == "withdrawn"} >= {f"{key}/14", f"{key}/32"}
    assert {c["ref"] for c in cli("changes", "--mine", "--json").json} == {
        f"{key}/14",
        f"{key}/10",
    }
    assert "title" in cli("changes").out


def test_a_site_cannot_steer_the_terminal(cli: Cli, cern: ReplayServer) -> None:
    event = json.loads(cern.recorded(CERN, "event"))
    event["results"][0]["contributions"][0]["title"] = "Red \x1b[31m\x07\x9b2J text"
    cern.serve(CERN, "event", event)
    cli("sync", cern.url(CERN))
    shown = cli("programme").out
    assert "Red \ufffd[31m\ufffd\ufffd2J text" in shown
    assert not {"\x1b", "\x07", "\x9b"} & {*shown, *cli("search", "31m").out}


def test_the_programme_can_be_shown_as_it_was(cli: Cli, cern: ReplayServer) -> None:
    cli("sync", cern.url(CERN), "--now", "2023-11-01T12:00:00Z")
    before = cli("programme", "--json").json
    cern.serve_event(CERN, folder="after")
    cli("sync", key_of(cern), "--now", "2023-11-02T12:00:00Z")
    words = ("programme", "--json", "--as-of")
    assert cli(*words, "2023-11-01T12:00:00Z").json == before
    assert cli(*words, "2023-11-02T12:00:00Z").json == cli("programme", "--json").json
    assert cli(*words, "2023-10-01").json == []


@pytest.mark.parametrize(
    ("number", "code", "status"),
    [(MISSING, 4, "refused"), (PROTECTED, 4, "refused"), (UNPUBLISHED, 0, "updated")],
)
def test_events_without_a_programme(
    cli: Cli, replay: ReplayServer, number: int, code: int, status: str
) -> None:
    replay.serve_event(number)
    result = cli("sync", replay.url(number), "--json")
    (report,) = result.json
    assert (result.code, report["status"]) == (code, status)
    assert report["message"]


@pytest.mark.parametrize("wrong", ["qtml2099", "http://example.org/event/5/", "qtml2022"])
def test_one_wrong_target_and_none_is_asked(cli: Cli, cern: ReplayServer, wrong: str) -> None:
    result = cli("sync", cern.url(CERN), wrong, "--json")
    assert (result.code, cern.seen) == (2, [])
    assert "2022" in result.out or wrong in result.out


@pytest.mark.parametrize(
    "kind_of_doubt",
    [b"<html>Sign in</html>", b"{", b'{"results": 1}', json.dumps({"results": []}).encode()],
)
def test_what_makes_no_sense_is_asked_for_once_more(
    cli: Cli, cern: ReplayServer, kind_of_doubt: bytes, tmp_path: Path
) -> None:
    right = cern.recorded(CERN, "event")
    cern.script(f"/export/event/{CERN}.json", Answer(kind_of_doubt), Answer(right))
    (report,) = cli("sync", cern.url(CERN), "--json").json
    assert (report["status"], report["added"], report["requests"]) == ("updated", 114, 4)
    assert [target.endswith("nc=yes") for target in cern.targets] == [False, False, True, True]
    cern.script(f"/export/event/{CERN}.json", Answer(kind_of_doubt))
    (report,) = cli("sync", cern.url(CERN), "--json", "--now", "2100-01-01").json
    assert (report["status"], report["requests"]) == ("refused", 4)
    assert report["bytes"] > 2 * len(kind_of_doubt)
    (kept,) = (tmp_path / "data" / "refused").glob("*/event.json")
    assert kept.read_bytes() == kind_of_doubt


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer.html("<html><form action='/login/'>Log in</form></html>"), 4),
        (Answer.json({"results": "?"}), 4),
        (Answer.html("gone", status=404), 4),
        (Answer.html("oops", status=500), 3),
        (Answer.html("oops", status=501), 3),
    ],
)
def test_a_bad_answer_keeps_the_data(
    cli: Cli,
    cern: ReplayServer,
    answer: Answer,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    impatient = partial(HttpClient, wait=lambda _seconds: None)
    monkeypatch.setattr(companion.fetch.client, "HttpClient", impatient)
    key = key_of(cern)
    cli("sync", cern.url(CERN))
    before = cli("programme", "--json").json
    for kind in ("event", "timetable"):
        cern.script(f"/export/{kind}/{CERN}.json", answer)
    result = cli("sync", key, "--json")
    assert result.code == code
    assert "unchanged" in result.json[0]["message"]
    assert cli("programme", "--json").json == before


def test_several_editions_give_the_highest_code(cli: Cli, cern: ReplayServer) -> None:
    cern.serve_event(MISSING)
    result = cli("sync", cern.url(CERN), cern.url(MISSING), "--json")
    assert [report["status"] for report in result.json] == ["updated", "refused"]
    assert result.code == 4
    lines = cli("sync", cern.url(CERN)).out
    assert lines == f"{key_of(cern)}: unchanged. Nothing has changed.\n"


def test_all_tries_every_known_site(cli: Cli, cern: ReplayServer) -> None:
    cli("sync", cern.url(CERN))
    result = cli("sync", "--all", "--json")
    status = {report["edition"]: report["status"] for report in result.json}
    assert status == {
        key_of(cern): "unchanged",
        "qtml2023": "unreachable",
        "qtml2024": "unreachable",
    }
    assert result.code == 3


def test_a_suspicious_answer_can_be_accepted(cli: Cli, cern: ReplayServer) -> None:
    cli("sync", cern.url(CERN))
    thin = cern.recorded(CERN, "event")
    cern.serve(CERN, "timetable", {"results": {str(CERN): {}}, "count": 1, "ts": 1})
    document = json.loads(thin)
    document["results"][0]["contributions"] = document["results"][0]["contributions"][:20]
    cern.serve(CERN, "event", document)
    refused = cli("sync", key_of(cern), "--json")
    assert (refused.code, refused.json[0]["status"]) == (4, "refused")
    taken = cli("sync", key_of(cern), "--accept", "--json")
    assert (taken.code, taken.json[0]["removed"]) == (0, 94)


def test_a_calendar_file_holds_every_scheduled_talk(
    cli: Cli, replay: ReplayServer, tmp_path: Path
) -> None:
    replay.serve_event(MELBOURNE)
    cli("sync", replay.url(MELBOURNE))
    key = key_of(replay, MELBOURNE)
    target = tmp_path / "all.ics"
    words = ("export", "--edition", key, "--all", "--posters", "each", "-o", target)
    document = cli(*words, "--json").json
    talks = [e for e in cli("programme", "--json").json if e["kind"] == "contribution"]
    expected = {
        f"indico-contribution-{e['db_id']}@127.0.0.1": e["start"]
        for e in cli("programme", "--json", "--zone", "UTC").json
        if e["kind"] == "contribution" and e["start"]
    }
    events = vobject.readOne(target.read_bytes().decode()).vevent_list
    assert {e.uid.value: e.dtstart.value.isoformat() for e in events} == expected
    assert document["entries"] == len(expected) < len(talks)
    assert str(len(expected)) in cli(*words).out


def test_starred_talks_go_to_standard_output(cli: Cli, cern: ReplayServer) -> None:
    cli("sync", cern.url(CERN))
    cli("bookmark", f"{key_of(cern)}/10")
    out = cli("export", "--bookmarked", "-o", "-").out
    assert out.count("BEGIN:VEVENT") == 1
    assert cli("export", "--bookmarked", "-o", "-", "--json").code == 2


@pytest.mark.parametrize("name", ["no/agenda.ics", "n" * 300 + ".ics"])
def test_a_place_that_cannot_be_written_is_named(sample: Cli, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    result = sample("export", "--bookmarked", "-o", target)
    assert result.code == 1
    assert str(target) in result.err


def test_an_edition_is_recorded_in_a_file(cli: Cli, cern: ReplayServer, tmp_path: Path) -> None:
    target = tmp_path / "cern.qtml"
    document = cli("snapshot", cern.url(CERN), "-o", target, "--json").json
    assert document == {
        "edition": key_of(cern),
        "path": str(target),
        "bytes": target.stat().st_size,
    }
    assert b"emailHash" not in target.read_bytes()
    assert cli("snapshot", cern.url(MISSING), "-o", target).code == 4
