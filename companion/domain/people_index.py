"""Everyone with a part in a programme, by family name, with their talks."""

from collections.abc import Iterable

from companion.domain.entry import Entry, EntryState
from companion.domain.people import PersonLink
from companion.frozen import frozen


@frozen
class Part:
    """One talk of a person, and whether they speak in it."""

    entry: Entry
    is_speaker: bool


@frozen
class PersonParts:
    """A person and all their parts, by start."""

    person: PersonLink
    parts: tuple[Part, ...]

    @property
    def is_speaker(self) -> bool:
        """Whether they speak at all."""
        return any(part.is_speaker for part in self.parts)


def people_index(entries: Iterable[Entry]) -> tuple[PersonParts, ...]:
    """Everyone with a part in the talks still in the programme; entries come by start."""
    people: dict[tuple[object, ...], PersonLink] = {}
    parts: dict[tuple[object, ...], list[Part]] = {}
    for entry in entries:
        if not entry.is_contribution or entry.state is EntryState.WITHDRAWN:
            continue
        speaking = {link.identity for link in entry.speakers}
        for link in entry.people:
            people.setdefault(link.identity, link)
            part = Part(entry, link.identity in speaking)
            parts.setdefault(link.identity, []).append(part)
    found = (PersonParts(person, tuple(parts[key])) for key, person in people.items())
    return tuple(sorted(found, key=lambda item: (item.person.sort_key, item.person.affiliation)))


def people_count(entries: Iterable[Entry]) -> int:
    """How many people `people_index` would list, without listing them."""
    return len(
        {
            link.identity
            for entry in entries
            if entry.is_contribution and entry.state is not EntryState.WITHDRAWN
            for link in (*entry.speakers, *entry.authors)
        }
    )
