"""How much two talks are about the same: cosine of their weighted words (TF-IDF)."""

import math
from collections import Counter
from collections.abc import Iterable

from companion.domain.series.edition import Talk

_COMMON_SHARE = 0.4  # a word in more talks than this tells none of them apart


class Similarity:
    """Compares the talks it was made with; rare words weigh more than common ones."""

    def __init__(self, talks: Iterable[Talk]) -> None:
        known = {talk.ref: talk for talk in talks}
        frequency = Counter(word for talk in known.values() for word in talk.vocabulary())
        total = max(len(known), 1)
        self._rarity = {
            word: math.log((total + 1) / (count + 0.5)) if count <= total * _COMMON_SHARE else 0.0
            for word, count in frequency.items()
        }
        if total < 10:  # too few to tell what is common
            self._rarity = dict.fromkeys(frequency, 1.0)
        self._talks = known
        self._vectors: dict[object, dict[str, float]] = {}

    def of(self, one: Talk, other: Talk) -> float:
        """0 for nothing in common, 1 for the same words."""
        first, second = self._vector(one), self._vector(other)
        if len(second) < len(first):
            first, second = second, first
        return min(1.0, sum(value * second.get(word, 0.0) for word, value in first.items()))

    def of_many(self, some: Iterable[Talk], others: Iterable[Talk]) -> float:
        """The closest pair of two groups; 0 if one is empty."""
        others = tuple(others)
        return max((self.of(one, other) for one in some for other in others), default=0.0)

    def shared(self, one: Talk, other: Talk, limit: int = 3) -> tuple[str, ...]:
        """The words that speak most for it, strongest first."""
        first, second = self._vector(one), self._vector(other)
        both = sorted(first.keys() & second.keys(), key=lambda w: (-first[w] * second[w], w))
        return tuple(word for word in both[:limit] if first[word] > 0)

    def _vector(self, talk: Talk) -> dict[str, float]:
        found = self._vectors.get(talk.ref)
        if found is None:
            found = self._vectors[talk.ref] = self._weighted(talk)
        return found

    def _weighted(self, talk: Talk) -> dict[str, float]:
        weights = {
            word: (1 + math.log(weight)) * self._rarity.get(word, 1.0)
            for word, weight in talk.words().items()
        }
        length = math.sqrt(sum(value * value for value in weights.values()))
        return {word: value / length for word, value in weights.items()} if length else {}
