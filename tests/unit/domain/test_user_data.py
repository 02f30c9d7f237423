"""The file of stars: what is written comes back, what is not ours is refused in words."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain import user_data
from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.domain.user_data import BadUserData, UserData, read_user_data, write_user_data

NOW = datetime(2026, 11, 22, 17, 12, 3, 250_000, tzinfo=UTC)
EVENT = EventId("indico.example.org", 7)
STAR = {
    "host": "indico.example.org",
    "event_id": 7,
    "db_id": 126,
    "star": "starred",
    "starred_at": "2024-11-25T08:00:00Z",
}

stars = st.builds(
    Bookmark,
    st.builds(EventId, st.sampled_from(["a.example", "b.example:8443"]), st.integers(1, 2**63 - 1)),
    st.integers(1, 2**63 - 1),
    st.sampled_from([Star.STARRED, Star.TENTATIVE]),
    st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
)
cells = (
    st.text(st.characters(exclude_categories=["Cs"])) | st.none() | st.integers(-(2**63), 2**63 - 1)
)
rows = st.dictionaries(
    st.sampled_from(["a", "b_2", "c"]), cells | st.floats(allow_nan=False, allow_infinity=False)
)


def file(**fields: Any) -> bytes:
    return json.dumps({"format": user_data.FORMAT, "version": 1, **fields}).encode()


def bad(**fields: Any) -> str:
    with pytest.raises(BadUserData) as caught:
        read_user_data(file(**fields))
    return str(caught.value)


@given(st.lists(stars), st.dictionaries(st.sampled_from(["user_x", "user_follow"]), st.lists(rows)))
def test_what_is_written_comes_back(marks: list[Bookmark], more: dict[str, Any]) -> None:
    data = UserData(tuple(marks), {name: tuple(found) for name, found in more.items()})
    found = read_user_data(write_user_data(data, NOW))
    assert {(m.event_id, m.db_id) for m in found.stars} == {(m.event_id, m.db_id) for m in marks}
    assert set(found.stars) <= set(marks)
    assert [m.created_dt for m in found.stars] == sorted(m.created_dt for m in found.stars)
    assert found.more == data.more


def test_the_file_is_as_documented() -> None:
    mark = Bookmark(EVENT, 126, Star.STARRED, datetime(2024, 11, 25, 8, tzinfo=UTC))
    document = json.loads(write_user_data(UserData((mark,), {"user_b": (), "user_a": ()}), NOW))
    assert document == {
        "format": "qtml-companion/user-data",
        "version": 1,
        "written_at": "2026-11-22T17:12:03.250000Z",
        "stars": [STAR],
        "more": {"user_a": [], "user_b": []},
    }
    assert list(document["more"]) == ["user_a", "user_b"]


def test_emptiness_and_size() -> None:
    mark = Bookmark(EVENT, 1, Star.STARRED, NOW)
    row = {"kind": "person"}
    assert UserData((), {"user_follow": ()}).is_empty
    assert not UserData((mark,)).is_empty
    assert not UserData((), {"user_follow": (row,)}).is_empty
    assert UserData((mark,), {"user_follow": (row, row)}).rows == 3


def test_files_of_this_computer_do_not_travel() -> None:
    data = UserData((), {"user_follow": (), "user_calendar_target": (), "user_moment": ()})
    assert data.portable.more.keys() == {"user_follow"}


def test_a_newer_star_of_the_same_talk_in_one_file_wins() -> None:
    found = read_user_data(file(stars=[STAR, {**STAR, "star": "tentative"}]))
    assert [mark.star for mark in found.stars] == [Star.TENTATIVE]


def test_unknown_fields_and_a_mark_at_the_beginning_do_no_harm() -> None:
    content = b"\xef\xbb\xbf" + file(stars=[{**STAR, "note": "x"}], later=[1])
    assert len(read_user_data(content).stars) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"format": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "no file of stars"),
        (b"{}", "no file of stars"),
        (b" " * (user_data.MAX_BYTES + 1), "larger than 16 MiB"),
    ],
    ids=["empty", "cut", "deep", "digits", "bytes", "list", "record", "large"],
)
def test_what_is_no_file_of_stars_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(BadUserData, match=words):
        read_user_data(content)


@pytest.mark.parametrize("version", [None, "1", True, 1.0])
def test_a_file_says_its_version(version: Any) -> None:
    assert "version" in bad(version=version)


def test_a_newer_file_is_refused() -> None:
    assert "newer version" in bad(version=2)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("host", 5, "name of a server"),
        ("host", "Upper.example", "name of a server"),
        ("host", "a/../b", "name of a server"),
        ("host", "x" * 256, "name of a server"),
        ("host", "\ud800", "not Unicode"),
        ("event_id", "7", "event_id"),
        ("event_id", True, "event_id"),
        ("event_id", 0, "event_id"),
        ("db_id", 2**63, "db_id"),
        ("db_id", None, "db_id"),
        ("star", "none", "neither"),
        ("star", [], "neither"),
        ("starred_at", None, "instant"),
        ("starred_at", "2024-11-25T08:00:00", "instant"),
        ("starred_at", "soon", "instant"),
        ("starred_at", "0001-01-01T00:00:00+14:00", "instant"),
    ],
)
def test_each_field_of_a_star_is_looked_at(field: str, value: Any, words: str) -> None:
    message = bad(stars=[STAR, {**STAR, field: value}])
    assert "star 2" in message
    assert words in message


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"stars": {}}, "no list"),
        ({"stars": [5]}, "no record"),
        ({"more": []}, "no record"),
        ({"more": {"programme_edition": []}}, "none of ours"),
        ({"more": {"user_bookmark": []}}, "none of ours"),
        ({"more": {'user_x"; DROP': []}}, "none of ours"),
        ({"more": {"user_x": {}}}, "no list"),
        ({"more": {"user_x": [1]}}, "as it should be"),
        ({"more": {"user_x": [{'a"b': 1}]}}, "as it should be"),
        ({"more": {"user_x": [{"a": 2**63}]}}, "too large"),
        ({"more": {"user_x": [{"a": [1]}]}}, "neither"),
        ({"more": {"user_x": [{"a": True}]}}, "neither"),
        ({"more": {"user_x": [{"a": float("inf")}]}}, "neither"),
        ({"more": {"user_x": [{"a": "\udc00"}]}}, "not Unicode"),
    ],
)
def test_the_rest_is_looked_at_too(fields: dict[str, Any], words: str) -> None:
    assert words in bad(**fields)
