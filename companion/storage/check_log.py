"""When each event was last asked for, in a small file of its own.

An unchanged answer must not touch the database, so this is not in it. What it holds can be lost
without harm: a damaged file counts as empty.
"""

import json
from datetime import datetime
from pathlib import Path

from companion.domain.event import EventId
from companion.files import replace_file
from companion.storage.failures import file_error
from companion.storage.instants import parse, record_text

_CHECKED, _REFRESHED = "checked", "refreshed"


class JsonCheckLog:
    """Implements `companion.ports.programmes.CheckLog`.

    Each note replaces the whole file at once. Of two notes at the same moment one may be lost,
    which costs one request.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def checked(self, event_id: EventId) -> datetime | None:
        """When its site last gave a good answer."""
        return _times(self._read(), _CHECKED).get(event_id)

    def refreshed(self, event_id: EventId) -> datetime | None:
        """When `nc=yes` was last sent."""
        return _times(self._read(), _REFRESHED).get(event_id)

    def all_checked(self) -> dict[EventId, datetime]:
        """`checked` of every event."""
        return _times(self._read(), _CHECKED)

    def note(
        self,
        event_id: EventId,
        *,
        checked: datetime | None = None,
        refreshed: datetime | None = None,
    ) -> None:
        """Remember one or both.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        events = self._read()
        entry = events.setdefault(_name(event_id), {})
        if checked is not None:
            entry[_CHECKED] = record_text(checked)
        if refreshed is not None:
            entry[_REFRESHED] = record_text(refreshed)
        self._write(events)

    def forget(self, event_id: EventId) -> None:
        """Remember nothing of an event."""
        events = self._read()
        if events.pop(_name(event_id), None) is not None:
            self._write(events)

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            events = json.loads(self._path.read_bytes())
            return {str(name): _only_texts(times) for name, times in events.items()}
        except (OSError, ValueError, AttributeError, RecursionError):
            return {}

    def _write(self, events: dict[str, dict[str, str]]) -> None:
        body = json.dumps(events, indent=1, sort_keys=True).encode()
        try:
            replace_file(self._path, body)
        except OSError as error:
            raise file_error(error, self._path) from error


def _name(event_id: EventId) -> str:
    return f"{event_id.host}/{event_id.number}"


def _only_texts(times: dict[object, object]) -> dict[str, str]:
    return {str(key): value for key, value in times.items() if isinstance(value, str)}


def _times(events: dict[str, dict[str, str]], field: str) -> dict[EventId, datetime]:
    found = {}
    for name, times in events.items():
        host, _, number = name.rpartition("/")
        moment = _moment(times.get(field, ""))
        if moment is not None and number.isascii() and number.isdigit():
            found[EventId(host, int(number))] = moment
    return found


def _moment(text: str) -> datetime | None:
    try:
        moment = parse(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
