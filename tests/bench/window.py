"""The window: how soon it shows a stored programme, how long it ever stalls, what it weighs."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from companion.app import Companion, utc_now
from companion.paths import DATA_DIR_VARIABLE, locate
from companion.settings import EDITION, Settings
from tests.bench.core import sync
from tests.bench.table import Row, percentile
from tests.support import recorded

RUNS = 7


def measure() -> list[Row]:
    """Starts in turns with their floor, so that both feel the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        large = _store_three_editions(Path(folder))
        small = _starts(Path(folder), "sample-2024")
        wide = _starts(Path(folder), large)
        work = _at_work(Path(folder), large)
    return [
        _painted("start to a painted programme, 116 talks", small),
        _painted("start to a painted day of 400 talks", wide),
        Row("longest stall of the window after it", _worst(small, wide, 1), goal=50),
        Row("memory once everything is loaded", _worst(small, wide, 2), unit="MB", goal=155),
        *work,
    ]


GOALS = (
    ("keystroke to painted results, p95", "key", 0.95, 30),
    ("day switch, p95", "day", 0.95, 35),
    ("zone switch, longest", "zone", 1, 100),
    ("list scrolled by wheel, a frame, p95", "wheel", 0.95, 5),
    ("list scrolled by page, a frame, p95", "page", 0.95, 12),
    ("timetable, first paint", "timetable", 1, 75),
    ("timetable scrolled, a frame, p95", "timetable frame", 0.95, 25),
    ("longest stall while views are imported ahead", "stall ahead", 1, 50),
    ("longest stall while searching", "stall search", 1, 50),
    ("longest stall, 30 formulas a page", "stall formulas", 1, 50),
    ("longest stall, 400 talks starred or back", "stall stars", 1, 50),
    ("longest stall, filter chosen", "stall filter", 1, 50),
    ("longest stall while syncing", "stall sync", 1, 50),
    ("longest stall while exporting", "stall export", 1, 50),
)
"""Row, what `at_work` calls it, which share of the values, goal in ms."""
OPENING = "opening "
GUI = " (GUI thread)"


def _at_work(folder: Path, edition: str) -> list[Row]:
    """On 2,000 talks; stalls with what the GUI thread itself computed in them beside."""
    found = json.loads(_run("tests.bench.at_work", None, str(folder), edition)[-1])
    if "failed" in found:
        raise RuntimeError("a job of the window failed; its figures say nothing")
    openings = [name for name in found if name.startswith(OPENING) and not name.endswith(GUI)]
    asked = [*GOALS, *((f"longest stall, first {n}", n, 1, 50) for n in openings)]
    rows: list[Row] = []
    for text, name, share, goal in asked:
        rows.append(Row(text, percentile(sorted(found[name]), share), goal=goal))
        if name + GUI in found:
            rows.append(Row("  of it in the GUI thread", max(found[name + GUI])))
    return rows


@dataclass(frozen=True)
class Starts:
    """Several starts: seconds to the paint, longest stall in ms, memory in MB; and the floors."""

    floors: list[float]
    starts: list[list[float]]

    def median(self, column: int) -> float:
        return statistics.median(start[column] for start in self.starts)


def _starts(folder: Path, edition: str) -> Starts:
    paths = locate(folder)
    paths.create()
    Settings(paths.settings_file).set(EDITION, edition)
    floors, starts = [], []
    _run("tests.bench.start_app", str(folder))
    for _ in range(RUNS):
        floors.append(float(_run("tests.bench.start_floor")[0]))
        starts.append([float(value) for value in _run("tests.bench.start_app", str(folder))])
    return Starts(floors, starts)


def _painted(name: str, measured: Starts) -> Row:
    floor = statistics.median(measured.floors) * 1000
    return Row(name, measured.median(0) * 1000, floor=floor, goal=2.5)


def _worst(one: Starts, other: Starts, column: int) -> float:
    return max(one.median(column), other.median(column))


def _store_three_editions(folder: Path) -> str:
    """Returns the key of the large one."""
    companion = Companion(locate(folder), utc_now)
    companion.load_samples()
    report = sync(companion, recorded.LARGE)
    companion.close()
    return report.edition


def _run(module: str, folder: str | None = None, *words: str) -> list[str]:
    """One process; its T0 is the moment before it is made."""
    # An installed program is compiled; where bytecode may not be written, it would be each time.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    if folder:
        environment[DATA_DIR_VARIABLE] = folder
    environment |= {"T0": str(time.monotonic()), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.split() if not words else done.stdout.splitlines()
