"""Where programmes come from, and what comes: answers of servers, read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from companion.domain.event import EventAddress
from companion.domain.timetable import Programme
from companion.ports.calls import CancelCheck, Progress


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One record that could not be read; the rest of the answer was.

    Attributes:
        path: where it stands, such as `event.contributions[12].duration` (with the db_id if known).
        reason: in plain words.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One answer as it came, for snapshots and for reports of refused ones."""

    name: str
    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class FetchedProgramme:
    """What one sync brought.

    Attributes:
        generated_dt: when the server made the older of the answers (they may be cached there).
        requests: HTTP requests made, redirects and retries included.
        size: bytes of bodies after decompression.
        timetable_ids: db_ids that the timetable answer holds; a talk in only one answer stays.
    """

    address: EventAddress
    programme: Programme
    generated_dt: datetime
    quarantined: tuple[Quarantined, ...] = ()
    requests: int = 0
    size: int = 0
    answers: tuple[RawAnswer, ...] = ()
    event_ids: frozenset[int] = frozenset()
    timetable_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The event that a pasted address means.

    Attributes:
        requests: HTTP requests that it took to find out, redirects and retries included.
    """

    address: EventAddress
    requests: int = 0


class ProgrammeSource(Protocol):
    """Where programmes come from: an Indico server, the sample, or a snapshot file."""

    def resolve(
        self, text: str, *, progress: Progress = ..., cancelled: CancelCheck = ...
    ) -> Resolved:
        """The event that a pasted address means; asks the network only for short addresses.

        Raises:
            NotAnAddress, InsecureAddress: and whatever `fetch` raises.
        """

    def check(self, text: str) -> None:
        """Whether a pasted text can be an event's address; asks no network.

        Raises:
            NotAnAddress, InsecureAddress: it cannot.
        """

    def fetch(
        self,
        address: EventAddress,
        *,
        refresh: bool = ...,
        progress: Progress = ...,
        cancelled: CancelCheck = ...,
    ) -> FetchedProgramme:
        """Ask for a whole programme; `refresh` passes by the server's own cache (`nc=yes`)."""


class Downloader(Protocol):
    """Brings one small file over https."""

    def download(
        self, url: str, *, progress: Progress = ..., cancelled: CancelCheck = ...
    ) -> bytes:
        """The whole file.

        Raises:
            InsecureAddress, UsageError: the address is not https, or none at all.
            Unreachable: no usable answer.
            Refused: led to another host; too large; not there.
        """
