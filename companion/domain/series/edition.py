"""One edition prepared for comparing: its talks with their words, its people with their talks."""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventId
from companion.domain.people import PersonLink, unique
from companion.domain.series.words import phrases
from companion.domain.timetable import Contribution, Programme

_BOILERPLATE = 0.09  # a sentence that stands in such a share of an edition's talks is nobody's own
_FEW = 5  # talks that may share a sentence in the smallest edition
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")

Phrase = tuple[tuple[str, ...], float]


@dataclass(frozen=True, slots=True)
class Talk:
    """One contribution with the words it is about.

    Attributes:
        people: speakers, authors and speakers of its parts, each once.
        text: its abstract without the sentences that others have word for word.
        phrases: stems that stand side by side, and what they weigh (title and keywords 3).
    """

    ref: EntryRef
    contribution: Contribution
    people: tuple[PersonLink, ...]
    text: str
    phrases: tuple[Phrase, ...] = field(compare=False)

    def words(self) -> dict[str, float]:
        """Each stem with its weight in the whole talk."""
        weights: dict[str, float] = defaultdict(float)
        for stems, weight in self.phrases:
            for word in stems:
                weights[word] += weight
        return dict(weights)

    def vocabulary(self) -> set[str]:
        """Its stems."""
        return set(chain.from_iterable(stems for stems, _ in self.phrases))

    def says(self, wanted: tuple[str, ...]) -> bool:
        """Whether these stems stand side by side anywhere."""
        size = len(wanted)
        return any(
            stems[start : start + size] == wanted
            for stems, _ in self.phrases
            for start in range(len(stems) - size + 1)
        )


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
    return Talk(ref, item, unique(item.people + parts), text, tuple(_phrases(item, text)))


def _phrases(item: Contribution, text: str) -> Iterable[Phrase]:
    for source, weight in ((item.title, 3.0), (" . ".join(item.keywords), 3.0), (text, 1.0)):
        for stems in phrases(source):
            yield tuple(map(sys.intern, stems)), weight


def refs(talks: Iterable[Talk]) -> tuple[EntryRef, ...]:
    """Their references."""
    return tuple(talk.ref for talk in talks)
