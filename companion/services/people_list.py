"""Everyone with a part in a programme, in the order of a directory, and looked up by name."""

import re
from collections.abc import Iterable

from companion.domain.entry import Entry
from companion.domain.people import PersonLink
from companion.domain.people_index import PersonParts, people_parts
from companion.domain.series.latin import expanded, plain

OTHER = "#"
"""The section of names that begin with no letter."""

_WORD = re.compile(r"\w+")


class _Listed:
    """The directory that was made last: of thousands of people it takes a while."""

    def __init__(self) -> None:
        self.last: tuple[Iterable[Entry], tuple[PersonParts, ...]] = ((), ())


_listed = _Listed()


def directory(entries: Iterable[Entry]) -> tuple[PersonParts, ...]:
    """Everyone, by family name as one looks it up: Ødegaard stands under O.

    The one of a tuple of entries is remembered, so that a worker can make it beforehand.
    """
    # Read and replaced as a whole: another thread sees the old pair or the new one.
    of, people = _listed.last
    if of is not entries:
        people = tuple(sorted(people_parts(entries), key=_order))
        if isinstance(entries, tuple):
            _listed.last = (entries, people)
    return people


def listed_name(person: PersonLink) -> str:
    """`Abel, Ada`; the one name of somebody who has only one."""
    return ", ".join(part for part in (person.last_name, person.first_name) if part)


def letter_of(person: PersonLink) -> str:
    """The section of a directory in which somebody stands."""
    # Two characters: an accent may follow its letter. Few of them, so that they are remembered.
    first = plain((person.last_name or person.first_name)[:2])[:1]
    return first.upper() if first.isalpha() else OTHER


def matching(people: Iterable[PersonParts], text: str) -> tuple[PersonParts, ...]:
    """Those of whose name or affiliation words begin with every word of a text.

    With or without accents: `muller` and `mueller` both find Müller.
    """
    wanted = _WORD.findall(plain(text))
    return tuple(item for item in people if _has(item.person, wanted)) if wanted else tuple(people)


def _has(person: PersonLink, wanted: list[str]) -> bool:
    text = f"{person.name} {person.affiliation}"
    words = {*_WORD.findall(plain(text)), *_WORD.findall(expanded(text))}
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _order(item: PersonParts) -> tuple[bool, str, str, str, tuple[str, str]]:
    person = item.person
    family, given = person.last_name or person.first_name, person.first_name
    is_odd = letter_of(person) == OTHER
    return (is_odd, plain(family), plain(given), person.affiliation, person.sort_key)
