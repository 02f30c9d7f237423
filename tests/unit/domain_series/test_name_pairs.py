"""The 200 made name pairs: nobody is certain who should not be, hardly anybody is missed."""

import json
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from companion.domain.series.compare import pair_up
from companion.domain.series.matching import Certainty, PersonMatch
from companion.domain.timetable import Contribution
from tests.unit.domain_series.make import now, person, talk, then

DATA = Path(__file__).parents[2] / "data" / "series" / "names.json"
SUBJECTS = ("barren plateaus", "tensor networks", "shadow tomography", "error mitigation")


@cache
def pairs() -> list[dict[str, Any]]:
    return json.loads(DATA.read_text("utf-8"))["pairs"]


def talks_of(pair: dict[str, Any], side: str, number: int) -> Contribution:
    """One talk; the two sides never speak about the same."""
    shift = 0 if side == "then" else 1
    people = [person(*pair[side], ident=2 * number + 1)]
    if pair.get("coauthor"):
        people.append(person("Zenobia", f"Quill{'abcdefghijkl'[number % 12]}x", "Elsewhere"))
    return talk(number + 1, SUBJECTS[(number + shift) % 4], *people)


def judged_alone(pair: dict[str, Any]) -> Certainty | None:
    found = pair_up(then(talks_of(pair, "then", 0)), now(talks_of(pair, "now", 0)))
    mine = [m for m in found.matches if m.new.name == f"{pair['now'][0]} {pair['now'][1]}".strip()]
    return mine[0].certainty if mine else None


def shares(verdicts: list[tuple[bool, Certainty | None]]) -> tuple[float, float]:
    """Precision of what is certain, recall of all three."""
    certain = [same for same, verdict in verdicts if verdict is Certainty.CERTAIN]
    same = [verdict is not None for same, verdict in verdicts if same]
    return sum(certain) / len(certain), sum(same) / len(same)


def test_there_are_two_hundred_pairs_of_many_kinds() -> None:
    assert len(pairs()) == 200
    assert len({pair["kind"] for pair in pairs()}) >= 15
    assert sum(pair["same"] for pair in pairs()) >= 120


def test_each_pair_alone_is_judged_rightly() -> None:
    verdicts = [(pair["same"], judged_alone(pair)) for pair in pairs()]
    precision, recall = shares(verdicts)
    certain = sum(same and verdict is Certainty.CERTAIN for same, verdict in verdicts)
    assert precision == 1.0
    assert recall >= 0.98
    assert certain >= 45  # caution alone would pass the two lines above


def test_all_pairs_together_are_judged_rightly() -> None:
    """Everybody in one edition: more people to mistake them for."""
    numbers = count()
    old, new, expected = [], [], {}
    for pair in pairs():
        number = next(numbers)
        old.append(talks_of(pair, "then", number))
        new.append(talks_of(pair, "now", number))
        expected[number + 1] = pair["same"]
    found = pair_up(then(*old), now(*new)).matches
    mine = {_number(match): match for match in found if _is_own(match)}
    certain = [m for m in found if m.certainty is Certainty.CERTAIN]
    assert certain
    assert all(_is_own(match) and expected[_number(match)] for match in certain)
    same = [number for number, is_same in expected.items() if is_same]
    assert sum(number in mine for number in same) / len(same) >= 0.98


def _number(match: PersonMatch) -> int:
    return match.new.refs[0].ident


def _is_own(match: PersonMatch) -> bool:
    return match.old.refs[0].ident == match.new.refs[0].ident or match.new.name.startswith("Zen")


@pytest.mark.parametrize(
    "pair",
    [pair for pair in pairs() if pair["kind"].startswith(("like", "other", "siblings"))],
    ids=lambda pair: "{}-{}".format(pair["then"][1], pair["now"][1]),
)
def test_like_names_are_never_paired(pair: dict[str, Any]) -> None:
    if not pair["same"]:
        assert judged_alone(pair) is None


@pytest.mark.parametrize(
    "pair",
    [pair for pair in pairs() if pair["kind"] == "namesakes"],
    ids=lambda pair: pair["then"][1],
)
def test_the_same_name_elsewhere_is_doubtful(pair: dict[str, Any]) -> None:
    assert judged_alone(pair) is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    "pair",
    [pair for pair in pairs() if pair["kind"] == "moved, with co-authors"],
    ids=lambda pair: pair["then"][1],
)
def test_fellow_authors_make_it_likely(pair: dict[str, Any]) -> None:
    assert judged_alone(pair) is Certainty.LIKELY
