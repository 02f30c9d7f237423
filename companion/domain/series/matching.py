"""The same person in two editions: certain, likely or doubtful, always with the reasons.

Certain needs the same full name *and* the same organisation; everything that is weaker in the name
needs something else in support to be likely. Nobody is in two pairs, and where several people of
one edition share a name it is doubtful which of them returned, unless organisation and co-authors
both tell. `docs/decisions/0009-series.md` has the whole table.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.series import reasons
from companion.domain.series.affiliations import same_organisation
from companion.domain.series.decisions import PersonDecision, PersonKey
from companion.domain.series.names import Likeness, block_keys, likeness
from companion.domain.series.participants import Decided, Participant
from companion.domain.series.reasons import Reason, because
from companion.domain.series.similarity import Similarity

SAME_SUBJECT = 0.6  # similarity of talks that counts as support
_STRONG = frozenset({Likeness.SAME, Likeness.ACCENTS})
_NAME_REASONS = {
    Likeness.SAME: reasons.SAME_NAME,
    Likeness.ACCENTS: reasons.OTHER_ACCENTS,
    Likeness.SPELLING: reasons.OTHER_SPELLING,
    Likeness.ORDER: reasons.OTHER_ORDER,
    Likeness.MIDDLE: reasons.MIDDLE_NAME,
    Likeness.FAMILY_PART: reasons.FAMILY_PART,
    Likeness.INITIALS: reasons.INITIALS,
}
_CLOSENESS = tuple(Likeness)
_CLOSE = _CLOSENESS.index(Likeness.ACCENTS)
_AFFILIATION, _COAUTHORS, _SUBJECT = "affiliation", "coauthors", "subject"


class Certainty(StrEnum):
    """How sure it is that two entries are one person."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """One person in two editions."""

    old: Participant
    new: Participant
    certainty: Certainty
    reasons: tuple[Reason, ...]

    @property
    def is_decided(self) -> bool:
        """Whether the reader merged them by hand."""
        return self.reasons[0].template == reasons.DECIDED


@dataclass(frozen=True, slots=True, eq=False)
class _Candidate:
    """Two people whose names allow them to be one."""

    old: Participant
    new: Participant
    name: Likeness

    @property
    def closeness(self) -> int:
        return max(_CLOSENESS.index(self.name), _CLOSE)


def match_people(
    old: Iterable[Participant],
    new: Iterable[Participant],
    similarity: Similarity,
    decisions: Iterable[PersonDecision] = (),
) -> tuple[PersonMatch, ...]:
    """Who of one edition is in the other, surest first; nobody twice.

    Args:
        old: people of one edition.
        new: people of another.
        similarity: made with the talks of both.
        decisions: the person's merges and splits, which override everything.
    """
    old, new = tuple(old), tuple(new)
    told = Decided(decisions, [key for person in old + new for key in person.keys])
    candidates = _candidates(old, new, told)
    namesakes = _namesakes(candidates)
    judged = [_judged(item, similarity, namesake=item in namesakes) for item in candidates]
    return _one_to_one(_by_hand(old, new, told) + judged)


def _by_hand(
    old: tuple[Participant, ...], new: tuple[Participant, ...], told: Decided
) -> list[PersonMatch]:
    """What the reader merged, whatever the names."""
    before = {key: person for person in old for key in person.keys}
    after = {key: person for person in new for key in person.keys}
    return [
        PersonMatch(before[one], after[other], Certainty.CERTAIN, (because(reasons.DECIDED),))
        for one, other in told.merged()
        if one in before and other in after
        if told.about(before[one].keys, after[other].keys)
    ]


def _candidates(
    old: tuple[Participant, ...], new: tuple[Participant, ...], told: Decided
) -> list[_Candidate]:
    """Pairs whose names allow it and that the reader did not part."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, person in enumerate(new):
        for key in block_keys(person.parsed):
            index[key].append(position)
    found = []
    for person in old:
        near = {position for key in block_keys(person.parsed) for position in index.get(key, ())}
        for position in sorted(near):
            name = likeness(person.parsed, new[position].parsed)
            if name and told.about(person.keys, new[position].keys) is not False:
                found.append(_Candidate(person, new[position], name))
    return found


def _namesakes(candidates: list[_Candidate]) -> set[_Candidate]:
    """Those where another person of either edition has a name as close as this one's."""
    by_person: dict[PersonKey, list[_Candidate]] = defaultdict(list)
    for item in candidates:
        by_person[item.old.key].append(item)
        by_person[item.new.key].append(item)
    return {
        item
        for item in candidates
        for rival in by_person[item.old.key] + by_person[item.new.key]
        if rival is not item and rival.closeness <= item.closeness
    }


def _judged(item: _Candidate, similarity: Similarity, *, namesake: bool) -> PersonMatch:
    support = _support(item, similarity)
    certainty = _certainty(item, support)
    words = [because(_NAME_REASONS[item.name]), *support.values()]
    if _AFFILIATION not in support:
        words.append(_elsewhere(item))
    if not support:
        words.append(because(reasons.NOTHING_ELSE))
    if item.old.listed_twice or item.new.listed_twice:
        certainty = max(certainty, Certainty.LIKELY, key=_rank)
        words.append(because(reasons.LISTED_TWICE))
    if namesake:
        if not {_AFFILIATION, _COAUTHORS} <= support.keys():
            certainty = Certainty.DOUBTFUL
        words.append(because(reasons.NAMESAKES))
    return PersonMatch(item.old, item.new, certainty, tuple(words))


def _certainty(item: _Candidate, support: Mapping[str, Reason]) -> Certainty:
    if not support:
        return Certainty.DOUBTFUL
    # One name alone may be a family name without its given one: anybody of that family.
    is_full = item.old.parsed.has_full_given and item.new.parsed.has_full_given
    if item.name in _STRONG and is_full:
        return Certainty.CERTAIN if _AFFILIATION in support else Certainty.LIKELY
    return Certainty.DOUBTFUL if set(support) == {_SUBJECT} else Certainty.LIKELY


def _support(item: _Candidate, similarity: Similarity) -> dict[str, Reason]:
    """What else than the name speaks for it."""
    found = {}
    for one in item.old.affiliations:
        if same := [b for b in item.new.affiliations if same_organisation(one, b)]:
            found[_AFFILIATION] = because(reasons.SAME_AFFILIATION, affiliation=same[0])
    if shared := item.old.coauthors.keys() & item.new.coauthors.keys():
        names = ", ".join(sorted(item.new.coauthors[key] for key in shared)[:3])
        found[_COAUTHORS] = because(reasons.COAUTHORS, names=names)
    if not found and similarity.of_many(item.old.talks, item.new.talks) >= SAME_SUBJECT:
        found[_SUBJECT] = because(reasons.SAME_SUBJECT)
    return found


def _elsewhere(item: _Candidate) -> Reason:
    then, now = item.old.affiliation, item.new.affiliation
    if then and now:
        return because(reasons.OTHER_AFFILIATION, then=then, now=now)
    return because(reasons.NO_AFFILIATION)


def _one_to_one(matches: list[PersonMatch]) -> tuple[PersonMatch, ...]:
    """The best of every person; what the reader merged comes first."""
    taken_old: set[PersonKey] = set()
    taken_new: set[PersonKey] = set()
    chosen = []
    for match in sorted(matches, key=_preference):
        if match.old.key not in taken_old and match.new.key not in taken_new:
            taken_old.add(match.old.key)
            taken_new.add(match.new.key)
            chosen.append(match)
    return tuple(sorted(chosen, key=lambda m: (_rank(m.certainty), m.new.parsed.swapped.key)))


def _preference(match: PersonMatch) -> tuple[bool, int, int, int, object, object]:
    """Decided, surer, with more in support, and closer in name before the others."""
    given = {reason.template for reason in match.reasons}
    support = len(given & {reasons.SAME_AFFILIATION, reasons.COAUTHORS, reasons.SAME_SUBJECT})
    closeness = next((i for i, name in enumerate(_NAME_REASONS.values()) if name in given), -1)
    ends = (match.old.key.sort_key, match.new.key.sort_key)
    return (not match.is_decided, _rank(match.certainty), -support, closeness, *ends)


def _rank(certainty: Certainty) -> int:
    return _CERTAINTIES.index(certainty)


_CERTAINTIES = tuple(Certainty)
