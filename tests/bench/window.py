"""The window: how soon it shows a stored programme, how long it ever stalls, what it weighs."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from companion.app import Companion, utc_now
from companion.paths import DATA_DIR_VARIABLE, locate
from tests.bench.core import sync
from tests.bench.table import Row
from tests.support import recorded

RUNS = 7


def measure() -> list[Row]:
    """Starts in turns with their floor, so that both feel the same machine."""
    with tempfile.TemporaryDirectory() as folder:
        _store_three_editions(Path(folder))
        floors, starts = [], []
        _run("tests.bench.start_app", folder)
        for _ in range(RUNS):
            floors.append(float(_run("tests.bench.start_floor")[0]) * 1000)
            starts.append([float(value) for value in _run("tests.bench.start_app", folder)])
    painted, stalls, memory = zip(*starts, strict=True)
    return [
        Row(
            "start to a painted programme, 3 editions",
            statistics.median(painted) * 1000,
            floor=statistics.median(floors),
            goal=2.5,
        ),
        Row("longest stall of the window after it", statistics.median(stalls), goal=50),
        Row("memory once everything is loaded", max(memory), unit="MB", goal=155),
    ]


def _store_three_editions(folder: Path) -> None:
    companion = Companion(locate(folder), utc_now)
    companion.load_samples()
    sync(companion, recorded.LARGE)
    companion.close()


def _run(module: str, folder: str | None = None) -> list[str]:
    """One process; its T0 is the moment before it is made."""
    # An installed program is compiled; where bytecode may not be written, it would be each time.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    if folder:
        environment[DATA_DIR_VARIABLE] = folder
    environment |= {"T0": str(time.monotonic()), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", module],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.split()
