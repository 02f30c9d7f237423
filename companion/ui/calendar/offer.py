"""What can be chosen for a calendar, and what was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.services.published import PublishedCalendar
from companion.services.scope import ExportSelection


class Scope(StrEnum):
    """Which talks."""

    REFS = "refs"
    STARRED = "starred"
    STARRED_ALL = "starred-all"
    ALL = "all"
    DAY = "day"
    SESSION = "session"
    PERSON = "person"


class Mode(StrEnum):
    """Where they go."""

    FILE = "file"
    CHANGES = "changes"
    KEPT = "kept"
    FOLDER = "folder"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class CalendarOffer:
    """What can be chosen from.

    Attributes:
        key: of the edition shown; empty where none with a programme is.
        title: its short title.
        starred, total: how many talks of it.
        days: its days in the conference's zone.
        sessions: titles, in the order of the programme.
        find_people: names, by family name; asked for when a person is to be chosen.
        refs: talks chosen before the dialog was opened, and what they are called.
        scope, name: what to begin with; the name of a person or a session.
    """

    key: str = ""
    title: str = ""
    starred: int = 0
    total: int = 0
    days: tuple[date, ...] = ()
    sessions: tuple[str, ...] = ()
    find_people: Callable[[], tuple[str, ...]] = tuple
    refs: tuple[EntryRef, ...] = ()
    refs_title: str = ""
    scope: Scope | None = None
    name: str = ""

    @property
    def first_scope(self) -> Scope:
        """What most people want who open the dialog like this."""
        if self.scope is not None:
            return self.scope
        if self.refs:
            return Scope.REFS
        return Scope.STARRED if self.key else Scope.STARRED_ALL


@dataclass(frozen=True, slots=True)
class Order:
    """What the person chose.

    Attributes:
        path: of the file or folder; not for `Mode.SERVER`.
        server, user, name: address and name there, and the name of the calendar.
    """

    selection: ExportSelection
    mode: Mode
    path: Path = Path()
    server: str = ""
    user: str = ""
    name: str = ""


def order_of(calendar: PublishedCalendar) -> Order:
    """To publish again what was published; its choice of talks must be readable."""
    if calendar.selection is None:
        raise ValueError(calendar.url)
    return Order(
        calendar.selection,
        Mode.SERVER,
        server=calendar.server,
        user=calendar.user,
        name=calendar.name,
    )


def talks_of(entries: Iterable[Entry]) -> list[Entry]:
    """The talks among the entries of a programme."""
    return [entry for entry in entries if entry.is_contribution]


def offer_of(key: str, title: str, entries: Iterable[Entry], days: Iterable[date | None],
             **chosen: object) -> CalendarOffer:  # fmt: skip
    """The offer for a programme; `chosen` are further fields."""
    talks = talks_of(entries)
    return CalendarOffer(
        key=key,
        title=title,
        starred=sum(talk.star is not Star.NONE for talk in talks),
        total=len(talks),
        days=tuple(day for day in days if day is not None),
        sessions=tuple(dict.fromkeys(t.session_title for t in talks if t.session_title)),
        find_people=lambda: _names(talks),
        **chosen,  # type: ignore[arg-type]  # the caller names fields
    )


def _names(talks: Iterable[Entry]) -> tuple[str, ...]:
    people = {link.name: link.sort_key for talk in talks for link in talk.people}
    return tuple(sorted(people, key=people.__getitem__))
