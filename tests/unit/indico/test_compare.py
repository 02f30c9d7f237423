"""The script that holds the program against a live Indico: right is right, wrong is found."""

import pytest

from tests.indico_server.compare import compare
from tests.support.recorded import CERN, ODD_TIMES
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli, cli

__all__ = ["cli"]


def test_what_was_synced_is_what_the_site_says(
    replay: ReplayServer, cli: Cli, capfd: pytest.CaptureFixture[str]
) -> None:
    replay.serve_event(CERN)
    replay.serve_event(ODD_TIMES)

    def program(*words: str) -> object:
        return cli(*words, "--json").json

    def compared(number: int, *, sync: bool) -> tuple[int, str]:
        count = compare(replay.url(number), program, sync=sync, details=True)
        return count, capfd.readouterr().out

    assert compared(ODD_TIMES, sync=True)[0] == 0
    count, told = compared(CERN, sync=True)
    assert (count, "'block': 25, 'break': 18, 'contribution': 114" in told) == (0, True)
    replay.serve_event(CERN, folder="after")
    count, told = compared(CERN, sync=False)
    assert count > 0
    assert "14 is shown, but the site does not have it" in told
    assert "244 is missing" in told
    assert "30: title is 'Grover-inspired" in told
    assert "block-16: room is" in told
    assert "break-27: title is 'Lunch', the site says 'Lunch (late)'" in told
    assert "43: speakers is" in told
