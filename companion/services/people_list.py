"""Everyone with a part in a programme, in the order of a directory, and looked up by name."""

import re
from collections.abc import Iterable, Mapping

from companion.domain.entry import Entry
from companion.domain.people import PersonLink
from companion.domain.people_index import Part, PersonParts, people_parts
from companion.domain.series.latin import expanded, plain

OTHER = "#"
"""The section of names that begin with no letter."""

_WORD = re.compile(r"\w+")


class _Listed:
    """The directory that was made last: of thousands of people it takes a while."""

    def __init__(self) -> None:
        self.last: tuple[tuple[Entry, ...], tuple[PersonParts, ...]] = ((), ())


_listed = _Listed()


def directory(entries: Iterable[Entry]) -> tuple[PersonParts, ...]:
    """Everyone, by family name as one looks it up: Ødegaard stands under O.

    The one of a tuple of entries is remembered, so that a worker can make it beforehand.
    """
    # Read and replaced as a whole: another thread sees the old pair or the new one.
    of, people = _listed.last
    if of is entries:
        return people
    if not isinstance(entries, tuple):
        return tuple(sorted(people_parts(entries), key=_order))
    if _have_same_people(of, entries):
        people = _with_talks(people, of, entries)
    else:
        people = tuple(sorted(people_parts(entries), key=_order))
    _listed.last = (entries, people)
    return people


def _have_same_people(before: tuple[Entry, ...], entries: tuple[Entry, ...]) -> bool:
    """Whether only something else of the talks changed, such as their stars."""
    return len(before) == len(entries) and all(
        one is other
        or (
            one.ref == other.ref
            and one.speakers is other.speakers
            and one.authors is other.authors
            and one.state is other.state
        )
        for one, other in zip(before, entries, strict=True)
    )


def _with_talks(
    people: tuple[PersonParts, ...], before: tuple[Entry, ...], entries: tuple[Entry, ...]
) -> tuple[PersonParts, ...]:
    """The same people in the same order, with the talks as they are now."""
    both = zip(before, entries, strict=True)
    changed = {id(old): new for old, new in both if old is not new}
    theirs = {link.identity for entry in changed.values() for link in entry.people}
    return tuple(
        PersonParts(item.person, tuple(_with_talk(part, changed) for part in item.parts))
        if item.person.identity in theirs
        else item
        for item in people
    )


def _with_talk(part: Part, changed: Mapping[int, Entry]) -> Part:
    entry = changed.get(id(part.entry))
    return part if entry is None else Part(entry, part.is_speaker)


def somebody(people: Iterable[PersonParts], wanted: PersonLink) -> PersonParts | None:
    """Who is meant by a link of a talk: namesakes are told apart by identity, then affiliation.

    The name must be the same: numbers of people mean others in another event.
    """
    named = [item for item in people if item.person.name == wanted.name]
    for item in named:
        if item.person.identity == wanted.identity:
            return item
    for item in named:
        if item.person.affiliation == wanted.affiliation:
            return item
    return named[0] if named else None


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
