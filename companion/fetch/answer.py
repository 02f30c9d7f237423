"""What a server said, and which web addresses belong together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

RedirectCheck = Callable[[str], bool]
"""Asked for each redirect's target before it is followed: True follows, False hands back the
redirect itself; it may raise."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer.

    Attributes:
        url: the address that answered, after redirects.
        headers: names in lower case.
        body: decompressed.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def location(self) -> str | None:
        """Where a redirect leads, as an absolute address; None if this is none.

        Empty for an address that makes no sense.
        """
        target = self.headers.get("location")
        if target is None or self.status not in _REDIRECTS:
            return None
        try:
            absolute = urljoin(self.url, target)
            _port(urlsplit(absolute))
        except ValueError:
            return ""
        return absolute


def host_of(url: str) -> str:
    """Host with its port where that is not the scheme's own, for messages."""
    parts = urlsplit(url)
    return parts.netloc.rpartition("@")[2]


def stays_home(url: str, target: str) -> bool:
    """Whether a redirect keeps to the host, and does not fall back from https to http."""
    here, there = urlsplit(url), urlsplit(target)
    if here.hostname != there.hostname or there.scheme not in _DEFAULT_PORTS:
        return False
    if here.scheme == there.scheme:
        return _port(here) == _port(there)
    return there.scheme == "https"


def _port(parts: SplitResult) -> int | None:
    return parts.port or _DEFAULT_PORTS.get(parts.scheme)
