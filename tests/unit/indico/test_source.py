import json

import pytest

from companion.domain.event import EventAddress, EventId
from companion.errors import (
    Cancelled,
    InsecureAddress,
    LoginNeeded,
    NotAnAddress,
    NotAnIndico,
    NotFound,
    Refused,
    TooLarge,
)
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.indico.source import IndicoSource, export_urls, read_answers
from companion.ports.fetching import Resolved
from tests.support.answers import address_of, read_recorded
from tests.support.recorded import CERN, LARGE, MELBOURNE, body
from tests.support.replay_server import Answer, ReplayServer


@pytest.fixture
def source() -> IndicoSource:
    limits = Limits(read_s=5, body_mib=1)
    return IndicoSource(lambda: HttpClient(limits, wait=lambda _seconds: None))


def here(replay: ReplayServer, number: int, prefix: str = "") -> EventAddress:
    return EventAddress(EventId(replay.host, number), replay.base_url + prefix)


def test_a_sync_is_two_requests(source: IndicoSource, replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    fetched = source.fetch(here(replay, CERN))
    assert replay.targets == [
        "/export/event/1288979.json?detail=subcontributions&tz=UTC",
        "/export/timetable/1288979.json",
    ]
    assert fetched.requests == 2
    assert fetched.address == here(replay, CERN)
    assert [answer.name for answer in fetched.answers] == ["event", "timetable"]
    assert fetched.size == sum(len(answer.body) for answer in fetched.answers)
    assert len(fetched.event_ids) == 114
    assert len(fetched.timetable_ids) == 83
    assert fetched.timetable_ids < fetched.event_ids


def test_addresses_in_answers_are_those_of_the_server(
    source: IndicoSource, replay: ReplayServer
) -> None:
    replay.serve_event(MELBOURNE)
    programme = source.fetch(here(replay, MELBOURNE)).programme
    assert programme.event.url == replay.url(MELBOURNE)
    assert all(item.url.startswith(replay.base_url) for item in programme.contributions)


def test_an_indico_below_a_path_is_asked_there(source: IndicoSource, replay: ReplayServer) -> None:
    for kind in ("event", "timetable"):
        replay.script(f"/indico/export/{kind}/", Answer(replay.recorded(CERN, kind)))
    fetched = source.fetch(here(replay, CERN, "/indico"))
    assert replay.seen[0].path == "/indico/export/event/1288979.json"
    assert fetched.answers[1].url == f"{replay.base_url}/indico/export/timetable/1288979.json"


def test_retries_count_as_requests(source: IndicoSource, replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    first = Answer(replay.recorded(CERN, "event"))
    replay.script(f"/export/event/{CERN}.json", Answer(status=503), first)
    assert source.fetch(here(replay, CERN)).requests == 3


def test_progress_names_the_steps(source: IndicoSource, replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    steps: list[tuple[str, int, int | None]] = []
    source.fetch(here(replay, CERN), progress=lambda *step: steps.append(step))
    assert list(dict.fromkeys(step for step, _done, _total in steps)) == [
        "connect", "event", "timetable", "read",
    ]  # fmt: skip
    length = len(replay.recorded(CERN, "event"))
    assert ("event", length, length) in steps


@pytest.mark.parametrize("after", [1, 2, 3, 5])
def test_a_cancel_ends_it(source: IndicoSource, replay: ReplayServer, after: int) -> None:
    replay.serve_event(CERN)
    asked = iter(range(100))
    with pytest.raises(Cancelled):
        source.fetch(here(replay, CERN), cancelled=lambda: next(asked) >= after)


def test_the_connection_is_let_go(replay: ReplayServer) -> None:
    closed: list[HttpClient] = []

    class Watched(HttpClient):
        def close(self) -> None:
            closed.append(self)
            super().close()

    with pytest.raises(NotFound):
        IndicoSource(Watched).fetch(here(replay, CERN))
    assert len(closed) == 1


@pytest.mark.parametrize(
    "target",
    ["/login/?next=/export/event/1288979.json", "https://auth.example.org/sso/login"],
)
def test_a_redirect_to_a_login_is_recognised(
    source: IndicoSource, replay: ReplayServer, target: str
) -> None:
    replay.script("/export/", Answer.redirect(target))
    with pytest.raises(LoginNeeded, match="1288979 only after a login"):
        source.fetch(here(replay, CERN))
    assert len(replay.seen) == 1


def test_other_redirects_are_followed(source: IndicoSource, replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    replay.script("/old/export/event/", Answer.redirect(f"/export/event/{CERN}.json"))
    replay.script("/old/export/timetable/", Answer.redirect(f"/export/timetable/{CERN}.json"))
    assert source.fetch(here(replay, CERN, "/old")).requests == 4


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(status=401), LoginNeeded),
        (Answer(status=403), LoginNeeded),
        (Answer(status=404), NotFound),
        (Answer.html("<h1>Welcome to the hotel</h1>"), NotAnIndico),
        (Answer(b"x" * 2_000_000), TooLarge),
        (Answer.redirect("https://portal.example/"), Refused),
    ],
)
def test_each_refusal_is_its_own(
    source: IndicoSource, replay: ReplayServer, answer: Answer, error: type[Refused]
) -> None:
    replay.script("/export/", answer)
    with pytest.raises(error) as caught:
        source.fetch(here(replay, CERN))
    assert type(caught.value) is error


# --- addresses ---------------------------------------------------------------------------------


def test_plain_addresses_ask_nobody(source: IndicoSource) -> None:
    found = source.resolve("https://indico.invalid/event/5/")
    assert found == Resolved(EventAddress(EventId("indico.invalid", 5), "https://indico.invalid"))
    with pytest.raises(NotAnAddress):
        source.resolve("hello")
    with pytest.raises(InsecureAddress):
        source.resolve("http://indico.invalid/e/qtml")


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (Answer(status=404), NotFound, "no event QTML"),
        (Answer(status=403), LoginNeeded, "QTML only after"),
        (Answer.html("<h1>A page</h1>"), NotAnIndico, "like an Indico"),
        (Answer.redirect("/login/"), LoginNeeded, "QTML only after"),
        (Answer.redirect("https://other.example/event/5/"), Refused, "on to other.example"),
        (Answer.redirect("https://other.example/welcome"), Refused, "on to other.example"),
    ],
)
def test_short_names_that_lead_nowhere(
    source: IndicoSource, replay: ReplayServer, answer: Answer, error: type[Refused], words: str
) -> None:
    replay.script("/e/QTML", answer)
    replay.script("/login/", Answer.html("<form>"))
    with pytest.raises(error, match=words):
        source.resolve(f"{replay.base_url}/e/QTML")


# --- reading -----------------------------------------------------------------------------------


def test_the_sample_has_no_links_to_servers() -> None:
    address = EventAddress(EventId("sample.invalid", 1), "https://sample.invalid")
    fetched = read_answers(address, body(1, "event"), body(1, "timetable"))
    programme = fetched.programme
    assert programme.event.url == ""
    assert {item.url for item in programme.contributions} == {""}
    assert {item.url for item in programme.sessions} == {""}
    urls = {m.url for item in programme.contributions for m in item.materials if m.url}
    assert urls
    assert not any("127.0.0.1" in url or "sample.invalid" in url for url in urls)
    assert len(programme.contributions) == 116


def test_refresh_is_seen_in_the_addresses() -> None:
    urls = export_urls(address_of(5), refresh=True)
    assert [url.endswith("nc=yes") for url in urls.values()] == [True, True]


def test_two_thousand_talks_arrive() -> None:
    fetched = read_recorded(LARGE, "large")
    assert fetched.quarantined == ()
    programme = fetched.programme
    assert len(programme.contributions) == 2000
    assert len({item.room_name for item in programme.session_blocks}) == 20
    assert all(item.block_id for item in programme.contributions)


def test_answers_are_handed_on_as_they_came() -> None:
    event, timetable = body(CERN, "event"), body(CERN, "timetable")
    fetched = read_answers(address_of(CERN), event, timetable)
    assert fetched.answers[0].body is event
    assert json.loads(fetched.answers[1].body)["count"] == 1
