"""Reads the hand-written tables."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
YEARS = (2023, 2024)


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one of the programmes names them."""

    first_name: str
    last_name: str
    affiliation: str

    @property
    def label(self) -> str:
        """“First Last (affiliation)”, unique within one programme."""
        return f"{self.first_name} {self.last_name} ({self.affiliation})"


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two people of the two programmes with equal or similar names.

    Attributes:
        group: heading of people.txt, such as `initials`.
        same: they are one person.
        allowed: how sure a careful reader may be; `none` stands for not seeing a pair at all.
        then, now: None where there is no counterpart.
    """

    group: str
    same: bool
    allowed: tuple[str, ...]
    then: Person | None
    now: Person | None

    def guise(self, year: int) -> Person | None:
        """How the programme of a year names them."""
        return self.then if year == YEARS[0] else self.now


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of talks.txt; kind, title and the new term are by year."""

    topic: str
    kinds: dict[int, str]
    titles: dict[int, str]
    terms: tuple[str, ...]
    news: str = ""

    @property
    def is_pair(self) -> bool:
        """The talk of 2024 follows up the one of 2023."""
        return len(self.titles) == len(YEARS)


@dataclass(frozen=True, slots=True)
class Topic:
    """Sentences and keywords of topics.toml."""

    keywords: tuple[str, ...]
    opening: tuple[str, ...]
    method: tuple[str, ...]
    result: tuple[str, ...]


@cache
def name_pairs() -> tuple[NamePair, ...]:
    """People who return, or seem to."""
    pairs = []
    for heading, cells in _lines("people.txt"):
        group, _, words = heading.partition(":")
        same, *allowed = words.replace(",", " ").split()
        then = _person(cells[0], cells[1], None)
        now = _person(cells[2], cells[3], then)
        pairs.append(NamePair(group, same == "yes", tuple(allowed), then, now))
    return tuple(pairs)


def _person(name: str, affiliation: str, before: Person | None) -> Person | None:
    if name == "-":
        return None
    if before is not None and name == "=":
        first, last = before.first_name, before.last_name
    else:
        first, _, last = (part.strip() for part in name.partition("/"))
    if before is not None and affiliation == "=":
        affiliation = before.affiliation
    return Person(first, last, affiliation)


@cache
def rows() -> tuple[Row, ...]:
    """All talks, those that belong together as one row."""
    return tuple(
        _pair(cells) if heading == "pairs" else _single(int(heading), cells)
        for heading, cells in _lines("talks.txt")
    )


def _pair(cells: list[str]) -> Row:
    kinds, topic, then, now, terms, news = cells
    return Row(
        topic,
        dict(zip(YEARS, kinds, strict=True)),
        dict(zip(YEARS, (then, now), strict=True)),
        _terms(terms),
        news,
    )


def _single(year: int, cells: list[str]) -> Row:
    kind, topic, title, terms = cells
    return Row(topic, {year: kind}, {year: title}, _terms(terms))


def _terms(cell: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in cell.split(";"))


@cache
def topics() -> dict[str, Topic]:
    """Every topic by its short name."""
    return {
        name: Topic(*(tuple(table[key]) for key in ("keywords", "opening", "method", "result")))
        for name, table in _toml().items()
        if name != "middle"
    }


def middle_sentences() -> tuple[str, ...]:
    """For every topic."""
    return tuple(_toml()["middle"]["sentences"])


def follow_up_sentences() -> tuple[str, ...]:
    """For talks that follow up an earlier one."""
    return tuple(_toml()["middle"]["follow_up"])


@cache
def _toml() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((FOLDER / "topics.toml").read_text("utf-8"))


@cache
def name_parts() -> dict[str, tuple[str, ...]]:
    """Parts of names and affiliations of people in one programme only."""
    parts: dict[str, list[str]] = {}
    for heading, cells in _lines("cast.txt"):
        (line,) = cells
        words = line.split(";") if heading.startswith("affiliation") else line.split()
        parts.setdefault(heading, []).extend(word.strip() for word in words)
    return {heading: tuple(words) for heading, words in parts.items()}


def _lines(name: str) -> list[tuple[str, list[str]]]:
    """The cells of each line with the heading that it stands under."""
    heading, found = "", []
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip()[1:-1]
        elif line.strip() and not line.startswith("#"):
            found.append((heading, [cell.strip() for cell in line.split("|")]))
    return found
