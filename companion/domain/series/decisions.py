"""What the person decided about people and talks; kept with their data, stable over syncs."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from companion.domain.event import EventId
from companion.domain.people import PersonLink
from companion.domain.series.latin import plain


@dataclass(frozen=True, slots=True, order=True)
class PersonKey:
    """Names one person of one event in stored decisions.

    Indico's person id stays through renames and syncs, but not every person has one, and
    organisers who merge entries drop some; so the digest of name and affiliation stands beside it
    and is used where the id is not found any more.

    Attributes:
        person_id: Indico's; None where it gave none.
        digest: 16 hex digits of SHA-256 over the folded name and affiliation.
    """

    event_id: EventId
    person_id: int | None
    digest: str

    def __str__(self) -> str:
        number = "-" if self.person_id is None else str(self.person_id)
        return f"{self.event_id.host}/{self.event_id.number}/{number}/{self.digest}"

    @classmethod
    def parse(cls, text: str) -> "PersonKey":
        """The key that `str` wrote.

        Raises:
            ValueError: the text is no such key.
        """
        host, number, person, digest = text.split("/")
        person_id = None if person == "-" else int(person)
        return cls(EventId(host, int(number)), person_id, digest)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """An order in which both ends of a decision are kept."""
        return (
            self.event_id.host,
            self.event_id.number,
            -1 if self.person_id is None else self.person_id,
            self.digest,
        )


def person_key(event_id: EventId, link: PersonLink) -> PersonKey:
    """The key of a person in an event."""
    text = f"{plain(link.name)}\n{plain(link.affiliation)}"
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
    return PersonKey(event_id, link.person_id, digest)


@dataclass(frozen=True, slots=True)
class PersonDecision:
    """Two entries are one person, or are not; `first` sorts before `second`.

    Attributes:
        same: True merges them, False keeps them apart.
    """

    first: PersonKey
    second: PersonKey
    same: bool
    decided_dt: datetime

    @classmethod
    def of(cls, one: PersonKey, other: PersonKey, same: bool, now: datetime) -> "PersonDecision":
        """The decision about two people, in whatever order they are named.

        Raises:
            ValueError: both are the same entry.
        """
        if one == other:
            raise ValueError("a decision needs two different people")
        first, second = sorted((one, other), key=lambda key: key.sort_key)
        return cls(first, second, same, now)


@dataclass(frozen=True, slots=True, order=True)
class TalkKey:
    """Names one talk for ever: Indico's database id stays through edits and moves."""

    event_id: EventId
    db_id: int


@dataclass(frozen=True, slots=True)
class FollowUpDecision:
    """`newer` follows up `older`, or does not, as the reader says."""

    older: TalkKey
    newer: TalkKey
    confirmed: bool
    decided_dt: datetime
