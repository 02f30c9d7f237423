"""Puts people, talks and texts together into the programmes of the two years, always the same."""

import re
import zlib
from dataclasses import dataclass
from functools import cache
from itertools import cycle, islice

from tests.indico_server.series.tables import (
    YEARS,
    NamePair,
    Person,
    Row,
    follow_up_sentences,
    middle_sentences,
    name_pairs,
    name_parts,
    rows,
    topics,
)

LEADING = "same"
WITH_FELLOWS = ("moved, with fellow authors", "moved, initials, with fellow authors")
ALONE = ("moved, the same subject",)
APART = (
    "moved, nothing else in support",
    "namesakes",
    "like names",
    "beside somebody of the same name who returns",
)
SAME_TOPIC = frozenset({"hep", "qec", "state", "ker"})
"""Topics in which people who return also speak on something else, in the same field."""

ACRONYMS = {
    "QNN": "quantum neural network",
    "PQC": "parametrised quantum circuit",
    "VQC": "variational quantum circuit",
    "VQE": "variational quantum eigensolver",
    "QAOA": "quantum approximate optimisation algorithm",
    "QRC": "quantum reservoir computing",
}


@dataclass(frozen=True, slots=True)
class Talk:
    """One contribution as its organisers enter it.

    Attributes:
        kind: a letter of talks.txt.
        people: authors in order; the first one speaks.
    """

    kind: str
    topic: str
    title: str
    description: str
    keywords: tuple[str, ...]
    people: tuple[Person, ...]


def number(*words: object) -> int:
    """A number that looks random and depends on the words alone."""
    return zlib.crc32(" ".join(map(str, words)).encode())


@cache
def programme(year: int) -> tuple[Talk, ...]:
    """All talks of a year, in an order that mixes topics."""
    talks = [
        Talk(
            row.kinds[year],
            row.topic,
            row.titles[year],
            _description(row, year),
            _keywords(row, year),
            _team(row, year),
        )
        for row in rows()
        if year in row.titles
    ]
    return tuple(sorted(talks, key=lambda talk: number(year, talk.title)))


# --- people ------------------------------------------------------------------------------------


@cache
def local_people(year: int) -> tuple[Person, ...]:
    """Those who are in the programme of this year only; no two share a family name."""
    parts = name_parts()
    family = parts["last"][YEARS.index(year) :: len(YEARS)]
    firsts = parts["first"]
    places = parts["affiliation"] + parts[f"affiliation {year}"] * 2
    return tuple(
        Person(
            firsts[(index * 7 + year) % len(firsts)],
            last,
            places[number(year, last) % len(places)],
        )
        for index, last in enumerate(family)
    )


@cache
def _shared() -> dict[Row, tuple[NamePair, ...]]:
    """Who gives both talks of each pair."""
    groups: dict[str, list[NamePair]] = {}
    for pair in name_pairs():
        groups.setdefault(pair.group, []).append(pair)
    leading = groups[LEADING]
    fellows = [pair for name in WITH_FELLOWS for pair in groups[name]]
    alone = [pair for name in ALONE for pair in groups[name]]
    set_apart = {LEADING, *WITH_FELLOWS, *ALONE, *APART}
    others = [pair for pair in name_pairs() if pair.group not in set_apart]
    pairs = [row for row in rows() if row.is_pair]
    teams: dict[Row, tuple[NamePair, ...]] = {}
    for row in pairs[3 :: len(pairs) // len(alone)]:
        teams[row] = (alone.pop(),) if alone else ()
    for row in (row for row in pairs if row not in teams):
        second = fellows.pop() if fellows else others.pop()
        teams[row] = (leading.pop(0), second) if leading else (second, others.pop())
    rest = [*leading, *others]
    crowded = [row for row in reversed(pairs) if len(teams[row]) > 1]
    for row, pair in zip(crowded, rest, strict=False):
        teams[row] += (pair,)
    return teams


@cache
def _guests(year: int) -> dict[Row, Person]:
    """One special person each for some single talks: namesakes, and people on another subject."""
    singles = [row for row in rows() if not row.is_pair and year in row.titles]
    posters = [row for row in singles if row.kinds[year] == "P"]
    if year == YEARS[1]:
        posters.reverse()
    apart = [
        guise
        for pair in name_pairs()
        if pair.group in APART and (guise := pair.guise(year)) is not None
    ]
    guests = dict(zip(posters, apart, strict=False))
    free = [row for row in singles if row not in guests and row.kinds[year] != "W"]
    guests.update((row, _visitor(row, year)) for row in free[::2])
    return guests


def _visitor(row: Row, year: int) -> Person:
    """Somebody who returns and speaks on something else here."""
    same_topic = row.topic in SAME_TOPIC
    candidates = [
        guise
        for pair_row, team in _shared().items()
        for pair in team
        if (pair_row.topic == row.topic) is same_topic
        and pair.group == LEADING
        and (guise := pair.guise(year)) is not None
    ]
    return candidates[number(year, row.titles[year], "visitor") % len(candidates)]


def _team(row: Row, year: int) -> tuple[Person, ...]:
    title = row.titles[year]
    size = _size(row, year)
    people = [guise for pair in _shared().get(row, ()) if (guise := pair.guise(year))]
    if row in _guests(year):
        people.append(_guests(year)[row])
    for person in _locals_near(row, year):
        if len(people) >= size:
            break
        people.append(person)
    if row.is_pair and len(people) > 2 and number(title) % 3 == 0:
        people = [*people[1:], people[0]]
    return tuple(people[: max(size, len(_shared().get(row, ())))])


def _size(row: Row, year: int) -> int:
    kind = row.kinds[year]
    if kind == "K":
        return 1
    if kind == "U":
        return 2
    return 2 + number(year, row.titles[year], "size") % 4 - (0 if row.is_pair else kind == "W")


def _locals_near(row: Row, year: int) -> list[Person]:
    """People of this year only, beginning somewhere else for each talk; neighbours overlap."""
    people = local_people(year)
    of_year = [other for other in rows() if year in other.titles]
    start = of_year.index(row) * len(people) // len(of_year)
    return list(islice(cycle(people), start, start + len(people)))


# --- texts -------------------------------------------------------------------------------------


def _description(row: Row, year: int) -> str:
    if row.kinds[year] == "E":
        return ""
    title, topic = row.titles[year], topics()[row.topic]
    seed = row.titles[min(row.titles)]

    def one(sentences: tuple[str, ...], *words: object) -> str:
        return sentences[number(*words) % len(sentences)]

    parts = [
        one(topic.opening, seed, "opening"),
        one(topic.method, seed, "method"),
        one(middle_sentences(), title, year),
        one(topic.result, title, "result"),
    ]
    if row.is_pair and year == YEARS[1]:
        parts.insert(1, one(follow_up_sentences(), title))
    text = "\n\n".join(part for part in parts)
    text = re.sub("@([1-4])", lambda found: (*row.terms, row.news)[int(found[1]) - 1], text)
    return _short_or_long(text, number(title, "form") % 3)


def _short_or_long(text: str, form: int) -> str:
    """Acronyms explained, in their short form, or in their long form, as people write."""
    for short, long in ACRONYMS.items():
        if form == 1:
            text = re.sub(rf"{long} \({short}(s?)\)", rf"{short}\1", text)
        elif form == 2:
            text = re.sub(rf"{long} \({short}s?\)", long, text)
            text = re.sub(rf"\b{short}\b", long, text)
            text = re.sub(rf"\b{short}s\b", f"{long}s", text)
    sentences = re.split(r"(\n\n)", text)
    return "".join(part[:1].upper() + part[1:] for part in sentences)


def _keywords(row: Row, year: int) -> tuple[str, ...]:
    if number(row.titles[year], "keywords") % 2:
        return ()
    return (*topics()[row.topic].keywords, row.terms[0])


def with_three_speakers(talks: list[Talk], place: int) -> list[Talk]:
    """The same talks, with one of at least three people at `place`."""
    at = next(i for i, talk in enumerate(talks) if i >= place and len(talk.people) >= 3)
    talks[place], talks[at] = talks[at], talks[place]
    return talks
