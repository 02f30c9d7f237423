"""Writes down what a comparison of the two sample editions has to find: tests/data/series.

    python -m tests.indico_server.truth

The truth comes from the hand-written tables alone; of the recording only the ids are looked up, so
it can be written anew whenever the sample was recorded anew.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tests.indico_server.places import REPOSITORY
from tests.indico_server.series.programme import ACRONYMS, programme
from tests.indico_server.series.tables import YEARS, NamePair, Person, Row, name_pairs, rows

TARGET = REPOSITORY / "tests" / "data" / "series"
SAMPLE = REPOSITORY / "resources" / "sample"
NONE = "none"
HIDDEN = "H"

SPELLINGS = (
    ("ETH Zurich", "ETH Zürich"),
    ("IBM Quantum, IBM Research – Zurich", "IBM Research Zurich"),
    ("University of California, Berkeley", "UC Berkeley"),
    ("Technische Universität München", "Technical University of Munich (TUM)"),
    ("Technical University of Munich", "Technical University of Munich (TUM)"),
    ("Massachusetts Institute of Technology", "MIT"),
    ("CERN, European Organization for Nuclear Research", "CERN"),
)
"""The same organisation under two names; a comparison need not see through all of them."""

TERMS = {
    "Pauli propagation": r"pauli propagation",
    "quantum diffusion models": r"quantum diffusion",
    "quantum transformers": r"quantum transformers?",
    "quantum reservoir computing": r"quantum reservoir|\bQRC\b",
    "quantum error correction": r"quantum error correction",
    "Hamiltonian learning": r"hamiltonian learning",
    "quantum GAN": r"\bq(?:uantum )?gans?\b",
    "QAOA": r"\bqaoa\b|quantum approximate optimisation",
    "quantum kernels": r"quantum kernels?",
    "barren plateaus": r"barren plateaus?",
    "high-energy physics": r"high-energy physics|\blhc\b",
    "QNN": r"\bqnns?\b|quantum neural networks?",
    "PQC": r"\bpqcs?\b|parametrised quantum circuits?",
    "VQC": r"\bvqcs?\b|variational quantum circuits?",
    "VQE": r"\bvqe\b|variational quantum eigensolvers?",
    "classical shadows": r"classical shadows?",
}
"""Topics to be seen, with all their forms; acronyms and long forms are one."""


def write_truth() -> None:
    """Both files."""
    TARGET.mkdir(parents=True, exist_ok=True)
    truth = {
        "about": "What comparing sample-2023 with sample-2024 has to find. Written by "
        "tests/indico_server/truth.py from the tables that the sample was made of.",
        "people": [shape for pair in name_pairs() if (shape := _people_shape(pair))],
        "new_people": _only_in(YEARS[1]),
        "gone_people": _only_in(YEARS[0]),
        "follow_ups": [_follow_up_shape(row) for row in rows() if row.is_pair],
        "organisations": _organisations(),
        "topics": _topics(),
        "acronyms": ACRONYMS,
    }
    (TARGET / "truth.json").write_text(
        json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )


def _people_shape(pair: NamePair) -> dict[str, Any]:
    """A pair of names, or a name that stands beside its namesake."""
    return {
        "group": pair.group,
        "same": pair.same,
        "allowed": list(pair.allowed),
        "then": _appearance(pair.then, YEARS[0]),
        "now": _appearance(pair.now, YEARS[1]),
    }


def _appearance(person: Person | None, year: int) -> dict[str, Any] | None:
    if person is None:
        return None
    talks = [talk for talk in programme(year) if person in talk.people and talk.kind != HIDDEN]
    if not talks:
        raise ValueError(f"{person.label} has no talk in {year} that can be seen")
    return {
        "first_name": person.first_name,
        "last_name": person.last_name,
        "affiliation": person.affiliation,
        "talks": sorted(_db_id(year, talk.title) for talk in talks),
    }


def _only_in(year: int) -> list[str]:
    """Names of those who are in one programme only and like nobody in the other."""
    shared = {pair.guise(year) for pair in name_pairs()}
    return sorted({person.label for person in _people(year) if person not in shared})


def _people(year: int) -> Iterable[Person]:
    """Everybody with a part in a talk, as the recording names them."""
    return {
        Person(link["first_name"], link["last_name"], link["affiliation"])
        for talk in _recorded(year)
        for link in (*talk["speakers"], *talk["primaryauthors"], *talk["coauthors"])
    }


def _follow_up_shape(row: Row) -> dict[str, Any]:
    then, now = YEARS
    shared = [
        pair
        for pair in name_pairs()
        if pair.same
        and pair.then in _team(then, row.titles[then])
        and pair.now in _team(now, row.titles[now])
    ]
    if not shared:
        raise ValueError(f"nobody gives both talks of {row.titles[now]}")
    return {
        "topic": row.topic,
        "then": {"db_id": _db_id(then, row.titles[then]), "title": row.titles[then]},
        "now": {"db_id": _db_id(now, row.titles[now]), "title": row.titles[now]},
        "people": [pair.now.label for pair in shared if pair.now],
    }


def _team(year: int, title: str) -> tuple[Person, ...]:
    return next(talk.people for talk in programme(year) if talk.title == title)


def _organisations() -> dict[str, Any]:
    then, now = ({person.affiliation for person in _people(year)} - {""} for year in YEARS)
    spellings = [pair for pair in SPELLINGS if pair[0] in then and pair[1] in now]
    other_then, other_now = ({pair[side] for pair in spellings} for side in (0, 1))
    return {
        "both": sorted(then & now),
        "new": sorted(now - then - other_now),
        "gone": sorted(then - now - other_then),
        "spellings": [list(pair) for pair in spellings],
    }


def _topics() -> list[dict[str, Any]]:
    """In how many talks a term stands, in whichever form."""
    counts = [
        {
            "term": term,
            "then": sum(_names(talk, form) for talk in _recorded(YEARS[0])),
            "now": sum(_names(talk, form) for talk in _recorded(YEARS[1])),
        }
        for term, form in TERMS.items()
    ]
    for count in counts:
        count["trend"] = _trend(count["then"], count["now"])
    return counts


def _names(talk: dict[str, Any], form: str) -> bool:
    text = "\n".join((talk["title"], talk["description"], *talk["keywords"]))
    return bool(re.search(form, text, re.IGNORECASE))


def _trend(then: int, now: int) -> str:
    if not then or not now:
        return "appeared" if now else "gone"
    if now >= 1.5 * then:
        return "grew"
    return "shrank" if then >= 1.5 * now else "steady"


def _db_id(year: int, title: str) -> int:
    found = [talk["db_id"] for talk in _recorded(year) if talk["title"] == title]
    if len(found) != 1:
        raise ValueError(f"the sample of {year} has {len(found)} talks with the title {title!r}")
    return int(found[0])


@cache
def _recorded(year: int) -> list[dict[str, Any]]:
    answer = json.loads((SAMPLE / f"sample-{year}" / "event.json").read_text("utf-8"))
    talks: list[dict[str, Any]] = answer["results"][0]["contributions"]
    return talks


if __name__ == "__main__":
    write_truth()
