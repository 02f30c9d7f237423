"""One edition prepared for comparing: its talks with their words, its people with their talks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventId
from companion.domain.people import PersonLink, unique
from companion.domain.series.words import phrases
from companion.domain.timetable import Contribution, Programme

_LONGEST = 5  # words of a term
_BOILERPLATE = 0.09  # a sentence that stands in such a share of an edition's talks is nobody's own
_FEW = 5  # talks that may share a sentence in the smallest edition
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Talk:
    """One contribution with the words it is about.

    Attributes:
        people: speakers, authors and speakers of its parts, each once.
        text: its abstract without the sentences that others have word for word.
        terms: one to three stems side by side → weight; title and keywords count three times.
    """

    ref: EntryRef
    contribution: Contribution
    people: tuple[PersonLink, ...]
    text: str
    terms: dict[str, float] = field(compare=False)

    @property
    def words(self) -> dict[str, float]:
        """The terms of one word."""
        return {term: weight for term, weight in self.terms.items() if " " not in term}


@dataclass(frozen=True, slots=True)
class PreparedEdition:
    """What comparing needs of one programme; costly to make, worth keeping."""

    key: str
    programme: Programme
    talks: tuple[Talk, ...]

    @property
    def event_id(self) -> EventId:
        """The event it was made of."""
        return self.programme.event.event_id


def prepare(key: str, programme: Programme) -> PreparedEdition:
    """Read the words and people of every talk.

    Args:
        key: the edition's, for references.
        programme: with its texts.
    """
    sentences = [_SENTENCE.split(item.description) for item in programme.contributions]
    repeated = Counter(sentence for text in sentences for sentence in set(text))
    most = max(_FEW, _BOILERPLATE * len(sentences))
    talks = tuple(
        _talk(key, item, "\n".join(part for part in text if repeated[part] <= most))
        for item, text in zip(programme.contributions, sentences, strict=True)
    )
    return PreparedEdition(key, programme, talks)


def _talk(key: str, item: Contribution, text: str) -> Talk:
    parts = tuple(link for part in item.subcontributions for link in part.speakers)
    ref = EntryRef(key, EntryKind.CONTRIBUTION, item.db_id)
    return Talk(ref, item, unique(item.people + parts), text, _terms(item, text))


def _terms(item: Contribution, text: str) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for source, weight in ((item.title, 3.0), (" . ".join(item.keywords), 3.0), (text, 1.0)):
        for phrase in phrases(source):
            for term in _runs_of(phrase):
                weights[term] += weight
    return dict(weights)


def _runs_of(phrase: list[str]) -> list[str]:
    """Every run of one to three words; of up to five where the phrase itself is so short."""
    longest = len(phrase) if len(phrase) <= _LONGEST else 3
    return [
        " ".join(phrase[start : start + length])
        for length in range(1, longest + 1)
        for start in range(len(phrase) - length + 1)
    ]


def refs(talks: Iterable[Talk]) -> tuple[EntryRef, ...]:
    """Their references."""
    return tuple(talk.ref for talk in talks)
