"""Processes that are killed, stopped for a while, or work on the same folder at once."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from companion.domain.timetable import Programme
from companion.errors import Cancelled
from tests.faults.conftest import Home, State
from tests.faults.counts import TRIED, times
from tests.support.answers import address_of
from tests.support.recorded import CERN
from tests.support.replay_server import Answer, ReplayServer

ROOT = Path(__file__).parents[2]


def run(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def program(home: Home, *words: str) -> subprocess.Popen[str]:
    return run("companion", "--data-dir", str(home.folder), *words)


def expected(server: ReplayServer, folder: str) -> Programme:
    from companion.indico.source import read_answers

    bodies = (server.recorded(CERN, kind, folder) for kind in ("event", "timetable"))
    return read_answers(address_of(CERN, server.base_url), *bodies).programme


@pytest.mark.timeout(2400)
def test_kill_9_at_random_moments_of_sync_and_bookmark(home: Home) -> None:
    states = {name: expected(home.server, name) for name in ("before", "after")}
    confirmed = {mark.db_id for mark in home.state().stars}
    chance = random.Random(random.random())  # of the seed that the run names
    for number in range(times(3, 320)):
        home.server.serve_event(CERN, folder=("after", "before")[number % 2])
        child = run("tests.faults.worker", str(home.folder), home.server.url(CERN))
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.45))
        child.kill()
        out, err = child.communicate()
        TRIED["kills survived"] += 1
        assert "Traceback" not in err
        confirmed |= {int(line) for line in out.splitlines() if line.isdigit()}
        home.sound()
        state = home.state()
        assert state.programme in states.values()
        stars = {mark.db_id for mark in state.stars}
        assert confirmed <= stars
        assert len(stars - confirmed) <= 1  # the last one may be kept and not yet confirmed
        confirmed = stars
        if len(stars) > 100:
            undo_most(home)
            confirmed = {mark.db_id for mark in home.state().stars}


def undo_most(home: Home) -> None:
    """So that there is always something left to star."""
    app = home.open()
    app.user_data.restore(app.user_data.backups()[-1].name)
    app.close()


def test_two_processes_sync_the_same_edition_at_once(home: Home) -> None:
    before = home.state()
    after = expected(home.server, "after")
    for number in range(times(1, 10)):
        folder = ("after", "before")[number % 2]
        home.server.serve_event(CERN, folder=folder)
        children = [program(home, "sync", home.key) for _ in range(2)]
        for child in children:
            out, err = child.communicate(timeout=60)
            assert (child.returncode, err) == (0, ""), out
        TRIED["rounds of two processes"] += 1
        found = home.state()
        assert found.programme == (after if folder == "after" else before.programme)
        assert found.stars == before.stars
    app = home.open()
    changes = app.database.programmes.changes()
    assert len(set(map(repr, changes))) == len(changes) > 0
    app.close()


class CancelAt:
    """Says stop at the n-th question and ever after."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self) -> bool:
        self.left -= 1
        return self.left <= 0


def test_a_cancel_at_any_step(home: Home) -> None:
    home.server.serve_event(CERN, folder="after", drip_s=0)
    before = home.state()
    counting = CancelAt(10**9)
    app = home.open()
    step, tried = 1, 0
    while True:
        try:
            app.sync.sync(home.key, cancelled=CancelAt(step))
        except Cancelled:
            tried += 1
            assert home.state() == before
            step += times(4, 1)
        else:
            break
    app.close()
    TRIED["cancels"] += tried
    assert tried >= 2
    assert counting.left == 10**9
    assert home.state().stars == before.stars


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="needs signals of POSIX")
@pytest.mark.parametrize("line", ["held", "cut"])
def test_a_laptop_that_sleeps_in_mid_sync(home: Home, line: str) -> None:
    """The server goes on meanwhile: its answer waits in the socket, or it has hung up."""
    before = home.state()
    home.server.serve_event(CERN, folder="after")
    content = home.server.recorded(CERN, "event", "after")
    slow = Answer(content, delay_s=0.6, reset_at=5000 if line == "cut" else None)
    home.server.script(f"/export/event/{CERN}.json", slow, Answer(content))
    home.server.forget()
    child = program(home, "sync", home.key)
    until = time.monotonic() + 30
    while not home.server.seen and time.monotonic() < until:
        time.sleep(0.02)
    os.kill(child.pid, signal.SIGSTOP)
    time.sleep(times(1, 20))
    os.kill(child.pid, signal.SIGCONT)
    out, err = child.communicate(timeout=60)
    TRIED["sleeps"] += 1
    assert (child.returncode, err) == (0, ""), out
    found = home.state()
    assert found.programme == expected(home.server, "after")
    assert found.stars == before.stars


def test_a_state_is_compared_whole(home: Home) -> None:
    state = home.state()
    assert state != State(state.programme, state.withdrawn, ())
