import json
from datetime import UTC, datetime
from typing import Any

import pytest

from companion.errors import (
    DamagedAnswer,
    LoginNeeded,
    NotAnIndico,
    NotFound,
    Refused,
    WrongEvent,
)
from companion.indico.envelope import leads_to_login, open_answers, refusal
from companion.indico.source import read_answers
from tests.support.answers import (
    address_of,
    changed,
    make_empty_answer,
    make_event_answer,
    make_talk,
    make_timetable_answer,
    read_documents,
)
from tests.support.recorded import recorded

HERE = address_of(7)
EVENT = make_event_answer(make_talk(1))
TIMETABLE = make_timetable_answer({})


def encoded(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def opened(event: Any = EVENT, timetable: Any = TIMETABLE) -> Any:
    return open_answers(HERE, encoded(event), encoded(timetable))


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        (b"", DamagedAnswer, "empty"),
        (b" \n\t", DamagedAnswer, "empty"),
        (b"\xef\xbb\xbf", DamagedAnswer, "empty"),
        (b"Too many requests", DamagedAnswer, "not JSON"),
        (encoded(EVENT)[:-1], DamagedAnswer, "not JSON"),
        (encoded(EVENT)[:300], DamagedAnswer, "not JSON"),
        (encoded(EVENT) + b"}", DamagedAnswer, "not JSON"),
        (encoded(EVENT).replace(b"Talk", b"T\xfflk"), DamagedAnswer, "UTF-8"),
        (b'{"results":' + b"[" * 100_000, DamagedAnswer, "too deeply"),
        (b"[" * 100_000 + b"]" * 100_000, NotAnIndico, "like an Indico"),
        (b"<!DOCTYPE html><p>Hello", NotAnIndico, "like an Indico"),
        (b"  <?xml version='1.0'?><feed/>", NotAnIndico, "like an Indico"),
        (b"<form><input name=p type=password>", LoginNeeded, "login"),
        (b'{"message":"hello"}', NotAnIndico, "like an Indico"),
        (b"[]", NotAnIndico, "like an Indico"),
        (b'"hello"', NotAnIndico, "like an Indico"),
        (b"null", NotAnIndico, "like an Indico"),
        (b'{"results":"none"}', DamagedAnswer, "another shape"),
        (b'{"results":5}', DamagedAnswer, "another shape"),
    ],
)
@pytest.mark.parametrize("which", ["event", "timetable"])
def test_what_is_no_answer_is_refused(
    body: bytes, error: type[Refused], words: str, which: str
) -> None:
    with pytest.raises(error, match=words):
        opened(**{which: body})


def test_a_byte_order_mark_does_no_harm() -> None:
    assert opened(b"\xef\xbb\xbf" + encoded(EVENT)).days == {}


def test_recorded_login_pages_are_recognised() -> None:
    for page in ("login.html", "access_key.html.gz"):
        with pytest.raises(LoginNeeded):
            opened(recorded(page))
    with pytest.raises(NotAnIndico):
        opened(recorded("404.html.gz"))


@pytest.mark.parametrize(
    ("timetable", "error"),
    [
        (make_empty_answer({}), NotFound),
        (make_empty_answer([]), NotFound),
        (make_timetable_answer({"20231128": {}}, number=8), NotFound),
        (make_timetable_answer({"20231128": {}}), LoginNeeded),
    ],
)
def test_an_empty_answer_is_explained_by_the_timetable(
    timetable: Any, error: type[Refused]
) -> None:
    with pytest.raises(error, match="7"):
        opened(make_empty_answer([]), timetable)


def test_another_event_is_refused() -> None:
    with pytest.raises(WrongEvent, match="event 8 instead of 7"):
        opened(make_event_answer(number=8))
    with pytest.raises(WrongEvent, match="event 8 instead of 7"):
        opened(timetable=make_timetable_answer({}, number=8))


def test_of_several_events_the_one_asked_for_is_taken() -> None:
    other = make_event_answer(number=8, title="Other")["results"][0]
    both = changed(EVENT, ("results",), [other, EVENT["results"][0]])
    assert read_documents(both, TIMETABLE).programme.event.title == "A conference"


def test_an_id_may_be_a_number() -> None:
    assert opened(changed(EVENT, ("results", 0, "id"), 7)).site == "http://127.0.0.1:8000"


@pytest.mark.parametrize("value", [None, [7], {}])
def test_an_event_without_id_is_damaged(value: Any) -> None:
    with pytest.raises(DamagedAnswer, match="no id"):
        opened(changed(EVENT, ("results", 0, "id"), value))
    with pytest.raises(DamagedAnswer, match="no id"):
        opened(changed(EVENT, ("results", 0), value))


@pytest.mark.parametrize("days", [None, [], {}])
def test_a_timetable_may_be_empty(days: Any) -> None:
    assert opened(timetable=make_timetable_answer(days)).days == {}


def test_a_timetable_of_another_shape_is_damaged() -> None:
    with pytest.raises(DamagedAnswer, match="another shape"):
        opened(timetable=make_timetable_answer("none"))


def test_a_missing_timetable_leaves_the_talks() -> None:
    found = read_documents(EVENT, make_empty_answer({}))
    assert len(found.programme.contributions) == 1


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        ((1700000600, 1700000000), 1700000000),
        ((1700000000, None), 1700000000),
        ((None, 1700000000.5), 1700000000.5),
        ((1e300, 1700000000), 1700000000),
        ((-62135596800, 1700000000), 1700000000),
        ((None, None), None),
    ],
)
def test_the_older_answer_tells_the_age(stamps: tuple[Any, Any], expected: float | None) -> None:
    found = opened({**EVENT, "ts": stamps[0]}, {**TIMETABLE, "ts": stamps[1]}).generated_dt
    assert found == (None if expected is None else datetime.fromtimestamp(expected, UTC))


def test_without_any_stamp_an_answer_is_of_now() -> None:
    before = datetime.now(UTC)
    found = read_documents({**EVENT, "ts": None}, {**TIMETABLE, "ts": None}).generated_dt
    assert before <= found <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("url", "login"),
    [
        ("https://indico.cern.ch/login/?next=/event/5/", True),
        ("https://indico.cern.ch/indico/login", True),
        ("https://auth.cern.ch/auth/realms/cern/protocol/openid-connect/auth?client_id=x", True),
        ("https://sso.example.org/", True),
        ("https://example.org/simplesaml/saml2/idp/SSOService.php", True),
        ("https://example.org/oauth2/authorize", True),
        ("https://indico.cern.ch/export/event/5.json", False),
        ("https://indico.cern.ch/event/5/?next=/login/", False),
        ("https://indico.authors.example/event/5/", False),
        ("", False),
    ],
)
def test_redirects_to_logins_are_recognised(url: str, login: bool) -> None:
    assert leads_to_login(url) is login


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (401, b"", LoginNeeded, "login"),
        (403, b'{"error":{"message":"You are not authorised"}}', LoginNeeded, "login"),
        (404, b"", NotFound, "no event 7"),
        (410, b"", NotFound, "no event 7"),
        (400, b'{"message":"Event IDs must be numeric"}', Refused, "400, “Event IDs must be"),
        (400, b'{"error":{"title":"x","message":"Bad\\n  token"}}', Refused, "“Bad token”"),
        (400, b'{"message":"' + b"x" * 5000 + b'"}', Refused, "xx…”"),
        (400, b"<html>", Refused, r"status 400\."),
        (400, b'{"message":5}', Refused, r"status 400\."),
        (204, b"", Refused, r"status 204\."),
        (302, b"", Refused, r"status 302\."),
    ],
)
def test_other_states_are_explained(
    status: int, body: bytes, kind: type[Refused], words: str
) -> None:
    error = refusal(HERE, status, body)
    assert type(error) is kind
    with pytest.raises(kind, match=words):
        raise error
    assert len(error.message) < 250


def test_200_is_no_refusal() -> None:
    assert refusal(HERE, 200, b"") is None


# --- the event within --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("startDate",), None, "startDate"),
        (("startDate",), {"date": "2023-10-28"}, "startDate"),
        (("startDate",), {"date": "soon", "time": "09:00", "tz": "UTC"}, "startDate.*not a date"),
        (("endDate",), {"date": "2023-10-28", "time": "9", "tz": "Mars/Olympus"}, "endDate"),
        (("contributions",), "none", "contributions"),
    ],
)
def test_an_event_without_essentials_is_damaged(
    path: tuple[str, ...], value: Any, words: str
) -> None:
    event = changed(EVENT, ("results", 0, *path), value)
    with pytest.raises(DamagedAnswer, match=words):
        read_documents(event, TIMETABLE)


def test_a_bad_field_does_not_hide_a_missing_one() -> None:
    event = changed(EVENT, ("results", 0, "title"), 5)
    del event["results"][0]["startDate"]
    with pytest.raises(DamagedAnswer, match="startDate"):
        read_documents(event, TIMETABLE)


@pytest.mark.parametrize(
    ("escaped", "title"),
    [
        (rb"\ud800", "\ufffd"),
        (rb"\udc00x", "\ufffdx"),
        (rb"\ud83d\ud83d\udc31", "\ufffd🐱"),
        (rb"\\ud800 \ud800", "\\ud800 \ufffd"),
    ],
)
def test_half_a_character_does_not_spoil_the_answer(escaped: bytes, title: str) -> None:
    answer = encoded(make_event_answer(make_talk(1, title="@"), make_talk(2)))
    fetched = read_answers(HERE, answer.replace(b"@", escaped), encoded(TIMETABLE))
    assert [item.title for item in fetched.programme.contributions] == [title, "Talk 2"]


def test_contributions_may_be_missing_altogether() -> None:
    event = make_event_answer()
    del event["results"][0]["contributions"]
    assert read_documents(event, TIMETABLE).programme.is_empty
