"""From whatever address a person has to their calendars (RFC 6764), and to our own among them."""

import re

from companion.caldav_publish.addresses import follow, host_of, root_of
from companion.caldav_publish.connection import CALDAV, DAV, Connection, Row
from companion.domain.series.latin import plain
from companion.errors import CalendarNotFound, CalendarRefused

MARK = "Published by QTML Companion."
"""Stands in the description of our collection: it is found again when it was given another name."""
FOLDER = "qtml-companion"


def find_home(connection: Connection, url: str) -> str:
    """The folder that holds the person's calendars.

    Tried: the address itself, the well-known address of its host, the host's first page.

    Raises:
        CalendarNotFound: none of them speaks CalDAV.
        CalendarLogin, CalendarUnreachable ...: as in `Connection.ask`.
    """
    for start in (url, root_of(url) + ".well-known/caldav", root_of(url)):
        try:
            home = _home_from(connection, start)
        except CalendarRefused:
            continue
        if home:
            return home
    raise CalendarNotFound(url=url, host=host_of(url))


def _home_from(connection: Connection, start: str) -> str:
    place, rows = connection.find(start, _question_home(), 0)
    for row in rows:
        if href := row.link(f"{CALDAV}calendar-home-set"):
            return follow(place, href)
    for row in rows:
        if href := row.link(f"{DAV}current-user-principal"):
            place, principals = connection.find(follow(place, href), _question_home(), 0)
            hrefs = (item.link(f"{CALDAV}calendar-home-set") for item in principals)
            found = next(filter(None, hrefs), "")
            return follow(place, found) if found else ""
    return ""


def find_own(connection: Connection, home: str, name: str) -> str:
    """Our collection of that name; made if it is missing. Those of others are never taken.

    Raises:
        CalendarRefused, CalendarForbidden: the server does not let us make one.
    """
    home, rows = connection.find(_as_folder(home), _question_list(), 1)
    url = follow(home, f"{_slug(name)}/")
    calendars = [row for row in rows if _is_calendar(row)]
    for row in calendars:
        place = _as_folder(follow(home, row.href))
        if place == url or _is_ours(row, name):
            return place
    reply = connection.ask("MKCALENDAR", url, _description(name))
    if reply.status not in {200, 201}:
        raise CalendarRefused(host=host_of(url), what=f"a new calendar {name}", status=reply.status)
    return url


def _is_calendar(row: Row) -> bool:
    kinds = row.properties.get(f"{DAV}resourcetype")
    return kinds is not None and kinds.find(f"{CALDAV}calendar") is not None


def _is_ours(row: Row, name: str) -> bool:
    is_named = row.text(f"{DAV}displayname") == name
    return is_named and row.text(f"{CALDAV}calendar-description").startswith(MARK)


def _slug(name: str) -> str:
    words = "-".join(re.findall("[a-z0-9]+", plain(name)))
    return f"{FOLDER}-{words}" if words else FOLDER


def _as_folder(url: str) -> str:
    return url if url.endswith("/") else f"{url}/"


def _question_home() -> str:
    from caldav.elements import cdav, dav  # noqa: PLC0415  # see import_caldav

    wanted = [dav.CurrentUserPrincipal(), cdav.CalendarHomeSet()]
    return str(dav.Propfind() + (dav.Prop() + wanted))


def _question_list() -> str:
    from caldav.elements import cdav, dav  # noqa: PLC0415  # see import_caldav

    wanted = [dav.ResourceType(), dav.DisplayName(), cdav.CalendarDescription()]
    return str(dav.Propfind() + (dav.Prop() + wanted))


def _description(name: str) -> str:
    from caldav.elements import cdav, dav  # noqa: PLC0415  # see import_caldav

    kinds = cdav.SupportedCalendarComponentSet() + cdav.Comp("VEVENT")
    settings = [dav.DisplayName(name), cdav.CalendarDescription(MARK), kinds]
    return str(cdav.Mkcalendar() + (dav.Set() + (dav.Prop() + settings)))
