"""What an edition's table may say, and how each value is checked.

A list may come from elsewhere, so nothing in it is trusted; every link it holds is https.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from urllib.parse import SplitResult, urlsplit

from companion.domain.event import EventAddress, EventId
from companion.domain.times import zone
from companion.errors import UsageError

_MAX_TEXT = 2000
_YEARS = range(1990, 2101)
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


class Fault(Exception):
    """What is wrong, in words; the place is put in front on the way out."""

    def at(self, place: str) -> "Fault":
        """The same with the place in front."""
        return Fault(f"{place}: {self}")


def text(value: object) -> str:
    """One line of text."""
    if not isinstance(value, str):
        raise Fault("is not a text")
    if len(value) > _MAX_TEXT:
        raise Fault(f"is longer than {_MAX_TEXT} characters")
    if not value.isprintable():
        raise Fault("has control characters")
    return value


def whole_number(value: object) -> int:
    """A positive number; TOML's true is none."""
    if type(value) is not int:
        raise Fault("is not a whole number")
    if not 0 < value < 2**31:
        raise Fault("is not a positive number of usual size")
    return value


def year(value: object) -> int:
    """A year in which the series can have met."""
    number = whole_number(value)
    if number not in _YEARS:
        raise Fault(f"{number} is not between {_YEARS[0]} and {_YEARS[-1]}")
    return number


def day(value: object) -> date:
    """A date without time."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Fault("is not a date such as 2024-11-25")
    return value


def zone_name(value: object) -> str:
    """An IANA name that this computer knows."""
    name = text(value)
    try:
        zone(name)
    except UsageError as error:
        raise Fault(str(error)) from error
    return name


def https_address(value: object) -> str:
    """An address that is safe to offer as a link."""
    address = text(value)
    _split(address)
    return address


def indico_event(value: object) -> EventAddress:
    """`{ base, event_id }`: an Indico and the number of its event."""
    if not isinstance(value, dict) or set(value) != {"base", "event_id"}:
        raise Fault("needs base and event_id, and nothing else")
    parts = _split(text(value["base"]))
    if parts.query or parts.fragment:
        raise Fault(f"“{value['base']}” has more than host and path")
    port = "" if parts.port in {None, 443} else f":{parts.port}"
    host = f"{parts.hostname}{port}"
    event_id = EventId(host, whole_number(value["event_id"]))
    return EventAddress(event_id, f"https://{host}{parts.path.rstrip('/')}")


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port_is_usable = parts.port != 0
    except ValueError as error:
        raise Fault(f"“{address}” is not an address") from error
    if parts.scheme != "https":
        raise Fault(f"“{address}” is not an https address")
    host_is_usable = _HOST.fullmatch(parts.hostname or "") and "@" not in parts.netloc
    if not host_is_usable or not port_is_usable or " " in address:
        raise Fault(f"“{address}” is not an address")
    return parts


FACTS: Mapping[str, tuple[str, Callable[[object], object]]] = {
    "number": ("number", whole_number),
    "city": ("city", text),
    "country": ("country", text),
    "timezone": ("timezone", zone_name),
    "start_date": ("start_day", day),
    "end_date": ("end_day", day),
    "dates_source": ("", text),
    "venue": ("venue", text),
    "host": ("host", text),
    "website": ("website", https_address),
    "programme": ("programme_url", https_address),
    "programme_archive": ("", https_address),
    "indico": ("address", indico_event),
}
"""Key in the file → field of `Edition` (empty where it has none), and how its value is read."""
