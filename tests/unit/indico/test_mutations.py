"""Answers with something wrong anywhere: read, set aside or refused, never a crash."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.errors import KnownError
from companion.indico.source import read_answers
from companion.ports.fetching import FetchedProgramme
from tests.faults.counts import TRIED, times
from tests.support.answers import address_of, documents, make_event_answer, make_talk, read_recorded
from tests.support.recorded import MELBOURNE, ODD_TIMES, body

Path = tuple[str | int, ...]
ODD_VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 2**70, 1e308, "", "x", "\x00", "\ud800", [], [None], [[]], {}, {"a": 1},
)  # fmt: skip


KEPT = frozenset({125, 126, 129, 226, 230})


def small_documents() -> dict[str, Any]:
    """Melbourne with one talk, block and break of each shape, so that every field is met."""
    event, timetable = documents(MELBOURNE)
    record = event["results"][0]
    record["contributions"] = [item for item in record["contributions"] if item["db_id"] in KEPT]
    days = timetable["results"]["1"]
    timetable["results"]["1"] = {
        "20241126": {key: days["20241126"][key] for key in ("s152", "s159", "b164")},
        "20241128": {key: days["20241128"][key] for key in ("s191", "c246", "b247")},
    }
    return {"event": event, "timetable": timetable}


DOCUMENTS = small_documents()
BODIES = {kind: json.dumps(document).encode() for kind, document in DOCUMENTS.items()}


def walk(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))


def shapes(document: Any) -> list[Path]:
    """One path for each field, not one for each of its occurrences."""
    seen: dict[tuple[str, ...], Path] = {}
    for path in walk(document):
        shape = tuple("#" if isinstance(step, int) or step[1:].isdigit() else step for step in path)
        seen.setdefault(shape, path)
    return list(seen.values())


PATHS = [(name, path) for name, document in DOCUMENTS.items() for path in shapes(document)]


def read_with(name: str, path: Path, value: Any) -> FetchedProgramme | KnownError:
    """Read both answers with one value replaced; anything but a `KnownError` passes up."""
    place = DOCUMENTS[name]
    for step in path[:-1]:
        place = place[step]
    before = place[path[-1]]
    place[path[-1]] = value
    try:
        bodies = {**BODIES, name: json.dumps(DOCUMENTS[name]).encode()}
    finally:
        place[path[-1]] = before
    return outcome(MELBOURNE, bodies["event"], bodies["timetable"])


def outcome(number: int, event: bytes, timetable: bytes) -> FetchedProgramme | KnownError:
    try:
        return read_answers(address_of(number), event, timetable)
    except KnownError as error:
        return error


def is_sane(found: FetchedProgramme | KnownError) -> bool:
    return isinstance(found, FetchedProgramme) or found.exit_code == 4


def test_the_fields_are_all_there() -> None:
    named = {path[-1] for _name, path in PATHS}
    assert {"emailHash", "checksum", "subContributions", "html", "isPoster", "conveners"} <= named
    assert len(PATHS) > 250


@pytest.mark.parametrize("value", [5, "x", [], {}], ids=["number", "text", "list", "record"])
def test_a_wrong_type_in_each_field_in_turn(value: Any) -> None:
    spared = 0
    for name, path in PATHS:
        found = read_with(name, path, value)
        TRIED["wrong types, field by field"] += 1
        if isinstance(found, KnownError):
            assert found.exit_code == 4
            assert len(found.message) < 300
            # Only the envelope and the event's own essentials are worth a refusal.
            assert len(path) <= 4, (path, found)
            continue
        spared += 1
        lost = KEPT - {item.db_id for item in found.programme.contributions}
        if path[:3] != ("results", 0, "contributions"):
            assert not lost, path
        elif len(path) > 3:
            assert len(lost) <= 1, path
    assert spared > 200


@settings(max_examples=times(80, 4000))
@given(st.sampled_from(PATHS), st.sampled_from(ODD_VALUES))
def test_any_value_anywhere_is_survived(where: tuple[str, Path], value: Any) -> None:
    TRIED["mutations by Hypothesis"] += 1
    assert is_sane(read_with(*where, value))


@settings(max_examples=times(40, 2000))
@given(st.sampled_from(["event", "timetable"]), st.data())
def test_any_damage_to_the_bytes_is_survived(which: str, data: st.DataObject) -> None:
    bodies = {kind: body(ODD_TIMES, kind) for kind in ("event", "timetable")}
    content = bytearray(bodies[which])
    start = data.draw(st.integers(0, len(content) - 1))
    length = data.draw(st.integers(0, 50))
    content[start : start + length] = data.draw(st.binary(max_size=20))
    bodies[which] = bytes(content)
    TRIED["mutations by Hypothesis"] += 1
    assert is_sane(outcome(ODD_TIMES, bodies["event"], bodies["timetable"]))


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same JSON with keys in another order, and contributions, which come in none."""
    if isinstance(value, dict):
        pairs = [(key, shuffled(inner, chance)) for key, inner in value.items()]
        chance.shuffle(pairs)
        return dict(pairs)
    if isinstance(value, list):
        items = [shuffled(inner, chance) for inner in value]
        if all(isinstance(item, dict) and "subContributions" in item for item in items):
            chance.shuffle(items)
        return items
    return value


@settings(max_examples=times(10, 200))
@given(st.sampled_from([MELBOURNE, ODD_TIMES]), st.integers())
def test_any_order_gives_the_same_programme(number: int, seed: int) -> None:
    chance = random.Random(seed)
    answers = documents(number)
    mixed = [json.dumps(shuffled(answer, chance)).encode() for answer in answers]
    found = read_answers(address_of(number), *mixed)
    assert found.programme == read_recorded(number).programme
    assert found.quarantined == ()


@settings(max_examples=times(20, 300))
@given(st.integers(2, 1200), st.sampled_from(["speakers", "new", "title"]))
def test_any_depth_is_survived(depth: int, field: str) -> None:
    talk = make_talk(1, **{field: "@"})
    content = json.dumps(make_event_answer(talk, make_talk(2))).encode()
    content = content.replace(b'"@"', b"[" * depth + b"]" * depth)
    timetable = json.dumps({"results": {"7": {}}}).encode()
    assert is_sane(outcome(7, content, timetable))
