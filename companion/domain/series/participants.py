"""The people of one edition, each once, with their talks.

Indico gives one person several entries when they were typed in more than once. Entries with the
same name and the same organisation are put together and marked; entries that share only the name
stay apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from companion.domain.entry import EntryRef
from companion.domain.people import PersonLink
from companion.domain.series.affiliations import same_organisation
from companion.domain.series.decisions import PersonDecision, PersonKey, person_key
from companion.domain.series.edition import PreparedEdition, Talk, refs
from companion.domain.series.names import Name, name_of
from companion.domain.timetable import Contribution


@dataclass(frozen=True, slots=True)
class Participant:
    """One person with a part in an edition.

    Attributes:
        keys: their entries in the programme, most talks first; the first stands for them.
        affiliations: as typed, most frequent first.
        talks: all with a part of theirs, speakers or not, in the programme's order.
        spoken: those where they speak.
        coauthors: name key → name of the people beside them who have a full given name.
        listed_twice: several entries were put together without the person's decision.
    """

    keys: tuple[PersonKey, ...]
    name: str
    parsed: Name
    affiliations: tuple[str, ...]
    talks: tuple[Talk, ...]
    spoken: tuple[EntryRef, ...]
    coauthors: Mapping[str, str] = field(hash=False)
    listed_twice: bool = False

    @property
    def key(self) -> PersonKey:
        """What stands for the person in decisions."""
        return self.keys[0]

    @property
    def affiliation(self) -> str:
        """The most frequent one; empty if none is known."""
        return self.affiliations[0] if self.affiliations else ""

    @property
    def refs(self) -> tuple[EntryRef, ...]:
        """Their talks."""
        return refs(self.talks)


@dataclass(slots=True)
class _Entry:
    """One entry of Indico's: all links with the same identity."""

    key: PersonKey
    links: list[PersonLink]
    talks: list[Talk]

    @property
    def link(self) -> PersonLink:
        """The one with the longest name."""
        return max(self.links, key=lambda link: len(link.name))

    @property
    def affiliations(self) -> set[str]:
        return {link.affiliation.strip() for link in self.links} - {""}


def participants(
    edition: PreparedEdition, decisions: Iterable[PersonDecision] = ()
) -> tuple[Participant, ...]:
    """Everyone with a part in a talk, by family name.

    Args:
        edition: whose people.
        decisions: the person's; those about two entries of this edition join or part them.
    """
    entries = _entries(edition)
    told = Decided(decisions, [entry.key for entry in entries])
    groups = _grouped(entries, told)
    found = [_participant(group, told) for group in groups]
    return tuple(sorted(found, key=lambda person: (person.parsed.swapped.key, person.key.sort_key)))


def _entries(edition: PreparedEdition) -> list[_Entry]:
    found: dict[tuple[object, ...], _Entry] = {}
    for talk in edition.talks:
        for link in talk.people:
            entry = found.get(link.identity)
            if entry is None and name_of(link).is_nobody:
                continue
            if entry is None:
                key = person_key(edition.event_id, link)
                entry = found[link.identity] = _Entry(key, [], [])
            entry.links.append(link)
            entry.talks.append(talk)
    return list(found.values())


class Decided:
    """The person's decisions, found for the entries that there are now."""

    def __init__(self, decisions: Iterable[PersonDecision], present: Iterable[PersonKey]) -> None:
        self._by_id: dict[tuple[object, int | None], PersonKey] = {}
        self._by_digest: dict[tuple[object, str], list[PersonKey]] = defaultdict(list)
        for key in present:
            if key.person_id is not None:
                self._by_id[key.event_id, key.person_id] = key
            self._by_digest[key.event_id, key.digest].append(key)
        self._told: dict[tuple[PersonKey, PersonKey], bool] = {}
        for decision in sorted(decisions, key=lambda item: item.decided_dt):
            first, second = self._now(decision.first), self._now(decision.second)
            if first and second:
                self._told[first, second] = self._told[second, first] = decision.same

    def _now(self, key: PersonKey) -> PersonKey | None:
        """The entry of today that a stored key means; None if there is none, or several."""
        found = self._by_id.get((key.event_id, key.person_id))
        if found is not None:
            return found
        same = self._by_digest[key.event_id, key.digest]
        return same[0] if len(same) == 1 else None

    def about(self, some: Iterable[PersonKey], others: Iterable[PersonKey]) -> bool | None:
        """What was decided about two people; None for nothing. “Not the same” wins."""
        others = tuple(others)
        if not self._told:
            return None
        told = [self._told.get((one, other)) for one in some for other in others]
        known = [same for same in told if same is not None]
        return all(known) if known else None

    def merged(self) -> Iterable[tuple[PersonKey, PersonKey]]:
        """Every pair that was joined, both ways round."""
        return (pair for pair, same in self._told.items() if same)


def _grouped(entries: list[_Entry], told: Decided) -> list[list[_Entry]]:
    """Entries of one person together; each group is checked against all its members."""
    groups: dict[str, list[list[_Entry]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda item: (-len(item.talks), item.key.sort_key)):
        same_name = groups[name_of(entry.link).key]
        for group in same_name:
            if all(_joins(entry, member, told) for member in group):
                group.append(entry)
                break
        else:
            same_name.append([entry])
    return _merged([group for found in groups.values() for group in found], told)


def _joins(one: _Entry, other: _Entry, told: Decided) -> bool:
    decided = told.about((one.key,), (other.key,))
    if decided is not None:
        return decided
    full = name_of(one.link).has_full_given
    return full and any(
        same_organisation(a, b) for a in one.affiliations for b in other.affiliations
    )


def _merged(groups: list[list[_Entry]], told: Decided) -> list[list[_Entry]]:
    """Groups that the person joined by hand become one."""
    group_of = {entry.key: group for group in groups for entry in group}
    for one, other in told.merged():
        first, second = group_of.get(one), group_of.get(other)
        if first is None or second is None or first is second:
            continue
        if told.about((item.key for item in first), (item.key for item in second)):
            first.extend(second)
            group_of.update((item.key, first) for item in second)
            second.clear()
    return [group for group in groups if group]


def _participant(group: list[_Entry], told: Decided) -> Participant:
    keys = tuple(entry.key for entry in group)
    link = max((entry.link for entry in group), key=lambda item: len(item.name))
    talks = tuple({talk.ref: talk for entry in group for talk in entry.talks}.values())
    identities = {item.identity for entry in group for item in entry.links}
    counted = Counter(item.affiliation.strip() for entry in group for item in entry.links)
    counted.pop("", None)
    return Participant(
        keys=keys,
        name=link.name,
        parsed=name_of(link),
        affiliations=tuple(text for text, _ in counted.most_common()),
        talks=talks,
        spoken=refs(talk for talk in talks if identities & _speakers(talk.contribution)),
        coauthors=_beside(talks, identities),
        listed_twice=len(group) > 1 and not _all_decided(keys, told),
    )


def _speakers(item: Contribution) -> set[tuple[object, ...]]:
    parts = (link for part in item.subcontributions for link in part.speakers)
    return {link.identity for link in (*item.speakers, *parts)}


def _beside(talks: Sequence[Talk], identities: set[tuple[object, ...]]) -> dict[str, str]:
    named = (
        (name_of(link), link)
        for talk in talks
        for link in talk.people
        if link.identity not in identities
    )
    return {
        name.key: link.name for name, link in named if name.has_full_given and not name.is_nobody
    }


def _all_decided(keys: Sequence[PersonKey], told: Decided) -> bool:
    return all(told.about((one,), (other,)) for one, other in pairwise(keys))
