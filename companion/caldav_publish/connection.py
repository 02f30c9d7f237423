"""One conversation with a CalDAV server: requests, redirects, and errors in plain words."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Self

from companion.caldav_publish.addresses import follow, host_of
from companion.errors import (
    CalendarBusy,
    CalendarChanged,
    CalendarForbidden,
    CalendarLogin,
    CalendarRefused,
    CalendarUnreachable,
    MissingPackage,
)
from companion.fetch.client import USER_AGENT
from companion.fetch.failures import TransportError, known_error
from companion.ports.publishing import CalendarAccount

TIMEOUT_S = (10, 60)
"""To connect, and for each part of an answer."""
MOST_REDIRECTS = 5
DAV, CALDAV = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"

_NO_LOGIN, _FORBIDDEN, _CHANGED, _TOO_MANY = 401, 403, 412, 429


@dataclass(frozen=True, slots=True)
class Row:
    """What a server says of one resource: its path, and its properties as XML elements."""

    href: str
    properties: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A property's text; empty without it."""
        element = self.properties.get(name)
        return "" if element is None else (element.text or "").strip()

    def link(self, name: str) -> str:
        """The address inside a property; empty without it."""
        element = self.properties.get(name)
        return "" if element is None else (element.findtext(f"{DAV}href") or "").strip()


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer.

    Attributes:
        rows: of a multistatus answer; empty for all others.
        location: where it leads to; empty for nowhere.
    """

    status: int
    rows: tuple[Row, ...] = field(default=())
    location: str = ""


def import_caldav() -> ModuleType:
    """The library.

    Raises:
        MissingPackage: it is not installed.
    """
    try:
        import caldav  # noqa: PLC0415  # an optional extra, and slow to import
    except ImportError as error:
        raise MissingPackage(what="Publishing", package="caldav", extra="publish") from error
    return caldav


class Connection:
    """Use it as a context, in one thread. Never follows a redirect by itself."""

    def __init__(self, account: CalendarAccount) -> None:
        caldav = import_caldav()
        self._status = 0
        self._client = caldav.DAVClient(
            account.url,
            username=account.user,
            password=account.password,
            timeout=TIMEOUT_S,
            headers={"User-Agent": USER_AGENT},
        )
        session = self._client.session
        session.request = functools.partial(session.request, allow_redirects=False)
        session.hooks["response"].append(self._note)
        # Before the server has said how to log in, nothing is sent, not even from a .netrc file.
        session.auth = _anonymous

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.session.close()

    def _note(self, response: Any, *_args: object, **_options: object) -> None:
        self._status = response.status_code
        # With any other type the library logs whatever it cannot parse, web pages included.
        response.headers["Content-Type"] = "text/plain"

    def ask(
        self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None
    ) -> Reply:
        """Send one request; any status that is not an error of its own comes back.

        Raises:
            CalendarUnreachable, CalendarLogin, CalendarForbidden, CalendarBusy, CalendarChanged.
        """
        from caldav.lib.error import AuthorizationError  # noqa: PLC0415

        host = host_of(url)
        try:
            answer = self._client.request(url, method, body, dict(headers or {}))
        except AuthorizationError as error:
            raise self._denied(host) from error
        except NotImplementedError as error:
            # The library knows basic, digest and bearer.
            raise CalendarLogin(host=host) from error
        except TransportError as error:
            known = known_error(error, host)
            raise CalendarUnreachable(reason=known.message) from error
        self._check(answer.status, host)
        return Reply(
            answer.status, tuple(_rows(answer.tree)), str(answer.headers.get("Location", ""))
        )

    def _denied(self, host: str) -> CalendarLogin | CalendarForbidden:
        if self._status == _FORBIDDEN:
            return CalendarForbidden(host=host)
        return CalendarLogin(host=host)

    @staticmethod
    def _check(status: int, host: str) -> None:
        if status == _CHANGED:
            raise CalendarChanged(host=host)
        if status == _TOO_MANY or status >= 500:
            raise CalendarBusy(host=host, status=status)

    def find(self, url: str, body: str, depth: int) -> tuple[str, tuple[Row, ...]]:
        """Properties of a resource (depth 0), or of those in it, too (1); and where it was found.

        Raises:
            CalendarElsewhere: it leads to another owner's server.
            CalendarRefused: it is not there, or not a CalDAV server.
        """
        reply = Reply(0)
        for _ in range(MOST_REDIRECTS):
            reply = self.ask("PROPFIND", url, body, _depth(depth))
            if not reply.location or reply.status not in {301, 302, 303, 307, 308}:
                break
            url = follow(url, reply.location)
        if reply.status != 207:
            raise CalendarRefused(host=host_of(url), what="the question", status=reply.status)
        return url, reply.rows


def _anonymous(request: Any) -> Any:
    return request


def _depth(depth: int) -> dict[str, str]:
    return {"Depth": str(depth), "Content-Type": 'application/xml; charset="utf-8"'}


def _rows(tree: Any) -> Iterator[Row]:
    """The resources of a multistatus answer (RFC 4918 14.16), with the properties they have."""
    if tree is None or tree.tag != f"{DAV}multistatus":
        return
    for response in tree.iterfind(f"{DAV}response"):
        found: dict[str, Any] = {}
        for part in response.iterfind(f"{DAV}propstat"):
            if " 200" in (part.findtext(f"{DAV}status") or ""):
                found |= {item.tag: item for item in part.iterfind(f"{DAV}prop/*")}
        yield Row((response.findtext(f"{DAV}href") or "").strip(), found)
