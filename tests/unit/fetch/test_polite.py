import pytest

from companion.errors import Cancelled
from companion.fetch.polite import CRAWL_DELAY_S, PoliteClient
from tests.support.replay_server import Answer, ReplayServer


def test_it_waits_before_every_request_but_the_first(replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"ok"))
    waits: list[float] = []
    with PoliteClient(wait=waits.append) as client:
        client.get(f"{replay.base_url}/x")
        assert waits == []
        assert client.get(f"{replay.base_url}/x").body == b"ok"
    assert sum(waits) == pytest.approx(CRAWL_DELAY_S)


def test_a_cancel_is_heard_in_the_pause(replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"ok"))
    stop: list[float] = []
    with PoliteClient(wait=stop.append) as client:
        client.get(f"{replay.base_url}/x")
        with pytest.raises(Cancelled):
            client.get(f"{replay.base_url}/x", cancelled=lambda: len(stop) > 2)
    assert len(replay.seen) == 1
