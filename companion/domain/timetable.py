"""Sessions, blocks, contributions and breaks: the programme of one event.

Texts are kept as the site sends them (Markdown with LaTeX, or HTML); `companion.text` renders
copies. Missing text is empty, missing objects are None.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from companion.domain.event import Event
from companion.domain.materials import Material, Reference
from companion.domain.people import PersonLink, unique


@dataclass(frozen=True, slots=True)
class Session:
    """A session; its blocks say when and where. Keyed by id: titles repeat."""

    session_id: int
    title: str
    code: str = ""
    description: str = ""
    color: str = ""
    text_color: str = ""
    is_poster: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class SessionBlock:
    """One sitting of a session (Indico's id: `sessionSlotId`)."""

    block_id: int
    session_id: int
    title: str
    start_dt: datetime
    end_dt: datetime
    code: str = ""
    room_name: str = ""
    venue_name: str = ""
    conveners: tuple[PersonLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A pause. Indico gives it only a timetable entry id, which changes when it is rescheduled."""

    entry_id: int
    title: str
    start_dt: datetime
    end_dt: datetime
    description: str = ""
    room_name: str = ""
    venue_name: str = ""
    color: str = ""
    text_color: str = ""
    session_id: int | None = None
    block_id: int | None = None


@dataclass(frozen=True, slots=True)
class Subcontribution:
    """A part of a contribution; it has neither a time nor a description of its own."""

    db_id: int
    friendly_id: int
    title: str
    duration: timedelta | None = None
    code: str = ""
    speakers: tuple[PersonLink, ...] = ()
    references: tuple[Reference, ...] = ()
    materials: tuple[Material, ...] = ()


@dataclass(frozen=True, slots=True)
class Contribution:
    """What people call a talk or a poster.

    Attributes:
        db_id: Indico's database id: unique on its server, stable through edits and moves.
        friendly_id: unique in the event, shown as #N; never a key.
        start_dt, end_dt: None while it is not scheduled. Length is their difference: Indico's own
            `duration` is wrong from 24 hours up, so `duration` is used only without times.
        session_title: also set where the session's id is not known (unscheduled posters).
        speakers, primary_authors, coauthors: each in the site's order; one person may stand in
            several of them.
    """

    db_id: int
    friendly_id: int
    title: str
    start_dt: datetime | None = None
    end_dt: datetime | None = None
    duration: timedelta | None = None
    description: str = ""
    session_id: int | None = None
    session_title: str | None = None
    block_id: int | None = None
    room_name: str = ""
    venue_name: str = ""
    type: str | None = None
    track: str | None = None
    code: str = ""
    board_number: str = ""
    url: str = ""
    note: str = ""
    is_poster: bool = False
    keywords: tuple[str, ...] = ()
    speakers: tuple[PersonLink, ...] = ()
    primary_authors: tuple[PersonLink, ...] = ()
    coauthors: tuple[PersonLink, ...] = ()
    references: tuple[Reference, ...] = ()
    materials: tuple[Material, ...] = ()
    subcontributions: tuple[Subcontribution, ...] = ()

    @property
    def authors(self) -> tuple[PersonLink, ...]:
        """Primary authors, then co-authors; speakers among them included."""
        return self.primary_authors + self.coauthors

    @property
    def people(self) -> tuple[PersonLink, ...]:
        """Everyone with a part in it, each once, speakers first."""
        return unique(self.speakers + self.authors)

    @property
    def is_scheduled(self) -> bool:
        """Whether it has a time."""
        return self.start_dt is not None


@dataclass(frozen=True, slots=True)
class Programme:
    """All that attendees can see of one event, each item once, in no particular order."""

    event: Event
    sessions: tuple[Session, ...] = ()
    session_blocks: tuple[SessionBlock, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    breaks: tuple[Break, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether it has neither talks nor blocks (a programme that is not published)."""
        return not self.contributions and not self.session_blocks
