"""Imports files into khal as `khal import --batch` does, and says what khal then shows.

Runs in khal's own environment. Each line of standard input is a JSON object `{"folder", "file"}`;
each answer is one line, a list of `[uid, status, start, end, summary, location]` of all entries
that khal shows, times in ISO 8601 and UTC. An entry shown twice is listed twice.
"""

import contextlib
import datetime as dt
import json
import sys
from pathlib import Path

import pytz
from khal.controllers import import_ics
from khal.khalendar import CalendarCollection

UTC = pytz.UTC
LOCALE = {
    "default_timezone": UTC,
    "local_timezone": UTC,
    "dateformat": "%Y-%m-%d",
    "longdateformat": "%Y-%m-%d",
    "timeformat": "%H:%M",
    "datetimeformat": "%Y-%m-%d %H:%M",
    "longdatetimeformat": "%Y-%m-%d %H:%M",
    "unicode_symbols": True,
    "firstweekday": 0,
    "weeknumbers": False,
}
CONF = {"locale": LOCALE, "view": {"event_format": "{title}"}}


def collection(folder: Path) -> CalendarCollection:
    calendar = {
        "name": "agenda",
        "path": str(folder / "vdir"),
        "readonly": False,
        "color": "",
        "priority": 10,
        "ctype": "calendar",
        "addresses": [],
    }
    found = CalendarCollection({"agenda": calendar}, locale=LOCALE, dbpath=str(folder / "khal.db"))
    found.default_calendar_name = "agenda"
    return found


def shown(events: CalendarCollection) -> list[list[str]]:
    begin = dt.datetime(2098, 1, 1, tzinfo=UTC)
    end = dt.datetime(2101, 1, 1, tzinfo=UTC)
    return [
        [
            event.uid,
            str(event._vevents[event.ref].get("STATUS", "")),
            event.start.astimezone(UTC).isoformat(),
            event.end.astimezone(UTC).isoformat(),
            event.summary,
            event.location,
        ]
        for event in events.get_localized(begin, end)
    ]


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        events = collection(Path(asked["folder"]))
        with contextlib.redirect_stdout(sys.stderr):
            import_ics(events, CONF, Path(asked["file"]).read_text(encoding="utf-8"), batch=True)
        sys.stdout.write(json.dumps(shown(events)) + "\n")
        sys.stdout.flush()


main()
