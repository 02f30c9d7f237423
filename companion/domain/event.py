"""An event on an Indico server, and where it lives."""

from dataclasses import field
from datetime import datetime

from companion.domain.materials import Material, Reference
from companion.domain.people import PersonLink
from companion.frozen import frozen

SAMPLE_HOST = "sample.invalid"
"""Host of the invented programmes that come with the program; no such host can exist (RFC 2606)."""


@frozen
class EventId:
    """Identity of an event: the same number on another host is another event.

    Attributes:
        host: lower case; with `:port` where that is not the scheme's own.
        number: Indico's event id.
    """

    host: str
    number: int

    def __lt__(self, other: "EventId") -> bool:
        return (self.host, self.number) < (other.host, other.number)

    @property
    def key(self) -> str:
        """`HOST[-PORT]-ID`, for events that the catalogue does not know."""
        host = self.host.replace(":", "-")
        # “sample-2024” is the key of an invented programme; a host may end with a point.
        return f"{host}{'.' if host == 'sample' else ''}-{self.number}"

    @property
    def hostname(self) -> str:
        """The host without its port, as it stands in iCalendar UIDs."""
        return self.host.rsplit(":", 1)[0] if self.host[-1:].isdigit() else self.host

    @property
    def is_sample(self) -> bool:
        """Whether this is one of the invented programmes."""
        return self.host == SAMPLE_HOST


@frozen
class EventAddress:
    """How to reach an event: `base_url` has scheme, host and path prefix, no trailing slash."""

    event_id: EventId
    base_url: str

    @property
    def url(self) -> str:
        """The page of the event for people."""
        return f"{self.base_url}/event/{self.event_id.number}/"


@frozen
class EventLabel:
    """What organisers pin to an event, such as “cancelled” or “postponed”."""

    title: str
    is_event_not_happening: bool = False
    message: str = ""


@frozen
class Event:
    """One conference as its Indico describes it. `description` is the HTML as it came."""

    event_id: EventId
    title: str
    timezone: str
    start_dt: datetime
    end_dt: datetime
    description: str = ""
    venue_name: str = ""
    room_name: str = ""
    address: str = ""
    url: str = ""
    category: str = ""
    organizer: str = ""
    note: str = ""
    label: EventLabel | None = None
    chairs: tuple[PersonLink, ...] = ()
    keywords: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    materials: tuple[Material, ...] = field(default=())
