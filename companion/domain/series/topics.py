"""What two editions talked about: terms of titles, abstracts and keywords, then and now."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.entry import EntryRef
from companion.domain.series.acronyms import KNOWN, long_forms, term_of
from companion.domain.series.edition import PreparedEdition, Talk
from companion.domain.series.labels import Labels
from companion.domain.series.words import SUBJECT, is_content

_LIMIT = 60
_COMMON_SHARE = 0.5  # a single word in more talks than this is no topic
_COVERED = 0.75  # a short term is left out if a longer one stands in so much of its talks
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


@dataclass(slots=True)
class _Term:
    then: dict[EntryRef, float]
    now: dict[EntryRef, float]

    @property
    def talks(self) -> set[EntryRef]:
        return self.then.keys() | self.now.keys()

    def join(self, other: "_Term") -> None:
        self.then.update(other.then)
        self.now.update(other.now)


def topics(old: PreparedEdition, new: PreparedEdition, limit: int = _LIMIT) -> tuple[Topic, ...]:
    """The terms that say most, weightiest first.

    Args:
        old: the earlier edition.
        new: the later one.
        limit: at most so many.
    """
    talks = old.talks + new.talks
    shorts = {short.casefold(): long for short, long in long_forms(_texts(talks)).items()}
    terms = _counted(old.talks, new.talks, shorts)
    joined = _join_acronyms(terms, shorts)
    total = len(talks)
    kept = _uncovered({key: term for key, term in terms.items() if _is_topic(key, term, total)})
    weights = {key: _weight(key, term, total) for key, term in kept.items()}
    ranked = sorted(kept, key=lambda key: (-weights[key], key))[:limit]
    labels = Labels(talks, ranked, joined)
    sizes = (len(old.talks), len(new.talks))
    return tuple(_topic(labels.of(key), kept[key], weights[key], sizes) for key in ranked)


def _topic(label: str, term: _Term, weight: float, sizes: tuple[int, int]) -> Topic:
    trend = trend_of(len(term.then), len(term.now), sizes)
    return Topic(label, tuple(term.then), tuple(term.now), trend, weight)


def _texts(talks: Iterable[Talk]) -> Iterable[str]:
    for talk in talks:
        yield talk.contribution.title
        yield talk.text


def _counted(
    old: Sequence[Talk], new: Sequence[Talk], shorts: Mapping[str, str]
) -> dict[str, _Term]:
    """Terms of at least two talks, and acronyms with their long forms whatever their number."""
    frequency = Counter(term for talk in (*old, *new) for term in talk.terms)
    needed = {term for term, count in frequency.items() if count > 1}
    needed |= frequency.keys() & (shorts.keys() | {term_of(long) for long in shorts.values()})
    found = {term: _Term({}, {}) for term in needed}
    for talk in old:
        for term in talk.terms.keys() & needed:
            found[term].then[talk.ref] = talk.terms[term]
    for talk in new:
        for term in talk.terms.keys() & needed:
            found[term].now[talk.ref] = talk.terms[term]
    return found


def _join_acronyms(terms: dict[str, _Term], shorts: Mapping[str, str]) -> dict[str, str]:
    """Count acronyms with their long forms; returns term → how to write it."""
    labels = {}
    for short in sorted(terms.keys() & shorts.keys()):
        long = term_of(shorts[short])
        labels[long] = f"{shorts[short]} ({_capitals(short)})"
        terms.setdefault(long, _Term({}, {})).join(terms.pop(short))
    return labels


def _capitals(short: str) -> str:
    return next((known for known in KNOWN if known.casefold() == short), short.upper())


def _is_topic(key: str, term: _Term, total: int) -> bool:
    count = len(term.then) + len(term.now)
    words = key.split()
    if count < (2 if total < _MANY else 3) or all(word in SUBJECT for word in words):
        return False
    return len(words) > 1 or (count <= total * _COMMON_SHARE and is_content(key))


def _uncovered(terms: dict[str, _Term]) -> dict[str, _Term]:
    """Without the parts of longer terms that stand almost nowhere else."""
    dropped = set()
    for key, term in terms.items():
        words = key.split()
        for part in _parts(words):
            if part in terms and len(term.talks & terms[part].talks) >= _COVERED * len(
                terms[part].talks
            ):
                dropped.add(part)
    return {key: term for key, term in terms.items() if key not in dropped}


def _parts(words: list[str]) -> Iterable[str]:
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield " ".join(words[start : start + length])


def _weight(key: str, term: _Term, total: int) -> float:
    """More talks, title before abstract, rarer words and longer terms weigh more."""
    counts = (*term.then.values(), *term.now.values())
    said = sum(1 + math.log(max(value, 1.0)) for value in counts)
    rarity = math.log(1 + total / len(counts))
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
