"""Which of the recorded changes are news for people, by kind, and how texts differ word by word."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

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


_WORDS = re.compile(r"\s+|[^\s]+")
_LONGEST = 4000
"""Words; comparing longer texts word by word would take too long to be worth it."""


def word_differences(old: str, new: str) -> tuple[Run, ...]:
    """How one text becomes another; joining what is not removed gives the new text."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _LONGEST:
        runs = [Run(Edit.REMOVED, old), Run(Edit.INSERTED, new)]
        return tuple(run for run in runs if run.text)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    found: list[Run] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found.append(Run(Edit.SAME, "".join(after[j1:j2])))
            continue
        pair = ((Edit.REMOVED, before[i1:i2]), (Edit.INSERTED, after[j1:j2]))
        found += [Run(edit, "".join(words)) for edit, words in pair if words]
    return tuple(found)
