"""`programme`: the entries of an edition."""

import argparse

from companion.cli.lines import edition_line, programme_lines
from companion.cli.options import (
    chosen_edition,
    edition_option,
    iso_day,
    moment,
    zone_of,
    zone_option,
)
from companion.cli.output import Output
from companion.cli.shapes import entry_shape
from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryState
from companion.domain.times import day_of
from companion.services.registry import Services

HELP = "show a programme"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to show."""
    edition_option(parser, "the edition (default: running, next, or latest)")
    parser.add_argument("--day", metavar="YYYY-MM-DD", type=iso_day, help="only this day")
    parser.add_argument("--bookmarked", action="store_true", help="only starred talks")
    parser.add_argument("--withdrawn", action="store_true", help="only talks that are gone")
    parser.add_argument(
        "--as-of", metavar="ISO", type=moment, help="as it was after the last sync before then"
    )
    zone_option(parser)


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Show it by start, unscheduled entries last."""
    key = chosen_edition(services, args.edition)
    tz = zone_of(services, key, args.zone)
    entries = [entry for entry in _entries(services, key, args) if _wanted(entry, args)]
    if args.day:
        entries = [e for e in entries if e.start_dt and day_of(e.start_dt, tz) == args.day]
    head = edition_line(services.programme.edition(key), tz)
    lines = programme_lines(entries, tz) if entries else ("", "Nothing to show.")
    out.answer([entry_shape(entry, tz) for entry in entries], (head, *lines))
    return 0


def _entries(services: Services, key: str, args: argparse.Namespace) -> tuple[Entry, ...]:
    if args.as_of:
        return services.changes.entries_as_of(key, args.as_of)
    return services.programme.entries(key)


def _wanted(entry: Entry, args: argparse.Namespace) -> bool:
    """Talks that are gone show up only where they are asked for."""
    if args.bookmarked and entry.star is Star.NONE:
        return False
    if args.withdrawn:
        return entry.state is EntryState.WITHDRAWN
    return args.bookmarked or entry.state is EntryState.PRESENT
