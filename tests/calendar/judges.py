"""What three independent parsers find in a calendar file."""

import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import vobject

BUILD = Path(__file__).parents[2] / "build" / "calendar"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Seen:
    """One entry; times are None if missing or without a zone."""

    uid: str
    start_dt: datetime | None
    end_dt: datetime | None
    sequence: int
    status: str
    title: str
    location: str
    text: str


@dataclass(frozen=True)
class Verdict:
    """What one judge found; `errors` come from libical's strict check only."""

    entries: dict[str, Seen]
    errors: tuple[str, ...] = ()


def verdicts(path: Path) -> dict[str, Verdict]:
    """The findings of all judges, by name."""
    return {"vobject": by_vobject(path), "ical.js": by_icaljs(path), "libical": by_libical(path)}


def by_vobject(path: Path) -> Verdict:
    zones = vars(vobject.icalendar)["__tzidMap"]  # kept from file to file otherwise
    for name in set(zones) - {"UTC"}:
        del zones[name]
    calendar = vobject.readOne(path.read_bytes().decode())
    return _verdict(_of_vobject(entry) for entry in calendar.contents.get("vevent", []))


def by_icaljs(path: Path) -> Verdict:
    node = shutil.which("node") or "node"
    library = BUILD / "node" / "node_modules" / "ical.js" / "dist" / "ical.js"
    return _of_lines(_run(node, HERE / "icaljs_judge.mjs", library, path))


def by_libical(path: Path) -> Verdict:
    return _of_lines(_run(BUILD / "libical_judge", path))


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert not done.stderr, done.stderr
    return done.stdout


def _of_lines(output: str) -> Verdict:
    parts = [line.split("\t") for line in output.splitlines()]
    errors = tuple(_text(part[1]) for part in parts if part[0] == "error")
    verdict = _verdict(_of_parts(part) for part in parts if part[0] == "event")
    return Verdict(verdict.entries, errors)


def _of_parts(part: list[str]) -> Seen:
    _, uid, start, end, sequence, status, *texts = part
    title, location, text = map(_text, texts)
    return Seen(
        _text(uid), _moment(start), _moment(end), int(sequence), status, title, location, text
    )


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode()


def _moment(seconds: str) -> datetime | None:
    return None if seconds == "-" else datetime.fromtimestamp(int(seconds), UTC)


def _of_vobject(entry: vobject.base.Component) -> Seen:
    def value(name: str) -> str:
        return entry.getChildValue(name, "")

    return Seen(
        value("uid"),
        _utc(entry.getChildValue("dtstart")),
        _utc(entry.getChildValue("dtend")),
        int(value("sequence")),
        value("status"),
        value("summary"),
        value("location"),
        value("description"),
    )


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None or moment.tzinfo is None else moment.astimezone(UTC)


def _verdict(entries: Iterable[Seen]) -> Verdict:
    entries = list(entries)
    found = {entry.uid: entry for entry in entries}
    assert len(found) == len(entries), "a UID comes twice"
    return Verdict(found)
