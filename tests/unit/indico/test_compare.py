"""The script that holds the program against a live Indico: right is right, wrong is found."""

from pathlib import Path

import pytest

from tests.indico_server.compare import main
from tests.support.recorded import CERN, ODD_TIMES
from tests.support.replay_server import ReplayServer


def test_what_was_synced_is_what_the_site_says(
    replay: ReplayServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replay.serve_event(CERN)
    replay.serve_event(ODD_TIMES)
    where = ["--data-dir", str(tmp_path)]
    assert main([replay.url(CERN), replay.url(ODD_TIMES), *where]) == 0
    assert "'block': 25, 'break': 18, 'contribution': 114" in capsys.readouterr().out
    replay.serve_event(CERN, folder="after")
    assert main([replay.url(CERN), "--no-sync", *where]) == 1
    told = capsys.readouterr().out
    assert "14 is shown, but the site does not have it" in told
    assert "244 is missing" in told
    assert "30: title is 'Grover-inspired" in told
    assert "block-16: room is" in told
    assert "break-27: title is 'Lunch', the site says 'Lunch (late)'" in told
    assert "43: speakers is" in told
