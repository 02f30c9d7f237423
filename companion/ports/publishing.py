"""Calendars on servers (CalDAV), and the passwords for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager


@dataclass(frozen=True, slots=True)
class CalendarAccount:
    """A person's account on a CalDAV server; the password shows up in no log."""

    url: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RemoteEntry:
    """An entry on a server.

    Attributes:
        etag: as the server writes it, quotes included; empty if it has none.
    """

    uid: str
    url: str
    etag: str
    sequence: int


class RemoteCalendar(Protocol):
    """A collection of ours on a server; every method may raise `PublishingFailed`."""

    url: str

    def entries(self) -> Mapping[str, RemoteEntry]:
        """By UID, all entries in it, whoever wrote them."""

    def put(self, name: str, data: bytes, before: RemoteEntry | None) -> None:
        """Write an entry: a new one as a file of that name, else in the place of `before`.

        Raises:
            CalendarChanged: it is there already, or no longer what was read.
        """


class CalendarServers(Protocol):
    """CalDAV servers (RFC 4791)."""

    def open(self, account: CalendarAccount, name: str) -> "AbstractContextManager[RemoteCalendar]":
        """Our own collection of that name; made if it is missing.

        Raises:
            PublishingFailed: in one of its kinds.
            UsageError: the address is none; `MissingPackage`: no library for it.
        """


class PasswordStore(Protocol):
    """The system's keyring."""

    def get(self, url: str, user: str) -> str | None:
        """The password kept for this user there; None without one."""

    def set(self, url: str, user: str, password: str) -> None:
        """Keep it.

        Raises:
            MissingPackage, KeyringFailed: it was not kept.
        """
