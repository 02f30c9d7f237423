"""The person's own mark on a talk."""

from datetime import datetime
from enum import StrEnum

from companion.domain.event import EventId
from companion.frozen import frozen


class Star(StrEnum):
    """How much the person wants to go."""

    NONE = "none"
    TENTATIVE = "tentative"
    STARRED = "starred"


@frozen
class Bookmark:
    """A star on one contribution; it outlives the talk itself."""

    event_id: EventId
    db_id: int
    star: Star
    created_dt: datetime
