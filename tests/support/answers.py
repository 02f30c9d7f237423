"""Small Indico answers made to measure, and recorded ones read as a sync reads them."""

import copy
import json
from typing import Any

from companion.domain.event import EventAddress, EventId
from companion.domain.timetable import Contribution, Programme
from companion.indico.source import read_answers
from companion.ports.fetching import FetchedProgramme
from tests.support.recorded import RECORDED_HOST, body, document

BASE_URL = f"http://{RECORDED_HOST}"


def address_of(number: int, base_url: str = BASE_URL) -> EventAddress:
    """An event on the recorded server."""
    return EventAddress(EventId(base_url.partition("://")[2], number), base_url)


def read_recorded(number: int, folder: str = "before") -> FetchedProgramme:
    """Both recorded answers of an event, read."""
    bodies = (body(number, kind, folder) for kind in ("event", "timetable"))
    return read_answers(address_of(number), *bodies)


def read_documents(
    event: Any, timetable: Any, number: int = 7, base_url: str = BASE_URL
) -> FetchedProgramme:
    """Two JSON documents, read."""
    bodies = (json.dumps(answer).encode() for answer in (event, timetable))
    return read_answers(address_of(number, base_url), *bodies)


def documents(number: int, folder: str = "before") -> tuple[Any, Any]:
    """Both recorded answers as fresh Python objects."""
    return document(number, "event", folder), document(number, "timetable", folder)


def talk(programme: Programme, db_id: int) -> Contribution:
    """The contribution with this db_id."""
    return next(item for item in programme.contributions if item.db_id == db_id)


# --- made to measure ---------------------------------------------------------------------------


def moment(text: str, tz: str = "UTC") -> dict[str, str]:
    """`2024-11-25 09:00` as Indico writes it."""
    day, clock = text.split(" ")
    return {"date": day, "time": clock if clock.count(":") == 2 else f"{clock}:00", "tz": tz}


def make_talk(db_id: int, start: str | None = None, end: str | None = None, **more: Any) -> Any:
    """A contribution of the event answer, times in UTC."""
    return {
        "_type": "Contribution",
        "id": str(db_id),
        "db_id": db_id,
        "friendly_id": db_id,
        "title": f"Talk {db_id}",
        "startDate": moment(start) if start else None,
        "endDate": moment(end) if end else None,
        "duration": 20,
        "session": None,
        **more,
    }


def make_event_answer(*talks: Any, number: int = 7, ts: int = 1700000000, **event: Any) -> Any:
    """The event answer."""
    record = {
        "_type": "Conference",
        "id": str(number),
        "title": "A conference",
        "timezone": "Europe/Zurich",
        "startDate": moment("2023-10-28 07:00"),
        "endDate": moment("2023-10-30 17:00"),
        "contributions": list(talks),
        **event,
    }
    return _envelope(f"/export/event/{number}.json", [record], 1, ts)


def make_timetable_answer(days: Any, number: int = 7, ts: int = 1700000060) -> Any:
    """The timetable answer; `days` as Indico nests them."""
    return _envelope(f"/export/timetable/{number}.json", {str(number): days}, 1, ts)


def make_empty_answer(results: Any, ts: int = 1700000000) -> Any:
    """What Indico sends for an event it does not show."""
    return _envelope("/export/event/7.json", results, len(results), ts)


def _envelope(path: str, results: Any, count: int, ts: int) -> Any:
    return {
        "count": count,
        "additionalInfo": {},
        "ts": ts,
        "url": BASE_URL + path,
        "results": results,
        "_type": "HTTPAPIResult",
    }


def make_entry(kind: str, start: str, end: str, tz: str = "Europe/Zurich", **more: Any) -> Any:
    """A timetable entry, times in the event's zone."""
    return {
        "entryType": kind,
        "startDate": moment(start, tz),
        "endDate": moment(end, tz),
        "title": kind,
        "sessionId": None,
        "sessionSlotId": None,
        **more,
    }


def make_block(block_id: int, start: str, end: str, session_id: int = 1, **more: Any) -> Any:
    """A session block."""
    own = {"title": f"Session {session_id}", "slotTitle": "", "entries": {}}
    ids = {"sessionSlotId": block_id, "sessionId": session_id}
    return make_entry("Session", start, end, **{**own, **ids, **more})


def make_break(entry_id: int, start: str, end: str, **more: Any) -> Any:
    """A break."""
    return make_entry("Break", start, end, **{"id": f"b{entry_id}", **more})


def make_scheduled(db_id: int, start: str, end: str, **more: Any) -> Any:
    """A contribution in the timetable."""
    own = {"title": f"Talk {db_id}", "friendlyId": db_id, "contributionId": db_id}
    return make_entry("Contribution", start, end, **{**own, **more})


def changed(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy with one value replaced."""
    whole = copy.deepcopy(document)
    place = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return whole
