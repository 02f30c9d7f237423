"""The command line over a real folder, as `qtml-companion` runs it, in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from companion.app import main
from tests.support.recorded import MELBOURNE
from tests.support.replay_server import ReplayServer


@dataclass(frozen=True)
class Result:
    """What one call printed and returned."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Cli = Callable[..., Result]


@pytest.fixture
def cli(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Cli:
    """Call it with words; everything is kept in a temporary folder."""

    def call(*words: object) -> Result:
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def sample(cli: Cli, sample_data: Path) -> Cli:
    """With the sample loaded."""
    return cli


@dataclass(frozen=True)
class Book:
    """A command line that holds the recorded Melbourne programme, and its key."""

    cli: Cli
    key: str

    def programme(self, *words: object) -> Any:
        return self.cli("programme", "--edition", self.key, "--json", *words).json


@pytest.fixture
def melbourne(cli: Cli, replay: ReplayServer) -> Book:
    """Recorded from a real Indico; its site is off."""
    replay.serve_event(MELBOURNE)
    (report,) = cli("sync", replay.url(MELBOURNE), "--json").json
    replay.stop()
    return Book(cli, report["edition"])
