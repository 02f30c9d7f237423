"""Ten syncs of a changing event, each state reproduced; and a sync in which nothing changed."""

import json
import random
import sqlite3
import time
from contextlib import closing
from typing import Any

from tests.faults.counts import FULL
from tests.support.recorded import CERN, LARGE
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli


def edited(event: Any, timetable: Any, chance: random.Random) -> None:
    """What organisers do in a day: rename, move to a room, drop, put back, retype texts."""
    talks = event["results"][0]["contributions"]
    for talk in chance.sample(talks, 6):
        talk["title"] = f"{talk['title'].split(' (')[0]} (version {chance.randrange(99)})"
    for talk in chance.sample(talks, 4):
        talk["description"] = f"Rewritten {chance.randrange(10**6)} times, with $x^{{2}}$."
    for talk in chance.sample(talks, 3):
        talk["keywords"] = [f"word {chance.randrange(9)}"]
    if len(talks) > 100:
        gone = {talk["db_id"] for talk in chance.sample(talks, 2)}
        talks[:] = [talk for talk in talks if talk["db_id"] not in gone]
        for day in timetable["results"][str(CERN)].values():
            _drop(day, gone)


def _drop(entries: Any, gone: set[int]) -> None:
    for name, entry in list(entries.items()):
        if entry.get("contributionId") in gone:
            del entries[name]
        elif isinstance(entry.get("entries"), dict):
            _drop(entry["entries"], gone)


def shown(cli: Cli, key: str, *words: str) -> list[Any]:
    """What is in the programme, what went from it, and the stars on both."""
    call = ("programme", "--edition", key, *words, "--json")
    return [cli(*call, *more).json for more in ((), ("--withdrawn",), ("--bookmarked",))]


def test_each_of_ten_states_is_reproduced(cli: Cli, replay: ReplayServer) -> None:
    chance = random.Random(2023)
    event, timetable = (json.loads(replay.recorded(CERN, kind)) for kind in ("event", "timetable"))
    states: list[Any] = []
    key = ""
    for day in range(1, 11):
        replay.serve(CERN, "event", event)
        replay.serve(CERN, "timetable", timetable)
        moment = f"2023-11-{day:02}T12:00:00Z"
        (report,) = cli("sync", replay.url(CERN), "--now", moment, "--json").json
        assert report["status"] == "updated"
        key = report["edition"]
        if day == 1:
            refs = [f"{key}/{talk['db_id']}" for talk in event["results"][0]["contributions"]]
            assert cli("bookmark", *refs).code == 0
        states.append(shown(cli, key))
        edited(event, timetable, chance)
    assert len({json.dumps(state) for state in states}) == 10
    assert len(states[-1][1]) > 10  # talks that went
    for day, state in enumerate(states, start=1):
        until = (f"2023-11-{day:02}T12:00:00Z", f"2023-11-{day + 1:02}T11:59:59Z")
        for moment in until if FULL else until[day % 2 :][:1]:
            assert shown(cli, key, "--as-of", moment) == state, moment
    assert cli("programme", "--edition", key, "--as-of", "2023-10-31", "--json").json == []


def test_nothing_new_in_2000_talks_writes_no_row(cli: Cli, replay: ReplayServer, tmp_path) -> None:
    replay.serve_event(LARGE, folder="large")
    (first,) = cli("sync", replay.url(LARGE), "--json").json
    assert first["added"] >= 2000
    path = tmp_path / "data" / "companion.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        counter = file.execute("PRAGMA data_version").fetchone()
        content = path.read_bytes()
        started = time.process_time()
        (again,) = cli("sync", first["edition"], "--json").json
        spent = time.process_time() - started
        assert (again["status"], again["changed"]) == ("unchanged", 0)
        assert file.execute("PRAGMA data_version").fetchone() == counter
    assert path.read_bytes() == content
    assert spent < 1.0  # with the server's share, which runs in this process too
