"""GET for exports: with time-outs, retries, limits, progress, cancel, and errors in plain words."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from ipaddress import ip_address
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from requests.utils import get_environ_proxies

from companion import __version__
from companion.errors import KnownError, Refused, Said, ServerBusy
from companion.fetch.answer import Answer, RedirectCheck, host_of, stays_home
from companion.fetch.body import read_body
from companion.fetch.failures import TransportError, known_error, may_pass
from companion.fetch.limits import Limits
from companion.fetch.patience import Patience
from companion.fetch.retry import BUSY, pause_before
from companion.fetch.transport import PatientAdapter
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress

USER_AGENT = f"QTML-Companion/{__version__} (desktop conference programme; syncs when asked)"
HEADERS: Mapping[str, str] = {
    "User-Agent": USER_AGENT,
    "Accept": "application/json",
    "Accept-Encoding": "gzip",
    # Without it Indico sends its errors as web pages of 90 kB.
    "X-Requested-With": "XMLHttpRequest",
}


def follow_all(_target: str) -> bool:
    """For callers to whom every redirect within the host is right."""
    return True


@dataclass(frozen=True, slots=True)
class _Task:
    step: str
    progress: Progress
    cancelled: CancelCheck


class HttpClient:
    """One conversation with a server; use it as a context, in one thread.

    Attributes:
        requests_made: redirects and retries included.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        wait: Callable[[float], None] = time.sleep,
        ca_file: str | None = None,
    ) -> None:
        """Prepare it; nothing is sent yet.

        Args:
            limits: of time and size.
            wait: pauses between attempts, in short slices.
            ca_file: certificates to trust instead of the bundled ones.
        """
        self.limits = limits or Limits()
        self.requests_made = 0
        self._wait = wait
        self._patience = Patience(self.limits)
        self._session = _session(PatientAdapter(self._patience), ca_file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._session.close()

    def get(
        self,
        url: str,
        *,
        step: str = "download",
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
        on_redirect: RedirectCheck = follow_all,
    ) -> Answer:
        """Ask for an address; any status but 429 and 5xx is handed back.

        Redirects are followed within the host, never from https to http.

        Args:
            url: http or https.
            step: what `progress` is told.
            progress: called per piece received, with bytes as they came over the wire.
            cancelled: asked at least every tenth of a second while waiting for the server.
            on_redirect: asked before one is followed.

        Raises:
            Unreachable: no usable answer (its kinds say why); `ServerBusy` after all retries.
            Refused: led away to another host or in circles; `TooLarge`, `DamagedAnswer`.
            Cancelled: the person stopped it.
        """
        task = _Task(step, progress, cancelled)
        for _hop in range(self.limits.redirects + 1):
            answer = self._get_patiently(url, task)
            target = answer.location
            if target is None or not on_redirect(target):
                return answer
            if not stays_home(url, target):
                raise Refused(host=host_of(url), detail=_sent_on(host_of(target)))
            url = target
        raise Refused(host=host_of(url), detail="it sends us round in circles")

    def _get_patiently(self, url: str, task: _Task) -> Answer:
        """One address, asked again while that may help."""
        attempt, waited = 1, 0.0
        while True:
            outcome = self._attempt(url, task)
            if isinstance(outcome, Answer) and outcome.status not in BUSY:
                return outcome
            headers = outcome.headers if isinstance(outcome, Answer) else {}
            pause = pause_before(attempt, headers, datetime.now(UTC))
            waited += pause
            if attempt >= self.limits.attempts or waited > self.limits.waiting_s:
                raise _failure(outcome, url)
            self._patience.pause(pause, self._wait)
            attempt += 1

    def _attempt(self, url: str, task: _Task) -> Answer | KnownError:
        """An answer, or an error that may pass; other errors are raised."""
        self._patience.begin(task.cancelled)
        self._patience.check()
        self.requests_made += 1
        try:
            return self._ask(url, task)
        except TransportError as error:
            known = known_error(error, host_of(url))
            if not may_pass(known):
                raise known from error
            return known

    def _ask(self, url: str, task: _Task) -> Answer:
        limits = self.limits
        with self._session.get(
            url,
            stream=True,
            allow_redirects=False,
            timeout=(limits.connect_s, limits.read_s),
            proxies=_proxies(url),
        ) as response:
            headers = {name.lower(): value for name, value in response.headers.items()}
            body = read_body(
                response.raw,
                headers,
                limits,
                host_of(url),
                lambda done, total: task.progress(task.step, done, total),
            )
        return Answer(url, response.status_code, headers, body)


def _failure(outcome: Answer | KnownError, url: str) -> KnownError:
    if isinstance(outcome, Answer):
        return ServerBusy(host=host_of(url), status=outcome.status)
    return outcome


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: `HttpClient` follows them; requests would read their bodies without a cap."""


def _session(adapter: PatientAdapter, ca_file: str | None) -> requests.Session:
    session = _Session()
    # No .netrc, which would send passwords, and no certificates from the environment.
    session.trust_env = False
    session.verify = ca_file or True
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.headers.clear()
    session.headers.update(HEADERS)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _proxies(url: str) -> Any:
    """The system's proxies, which guests of many institutes need; none for this computer."""
    return {} if _is_loopback(urlsplit(url).hostname or "") else get_environ_proxies(url)


def _is_loopback(hostname: str) -> bool:
    try:
        return ip_address(hostname).is_loopback
    except ValueError:
        return hostname == "localhost"


def _sent_on(host: str) -> Said:
    if not host:
        return Said("it sends us on to another address")
    return Said("it sends us on to {host}", host=host)
