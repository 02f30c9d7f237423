"""The checks of the real program: from the cache of the server, a word about my talks only."""

import companion.fetch.polite
from tests.faults.conftest import Home
from tests.support.recorded import CERN


def test_a_check_by_itself_tells_of_starred_talks_only(home: Home, monkeypatch) -> None:
    monkeypatch.setattr(companion.fetch.polite, "CRAWL_DELAY_S", 0.01)
    app = home.open()
    assert app.watching is app.watching
    assert app.watching.next_due() is None  # it is over
    home.server.serve_event(CERN, folder="after")
    home.server.forget()
    outcome = app.watching.run_check(home.key)
    assert {item.ref_text for item in outcome.mine} == {f"{home.key}/{n}" for n in (10, 14, 32)}
    assert len(home.server.targets) == 2
    assert not any("nc=yes" in target for target in home.server.targets)
    assert app.watching.run_check(home.key).mine == ()
    app.close()
