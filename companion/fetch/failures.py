"""What requests and urllib3 raise, as errors that a person can act on."""

import http.client
from collections.abc import Iterator

import requests
import urllib3.exceptions as low

from companion.errors import (
    DamagedAnswer,
    KnownError,
    NameNotFound,
    NoNetwork,
    NotAnIndico,
    TimedOut,
    TlsFailed,
    Unreachable,
)

TransportError = (requests.RequestException, low.HTTPError, OSError)
"""All that a request and the reading of its body may raise."""


def known_error(error: Exception, host: str) -> KnownError:
    """The error of `companion.errors` that says what happened.

    requests wraps what urllib3 raises, urllib3 what the sockets raise: the innermost cause that
    we know decides.
    """
    causes = list(_causes(error))
    for kinds, known in _KINDS:
        if any(isinstance(cause, kinds) for cause in causes):
            return known(host=host)
    if any(isinstance(cause, low.IncompleteRead | http.client.IncompleteRead) for cause in causes):
        return DamagedAnswer(host=host, detail="it was cut off")
    if any(isinstance(cause, ConnectionError) for cause in causes):
        return Unreachable(host=host, detail="the connection broke off")
    if any(isinstance(cause, http.client.HTTPException) for cause in causes):
        return NotAnIndico(host=host)
    return Unreachable(host=host, detail=type(causes[-1]).__name__)


_KINDS: tuple[tuple[tuple[type[BaseException], ...], type[KnownError]], ...] = (
    ((requests.exceptions.ProxyError, low.ProxyError), NoNetwork),
    (
        (low.NameResolutionError, low.LocationParseError, requests.exceptions.InvalidURL),
        NameNotFound,
    ),
    ((requests.exceptions.SSLError, low.SSLError), TlsFailed),
    # In urllib3 a refused connection is a kind of time-out, so it comes first.
    ((low.NewConnectionError,), NoNetwork),
    ((requests.Timeout, low.TimeoutError, TimeoutError), TimedOut),
)


def may_pass(error: KnownError) -> bool:
    """Whether the same request may well succeed at once: the line broke, nobody said no."""
    return isinstance(error, DamagedAnswer) or type(error) is Unreachable


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that it wraps, outermost first."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop(0)
        if not isinstance(item, BaseException) or id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        waiting += [*item.args, getattr(item, "reason", None), item.__cause__, item.__context__]
