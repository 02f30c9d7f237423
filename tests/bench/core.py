"""Sync, re-sync, search and export, without the window."""

import json
import resource
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from companion.app import Companion, utc_now
from companion.domain.calendar import CalendarOptions, PosterForm
from companion.domain.event import EventAddress, EventId
from companion.indico.source import read_answers
from companion.paths import locate
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.fetching import FetchedProgramme, Resolved
from companion.services.export import ExportSelection
from companion.services.sync import SyncService
from companion.services.sync_report import SyncReport
from companion.storage.refused import RefusedFolder
from tests.bench.table import Row, each_ms, median_ms, percentile
from tests.support import recorded

HOST = "bench.example.org"
TYPED = ("quantum kernel", "variational circuit", "barren plateaus", "noise", "tensor networks")


@dataclass(frozen=True)
class Recorded:
    """A site that answers from memory: its network takes no time."""

    number: int

    @property
    def address(self) -> EventAddress:
        return EventAddress(EventId(HOST, self.number), f"https://{HOST}")

    def resolve(self, text: str, **_watch: object) -> Resolved:
        del text
        return Resolved(self.address)

    def check(self, text: str) -> None:
        del text

    def fetch(
        self,
        address: EventAddress,
        *,
        refresh: bool = False,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> FetchedProgramme:
        del refresh, progress, cancelled
        return read_answers(address, *bodies(self.number))


def bodies(number: int) -> tuple[bytes, bytes]:
    """Both recorded answers."""
    folder = "large" if number == recorded.LARGE else "before"
    return recorded.body(number, "event", folder), recorded.body(number, "timetable", folder)


@contextmanager
def desk() -> Iterator[Companion]:
    """All services over a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        companion = Companion(locate(Path(folder)), utc_now)
        companion.database  # noqa: B018 - opened now, so that it is not part of what is measured
        yield companion
        companion.close()


def sync(companion: Companion, number: int) -> SyncReport:
    """As the window does it, with the network's share left out."""
    source, database = Recorded(number), companion.database
    service = SyncService(
        source,
        database.programmes,
        database.checks,
        RefusedFolder(companion.data_dir / "refused"),
        companion.editions,
        companion.clock,
    )
    return service.sync(source.address.url)


def first_sync(number: int, name: str, goal: float | None) -> Row:
    """Against `json.loads` of the same answers and a raw insert of the same rows."""

    def whole() -> None:
        with desk() as companion:
            ours.append(each_ms([lambda: sync(companion, number)])[0])
            if not tables:
                tables.update(_tables(companion.database.path))

    ours: list[float] = []
    tables: dict[str, tuple[str, list[tuple[object, ...]]]] = {}
    floors: list[float] = []
    for _ in range(5):
        whole()
        with tempfile.TemporaryDirectory() as raw:
            path = Path(raw) / "raw.sqlite3"
            _create(path, tables)
            floors += each_ms([lambda path=path: _insert(path, tables, bodies(number))])
    return Row(name, sorted(ours)[2], floor=sorted(floors)[2], goal=goal)


def _tables(path: Path) -> dict[str, tuple[str, list[tuple[object, ...]]]]:
    """Each table's statement and rows; of the search index what was put into it."""
    with closing(sqlite3.connect(path)) as file:
        listed = file.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        virtual = [name for name, sql in listed if sql.startswith("CREATE VIRTUAL")]
        return {
            name: (sql, file.execute(f'SELECT * FROM "{name}"').fetchall())
            for name, sql in listed
            if not any(name.startswith(f"{index}_") for index in virtual)
        }


def _create(path: Path, tables: dict[str, tuple[str, list[tuple[object, ...]]]]) -> None:
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = WAL")
        for sql, _rows in tables.values():
            file.execute(sql)


def _insert(
    path: Path,
    tables: dict[str, tuple[str, list[tuple[object, ...]]]],
    answers: tuple[bytes, bytes],
) -> None:
    for body in answers:
        json.loads(body)
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("BEGIN IMMEDIATE")
        for name, (_sql, rows) in tables.items():
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                file.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
        file.execute("COMMIT")


def measure() -> list[Row]:
    """All rows that need no window."""
    rows = [
        first_sync(recorded.MELBOURNE, "first sync, 116 talks", None),
        first_sync(recorded.LARGE, "first sync, 2,000 talks", 2.5),
    ]
    with desk() as companion:
        report = sync(companion, recorded.LARGE)
        rows.append(
            Row(
                "unchanged re-sync, 2,000 talks",
                median_ms(lambda: sync(companion, recorded.LARGE)),
                goal=400,
            )
        )
        strokes = [text[:end] for text in TYPED for end in range(1, len(text) + 1)]
        for text in TYPED:
            companion.search.search(text)
        found = each_ms([lambda text=text: companion.search.search(text) for text in strokes])
        rows.append(Row("search per keystroke, p50", percentile(found, 0.5)))
        rows.append(Row("search per keystroke, p95", percentile(found, 0.95), goal=20))
        whole = ExportSelection(report.edition, options=CalendarOptions(posters=PosterForm.EACH))
        rows.append(
            Row(
                "export of 2,000 talks",
                median_ms(lambda: companion.export.text(whole), 3),
                goal=1500,
            )
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(Row("peak memory of all of the above", peak, unit="MB"))
    return rows
