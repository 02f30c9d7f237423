"""Which answers to believe: from bytes to the event and its timetable, or an error in plain words.

For a missing and for a protected event Indico sends 200 with an empty list; the timetable answer
tells them apart (empty, or an entry with empty days). Instead of an error status there may be a
web page.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from companion.domain.event import EventAddress
from companion.errors import (
    DamagedAnswer,
    LoginNeeded,
    NotAnIndico,
    NotFound,
    Refused,
    Said,
    WrongEvent,
    in_short,
)
from companion.indico.links import site_of
from companion.indico.moments import YEARS
from companion.indico.payloads import EnvelopeIn
from companion.indico.records import UNREADABLE

T = TypeVar("T")

_Tables = dict[str, msgspec.Raw] | list[msgspec.Raw] | None
"""By event or by day; an empty record may come as a list."""

_ENVELOPE = msgspec.json.Decoder(EnvelopeIn)
_EVENTS = msgspec.json.Decoder(list[msgspec.Raw])
_TABLES: "msgspec.json.Decoder[_Tables]" = msgspec.json.Decoder(_Tables)

LONGEST_MESSAGE = 120

# Escapes in JSON: a backslash, a whole surrogate pair, or (group 1) half of one.
_HALVES = re.compile(
    rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    rb"|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
_PASSWORD_FIELD = re.compile(rb"<input[^>]*type\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN_WORDS = re.compile(
    r"(?:^|[/.?&=_-])(?:login|log-in|signin|sign-in|sso|saml2?|oauth2?|openid-connect|auth|idp)"
    r"(?:$|[/.?&=_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """Both answers, unwrapped.

    Attributes:
        event: the record of the event asked for.
        days: the timetable by day; contents raw.
        generated_dt: when the older answer was made; None if neither says.
        site: scheme and host that the answers name as their own.
    """

    event: msgspec.Raw
    days: dict[str, msgspec.Raw]
    generated_dt: datetime | None
    site: str


class _EventKey(msgspec.Struct):
    id: str | int


def leads_to_login(url: str) -> bool:
    """Whether a redirect's target looks like a login page, of Indico or of a single sign-on."""
    return _LOGIN_WORDS.search(url.partition("://")[2].partition("?")[0]) is not None


def open_answers(address: EventAddress, event_body: bytes, timetable_body: bytes) -> Opened:
    """Unwrap both answers about one event.

    Raises:
        DamagedAnswer, NotAnIndico, LoginNeeded, NotFound, WrongEvent: it cannot be believed.
    """
    first = _envelope(event_body, address)
    second = _envelope(timetable_body, address)
    events = _inside(first.results, _EVENTS, address)
    tables = _inside(second.results, _TABLES, address)
    by_event = tables if isinstance(tables, dict) else {}
    if not events:
        raise _absent(address, by_event)
    return Opened(
        event=_event_asked_for(events, address),
        days=_days(by_event, address),
        generated_dt=_older(first.ts, second.ts),
        site=site_of(first.url or ""),
    )


def _envelope(body: bytes, address: EventAddress) -> EnvelopeIn:
    text = body.removeprefix(b"\xef\xbb\xbf").lstrip()
    host = address.event_id.host
    if not text:
        raise DamagedAnswer(host=host, detail="it is empty")
    if text.startswith(b"<"):
        raise web_page(text, address)
    try:
        text.decode("utf-8")
        return _decoded(text)
    except UnicodeDecodeError as error:
        raise DamagedAnswer(host=host, detail="its text is not UTF-8") from error
    except msgspec.ValidationError as error:
        raise NotAnIndico(host=host) from error
    except RecursionError as error:
        raise DamagedAnswer(host=host, detail="it is nested too deeply") from error
    except msgspec.DecodeError as error:
        raise DamagedAnswer(host=host, detail="it is not JSON") from error


def _decoded(text: bytes) -> EnvelopeIn:
    try:
        return _ENVELOPE.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        # One half of a character in one title must not spoil the whole answer.
        mended = _HALVES.sub(lambda found: rb"\ufffd" if found[1] else found[0], text)
        return _ENVELOPE.decode(mended)


def _inside(raw: msgspec.Raw, decoder: "msgspec.json.Decoder[T]", address: EventAddress) -> T:
    try:
        return decoder.decode(raw)
    except UNREADABLE as error:
        raise DamagedAnswer(host=address.event_id.host, detail="it has another shape") from error


def _absent(address: EventAddress, by_event: dict[str, msgspec.Raw]) -> Refused:
    event_id = address.event_id
    if str(event_id.number) in by_event:
        return LoginNeeded(host=event_id.host, number=event_id.number)
    return NotFound(host=event_id.host, number=event_id.number)


def _event_asked_for(events: list[msgspec.Raw], address: EventAddress) -> msgspec.Raw:
    event_id = address.event_id
    found: list[str] = []
    for raw in events:
        try:
            found.append(str(msgspec.json.decode(raw, type=_EventKey).id))
        except UNREADABLE as error:
            detail = "the event has no id"
            raise DamagedAnswer(host=event_id.host, detail=detail) from error
        if found[-1] == str(event_id.number):
            return raw
    raise _wrong(address, found)


def _days(by_event: dict[str, msgspec.Raw], address: EventAddress) -> dict[str, msgspec.Raw]:
    raw = by_event.get(str(address.event_id.number))
    if raw is None:
        if by_event:
            raise _wrong(address, list(by_event))
        return {}
    days = _inside(raw, _TABLES, address)
    return days if isinstance(days, dict) else {}


def _wrong(address: EventAddress, found: list[str]) -> WrongEvent:
    got = in_short(", ".join(found), 40)
    return WrongEvent(host=address.event_id.host, number=address.event_id.number, got=got)


def _older(*stamps: float | None) -> datetime | None:
    moments: list[datetime] = []
    for stamp in stamps:
        try:
            moments += [] if stamp is None else [datetime.fromtimestamp(stamp, UTC)]
        except (ValueError, OverflowError, OSError):
            continue
    return min((moment for moment in moments if moment.year in YEARS), default=None)


def web_page(body: bytes, address: EventAddress) -> Refused:
    """What a web page in place of JSON means."""
    event_id = address.event_id
    if _PASSWORD_FIELD.search(body):
        return LoginNeeded(host=event_id.host, number=event_id.number)
    return NotAnIndico(host=event_id.host)


def refusal(address: EventAddress, status: int, body: bytes) -> Refused | None:
    """What an HTTP status other than 200 means; None for 200."""
    event_id = address.event_id
    if status == 200:
        return None
    if status in (401, 403):
        return LoginNeeded(host=event_id.host, number=event_id.number)
    if status in (404, 410):
        return NotFound(host=event_id.host, number=event_id.number)
    said = _message(body)
    detail = (
        Said("status {status}, “{said}”", status=status, said=said)
        if said
        else Said("status {status}", status=status)
    )
    return Refused(host=event_id.host, detail=detail)


class _Complaint(msgspec.Struct):
    message: str | None = None
    error: "_Complaint | None" = None


def _message(body: bytes) -> str:
    """Indico's own words, if it sent JSON; short, on one line."""
    try:
        complaint = msgspec.json.decode(body, type=_Complaint)
    except UNREADABLE:
        return ""
    inner = complaint.error or complaint
    return in_short(inner.message or "", LONGEST_MESSAGE)
