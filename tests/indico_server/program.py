"""Runs the program itself, as a person or a script would, with a clock of its own."""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.indico_server.places import REPOSITORY

STEP = timedelta(minutes=2)
"""Between two syncs; `nc=yes` is sent at most once a minute for an event."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one call gave.

    Attributes:
        document: the JSON document on stdout; None if there was none.
        errors: what stood on stderr.
    """

    exit_code: int
    document: Any
    errors: str


class Program:
    """`python -m companion` with a data folder; time passes only when `later` is called."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self.now = datetime.now(UTC).replace(microsecond=0)

    def later(self) -> datetime:
        """Let some time pass; returns the instant before."""
        before = self.now
        self.now += STEP
        return before

    def call(self, *words: str) -> Answer:
        """One verb with `--json`."""
        command = [sys.executable, "-m", "companion"]
        options = ["--data-dir", str(self._data_dir), "--now", self.now.isoformat(), "--json"]
        done = subprocess.run(
            [*command, *options, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
            cwd=REPOSITORY,
        )
        try:
            document = json.loads(done.stdout)
        except ValueError:
            document = None
        return Answer(done.returncode, document, done.stderr)

    def sync(self, target: str) -> tuple[int, dict[str, Any]]:
        """Sync one edition, past the server's cache; exit code and report."""
        answer = self.call("sync", target, "--refresh")
        if not isinstance(answer.document, list):
            return answer.exit_code, {"message": f"{answer.document} {answer.errors}"}
        return answer.exit_code, answer.document[0]

    def listing(self, *words: str) -> list[dict[str, Any]]:
        """The answer of a verb that lists things; empty if it failed."""
        answer = self.call(*words)
        return answer.document if isinstance(answer.document, list) else []
