"""Programmes from an Indico: two requests, both answers checked and joined."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.domain.event import EventAddress
from companion.errors import (
    FetchFailed,
    LoginNeeded,
    NotAnIndico,
    NotFound,
    Refused,
    Said,
    UsageError,
)
from companion.fetch.answer import host_of
from companion.indico.envelope import leads_to_login, open_answers, refusal
from companion.indico.event import read_event
from companion.indico.links import Links
from companion.indico.mapping import join
from companion.indico.records import Quarantine
from companion.indico.urls import ShortAddress, parse
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.fetching import FetchedProgramme, RawAnswer, Resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.fetch.client import HttpClient

EVENT, TIMETABLE = "event", "timetable"


def export_urls(address: EventAddress, *, refresh: bool = False) -> dict[str, str]:
    """The two addresses of a full sync; `refresh` passes by the server's cache of ten minutes."""
    number, base = address.event_id.number, f"{address.base_url}/export"
    # Without a zone Indico answers in the server's own, and without offsets.
    event = f"{base}/event/{number}.json?detail=subcontributions&tz=UTC"
    timetable = f"{base}/timetable/{number}.json"
    if refresh:
        return {EVENT: f"{event}&nc=yes", TIMETABLE: f"{timetable}?nc=yes"}
    return {EVENT: event, TIMETABLE: timetable}


class IndicoSource:
    """Implements `ports.ProgrammeSource` for Indico servers."""

    def __init__(self, client_factory: "Callable[[], HttpClient]") -> None:
        """`client_factory` makes one client per sync; it is closed afterwards."""
        self._client_factory = client_factory

    def resolve(
        self,
        text: str,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> Resolved:
        """The event that a pasted address means; only `/e/NAME` asks the network.

        Raises:
            NotAnAddress, InsecureAddress: not an event's.
            Unreachable, Refused: the short name could not be looked up.
        """
        found = parse(text)
        if isinstance(found, EventAddress):
            return Resolved(found)
        with self._client_factory() as client:
            try:
                address = _look_up(client, found, progress, cancelled)
                return Resolved(address, client.requests_made)
            except FetchFailed as error:
                error.requests = client.requests_made
                raise

    def check(self, text: str) -> None:
        """Whether a pasted text can be an event's address; asks no network.

        Raises:
            NotAnAddress, InsecureAddress: not an event's.
        """
        parse(text)

    def fetch(
        self,
        address: EventAddress,
        *,
        refresh: bool = False,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> FetchedProgramme:
        """Ask for a whole programme.

        Raises:
            Unreachable: no usable answer.
            Refused: an answer that cannot be believed; its kinds say why.
            Cancelled: the person stopped it.
        """
        progress("connect", 0, None)
        bodies: dict[str, bytes] = {}
        with self._client_factory() as client:
            try:
                for step, url in export_urls(address, refresh=refresh).items():
                    request = _Request(step, url, progress, cancelled)
                    bodies[step] = _ask(client, address, request)
                progress("read", 0, None)
                return read_answers(
                    address,
                    bodies[EVENT],
                    bodies[TIMETABLE],
                    requests=client.requests_made,
                    refresh=refresh,
                )
            except FetchFailed as error:
                _note_traffic(error, client.requests_made, bodies)
                raise


def _note_traffic(error: FetchFailed, requests: int, bodies: dict[str, bytes]) -> None:
    """What went over the line before it failed; two answers that make no sense are doubtful."""
    error.requests, error.bodies = requests, bodies
    error.size = sum(map(len, bodies.values()))
    error.doubtful = error.doubtful or len(bodies) == 2


@dataclass(frozen=True, slots=True)
class _Request:
    step: str
    url: str
    progress: Progress
    cancelled: CancelCheck


def _ask(client: "HttpClient", address: EventAddress, request: _Request) -> bytes:
    event_id = address.event_id

    def check(target: str) -> bool:
        if leads_to_login(target):
            raise LoginNeeded(host=event_id.host, number=event_id.number)
        return True

    answer = client.get(
        request.url,
        step=request.step,
        progress=request.progress,
        cancelled=request.cancelled,
        on_redirect=check,
    )
    refused = refusal(address, answer.status, answer.body)
    if refused is not None:
        raise refused
    return answer.body


def _look_up(
    client: "HttpClient", short: ShortAddress, progress: Progress, cancelled: CancelCheck
) -> EventAddress:
    """Follow the redirects of a short name until they name an event of the same host."""
    host = host_of(short.base_url)
    answer = client.get(
        short.url,
        step="connect",
        progress=progress,
        cancelled=cancelled,
        on_redirect=lambda target: _event_at(target) is None,
    )
    found = _event_at(answer.location or "")
    if found is not None and found.event_id.host != host:
        raise Refused(host=host, detail=Said("it sends us on to {host}", host=found.event_id.host))
    if found is not None:
        return found
    if leads_to_login(answer.url) or answer.status in (401, 403):
        raise LoginNeeded(host=host, number=short.name)
    if answer.status in (404, 410):
        raise NotFound(host=host, number=short.name)
    raise NotAnIndico(host=host)


def _event_at(url: str) -> EventAddress | None:
    try:
        found = parse(url)
    except UsageError:
        return None
    return found if isinstance(found, EventAddress) else None


def read_answers(
    address: EventAddress,
    event_body: bytes,
    timetable_body: bytes,
    *,
    requests: int = 0,
    refresh: bool = False,
) -> FetchedProgramme:
    """Two bodies → a programme; the one way for a sync, the sample and a snapshot.

    Links of the sample lead nowhere: neither to `sample.invalid` nor to where it was recorded.

    Raises:
        Refused: the answers cannot be believed; its kinds say why.
    """
    opened = open_answers(address, event_body, timetable_body)
    dead = (address.base_url, opened.site) if address.event_id.is_sample else ()
    quarantine = Quarantine()
    record = read_event(opened.event, address.event_id.host, quarantine)
    joined = join(record, opened.days, address, Links(address.base_url, dead), quarantine)
    urls = export_urls(address, refresh=refresh)
    return FetchedProgramme(
        address=address,
        programme=joined.programme,
        generated_dt=opened.generated_dt or datetime.now(UTC),
        quarantined=quarantine.items,
        requests=requests,
        size=len(event_body) + len(timetable_body),
        answers=(
            RawAnswer(EVENT, urls[EVENT], event_body),
            RawAnswer(TIMETABLE, urls[TIMETABLE], timetable_body),
        ),
        event_ids=joined.event_ids,
        timetable_ids=joined.seen_elsewhere,
    )
