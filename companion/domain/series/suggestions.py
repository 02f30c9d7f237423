"""Talks of this edition that stars of an earlier one suggest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from companion.domain.entry import EntryRef
from companion.domain.series import reasons
from companion.domain.series.edition import Talk
from companion.domain.series.followups import Confidence, FollowUp
from companion.domain.series.matching import Certainty, PersonMatch
from companion.domain.series.reasons import Reason, because

_SURENESS = tuple(Confidence)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One talk, and the starred one that it goes back to."""

    talk: Talk
    starred: Talk
    confidence: Confidence
    reasons: tuple[Reason, ...]


def suggestions(
    starred: Collection[EntryRef],
    follow_ups: Iterable[FollowUp],
    people: Iterable[PersonMatch],
    already: Collection[EntryRef] = (),
) -> tuple[Suggestion, ...]:
    """Each talk once, with the best reason, surest first.

    Args:
        starred: talks of the earlier edition.
        follow_ups: what carries on what.
        people: who is in both editions.
        already: talks of this edition that need no suggestion.
    """
    found = [
        Suggestion(item.newer, item.older, item.confidence, (_starred(item.older), *item.reasons))
        for item in follow_ups
        if item.older.ref in starred
    ]
    found += [item for match in people for item in _same_speaker(match, starred)]
    best: dict[EntryRef, Suggestion] = {}
    for item in sorted(found, key=lambda found: _SURENESS.index(found.confidence)):
        if item.talk.ref not in already:
            best.setdefault(item.talk.ref, item)
    return tuple(best.values())


def _starred(talk: Talk) -> Reason:
    return because(reasons.STARRED_BEFORE, title=talk.contribution.title)


def _same_speaker(match: PersonMatch, starred: Collection[EntryRef]) -> Iterable[Suggestion]:
    """Who spoke in a starred talk and speaks again, whatever about."""
    if match.certainty is Certainty.DOUBTFUL:
        return
    before = [t for t in match.old.talks if t.ref in starred and t.ref in match.old.spoken]
    for talk in match.new.talks if before else ():
        if talk.ref in match.new.spoken:
            why = because(reasons.SPEAKS_AGAIN, names=match.new.name)
            yield Suggestion(talk, before[0], Confidence.POSSIBLE, (why, _starred(before[0])))
