"""How people write the terms that are counted by their stems."""

from collections import Counter
from collections.abc import Iterable, Mapping

from companion.domain.series.edition import Talk
from companion.domain.series.words import is_content, phrases_as_written, stem, usual_case

_ENOUGH = 24  # sightings of a word tell how people write it


_Spot = tuple[str, bool]
"""A stem, and whether it ends its phrase: people write “kernel methods” but “kernels”."""


class Labels:
    """The usual spelling of each term, from the texts of the talks."""

    def __init__(
        self, talks: Iterable[Talk], terms: Iterable[str], given: Mapping[str, str]
    ) -> None:
        """Read the texts.

        Args:
            talks: where to look.
            terms: the stems to write out.
            given: term → how to write it, where that is known.
        """
        self._given = given
        wanted = {word for term in terms if term not in given for word in term.split()}
        self._forms = _written(talks, wanted)

    def of(self, term: str) -> str:
        """The term as people write it."""
        return self._given.get(term) or " ".join(map(self._word, _spots(term)))

    def _word(self, spot: _Spot) -> str:
        stemmed, ends = spot
        forms = self._forms[spot] or self._forms[stemmed, not ends] or Counter([stemmed])
        return min(forms, key=lambda form: (-forms[form], form))


def _spots(term: str) -> list[_Spot]:
    *inner, last = term.split()
    return [*((word, False) for word in inner), (last, True)]


def _written(talks: Iterable[Talk], wanted: set[str]) -> dict[_Spot, Counter[str]]:
    forms = {(word, ends): Counter[str]() for word in wanted for ends in (False, True)}
    missing = set(wanted)
    for talk in talks:
        if not missing.isdisjoint(talk.vocabulary()):
            for spot, form in _words_of(talk):
                if spot in forms:
                    forms[spot][form] += 1
            seen = {
                word: forms[word, False].total() + forms[word, True].total() for word in missing
            }
            missing = {word for word, count in seen.items() if count < _ENOUGH}
    return forms


def _words_of(talk: Talk) -> Iterable[tuple[_Spot, str]]:
    """Each word of a talk as written, and its spot."""
    item = talk.contribution
    for source in (item.title, talk.text, *item.keywords):
        for written in phrases_as_written(source):
            stems = [stem(word) for word in written]
            for position, word in enumerate(written):
                ends = position + 1 == len(stems) or not is_content(stems[position + 1])
                yield (stems[position], ends), usual_case(word, first=position == 0)
