"""Search as you type: only the answer to the newest text counts."""

from dataclasses import field
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.filters import Filter
from companion.frozen import frozen
from companion.ui.tasks import Lane, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.domain.entry import Entry, EntryRef
    from companion.ports.programmes import SearchHit
    from companion.services.registry import Services

LIMIT = 50
_FILTERED_LIMIT = 600
"""Of so many hits the filters choose."""


@frozen
class Question:
    """What is looked for.

    Attributes:
        text: words; empty for no search.
        key: only this edition; all of them if None.
        chosen: which talks the person wants to see.
        tz: the zone of its days.
    """

    text: str = ""
    key: str | None = None
    chosen: Filter = field(default_factory=Filter)
    tz: tzinfo = UTC


@frozen
class Answer:
    """What was found for a text.

    Attributes:
        hidden: how many more the filters hide.
        key: of the only edition looked through; None for all of them.
    """

    text: str
    hits: "tuple[SearchHit, ...]"
    hidden: int = 0
    key: str | None = None


class Searching(QObject):
    """Asks the search service.

    Attributes:
        question: what is looked for now.

    Signals:
        answered: an `Answer` to the newest question.
    """

    answered = Signal(object)

    def __init__(self, services: "Services", runner: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._runner = runner
        self.question = Question()
        self._programmes = _Programmes(services)

    @property
    def text(self) -> str:
        """What is looked for now; empty without a search."""
        return self.question.text

    def ask(self, question: Question) -> None:
        """Look for something; empty text ends the search."""
        self.question = question
        if not question.text:
            self._runner.drop("search")
            return
        services, programmes = self._services, self._programmes
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _answer(services, programmes, question),
            self.answered.emit,
            key="search",
        )

    def find_all(self, done: "Callable[[tuple[Entry, ...]], None]") -> None:
        """Hand over all talks that the words alone find, whatever the filters hide of them."""
        services, programmes, asked = self._services, self._programmes, self.question
        self._runner.run(
            Lane.DATABASE,
            lambda _task: _found(services, programmes, asked),
            done,
            key="search-counts",
        )

    def forget(self) -> None:
        """Programmes or stars are others now."""
        self._programmes = _Programmes(self._services)


class _Programmes:
    """Talks of editions for the filters, each edition read once. Used in the database lane."""

    def __init__(self, services: "Services") -> None:
        self._services = services
        self._talks: dict[str, dict[EntryRef, Entry]] = {}

    def talk(self, ref: "EntryRef") -> "Entry | None":
        """A talk of any edition."""
        key = ref.edition_key
        if key not in self._talks:
            entries = self._services.programme.entries(key)
            self._talks[key] = {entry.ref: entry for entry in entries if entry.is_contribution}
        return self._talks[key].get(ref)


def _found(services: "Services", programmes: _Programmes, asked: Question) -> "tuple[Entry, ...]":
    """Runs in the database lane."""
    hits = services.search.search(asked.text, asked.key, _FILTERED_LIMIT)
    talks = (programmes.talk(hit.ref) for hit in hits)
    return tuple(talk for talk in talks if talk is not None)


def _answer(services: "Services", programmes: _Programmes, asked: Question) -> Answer:
    """Runs in the database lane."""
    limit = _FILTERED_LIMIT if asked.chosen else LIMIT
    hits = services.search.search(asked.text, asked.key, limit)
    if not asked.chosen:
        return Answer(asked.text, hits, key=asked.key)
    talks = ((hit, programmes.talk(hit.ref)) for hit in hits)
    kept = tuple(hit for hit, talk in talks if talk and asked.chosen.matches(talk, asked.tz))
    return Answer(asked.text, kept[:LIMIT], len(hits) - len(kept), asked.key)
