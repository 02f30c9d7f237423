"""How people write the terms that are counted by their stems."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from companion.domain.series.edition import Talk
from companion.domain.series.words import phrases_as_written, stem, usual_case


class Labels:
    """The usual spelling of each term, from the texts of the talks."""

    def __init__(
        self, talks: Iterable[Talk], terms: Collection[str], given: Mapping[str, str]
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
        return self._given.get(term) or " ".join(map(self._word, term.split()))

    def _word(self, stemmed: str) -> str:
        forms = self._forms[stemmed]
        return min(forms, key=lambda form: (-forms[form], form)) if forms else stemmed


def _written(talks: Iterable[Talk], wanted: set[str]) -> dict[str, Counter[str]]:
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for talk in talks:
        if wanted.isdisjoint(talk.terms):
            continue
        item = talk.contribution
        for source in (item.title, talk.text, *item.keywords):
            for written in phrases_as_written(source):
                for position, word in enumerate(written):
                    if (stemmed := stem(word)) in wanted:
                        forms[stemmed][usual_case(word, first=position == 0)] += 1
    return forms
