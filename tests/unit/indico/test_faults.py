"""A line that breaks anywhere: an error in plain words, never half a programme."""

from collections.abc import Callable
from typing import Any

import pytest

from companion.domain.event import EventAddress, EventId
from companion.errors import DamagedAnswer, KnownError, Unreachable
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.indico.source import IndicoSource
from tests.faults.counts import TRIED, times
from tests.support.recorded import CERN
from tests.support.replay_server import Answer, ReplayServer

ONCE = Limits(read_s=5, attempts=1)
SOURCE = IndicoSource(lambda: HttpClient(ONCE))
PERCENT = range(0, 100, times(4, 1))


def cut(content: bytes, end: int) -> Answer:
    return Answer(content, cut_at=end)


def cut_unannounced(content: bytes, end: int) -> Answer:
    return Answer(content, cut_at=end, length=-1)


def cut_in_chunks(content: bytes, end: int) -> Answer:
    return Answer(content, cut_at=end, chunked=True)


def reset(content: bytes, end: int) -> Answer:
    return Answer(content, reset_at=end)


@pytest.mark.parametrize("fault", [cut, cut_unannounced, cut_in_chunks, reset])
@pytest.mark.parametrize("kind", ["event", "timetable"])
def test_a_break_at_every_percent_of_a_body(
    replay: ReplayServer, kind: str, fault: Callable[[bytes, int], Answer]
) -> None:
    replay.serve_event(CERN)
    address = EventAddress(EventId(replay.host, CERN), replay.base_url)
    content = replay.recorded(CERN, kind)
    told: list[KnownError] = []
    for percent in PERCENT:
        answer = fault(content, len(content) * percent // 100)
        replay.script(f"/export/{kind}/{CERN}.json", answer)
        with pytest.raises((DamagedAnswer, Unreachable)) as caught:
            SOURCE.fetch(address)
        told.append(caught.value)
    TRIED["breaks in mid-body"] += len(told)
    assert len(told) == len(PERCENT)
    assert {error.exit_code for error in told} == ({3} if fault is reset else {4})


def test_after_a_break_the_next_try_gets_it_all(replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    content = replay.recorded(CERN, "event")
    faults: list[Any] = [reset(content, 5000), cut(content, 90_000)]
    replay.script(f"/export/event/{CERN}.json", *faults, Answer(content))
    source = IndicoSource(lambda: HttpClient(wait=lambda _seconds: None))
    address = EventAddress(EventId(replay.host, CERN), replay.base_url)
    fetched = source.fetch(address)
    assert len(fetched.programme.contributions) == 114
    assert fetched.requests == 4
