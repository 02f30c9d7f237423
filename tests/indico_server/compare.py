"""Compares what the program shows with what an Indico says, field by field.

    python -m tests.indico_server.compare http://127.0.0.1:8000/event/1/ [URL ...]
        [--data-dir DIR] [--no-sync] [--details]

It asks the two export endpoints itself, with urllib and json and nothing of the program's own
code, then reads `qtml-companion programme --json` and holds every contribution, break and block
against them: each exactly once, every field equal. `--details` also runs `show` for each
contribution with materials, references or parts. Exit code 1 if anything differs.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

Json = dict[str, Any]


class Indico:
    """What the two endpoints say of one event."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.base = f"{parts.scheme}://{parts.netloc}"
        self.number = parts.path.split("/event/")[1].split("/")[0]
        event = self._get(f"/export/event/{self.number}.json?detail=subcontributions&tz=UTC&nc=yes")
        table = self._get(f"/export/timetable/{self.number}.json?nc=yes")
        self.event: Json = event["results"][0]
        self.zone = ZoneInfo(self.event["timezone"])
        self.contributions: dict[int, Json] = {
            item["db_id"]: item for item in self.event["contributions"]
        }
        self.blocks: dict[int, Json] = {}
        self.breaks: dict[int, Json] = {}
        self.scheduled: dict[int, Json] = {}
        for entries in table["results"][self.number].values():
            self._collect(entries)

    def _get(self, path: str) -> Any:
        with urllib.request.urlopen(self.base + path, timeout=180) as answer:
            return json.load(answer)

    def _collect(self, entries: Json) -> None:
        for key, entry in entries.items():
            if entry["entryType"] == "Session":
                self.blocks[entry["sessionSlotId"]] = entry
                self._collect(entry["entries"] or {})
            elif entry["entryType"] == "Break":
                self.breaks[int(key[1:])] = entry
            else:
                self.scheduled[entry["contributionId"]] = entry

    def is_poster(self, item: Json) -> bool:
        """As the item's session says, found through the timetable, else by its unique title."""
        entry = self.scheduled.get(item["db_id"])
        key, wanted = ("sessionId", entry["sessionId"]) if entry else ("title", item["session"])
        posters = {block["isPoster"] for block in self.blocks.values() if block[key] == wanted}
        return posters == {True}


def expected(indico: Indico) -> dict[str, Json]:
    """Every entry by the end of its ref, in the shape of the command line."""
    found: dict[str, Json] = {}
    for db_id, item in indico.contributions.items():
        found[str(db_id)] = contribution(indico, item)
    for block_id, item in indico.blocks.items():
        found[f"block-{block_id}"] = {
            **placed(item, "block"),
            "title": item["title"],
            "session": item["title"],
            "block_title": item["slotTitle"],
            "code": item["code"],
            "is_poster": item["isPoster"],
            "conveners": timetable_people(item["conveners"]),
        }
    for entry_id, item in indico.breaks.items():
        block = indico.blocks.get(item["sessionSlotId"])
        found[f"break-{entry_id}"] = {
            **placed(item, "break"),
            "title": item["title"],
            "session": block and block["title"],
            "block_title": block and block["slotTitle"],
        }
    return found


def contribution(indico: Indico, item: Json) -> Json:
    """One talk."""
    entry = indico.scheduled.get(item["db_id"])
    block = indico.blocks.get(entry["sessionSlotId"]) if entry else None
    return {
        **placed(item, "contribution"),
        "db_id": item["db_id"],
        "friendly_id": item["friendly_id"],
        "title": item["title"],
        "session": item["session"],
        "block_title": block and block["slotTitle"],
        "track": item["track"],
        "type": item["type"],
        "code": item["code"],
        "board_number": item["board_number"],
        "is_poster": indico.is_poster(item),
        "speakers": people(item["speakers"]),
        "authors": people(item["primaryauthors"] + item["coauthors"]),
    }


def placed(item: Json, kind: str) -> Json:
    """When and where."""
    return {
        "kind": kind,
        "times": spans(item),
        "room": item["room"],
        "venue": item["location"],
        "state": "present",
    }


def spans(item: Json) -> set[tuple[datetime, datetime]] | None:
    """Start and end; in the hour that comes twice, those that the stated duration allows."""
    if item["startDate"] is None:
        return None
    options = {
        (start, end)
        for start in instants(item["startDate"])
        for end in instants(item["endDate"])
        if start <= end
    }
    length = timedelta(minutes=item["duration"])
    exact = {(start, end) for start, end in options if (end - start - length).seconds == 0}
    return exact or options


def instants(moment: Json) -> set[datetime]:
    """One, or two when clocks go back."""
    zone = ZoneInfo(moment["tz"])
    local = datetime.combine(date.fromisoformat(moment["date"]), time.fromisoformat(moment["time"]))
    both = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return {instant for instant in both if instant.astimezone(zone).replace(tzinfo=None) == local}


def people(links: list[Json]) -> list[Json]:
    """As the command line writes them."""
    return [
        {
            "name": f"{link['first_name']} {link['last_name']}".strip(),
            "affiliation": link["affiliation"],
        }
        for link in links
    ]


def timetable_people(links: list[Json]) -> list[Json]:
    """The same for conveners."""
    return [
        {
            "name": f"{link['firstName']} {link['familyName']}".strip(),
            "affiliation": link["affiliation"],
        }
        for link in links
    ]


def differences(indico: Indico, entries: list[Json]) -> Iterator[str]:
    """Sentences about what is not equal."""
    wanted = expected(indico)
    shown = Counter(entry["ref"].rpartition("/")[2] for entry in entries)
    for ref, count in shown.items():
        if count > 1:
            yield f"{ref} is shown {count} times"
        if ref not in wanted:
            yield f"{ref} is shown, but the site does not have it"
    for ref in wanted.keys() - shown.keys():
        yield f"{ref} is missing"
    for entry in entries:
        ref = entry["ref"].rpartition("/")[2]
        if ref in wanted:
            yield from entry_differences(ref, wanted[ref], entry, indico.zone)


def entry_differences(ref: str, wanted: Json, entry: Json, zone: ZoneInfo) -> Iterator[str]:
    """Field by field; an empty text is the same as none."""
    for name, value in wanted.items():
        if name != "times" and (value or None) != (entry[name] or None):
            yield f"{ref}: {name} is {entry[name]!r}, the site says {value!r}"
    times, start = wanted["times"], entry["start"] and datetime.fromisoformat(entry["start"])
    if times is None:
        if (entry["start"], entry["end"], entry["day"]) != (None, None, None):
            yield f"{ref}: has a time, the site gives none"
    elif not start or (start, datetime.fromisoformat(entry["end"])) not in times:
        yield f"{ref}: is from {entry['start']} to {entry['end']}, the site says {times}"
    elif entry["day"] != start.astimezone(zone).date().isoformat():
        yield f"{ref}: day is {entry['day']}"
    elif start.utcoffset() != start.astimezone(zone).utcoffset():
        yield f"{ref}: {entry['start']} is not in the zone of the event"


def detail_differences(indico: Indico, item: Json, shown: Json) -> Iterator[str]:
    """Materials, references, parts and address of one talk."""
    ref = str(item["db_id"])
    attachments = [
        {
            "title": attachment["title"],
            "folder": folder["title"] or "",
            "url": attachment.get("link_url") or attachment["download_url"],
        }
        for folder in item["folders"]
        for attachment in folder["attachments"]
    ]
    pairs = (
        ("url", urljoin(indico.base, item["url"]), shown["url"]),
        ("materials", attachments, subset(shown["materials"], ("title", "folder", "url"))),
        ("references", item["references"], subset(shown["references"],
                                                  ("type", "value", "url", "urn"))),
        ("parts", [(sub["title"], people(sub["speakers"])) for sub in item["subContributions"]],
         [(sub["title"], sub["speakers"]) for sub in shown["subcontributions"]]),
    )  # fmt: skip
    for name, wanted, value in pairs:
        if wanted != value:
            yield f"{ref}: {name} are {value!r}, the site says {wanted!r}"


def subset(items: list[Json], names: tuple[str, ...]) -> list[Json]:
    """Only these fields."""
    return [{name: item[name] for name in names} for item in items]


class Program:
    """`qtml-companion` as a process."""

    def __init__(self, data_dir: str) -> None:
        self.data_dir = data_dir

    def __call__(self, *args: str) -> Any:
        command = [sys.executable, "-m", "companion", "--data-dir", self.data_dir, *args, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(args)} failed ({done.returncode}): {done.stdout}{done.stderr}")
        return json.loads(done.stdout)


def compare(url: str, program: Callable[..., Any], *, sync: bool, details: bool) -> int:
    """Compare one event; prints what was compared and what differs, returns how many differ."""
    indico = Indico(url)
    key = f"{urlsplit(url).netloc.replace(':', '-')}-{indico.number}"
    if sync:
        (report,) = program("sync", url, "--refresh")
        key = report["edition"]
    entries = program("programme", "--edition", key)
    found = list(differences(indico, entries))
    shown = 0
    for item in indico.contributions.values() if details else ():
        if item["folders"] or item["references"] or item["subContributions"]:
            shown += 1
            found += detail_differences(indico, item, program("show", f"{key}/{item['db_id']}"))
    kinds = Counter(entry["kind"] for entry in entries)
    fields = sum(len(wanted) + 2 for wanted in expected(indico).values())
    print(
        f"{url}: {dict(sorted(kinds.items()))}, {fields} fields compared, {shown} talks in detail"
    )
    for sentence in found:
        print("  ", sentence)
    print(f"   {len(found)} differences")
    return len(found)


def main(argv: list[str] | None = None) -> int:
    """Run it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("urls", nargs="+", metavar="URL")
    parser.add_argument("--data-dir")
    parser.add_argument("--no-sync", action="store_true", help="what is stored already")
    parser.add_argument("--details", action="store_true")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        program = Program(args.data_dir or folder)
        counts = [
            compare(url, program, sync=not args.no_sync, details=args.details) for url in args.urls
        ]
    return 1 if any(counts) else 0


if __name__ == "__main__":
    sys.exit(main())
