"""Fixtures that several test folders share."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion import paths
from companion.app import Companion
from tests.support.replay_server import ReplayServer

NOW = datetime(2024, 11, 25, 23, 38, tzinfo=UTC)
"""Tuesday 10:38 in Melbourne, 00:38 in Zurich: a talk of the sample is running."""


@pytest.fixture
def replay() -> Iterator[ReplayServer]:
    """A running replay server without any script."""
    with ReplayServer() as server:
        yield server


@pytest.fixture(scope="session")
def _sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both samples, stored once by the code path of a sync."""
    folder = tmp_path_factory.mktemp("samples")
    companion = Companion(paths.locate(folder), lambda: NOW)
    companion.load_samples()
    companion.close()
    return folder


@pytest.fixture
def sample_data(_sample_folder: Path, tmp_path: Path) -> Path:
    """A data folder that holds both samples; copied, for storing them takes a quarter second."""
    return shutil.copytree(_sample_folder, tmp_path / "data")
