"""Two editions side by side: invented ones, and both samples against their truth table."""

import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from companion.catalogue import bundled_samples, sample_folder
from companion.domain.event import EventAddress, EventId
from companion.domain.series.compare import (
    Comparison,
    Pairing,
    compare_editions,
    compare_organisations,
    pair_up,
)
from companion.domain.series.edition import prepare
from companion.domain.series.followups import follow_ups
from companion.domain.series.matching import PersonMatch
from companion.indico.source import read_answers
from tests.support.recorded import LARGE, body
from tests.unit.domain_series.make import now, person, talk, then

TRUTH = Path(__file__).parents[2] / "data" / "series" / "truth.json"


def test_organisations_are_in_both_new_or_gone() -> None:
    old = then(
        talk(1, "A", person("Ann", "Li", "ETH Zürich")),
        talk(2, "B", person("Ben", "Wu", "Wigner Research Centre for Physics")),
        talk(3, "C", person("Cleo", "Voss", "Gone University")),
    )
    new = now(
        talk(1, "A", person("Ann", "Li", "ETH Zurich"), person("Bo", "Ek", "ETH Zurich")),
        talk(2, "B", person("Ben", "Wu", "WRCP")),
        talk(3, "C", person("Dora", "Eng", "EPFL, CERN"), person("Eve", "Fox")),
    )
    found = compare_organisations(old, new)
    assert [(row.name, len(row.then), len(row.now)) for row in found.both] == [
        ("ETH Zurich", 1, 1),
        ("WRCP", 1, 1),
    ]
    assert [row.name for row in found.new] == ["CERN", "EPFL"]
    assert [row.name for row in found.gone] == ["Gone University"]


def test_everybody_is_returning_new_or_gone() -> None:
    ann, ben, cleo = (person(name, "Berg", "CERN") for name in ("Ann", "Ben", "Cleo"))
    found = compare_editions(pair_up(then(talk(1, "A", ann, ben)), now(talk(2, "B", ann, cleo))))
    assert [match.new.name for match in found.returning] == ["Ann Berg"]
    assert [one.name for one in found.new] == ["Cleo Berg"]
    assert [one.name for one in found.gone] == ["Ben Berg"]
    assert (found.old_key, found.new_key) == ("qtml2023", "qtml2024")
    assert found.sizes[0].talks == 1


def test_a_comparison_with_2000_talks_takes_about_half_a_second() -> None:
    """The limit leaves room for a busy machine under a coverage tracer; the figure is in bench."""
    address = EventAddress(EventId("indico.example.org", LARGE), "https://indico.example.org")
    bodies = [body(LARGE, kind, "large") for kind in ("event", "timetable")]
    large = read_answers(address, *bodies).programme
    started = time.process_time()
    found = compare_editions(pair_up(samples()[0].new, prepare("large", large)))
    spent = time.process_time() - started
    assert found.sizes[1].talks == 2000
    assert spent < 5


# --- both samples --------------------------------------------------------------------------------


@cache
def truth() -> dict[str, Any]:
    return json.loads(TRUTH.read_text("utf-8"))


@cache
def samples() -> tuple[Pairing, Comparison]:
    made = []
    for sample in bundled_samples():
        assert sample.address
        folder = sample_folder(sample.key)
        bodies = [(folder / f"{kind}.json").read_bytes() for kind in ("event", "timetable")]
        made.append(prepare(sample.key, read_answers(sample.address, *bodies).programme))
    pairing = pair_up(*made)
    return pairing, compare_editions(pairing)


def appears(match: PersonMatch, row: dict[str, Any]) -> bool:
    """Whether a pair is the one of a row, by name and affiliation on both sides."""
    return all(
        side.name == f"{told['first_name']} {told['last_name']}".strip()
        and told["affiliation"] in (side.affiliations or ("",))
        for side, told in ((match.old, row["then"]), (match.new, row["now"]))
    )


def test_returning_people_are_those_of_the_truth_table() -> None:
    """Precision over certain, recall over all three, and every single verdict."""
    returning = list(samples()[1].returning)
    for row in truth()["people"]:
        if not (row["then"] and row["now"]):
            continue
        found = [match for match in returning if appears(match, row)]
        verdict = found[0].certainty.value if found else "none"
        assert verdict in row["allowed"], row
        for match in found:
            returning.remove(match)
            assert {ref.ident for ref in match.old.refs} == set(row["then"]["talks"])
            assert {ref.ident for ref in match.new.refs} == set(row["now"]["talks"])
    assert returning == []


def test_new_and_gone_people_are_those_of_the_truth_table() -> None:
    _, found = samples()
    alone = [row for row in truth()["people"] if row["allowed"] == ["none"] or not row["same"]]
    for side, people, told in (
        ("now", found.new, truth()["new_people"]),
        ("then", found.gone, truth()["gone_people"]),
    ):
        also = {
            f"{r[side]['first_name']} {r[side]['last_name']} ({r[side]['affiliation']})"
            for r in alone
            if r[side]
        }
        named = {f"{one.name} ({one.affiliation})" for one in people}
        assert named >= set(told)
        assert named - set(told) <= also


def test_organisations_are_those_of_the_truth_table() -> None:
    found, told = samples()[1].organisations, truth()["organisations"]
    seen_through = {name for pair in told["spellings"] for name in pair}
    for side in ("both", "new", "gone"):
        named = {row.name for row in getattr(found, side)}
        assert named - seen_through == set(told[side]) - seen_through, side


def test_topics_are_those_of_the_truth_table() -> None:
    """By the words of the term; each is there with its trend."""
    rows = {
        topic.term.casefold(): (len(topic.then), len(topic.now), topic.trend.value)
        for topic in samples()[1].topics
    }
    matched = 0
    for told in truth()["topics"]:
        key = told["term"].casefold()
        found = [row for term, row in rows.items() if key.removesuffix("s") in term]
        matched += (told["then"], told["now"], told["trend"]) in found
    assert matched >= 12, f"{matched} of {len(truth()['topics'])}"


def test_follow_ups_are_those_of_the_truth_table() -> None:
    pairing, _ = samples()
    told = {(row["then"]["db_id"], row["now"]["db_id"]) for row in truth()["follow_ups"]}
    made = follow_ups(pairing.old, pairing.new, pairing.matches, pairing.similarity)
    found = {(item.older.ref.ident, item.newer.ref.ident) for item in made}
    assert len(told) == 50
    assert len(found & told) / len(found) >= 0.9
    assert len(found & told) / len(told) >= 0.8


@pytest.mark.parametrize("side", [0, 1])
def test_sizes_of_the_samples_are_plain_counts(side: int) -> None:
    pairing, found = samples()
    talks = (pairing.old, pairing.new)[side].programme.contributions
    sizes = found.sizes[side]
    assert sizes.talks + sizes.posters + sizes.tutorials == len(talks)
    assert sizes.posters == sum(item.is_poster for item in talks)
    assert sizes.max_parallel > 1
