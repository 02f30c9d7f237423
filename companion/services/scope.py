"""Which talks of a programme are meant: a person's, a session's, a day's, starred ones, or some.

Names are compared as people type them: accents, capitals and the order of a name do not matter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, tzinfo
from hashlib import blake2b

from companion.domain.calendar import CalendarOptions
from companion.domain.entry import EntryRef
from companion.domain.series.latin import plain
from companion.domain.times import day_of, zone
from companion.domain.timetable import Contribution, Programme
from companion.errors import Said, UsageError

_MOST_CHOICES = 8


@dataclass(frozen=True, slots=True)
class ExportSelection:
    """Which talks go into a calendar; all that is said holds together, but `refs` stand alone.

    Attributes:
        key: one edition; None for all stored ones.
        bookmarked: only starred talks.
        day: only talks that start on this day in the conference's zone.
        refs: only these talks, whatever else is said; None for no such choice.
        person: only talks of the person with this name, speaking or not.
        session: only talks of the sessions with this title.
        since_last: only what changed since the same file was written last.
    """

    key: str | None = None
    bookmarked: bool = False
    day: date | None = None
    refs: frozenset[EntryRef] | None = None
    options: CalendarOptions = field(default_factory=CalendarOptions)
    since_last: bool = False
    person: str | None = None
    session: str | None = None

    @property
    def scope(self) -> str:
        """The choice of talks in one line, the same for the same choice; options are no part."""
        if self.refs is not None:
            listed = ",".join(sorted(map(str, self.refs)))
            return f"talks={blake2b(listed.encode(), digest_size=8).hexdigest()}"
        parts = {
            "edition": self.key,
            "bookmarked": "yes" if self.bookmarked else None,
            "day": self.day and self.day.isoformat(),
            "person": self.person and _spelled(self.person),
            "session": self.session and _spelled(self.session),
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value) or "all"

    @property
    def is_whole(self) -> bool:
        """Whether every talk of its editions is meant."""
        narrowed = (self.bookmarked, self.day, self.person, self.session)
        return self.refs is None and not any(narrowed)


def chosen_talks(
    selection: ExportSelection,
    key: str,
    programme: Programme,
    withdrawn: Iterable[Contribution],
    stars: frozenset[int],
) -> frozenset[int] | None:
    """The db_ids meant in one edition, withdrawn talks included; None for all of them."""
    if selection.refs is not None:
        return frozenset(ref.ident for ref in selection.refs if ref.edition_key == key)
    if selection.is_whole:
        return None
    tz = zone(programme.event.timezone)
    found = (
        item.db_id
        for item in (*programme.contributions, *withdrawn)
        if (not selection.bookmarked or item.db_id in stars)
        and (selection.day is None or _is_on(item, selection.day, tz))
        and (not selection.person or _has_person(item, selection.person))
        and (not selection.session or _is_of(item, selection.session))
    )
    return frozenset(found)


def one_name(typed: str, names: Iterable[str]) -> str:
    """The one of the names that is meant: spelled alike, else holding all the words typed.

    Raises:
        UsageError: none or several of them are meant.
    """
    known = {_spelled(name): name for name in names}
    if _spelled(typed) in known:
        return known[_spelled(typed)]
    words = set(_spelled(typed).split())
    found = [name for spelled, name in known.items() if words and words <= set(spelled.split())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(detail=Said("“{typed}” is not in the stored programmes", typed=typed))
    listed = ", ".join(sorted(found)[:_MOST_CHOICES])
    listed += " …" if len(found) > _MOST_CHOICES else ""
    several = Said("“{typed}” may mean several: {listed}", typed=typed, listed=listed)
    raise UsageError(detail=several)


def people_names(programmes: Iterable[Programme]) -> Iterable[str]:
    """Everyone with a part in a talk."""
    for programme in programmes:
        for item in programme.contributions:
            yield from (link.name for link in item.people)


def session_titles(programmes: Iterable[Programme]) -> Iterable[str]:
    """The titles of all sessions."""
    for programme in programmes:
        yield from (session.title for session in programme.sessions)


def _spelled(name: str) -> str:
    """The words of a name in alphabetical order: “Okafor, Ada” is “Ada Okafor”."""
    folded = plain(name)
    return " ".join(sorted(re.findall(r"\w+", folded))) or folded.strip()


def _is_on(item: Contribution, day: date, tz: tzinfo) -> bool:
    return item.start_dt is not None and day_of(item.start_dt, tz) == day


def _has_person(item: Contribution, name: str) -> bool:
    wanted = _spelled(name)
    return any(_spelled(link.name) == wanted for link in item.people)


def _is_of(item: Contribution, title: str) -> bool:
    return bool(item.session_title) and _spelled(item.session_title or "") == _spelled(title)
