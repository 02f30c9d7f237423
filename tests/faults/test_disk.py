"""Disks that are full, folders that cannot be written, files that vanish, locks, clocks."""

import ctypes
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.errors import KnownError
from companion.services.sync_report import SyncReport
from companion.storage import engine
from tests.faults.conftest import Home, plain
from tests.faults.counts import TRIED, times
from tests.support.recorded import CERN
from tests.unit.cli.conftest import Result

ROOT = Path(__file__).parents[2]
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


def bow() -> None:
    """Root loses its right to write where the mode forbids it, from the next exec on."""
    if os.getuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


TALK = """
import contextlib, io, json, sys
from companion.app import main
for words in json.loads(sys.argv[1]):
    said = [io.StringIO(), io.StringIO()]
    with contextlib.redirect_stdout(said[0]), contextlib.redirect_stderr(said[1]):
        code = main(words)
    print(json.dumps([code, *(text.getvalue() for text in said)]))
"""


def child(home: Home, before: Callable[[], None], *calls: tuple[str, ...]) -> list[Result]:
    """The program in a process of its own, prepared by `before`; one call after the other."""
    where = ["--data-dir", str(home.folder)]
    done = subprocess.run(
        [sys.executable, "-c", TALK, json.dumps([[*where, *words] for words in calls])],
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=before,
        timeout=60,
        check=True,
    )
    results = [Result(*json.loads(line)) for line in done.stdout.splitlines()]
    assert len(results) == len(calls)
    for result in results:
        plain(result)
    return results


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of POSIX")
def test_a_disk_that_fills_up_while_writing(home: Home) -> None:
    """The system refuses every byte beyond a limit, as a full disk does."""
    import resource

    before = home.state()
    home.server.serve_event(CERN, folder="after")
    size = (home.folder / "companion.sqlite3").stat().st_size
    for room in [1, 4096, 40_000, size // 4][:: times(2, 1)]:

        def limit(room: int = room) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        (result,) = child(home, limit, ("sync", home.key))
        TRIED["full disks"] += 1
        assert result.code in {0, 1}
        home.sound()
        found = home.state()
        assert found.stars == before.stars
        if result.code:
            assert result.err
            assert found.programme == before.programme
    (starred,) = child(
        home,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1)),
        ("bookmark", f"{home.key}/20"),
    )
    assert starred.code == 1
    assert (
        "Your" in starred.err or "nothing was changed" in starred.err or "database" in starred.err
    )
    assert home.state().stars == before.stars


@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its rights by prctl")
def test_a_folder_that_cannot_be_written(home: Home) -> None:
    """Read by a process without the right to write: reading goes on or says why, never a crash."""
    before = home.state()
    home.server.serve_event(CERN, folder="after")
    for path in (home.folder, *home.folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    calls = (("sync", home.key), ("bookmark", f"{home.key}/20"), ("backup", "make"), ("doctor",))
    *refused, doctor = child(home, bow, *calls)
    for result in refused:
        TRIED["read-only folders"] += 1
        assert result.code != 0
        assert result.err
    assert (doctor.code, "cannot be written" in doctor.out) == (1, True)
    for path in (home.folder, *home.folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    assert home.state() == before


@pytest.mark.parametrize("how", ["file", "folder", "emptied", "garbage"])
def test_a_file_that_is_removed_under_the_running_program(home: Home, how: str) -> None:
    app = home.open()
    stars = app.bookmarks.all()
    path = home.folder / "companion.sqlite3"
    if how == "file":
        path.unlink()
    elif how == "folder":
        shutil.copytree(home.folder / "backups", home.folder.with_name("backups"))
        shutil.rmtree(home.folder)
    else:
        path.write_bytes(b"" if how == "emptied" else b"this is no database " * 500)
    if how in {"emptied", "garbage"}:
        app.close()  # until the next start; a running program says that the file is damaged
    found = app.bookmarks.all()
    TRIED["removed files"] += 1
    assert found == (() if how == "folder" else stars)
    if how == "folder":
        made = app.user_data
        home.folder.joinpath("backups").mkdir(exist_ok=True)
        shutil.copytree(
            home.folder.with_name("backups"), home.folder / "backups", dirs_exist_ok=True
        )
        made.restore(made.backups()[0].name)
        assert app.bookmarks.all() == stars
    else:
        assert "brought back" in app.notice
    report = app.sync.sync(home.server.url(CERN))
    assert report.added == 114
    app.bookmarks.set_star([EntryRef.parse(f"{home.key}/20")], Star.STARRED)
    assert len(app.bookmarks.all()) == len(stars) + 1
    app.close()


@pytest.mark.parametrize("how", ["all", "middle", "end"])
def test_a_database_damaged_in_mid_run(home: Home, how: str) -> None:
    """The running program says so in words, whatever is done; the next start has every star."""
    before = home.state()
    app = home.open()
    assert app.bookmarks.all() == before.stars
    path = home.folder / "companion.sqlite3"
    content = path.read_bytes()
    start, end = {"all": (0, None), "middle": (4096, -4096), "end": (len(content) // 2, None)}[how]
    path.write_bytes(content[:start] + b"no page " * 2000 + (content[end:] if end else b""))
    told = [
        attempt(lambda: app.programme.entries(home.key)),
        attempt(lambda: app.bookmarks.set_star([EntryRef.parse(f"{home.key}/20")], Star.STARRED)),
        attempt(lambda: app.sync.sync(home.key, refresh=True)),
    ]
    TRIED["databases damaged in mid-run"] += 1
    assert any("damaged" in words for words in told), told
    app.close()
    again = home.open()
    assert {*before.stars} <= {*again.bookmarks.all()}
    again.sync.sync(home.server.url(CERN))
    again.close()
    assert home.state().programme == before.programme


def attempt(act: Callable[[], object]) -> str:
    """What people would be told; any error but ours passes up."""
    try:
        made = act()
    except KnownError as error:
        return error.message
    return made.message if isinstance(made, SyncReport) else ""


def test_a_database_locked_by_another_process(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = home.state()
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.05)
    home.server.serve_event(CERN, folder="after")
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); sys.stdin.read()\n"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(home.folder / "companion.sqlite3")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout is not None
    other.stdout.readline()
    for words in (("sync", home.key), ("bookmark", f"{home.key}/20")):
        result = home.cli(*words)
        plain(result)
        TRIED["locks"] += 1
        assert (result.code, "Another program" in result.err) == (1, True)
    assert home.cli("programme", "--json").code == 0
    other.communicate()
    assert home.state() == before
    assert home.sync("--refresh").json[0]["status"] == "updated"


def test_a_clock_one_hour_back(home: Home) -> None:
    stars = home.state().stars
    before = home.cli("programme", "--json").json
    early = datetime.now(UTC) - timedelta(hours=1)
    home.server.serve_event(CERN, folder="after")
    report = home.sync("--now", early.isoformat()).json[0]
    TRIED["clocks set back"] += 1
    assert (report["added"], report["removed"]) == (1, 2)
    assert home.state().stars == stars
    assert home.cli("bookmark", f"{home.key}/20", "--now", early.isoformat()).code == 0
    home.server.serve_event(CERN)
    assert home.sync("--now", early.isoformat()).json[0]["status"] == "updated"
    home.cli("unbookmark", f"{home.key}/20")
    after = home.cli("programme", "--json").json
    shown = ("ref", "state", "title", "start", "end", "room", "speakers", "bookmarked")
    assert [[it[k] for k in shown] for it in after] == [[it[k] for k in shown] for it in before]
    with closing(sqlite3.connect(home.folder / "companion.sqlite3")) as file:
        assert file.execute("SELECT max(number) FROM record_sync").fetchone() == (3,)
