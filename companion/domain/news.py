"""Which of the recorded changes are news for people, by kind, and how texts differ word by word."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from companion.domain.changes import ADDED, RESTORED, WITHDRAWN, Change, ChangeKind


class NewsKind(StrEnum):
    """What a change means to an attendee."""

    MOVED = "moved"
    ROOM = "room"
    TITLE = "title"
    TEXT = "text"
    SPEAKERS = "speakers"
    NEW = "new"
    WITHDRAWN = "withdrawn"
    SLIDES = "slides"
    OTHER = "other"


_KINDS = {
    "start": NewsKind.MOVED,
    "end": NewsKind.MOVED,
    "room": NewsKind.ROOM,
    "venue": NewsKind.ROOM,
    "title": NewsKind.TITLE,
    "description": NewsKind.TEXT,
    "speakers": NewsKind.SPEAKERS,
    "primary_authors": NewsKind.SPEAKERS,
    "coauthors": NewsKind.SPEAKERS,
    "materials": NewsKind.SLIDES,
    ADDED: NewsKind.NEW,
    RESTORED: NewsKind.NEW,
    WITHDRAWN: NewsKind.WITHDRAWN,
}

TECHNICAL = frozenset({"session_id", "block", "friendly_id", "url", "is_poster"})
"""Fields that are numbers and addresses of the site: kept in the records, no news to anybody."""

_SHARED_WITH_TALKS = frozenset({"start", "end", "room", "venue"})


def news_kind(change: Change) -> NewsKind:
    """The kind of a change."""
    return _KINDS.get(change.field, NewsKind.OTHER)


def news(changes: Iterable[Change], block_of: dict[int, int | None]) -> tuple[Change, ...]:
    """The changes of one sync that are worth telling.

    A block that moves or gets another room is told on its talks, where people look for it; only a
    block none of whose talks says the same is told by itself. Sessions are told by their talks.

    Args:
        changes: of one sync.
        block_of: db_id → block id, after the sync.
    """
    changes = tuple(changes)
    told = {
        (block_of.get(change.ident), change.field)
        for change in changes
        if change.kind is ChangeKind.CONTRIBUTION
    }
    return tuple(change for change in changes if _is_news(change, told))


def _is_news(change: Change, told: set[tuple[int | None, str]]) -> bool:
    if change.field in TECHNICAL or change.kind is ChangeKind.SESSION:
        return False
    if change.kind is ChangeKind.BLOCK and change.field in _SHARED_WITH_TALKS:
        return (change.ident, change.field) not in told
    return True


class Edit(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row, spaces included."""

    edit: Edit
    text: str


_WORDS = re.compile(r"\s*\S+|\s+")
"""Each with the space before it: the spaces of two sentences are nothing that they share."""
_MOST_PAIRS = 30_000
"""Of equal words; `difflib` looks at all of them again for each run it finds."""


def word_differences(old: str, new: str) -> tuple[Run, ...]:
    """How one text becomes another; joining what is not removed gives the new text.

    Texts that would take seconds to compare are replaced as a whole between their equal ends.
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    first, last = (Run(Edit.SAME, "".join(w)) for w in (after[:head], after[len(after) - tail :]))
    middle = _differences(before[head : len(before) - tail], after[head : len(after) - tail])
    return _joined((first, *middle, last))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _differences(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    counts = Counter(before)
    if sum(counts[word] for word in after) > _MOST_PAIRS:
        yield from _replaced("".join(before), "".join(after))
        return
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Run(Edit.SAME, "".join(after[j1:j2]))
        else:
            yield from _replaced("".join(before[i1:i2]), "".join(after[j1:j2]))


def _replaced(old: str, new: str) -> Iterator[Run]:
    """The space that both begin with has not changed."""
    space = new[: len(new) - len(new.lstrip())]
    if space and old.startswith(space):
        yield Run(Edit.SAME, space)
        old, new = old.removeprefix(space), new.removeprefix(space)
    yield from (Run(Edit.REMOVED, old), Run(Edit.INSERTED, new))


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Without empty ones; neighbours of a kind as one."""
    full = (run for run in runs if run.text)
    return tuple(
        Run(edit, "".join(run.text for run in group))
        for edit, group in groupby(full, key=lambda run: run.edit)
    )
