"""Import, move, cancel, rename, add, import again: the right entries, no double, no ghost."""

import contextlib
import json
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote

import pytest
import vobject
from hypothesis import HealthCheck, given, settings

from companion.domain.calendar import CalendarPlan, EntryStatus
from companion.ical.write import IcalWriter
from companion.text.plain import title_text
from tests.calendar.judges import BUILD
from tests.unit.ical.site import EDITS, Site

HERE = Path(__file__).parent
MANY = settings(
    max_examples=200, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


def expected(site: Site) -> set[tuple[object, ...]]:
    return {
        (uid, start, end, title_text(title), location)
        for uid, (title, start, end, location, _) in site.agenda().items()
    }


def history(edits) -> Iterator[tuple[Site, CalendarPlan]]:
    """Each export of a site that changes, the first and the last included."""
    site, memory = Site(), ()
    for kind, number, export in [("none", 0, "whole"), *edits, ("none", 0, "update")]:
        site.edit(kind, number)
        if export == "none":
            continue
        plan = site.export(memory, since_last=export == "update")
        memory = plan.exported
        yield site, plan


# --- khal -------------------------------------------------------------------------------------


class Khal:
    def __init__(self):
        command = [BUILD / "venv" / "bin" / "python", HERE / "khal_judge.py"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True,
        )  # fmt: skip

    def take(self, folder: Path, plan: CalendarPlan) -> list[list[str]]:
        path = folder / "file.ics"
        path.write_bytes(IcalWriter().write(plan))
        self._process.stdin.write(json.dumps({"folder": str(folder), "file": str(path)}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def stop(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=30)


@pytest.fixture(scope="module")
def khal():
    running = Khal()
    yield running
    running.stop()


@MANY
@given(edits=EDITS)
def test_khal_follows_any_history(khal, edits):
    with tempfile.TemporaryDirectory() as folder:
        for site, plan in history(edits):
            shown = khal.take(Path(folder), plan)
            living = [row for row in shown if row[1] != "CANCELLED"]
            assert len({row[0] for row in shown}) == len(shown)
            assert {
                (uid, datetime.fromisoformat(start), datetime.fromisoformat(end), title, location)
                for uid, _, start, end, title, location in living
            } == expected(site)


# --- Radicale ---------------------------------------------------------------------------------


class Radicale:
    """A real server on loopback, without passwords, in a folder of its own."""

    def __init__(self, folder: Path):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/me"
        command = [
            BUILD / "venv" / "bin" / "radicale", "--config", "", "--server-hosts",
            f"127.0.0.1:{port}", "--storage-filesystem-folder", folder, "--auth-type", "none",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait(port)

    @staticmethod
    def _wait(port: int) -> None:
        for _ in range(300):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                return
            time.sleep(0.05)
        raise AssertionError("Radicale did not start")

    def ask(self, method: str, path: str, body: bytes | None = None) -> bytes:
        request = urllib.request.Request(self.url + path, body, method=method)
        request.add_header("Content-Type", "text/calendar; charset=utf-8")
        request.add_header("Authorization", "Basic bWU6")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=30)


@pytest.fixture(scope="module")
def radicale(tmp_path_factory):
    server = Radicale(tmp_path_factory.mktemp("radicale"))
    yield server
    server.stop()


def entries_of(data: bytes) -> list[tuple[object, ...]]:
    return [
        (
            entry.uid.value,
            entry.dtstart.value,
            entry.dtend.value,
            entry.summary.value,
            entry.location.value,
        )
        for entry in vobject.readOne(data.decode()).contents.get("vevent", [])
    ]


def take_resources(plan: CalendarPlan, put, drop) -> None:
    """What a folder or a collection is told: cancelled entries go, the others are replaced."""
    resources = IcalWriter().resources(plan)
    for entry in plan.entries:
        if entry.status is EntryStatus.CANCELLED:
            drop(entry.uid)
        else:
            put(entry.uid, resources[entry.uid])


@MANY
@given(edits=EDITS)
def test_radicale_follows_any_history(radicale, edits):
    radicale.ask("MKCALENDAR", "/agenda/")

    def put(uid: str, data: bytes) -> None:
        radicale.ask("PUT", f"/agenda/{quote(uid)}.ics", data)

    def drop(uid: str) -> None:
        try:
            radicale.ask("DELETE", f"/agenda/{quote(uid)}.ics")
        except HTTPError as error:
            error.close()
            if error.code != 404:  # cancelled long ago
                raise

    try:
        for site, plan in history(edits):
            take_resources(plan, put, drop)
            found = entries_of(radicale.ask("GET", "/agenda/"))
            assert len(found) == len(set(found))
            assert set(found) == expected(site)
    finally:
        radicale.ask("DELETE", "/agenda/")


# --- vdirsyncer -------------------------------------------------------------------------------

CONFIGURATION = """
[general]
status_path = "{folder}/status/"
[pair agenda]
a = "here"
b = "there"
collections = ["agenda"]
conflict_resolution = "a wins"
[storage here]
type = "filesystem"
path = "{folder}/here"
fileext = ".ics"
[storage there]
type = "filesystem"
path = "{folder}/there"
fileext = ".ics"
"""


def test_vdirsyncer_carries_a_folder_through_a_history(tmp_path):
    here, there = tmp_path / "here" / "agenda", tmp_path / "there" / "agenda"
    here.mkdir(parents=True)
    there.mkdir(parents=True)
    (tmp_path / "config").write_text(CONFIGURATION.format(folder=tmp_path))
    edits = [
        ("move", 1, "whole"),
        ("star", 2, "update"),
        ("cancel", 1, "update"),
        ("rename", 101, "whole"),
        ("form", 1, "update"),
        ("restore", 1, "whole"),
    ]

    def sync() -> None:
        for verb in ("discover", "sync"):
            command = [BUILD / "venv/bin/vdirsyncer", "-c", tmp_path / "config", verb]
            subprocess.run(command, check=True, capture_output=True)

    for site, plan in history(edits):
        take_resources(
            plan,
            lambda uid, data: (here / f"{uid}.ics").write_bytes(data),
            lambda uid: (here / f"{uid}.ics").unlink(missing_ok=True),
        )
        sync()
        found = [item for path in there.iterdir() for item in entries_of(path.read_bytes())]
        assert len(found) == len(set(found))
        assert set(found) == expected(site)
