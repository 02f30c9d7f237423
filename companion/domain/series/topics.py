"""What two editions talked about: terms of titles, abstracts and keywords, then and now."""

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from companion.domain.entry import EntryRef
from companion.domain.series.acronyms import KNOWN, long_forms, term_of
from companion.domain.series.edition import PreparedEdition, Talk
from companion.domain.series.labels import Labels
from companion.domain.series.words import SUBJECT, is_content

_LIMIT = 60
_COMMON_SHARE = 0.5  # a single word in more talks than this is no topic
_COVERED = 0.75  # a short term is left out if a longer one stands in so much of its talks
_LONGEST = 5  # words
_MANY = 60  # talks from which a term of two is noise
_GREW = 1.5  # ratio of shares


class Trend(StrEnum):
    """How a topic went on."""

    APPEARED = "appeared"
    GREW = "grew"
    STEADY = "steady"
    SHRANK = "shrank"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class Topic:
    """One term in two editions; each talk counts once.

    Attributes:
        term: as people write it, with its acronym: “variational quantum circuit (VQC)”.
        then, now: talks about it; trends compare shares, since editions differ in size.
        weight: how much it says of the two editions.
    """

    term: str
    then: tuple[EntryRef, ...]
    now: tuple[EntryRef, ...]
    trend: Trend
    weight: float


_Weights = dict[int, float]
"""Number of a talk → how much a term weighs in it."""


def topics(old: PreparedEdition, new: PreparedEdition, limit: int = _LIMIT) -> tuple[Topic, ...]:
    """The terms that say most, weightiest first.

    Args:
        old: the earlier edition.
        new: the later one.
        limit: at most so many.
    """
    talks = old.talks + new.talks
    shorts = {short.casefold(): long for short, long in long_forms(_texts(talks)).items()}
    terms = _counted(talks, shorts)
    joined = _join_acronyms(terms, shorts)
    total = len(talks)
    kept = _uncovered({key: term for key, term in terms.items() if _is_topic(key, term, total)})
    weights = {key: _weight(key, term, total) for key, term in kept.items()}
    ranked = sorted(kept, key=lambda key: (-weights[key], key))[:limit]
    labels = Labels(talks, ranked, joined)
    sides = _Sides(old.talks, new.talks)
    return tuple(sides.topic(labels.of(key), kept[key], weights[key]) for key in ranked)


@dataclass(frozen=True, slots=True)
class _Sides:
    old: tuple[Talk, ...]
    new: tuple[Talk, ...]

    def topic(self, label: str, term: _Weights, weight: float) -> Topic:
        older = len(self.old)
        then = tuple(self.old[n].ref for n in sorted(term) if n < older)
        now = tuple(self.new[n - older].ref for n in sorted(term) if n >= older)
        trend = trend_of(len(then), len(now), (older, len(self.new)))
        return Topic(label, then, now, trend, weight)


def _texts(talks: Iterable[Talk]) -> Iterable[str]:
    for talk in talks:
        yield talk.contribution.title
        yield talk.text


def _counted(talks: Sequence[Talk], shorts: Mapping[str, str]) -> dict[str, _Weights]:
    """Terms of one to five words that stand in several talks.

    Word by word longer: a run of words can be frequent only if both its parts are. The long forms
    of acronyms are counted whatever their number, since the acronym may be frequent.
    """
    least = _least(len(talks))
    wanted = _runs_of_long_forms(shorts)
    found: dict[str, _Weights] = {}
    places: list[_Place] = [
        (number, stems, weight, range(len(stems)))
        for number, talk in enumerate(talks)
        for stems, weight in talk.phrases
    ]
    for length in range(1, _LONGEST + 1):
        often = _often(places, length, least, wanted)
        weighted = _weighted(places, length, often)
        kept = {run: w for run, w in weighted.items() if len(w) >= least or run in wanted}
        found |= {" ".join(run): weights for run, weights in kept.items()}
        places = _longer(places, length, kept)
    return found


def _least(total: int) -> int:
    """Talks that make a topic."""
    return 2 if total < _MANY else 3


_Run = tuple[str, ...]
_Place = tuple[int, _Run, float, Sequence[int]]
"""Number of a talk, stems of a phrase, their weight, and where runs can begin in it."""


def _often(places: Iterable[_Place], length: int, least: int, wanted: Container[_Run]) -> set[_Run]:
    """Runs of so many words that stand often enough, if perhaps in too few talks."""
    counted = Counter(
        stems[start : start + length] for _, stems, _, starts in places for start in starts
    )
    return {run for run, count in counted.items() if count >= least or run in wanted}


def _weighted(places: Iterable[_Place], length: int, often: set[_Run]) -> dict[_Run, _Weights]:
    """Those runs with their weights by talk."""
    found: dict[_Run, _Weights] = {run: {} for run in often}
    for number, stems, weight, starts in places:
        for start in starts:
            run = stems[start : start + length]
            if run in often:
                weights = found[run]
                weights[number] = weights.get(number, 0.0) + weight
    return found


def _longer(places: Iterable[_Place], length: int, kept: Container[_Run]) -> list[_Place]:
    """Where two frequent runs stand side by side, so that the longer one may be frequent."""
    found: list[_Place] = []
    for number, stems, weight, starts in places:
        if len(starts) > 1:
            good = [start for start in starts if stems[start : start + length] in kept]
            both = [start for start, after in pairwise(good) if after == start + 1]
            if both:
                found.append((number, stems, weight, both))
    return found


def _runs_of_long_forms(shorts: Mapping[str, str]) -> set[_Run]:
    found: set[_Run] = {(short,) for short in shorts}
    for long in shorts.values():
        words = term_of(long).split()
        found |= {tuple(part.split()) for part in (*_parts(words), " ".join(words))}
    return found


def _join_acronyms(terms: dict[str, _Weights], shorts: Mapping[str, str]) -> dict[str, str]:
    """Count acronyms with their long forms; returns term → how to write it."""
    labels = {}
    for short in sorted(terms.keys() & shorts.keys()):
        long = term_of(shorts[short])
        labels[long] = f"{shorts[short]} ({_capitals(short)})"
        terms[long] = terms.pop(short) | terms.get(long, {})
    return labels


def _capitals(short: str) -> str:
    return next((known for known in KNOWN if known.casefold() == short), short.upper())


def _is_topic(key: str, term: _Weights, total: int) -> bool:
    count = len(term)
    words = key.split()
    if count < _least(total) or all(word in SUBJECT for word in words):
        return False
    return len(words) > 1 or (count <= total * _COMMON_SHARE and is_content(key))


def _uncovered(terms: dict[str, _Weights]) -> dict[str, _Weights]:
    """Without the parts of longer terms that stand almost nowhere else."""
    dropped = set()
    for key, term in terms.items():
        for part in _parts(key.split()):
            inner = terms.get(part)
            if inner and len(term.keys() & inner.keys()) >= _COVERED * len(inner):
                dropped.add(part)
    return {key: term for key, term in terms.items() if key not in dropped}


def _parts(words: list[str]) -> Iterable[str]:
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _weight(key: str, term: _Weights, total: int) -> float:
    """More talks, title before abstract, rarer words and longer terms weigh more."""
    said = sum(map(math.sqrt, term.values()))
    rarity = math.log(1 + total / len(term))
    return said * rarity * (0.6 + 0.4 * len(key.split()) if " " in key else 0.6)


def trend_of(then: int, now: int, sizes: tuple[int, int]) -> Trend:
    """How a topic went on: by its share of the talks, and never against their number.

    Args:
        then: talks about it in the earlier edition.
        now: in the later one.
        sizes: all talks of both.
    """
    if not then or not now:
        return Trend.APPEARED if now else Trend.VANISHED
    before, after = then / sizes[0], now / sizes[1]
    if now > then and after >= before * _GREW:
        return Trend.GREW
    return Trend.SHRANK if now < then and before >= after * _GREW else Trend.STEADY
