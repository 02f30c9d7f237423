"""Fixtures that several test folders share."""

from collections.abc import Iterator

import pytest

from tests.support.replay_server import ReplayServer


@pytest.fixture
def replay() -> Iterator[ReplayServer]:
    """A running replay server without any script."""
    with ReplayServer() as server:
        yield server
