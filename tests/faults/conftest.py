"""A synced programme with stars on it, and what must still hold after every fault."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import companion.fetch.client
from companion.app import Companion, utc_now
from companion.domain.bookmark import Bookmark, Star
from companion.domain.entry import EntryRef
from companion.domain.timetable import Contribution, Programme
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.paths import locate
from tests.support.recorded import CERN
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli, cli

__all__ = ["cli"]

PATIENT = Limits(connect_s=5, read_s=10, total_s=30, body_mib=4)
QUICK = Limits(connect_s=2, read_s=0.3, total_s=1.0, body_mib=4)
STARRED = (10, 14, 32)
"""10 stays, 14 and 32 are withdrawn in the answers `after`."""


@dataclass
class State:
    """All that must not be half, lost or changed."""

    programme: Programme | None
    withdrawn: tuple[Contribution, ...]
    stars: tuple[Bookmark, ...]


@dataclass
class Home:
    """A data folder with the recorded CERN programme and three stars."""

    folder: Path
    server: ReplayServer
    cli: Cli
    key: str

    def open(self) -> Companion:
        return Companion(locate(self.folder), utc_now)

    def state(self) -> State:
        app = self.open()
        store = app.database.programmes
        event_id = store.editions()[0].address.event_id
        found = State(store.programme(event_id), store.withdrawn(event_id), app.bookmarks.all())
        app.close()
        return found

    def sound(self) -> None:
        with closing(sqlite3.connect(self.folder / "companion.sqlite3")) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert file.execute("PRAGMA foreign_key_check").fetchall() == []

    def sync(self, *words: object) -> Any:
        """The report of one sync; asserts that people see words, never a traceback."""
        result = self.cli("sync", self.key, "--json", *words)
        plain(result)
        return result


def plain(result: Any) -> None:
    """Whatever was printed is for people."""
    for text in (result.out, result.err):
        assert "Traceback" not in text
        assert 'File "' not in text


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Callable[[Limits], None]:
    """Give the program's own client these limits; it never pauses between attempts."""

    def use(limits: Limits) -> None:
        made = partial(HttpClient, limits, wait=lambda _seconds: None)
        monkeypatch.setattr(companion.fetch.client, "HttpClient", made)

    use(PATIENT)
    return use


class Synced:
    """A server and what was synced from it, for all tests of a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = ReplayServer()
        self.server.__enter__()
        self.server.serve_event(CERN)
        app = Companion(locate(folder), utc_now)
        self.key = app.sync.sync(self.server.url(CERN)).edition
        refs = [EntryRef.parse(f"{self.key}/{number}") for number in STARRED]
        app.bookmarks.set_star(refs, Star.STARRED)
        app.close()

    def afresh(self) -> None:
        """As nothing was asked yet."""
        self.server.serve_event(CERN)
        self.server.forget()


@pytest.fixture(scope="session")
def _synced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Synced]]:
    """The last one is in use; a test that stops its server leaves the next one a new one."""
    made = [Synced(tmp_path_factory.mktemp("synced"))]
    yield made
    for each in made:
        each.server.stop()


@pytest.fixture
def home(
    cli: Cli,
    tmp_path: Path,
    client: object,
    _synced: list[Synced],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Home]:
    if _synced[-1].server.closing.is_set():
        _synced.append(Synced(tmp_path_factory.mktemp("synced")))
    synced = _synced[-1]
    synced.afresh()
    made = Home(shutil.copytree(synced.folder, tmp_path / "data"), synced.server, cli, synced.key)
    yield made
    made.sound()
