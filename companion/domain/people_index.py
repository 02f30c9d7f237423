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
    found = people_parts(entries)
    return tuple(sorted(found, key=lambda item: (item.person.sort_key, item.person.affiliation)))


def people_parts(entries: Iterable[Entry]) -> list[PersonParts]:
    """The same people in the order in which they are met."""
    people: dict[tuple[object, ...], tuple[PersonLink, list[Part]]] = {}
    for entry in entries:
        if not entry.is_contribution or entry.state is EntryState.WITHDRAWN:
            continue
        # Speakers first. Each link is asked only once who it is: there are thousands.
        met: set[tuple[object, ...]] = set()
        for is_speaker, links in ((True, entry.speakers), (False, entry.authors)):
            part = Part(entry, is_speaker)
            for link in links:
                identity = link.identity
                if identity not in met:
                    met.add(identity)
                    people.setdefault(identity, (link, []))[1].append(part)
    return [PersonParts(person, tuple(parts)) for person, parts in people.values()]


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
