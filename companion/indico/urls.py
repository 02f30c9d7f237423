"""What people paste: which server, which event."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.errors import InsecureAddress, NotAnAddress, in_short

LONGEST = 2000
HIGHEST = 2**31 - 1
"""Indico's event ids are 32-bit integers."""

_PORTS = {"https": 443, "http": 80}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_USER = re.compile(r"//[^/?#@]*@")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_EVENT = re.compile(
    r"(?P<prefix>(?:/[\w.~%-]+)*?)/(?:export/(?:event|timetable)|event)/(?P<number>\d+)(?!\w)",
    re.ASCII,
)
_LIKELY = re.compile("/(?:event|e|export)/")
_SHORT = re.compile(r"(?P<prefix>(?:/[\w.~%-]+)*?)/e/(?P<name>[\w.~%/-]+)", re.ASCII)
# Two standards write these differently as ASCII; guessing might lead to somebody else's server.
_AMBIGUOUS = frozenset("ßς\u200c\u200d")


@dataclass(frozen=True, slots=True)
class ShortAddress:
    """`/e/NAME`: the server alone knows which event it is."""

    base_url: str
    name: str

    @property
    def url(self) -> str:
        """Where it is looked up."""
        return f"{self.base_url}/e/{self.name}"


def parse(text: str) -> EventAddress | ShortAddress:
    """The event that a pasted text names.

    Understood: any page or export below `/event/ID`, `/e/NAME`, with or without scheme (a bare
    host means https), Indico below a path of its host, words around the address.

    Raises:
        NotAnAddress: none of these, with a password in it, or the sample's.
        InsecureAddress: plain http to another computer.
    """
    word = _address_in(text)
    try:
        parts = urlsplit(word if _SCHEME.match(word) else "https://" + word.lstrip("/"))
        scheme, host = parts.scheme.lower(), _host(parts, text)
    except ValueError as error:
        raise _no_address(text) from error
    path = re.sub("/{2,}", "/", parts.path)
    event, short = _EVENT.match(path), _SHORT.match(path)
    found = event or short
    if found is None or ".." in found["prefix"]:
        raise _no_address(text)
    if parts.hostname == SAMPLE_HOST:
        # Where a network answers for names that cannot exist, its page is not the sample.
        raise _no_address(text)
    if scheme == "http" and not is_loopback(parts.hostname or ""):
        raise InsecureAddress(text=_shown(text))
    base_url = f"{scheme}://{host}{found['prefix']}"
    if event is None:
        return ShortAddress(base_url, found["name"].rstrip("/."))
    return EventAddress(EventId(host, _number(event["number"], text)), base_url)


def is_loopback(hostname: str) -> bool:
    """Whether a name or number means this computer."""
    try:
        return ip_address(hostname).is_loopback
    except ValueError:
        return hostname.lower().rstrip(".") == "localhost"


def _address_in(text: str) -> str:
    """The word of the text that looks like the address of an event."""
    if len(text) > LONGEST:
        raise _no_address(text)
    words = [word.strip("<>()[]{}\"'“”«»,;") for word in text.split()]
    likely = [word for word in words if _LIKELY.search(word)]
    # A blank within an address would make another host of its second half.
    if not likely or any("://" in word for word in words if word not in likely):
        raise _no_address(text)
    return likely[0]


def _host(parts: SplitResult, text: str) -> str:
    """Lower case, in ASCII, with the port where it is not the scheme's own."""
    if parts.scheme.lower() not in _PORTS or "@" in parts.netloc or not parts.hostname:
        raise _no_address(text)
    host, port = _ascii(parts.hostname.rstrip("."), text), parts.port
    if port == 0:
        raise _no_address(text)
    return host if port in (None, _PORTS[parts.scheme.lower()]) else f"{host}:{port}"


def _ascii(hostname: str, text: str) -> str:
    try:
        number = ip_address(hostname)
    except ValueError:
        return _name(hostname, text)
    return f"[{number}]" if isinstance(number, IPv6Address) else str(number)


def _name(hostname: str, text: str) -> str:
    if _AMBIGUOUS & set(hostname):
        raise _no_address(text)
    name = hostname.encode("idna").decode("ascii").lower()
    if not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise _no_address(text)
    return name


def _number(digits: str, text: str) -> int:
    # The length first: int() of a very long text is slow, and refused by Python from 4300 digits.
    number = int(digits) if len(digits) <= 20 else 0
    if not 0 < number <= HIGHEST:
        raise _no_address(text)
    return number


def _no_address(text: str) -> NotAnAddress:
    return NotAnAddress(text=_shown(text))


def _shown(text: str) -> str:
    """Short enough for a message, and without a password."""
    return in_short(_USER.sub("//…@", text))
