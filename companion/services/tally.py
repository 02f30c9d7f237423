"""How much of each a programme holds, counted in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryState
from companion.frozen import frozen


@frozen
class Tally:
    """See the module.

    Attributes:
        talks: still in the programme; withdrawn: no longer.
        starred: talks with a star, also withdrawn ones.
        posters: those that are shown; people: with a part in it. None while not counted.
    """

    talks: int = 0
    withdrawn: int = 0
    starred: int = 0
    posters: int | None = None
    people: int | None = None

    def starred_anew(self, entries: Sequence[Entry]) -> "Tally":
        """After stars were set: who takes part has not changed, and counts longest."""
        fresh = first_tally(entries)
        posters = None if self.posters is None else _posters(entries)
        return replace(fresh, posters=posters, people=self.people)


def first_tally(entries: Iterable[Entry]) -> Tally:
    """What the first picture of the window shows."""
    talks = [entry for entry in entries if entry.is_contribution]
    present = sum(entry.state is EntryState.PRESENT for entry in talks)
    starred = sum(entry.star is not Star.NONE for entry in talks)
    return Tally(present, len(talks) - present, starred)


def whole_tally(entries: Sequence[Entry]) -> Tally:
    """Everything."""
    # Not before the first picture of the window.
    from companion.domain.people_index import people_count  # noqa: PLC0415

    people = people_count(entries)
    return replace(first_tally(entries), posters=_posters(entries), people=people)


def _posters(entries: Sequence[Entry]) -> int:
    from companion.services.starred import posters_of  # noqa: PLC0415 - as above

    return len(posters_of(entries))
