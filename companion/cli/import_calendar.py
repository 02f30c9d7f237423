"""`import-calendar`: star the talks that a calendar file holds."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from companion.cli.calendar_shapes import counted
from companion.cli.output import Output
from companion.domain.calendar import ReadEntry
from companion.domain.times import iso
from companion.services.calendar_import import StarsFound
from companion.services.registry import Services

HELP = "star the talks in a calendar file of this program or of Indico"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file."""
    parser.add_argument("file", metavar="FILE", help="an .ics file")
    parser.add_argument("--dry-run", action="store_true", help="only say what it holds")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Star them and list what was not starred, and why."""
    found = services.calendar_import.look(Path(args.file))
    if not args.dry_run:
        services.calendar_import.star(found)
    document = {
        "path": args.file,
        "starred": [{"ref": str(talk.ref), "star": talk.star.value} for talk in found.new],
        "already": [str(talk.ref) for talk in found.talks if not talk.is_new],
        "cancelled": [_shape(entry) for entry in found.cancelled],
        "unknown": [_shape(entry) for entry in found.unknown],
        "problems": list(found.problems),
    }
    out.answer(document, _lines(found, is_done=not args.dry_run))
    return 0


def _shape(entry: ReadEntry) -> dict[str, object]:
    start = iso(entry.start_dt) if entry.start_dt else None
    return {"uid": entry.uid, "title": entry.title, "start": start}


def _lines(found: StarsFound, *, is_done: bool) -> Iterator[str]:
    new, old = len(found.new), len(found.talks) - len(found.new)
    words = "starred" if is_done else "to star"
    yield f"{counted(new, 'talk', 'talks')} {words}, {old} had their star"
    for talk in found.new:
        yield f"  {talk.star.value}: {talk.ref}"
    for entry in found.cancelled:
        yield f"  cancelled, not starred: {entry.title}"
    for entry in found.unknown:
        yield f"  no talk on this computer: {entry.title or 'without a title'} ({entry.uid})"
    yield from (f"  {problem}" for problem in found.problems)
