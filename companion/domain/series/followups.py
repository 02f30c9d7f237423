"""Talks of one edition that carry on talks of another, by shared people and text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.entry import EntryRef
from companion.domain.series import reasons
from companion.domain.series.decisions import FollowUpDecision, TalkKey
from companion.domain.series.edition import PreparedEdition, Talk
from companion.domain.series.latin import plain
from companion.domain.series.matching import Certainty, PersonMatch
from companion.domain.series.reasons import Reason, because
from companion.domain.series.similarity import Similarity

# Similarity of texts from which a pair is believed; measured in tests/unit/domain_series.
_CLEAR = 0.45
_FAIR = 0.25
_SLIGHT = 0.16
_TO_BEST = 0.75  # a talk has a second successor only if it is nearly as close as the first


class Confidence(StrEnum):
    """How sure it is, in words."""

    CONFIRMED = "confirmed"
    VERY_LIKELY = "very likely"
    LIKELY = "likely"
    POSSIBLE = "possible"


_SURENESS = tuple(Confidence)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Two talks, the later one carrying on the earlier."""

    older: Talk
    newer: Talk
    confidence: Confidence
    reasons: tuple[Reason, ...]
    score: float


def follow_ups(
    old: PreparedEdition,
    new: PreparedEdition,
    people: Iterable[PersonMatch],
    similarity: Similarity,
    decisions: Iterable[FollowUpDecision] = (),
) -> tuple[FollowUp, ...]:
    """All talks of `new` that carry on one of `old`, surest first.

    Without shared people there is no follow-up: two groups often give a talk the same title.

    Args:
        old: the earlier edition.
        new: the later one.
        people: who is in both, as `match_people` says.
        similarity: made with the talks of both.
        decisions: confirmed pairs stay whatever the texts, dismissed ones are left out.
    """
    told = {(item.older, item.newer): item.confirmed for item in decisions}
    judged = (_judged(pair, similarity) for pair in _pairs(people))
    found = [
        item
        for item in judged
        if item and (_key(old, item.older), _key(new, item.newer)) not in told
    ]
    return tuple(sorted(_confirmed(old, new, told) + _best(found), key=_order))


def _key(edition: PreparedEdition, talk: Talk) -> TalkKey:
    return TalkKey(edition.event_id, talk.ref.ident)


def _confirmed(
    old: PreparedEdition, new: PreparedEdition, told: dict[tuple[TalkKey, TalkKey], bool]
) -> list[FollowUp]:
    before = {_key(old, talk): talk for talk in old.talks}
    after = {_key(new, talk): talk for talk in new.talks}
    return [
        FollowUp(before[a], after[b], Confidence.CONFIRMED, (because(reasons.DECIDED),), 1.0)
        for (a, b), confirmed in told.items()
        if confirmed and a in before and b in after
    ]


@dataclass(slots=True)
class _Pair:
    """Two talks and the people they share."""

    older: Talk
    newer: Talk
    people: list[PersonMatch]


def _pairs(people: Iterable[PersonMatch]) -> Iterable[_Pair]:
    """Every two talks with a person in both."""
    found: dict[tuple[object, object], _Pair] = {}
    for match in people:
        for older in match.old.talks:
            for newer in match.new.talks:
                pair = found.setdefault((older.ref, newer.ref), _Pair(older, newer, []))
                pair.people.append(match)
    return found.values()


def _judged(pair: _Pair, similarity: Similarity) -> FollowUp | None:
    sure = [match for match in pair.people if match.certainty is not Certainty.DOUBTFUL]
    close = similarity.of(pair.older, pair.newer)
    confidence = _with_sure_people(close, len(sure)) if sure else _with_doubtful_people(close)
    if confidence is None:
        return None
    score = close + 0.1 * min(len(sure), 3)
    return FollowUp(pair.older, pair.newer, confidence, _why(pair, sure, similarity), score)


def _with_sure_people(close: float, count: int) -> Confidence | None:
    if close >= _CLEAR:
        return Confidence.VERY_LIKELY
    if close >= (_FAIR if count < 2 else _SLIGHT):
        return Confidence.LIKELY
    return Confidence.POSSIBLE if close >= _SLIGHT else None


def _with_doubtful_people(close: float) -> Confidence | None:
    return Confidence.POSSIBLE if close >= _CLEAR else None


def _why(pair: _Pair, sure: list[PersonMatch], similarity: Similarity) -> tuple[Reason, ...]:
    people = reasons.SHARED_PEOPLE if sure else reasons.PERHAPS_SHARED
    names = ", ".join(match.new.name for match in (sure or pair.people)[:3])
    found = [because(people, names=names)]
    if plain(pair.older.contribution.title) == plain(pair.newer.contribution.title):
        found.append(because(reasons.SAME_TITLE))
    else:
        words = ", ".join(similarity.shared(pair.older, pair.newer))
        found.append(because(reasons.SHARED_WORDS, words=words))
    return tuple(found)


def _best(found: list[FollowUp]) -> list[FollowUp]:
    """Without pairs that are far from the best of either talk."""
    best: dict[tuple[bool, EntryRef], float] = {}
    for item in found:
        for end in ((False, item.older.ref), (True, item.newer.ref)):
            best[end] = max(best.get(end, 0.0), item.score)
    return [
        item
        for item in found
        if item.score >= _TO_BEST * max(best[False, item.older.ref], best[True, item.newer.ref])
    ]


def _order(item: FollowUp) -> tuple[int, float, EntryRef, EntryRef]:
    return (_SURENESS.index(item.confidence), -item.score, item.older.ref, item.newer.ref)
