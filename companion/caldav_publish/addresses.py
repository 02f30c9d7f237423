"""Where a password may be sent: https, or this computer, and never on to strangers."""

from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

from companion.errors import CalendarElsewhere, InsecureAddress, Said, UsageError


def server_url(text: str) -> str:
    """The address as typed, with its scheme; a bare host means https.

    Raises:
        UsageError: it is none, or has a user name in it.
        InsecureAddress: plain http to another computer.
    """
    url = text.strip() if "://" in text else f"https://{text.strip()}"
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or parts.scheme not in {"http", "https"} or parts.username is not None:
        raise UsageError(detail=Said("“{text}” is not the address of a calendar server", text=text))
    if parts.scheme == "http" and not _is_here(host):
        raise InsecureAddress(text=text)
    return url


def host_of(url: str) -> str:
    """The host with its port, for people."""
    return urlsplit(url).netloc


def root_of(url: str) -> str:
    """The first page of the same server."""
    return urljoin(url, "/")


def follow(base: str, href: str) -> str:
    """Where a server leads to: the same host, or one of the same owner, as far as names say.

    iCloud answers on `caldav.icloud.com` and keeps calendars on `p42-caldav.icloud.com`.

    Raises:
        CalendarElsewhere: it leads to somebody else, or out of TLS.
    """
    url = urljoin(base, href)
    here, there = urlsplit(base), urlsplit(url)
    same_host = here.netloc == there.netloc and here.scheme == there.scheme
    if same_host or (there.scheme == "https" and _is_family(here.hostname, there.hostname)):
        return url
    raise CalendarElsewhere(host=here.netloc, other=f"{there.scheme}://{there.netloc}/")


def _is_family(here: str | None, there: str | None) -> bool:
    """Whether both names end in the same domain below a top-level one, at least three labels."""
    if not here or not there or _is_address(here) or _is_address(there):
        return False
    domain = here.split(".", 1)[-1] if here.count(".") > 1 else here
    return there == domain or there.endswith(f".{domain}")


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_here(host: str) -> bool:
    return ip_address(host).is_loopback if _is_address(host) else host == "localhost"
