"""Import, move, cancel, rename, add, import again: the right entries, no double, no ghost."""

import contextlib
import json
import socket
import subprocess
import tempfile
import time
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
import vobject
from hypothesis import HealthCheck, given, settings

from companion.caldav_publish.publisher import CaldavServers
from companion.domain.calendar import CalendarPlan, EntryStatus
from companion.ical.write import IcalWriter
from companion.ports.publishing import CalendarAccount
from companion.services.calendar_files import write_folder
from companion.services.publishing import PublishingService
from companion.services.scope import ExportSelection
from companion.text.plain import title_text
from tests.calendar.judges import BUILD
from tests.unit.ical.site import EDITS, Site

HERE = Path(__file__).parent
DENTIST = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:dentist\r\n"
    b"DTSTAMP:20990101T000000Z\r\nDTSTART:20990101T090000Z\r\nSUMMARY:Dentist\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)
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

ME, PASSWORD = "me", "geheim"


class Radicale:
    """A real server on loopback, in a folder of its own."""

    def __init__(self, folder: Path):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        users = folder / "users"
        users.write_text(f"{ME}:{PASSWORD}\n")
        self.url = f"http://127.0.0.1:{port}/"
        command = [
            BUILD / "venv" / "bin" / "radicale", "--config", "", "--server-hosts",
            f"127.0.0.1:{port}", "--storage-filesystem-folder", folder / "storage",
            "--auth-type", "htpasswd", "--auth-htpasswd-filename", users,
            "--auth-htpasswd-encryption", "plain", "--auth-delay", "0",
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

    def ask(self, method: str, url: str, body: bytes | None = None) -> bytes:
        """As another program of the same person."""
        request = urllib.request.Request(url, body, method=method)
        request.add_header("Content-Type", "text/calendar; charset=utf-8")
        token = b64encode(f"{ME}:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=30)


@pytest.fixture(scope="module")
def radicale(tmp_path_factory):
    server = Radicale(tmp_path_factory.mktemp("radicale"))
    server.ask("MKCALENDAR", f"{server.url}me/private/")
    server.ask("PUT", f"{server.url}me/private/dentist.ics", DENTIST)
    other = server.ask("GET", f"{server.url}me/private/dentist.ics")
    yield server
    assert server.ask("GET", f"{server.url}me/private/dentist.ics") == other
    server.stop()


class Desk:
    """A person's computer, as far as publishing asks it: the programme, and what was sent."""

    def __init__(self):
        self.site = Site()
        self.told = ()

    def make(self, _selection, target):
        latest = {item.uid: item for item in self.told}
        return self.site.request(self.told, target=target, elsewhere=latest)

    def write(self, _target, items):
        self.told = tuple(items)


@MANY
@given(edits=EDITS)
def test_radicale_follows_any_history(radicale, edits):
    desk = Desk()
    service = PublishingService(desk, IcalWriter(), desk, CaldavServers())
    account = CalendarAccount(radicale.url, ME, PASSWORD)
    url = ""
    try:
        for kind, number, export in [("none", 0, "whole"), *edits, ("none", 0, "whole")]:
            desk.site.edit(kind, number)
            if export == "none":  # a change while the computer is not connected
                continue
            url = service.publish(ExportSelection(), account).url
            found = entries_of(radicale.ask("GET", url))
            assert len({uid for uid, *_ in found}) == len(found)
            assert living(found) == expected(desk.site)
        sent = service.publish(ExportSelection(), account).written
        assert sent == 0
    finally:
        if url:
            radicale.ask("DELETE", url)


def entries_of(data: bytes) -> list[tuple[object, ...]]:
    return [
        (
            entry.uid.value,
            entry.dtstart.value,
            entry.dtend.value,
            entry.summary.value,
            entry.location.value,
            entry.status.value,
        )
        for entry in vobject.readOne(data.decode()).contents.get("vevent", [])
    ]


def living(found: list[tuple[object, ...]]) -> set[tuple[object, ...]]:
    """Those that are not cancelled."""
    return {tuple(entry) for *entry, status in found if status != EntryStatus.CANCELLED}


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
        write_folder(here, plan, IcalWriter().resources(plan))
        sync()
        found = [item for path in there.iterdir() for item in entries_of(path.read_bytes())]
        assert len({uid for uid, *_ in found}) == len(found)
        assert living(found) == expected(site)
