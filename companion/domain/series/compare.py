"""Two editions side by side: people, organisations, topics and sizes, each with its talks."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from companion.domain.entry import EntryRef
from companion.domain.series.affiliations import Organisation, joined_keys, organisations
from companion.domain.series.decisions import PersonDecision
from companion.domain.series.edition import PreparedEdition
from companion.domain.series.matching import PersonMatch, match_people
from companion.domain.series.participants import Participant, participants
from companion.domain.series.similarity import Similarity
from companion.domain.series.sizes import Sizes, sizes
from companion.domain.series.topics import Topic, topics


@dataclass(frozen=True, slots=True)
class OrganisationTalks:
    """One organisation with the talks of its people."""

    name: str
    then: tuple[EntryRef, ...]
    now: tuple[EntryRef, ...]


@dataclass(frozen=True, slots=True)
class Organisations:
    """Organisations by the editions they are in, most talks first."""

    both: tuple[OrganisationTalks, ...] = ()
    new: tuple[OrganisationTalks, ...] = ()
    gone: tuple[OrganisationTalks, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Who is in both of two editions, and what their talks have in common."""

    old: PreparedEdition
    new: PreparedEdition
    old_people: tuple[Participant, ...]
    new_people: tuple[Participant, ...]
    matches: tuple[PersonMatch, ...]
    similarity: Similarity = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions side by side.

    Attributes:
        returning: who is in both, surest first; doubtful ones too.
        new: people of the later edition who are in no pair.
        gone: people of the earlier one who are in no pair.
        sizes: of the earlier and the later.
    """

    old_key: str
    new_key: str
    returning: tuple[PersonMatch, ...]
    new: tuple[Participant, ...]
    gone: tuple[Participant, ...]
    organisations: Organisations
    topics: tuple[Topic, ...]
    sizes: tuple[Sizes, Sizes]


def pair_up(
    old: PreparedEdition, new: PreparedEdition, decisions: Iterable[PersonDecision] = ()
) -> Pairing:
    """Find the people of two editions and who is in both.

    Args:
        old: the earlier edition.
        new: the later one.
        decisions: merges and splits by hand.
    """
    decisions = tuple(decisions)
    before, after = participants(old, decisions), participants(new, decisions)
    similarity = Similarity(old.talks + new.talks)
    matches = match_people(before, after, similarity, decisions)
    return Pairing(old, new, before, after, matches, similarity)


def compare_editions(pairing: Pairing) -> Comparison:
    """All that two editions have in common and not."""
    old, new = pairing.old, pairing.new
    returned = {key for match in pairing.matches for key in (match.old.key, match.new.key)}
    return Comparison(
        old_key=old.key,
        new_key=new.key,
        returning=pairing.matches,
        new=tuple(person for person in pairing.new_people if person.key not in returned),
        gone=tuple(person for person in pairing.old_people if person.key not in returned),
        organisations=compare_organisations(old, new),
        topics=topics(old, new),
        sizes=(sizes(old.programme), sizes(new.programme)),
    )


def compare_organisations(old: PreparedEdition, new: PreparedEdition) -> Organisations:
    """Which organisations have people in the talks of which edition."""
    names: dict[str, Counter[str]] = {}
    found: dict[str, Organisation] = {}
    then, now = (_talks_by_key(edition, names, found) for edition in (old, new))
    joined = joined_keys(found)
    groups: dict[str, list[str]] = {}
    for key in found:
        groups.setdefault(joined[key], []).append(key)
    rows = [
        OrganisationTalks(_usual_name(names, keys), _together(then, keys), _together(now, keys))
        for keys in groups.values()
    ]
    return Organisations(
        both=_chosen(rows, lambda row: bool(row.then and row.now)),
        new=_chosen(rows, lambda row: not row.then),
        gone=_chosen(rows, lambda row: not row.now),
    )


def _talks_by_key(
    edition: PreparedEdition, names: dict[str, Counter[str]], found: dict[str, Organisation]
) -> dict[str, dict[EntryRef, None]]:
    """Talks of each organisation, in the programme's order; notes names on the way."""
    talks: dict[str, dict[EntryRef, None]] = {}
    for talk in edition.talks:
        for link in talk.people:
            named = organisations(link.affiliation)
            for item in named:
                found.setdefault(item.key, item)
                whole = link.affiliation.strip() if len(named) == 1 else item.name
                names.setdefault(item.key, Counter())[whole] += 1
                talks.setdefault(item.key, {})[talk.ref] = None
    return talks


def _usual_name(names: dict[str, Counter[str]], keys: list[str]) -> str:
    counted = sum((names[key] for key in keys), Counter[str]())
    return min(counted, key=lambda name: (-counted[name], len(name), name))


def _together(talks: dict[str, dict[EntryRef, None]], keys: list[str]) -> tuple[EntryRef, ...]:
    return tuple(dict.fromkeys(ref for key in keys for ref in talks.get(key, ())))


def _chosen(
    rows: list[OrganisationTalks], wanted: Callable[[OrganisationTalks], bool]
) -> tuple[OrganisationTalks, ...]:
    def by_talks(row: OrganisationTalks) -> tuple[int, str]:
        return (-len(row.then) - len(row.now), row.name.casefold())

    return tuple(sorted(filter(wanted, rows), key=by_talks))
