"""Our own collection on a server: what is in it, and writing into it by ETag."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

from companion.caldav_publish.addresses import follow, host_of, server_url
from companion.caldav_publish.connection import CALDAV, DAV, Connection
from companion.caldav_publish.discovery import find_home, find_own
from companion.errors import CalendarRefused
from companion.ports.publishing import CalendarAccount, RemoteEntry

_WRITTEN = frozenset({200, 201, 204})
_LINE = re.compile(r"(?P<name>UID|SEQUENCE|BEGIN|END)(?:;[^:\n]*)?:(?P<value>.*)", re.IGNORECASE)


class CaldavServers:
    """`companion.ports.publishing.CalendarServers`."""

    @contextmanager
    def open(self, account: CalendarAccount, name: str) -> Iterator["OwnCollection"]:
        """Find the person's own collection of that name, or make it."""
        url = server_url(account.url)
        with Connection(CalendarAccount(url, account.user, account.password)) as connection:
            home = find_home(connection, url)
            yield OwnCollection(connection, find_own(connection, home, name))


class OwnCollection:
    """Implements `companion.ports.publishing.RemoteCalendar`; writes nothing outside its folder."""

    def __init__(self, connection: Connection, url: str) -> None:
        self.url = url
        self._connection = connection

    def entries(self) -> Mapping[str, RemoteEntry]:
        """By UID, all entries in it, whoever wrote them."""
        reply = self._connection.ask("REPORT", self.url, _question(), {"Depth": "1"})
        if reply.status != 207:
            raise CalendarRefused(host=host_of(self.url), what="the list", status=reply.status)
        found = {}
        for row in reply.rows:
            uid, sequence = read_identity(row.text(f"{CALDAV}calendar-data"))
            url = follow(self.url, row.href)
            if uid and urlsplit(url).path.startswith(urlsplit(self.url).path):
                found[uid] = RemoteEntry(uid, url, row.text(f"{DAV}getetag"), sequence)
        return found

    def put(self, name: str, data: bytes, before: RemoteEntry | None) -> None:
        """Write an entry: a new one as a file of that name, else in the place of what was read."""
        url = before.url if before else self.url + quote(name)
        condition = {"If-Match": before.etag or "*"} if before else {"If-None-Match": "*"}
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        reply = self._connection.ask("PUT", url, data.decode(), headers)
        if reply.status not in _WRITTEN:
            raise CalendarRefused(host=host_of(url), what=name, status=reply.status)


def read_identity(data: str) -> tuple[str, int]:
    """UID and SEQUENCE of the first event; empty without one. Servers fold as they like."""
    uid, sequence, depth = "", 0, []
    for line in re.sub(r"\r?\n[ \t]", "", data).splitlines():
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        name, value = found["name"].upper(), found["value"].strip()
        if name == "BEGIN":
            depth.append(value.upper())
        elif name == "END":
            del depth[-1:]
        elif depth[-1:] == ["VEVENT"] and name == "UID":
            uid = uid or value
        elif depth[-1:] == ["VEVENT"] and value.isascii() and value.isdigit():
            sequence = max(sequence, int(value[:9]))
    return uid, sequence


def _question() -> str:
    from caldav.elements import cdav, dav  # noqa: PLC0415  # see import_caldav

    wanted = dav.Prop() + [dav.GetEtag(), cdav.CalendarData()]  # noqa: RUF005  # not lists
    events = cdav.CompFilter("VCALENDAR") + cdav.CompFilter("VEVENT")
    return str(cdav.CalendarQuery() + [wanted, cdav.Filter() + events])  # noqa: RUF005
