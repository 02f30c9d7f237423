"""`remote-plan`: which talks are live by day, by night, or to be watched later."""

import argparse
from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo

from companion.cli.lines import STARS
from companion.cli.output import Output
from companion.cli.series_shapes import remote_shape
from companion.domain.entry import Entry, EntryRef
from companion.domain.series.remote import RemoteTalk
from companion.domain.times import local
from companion.services.registry import Services
from companion.services.zones import LOCAL, shown_zone
from companion.text.plain import title_text

HELP = "plan to attend from another time zone"
AWAKE = "07:00-23:00"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which edition, from where, and when you are awake."""
    parser.add_argument("key", metavar="KEY", help="an edition, such as qtml2024")
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        default=LOCAL,
        help="where you are: local (default), or a zone such as Europe/Zurich",
    )
    parser.add_argument(
        "--awake",
        metavar="HOURS",
        default=AWAKE,
        help=f"your waking hours by the clock there (default {AWAKE}); may go over midnight",
    )
    parser.add_argument(
        "--star",
        action="store_true",
        help="star what is live, half-star what is partly live; talks with a star keep it",
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Show the plan by start."""
    plan = services.remote.plan(args.key, args.zone, args.awake)
    if args.star:
        services.remote.apply(args.key, args.zone, args.awake)
    tz = shown_zone(args.zone, services.programme.edition(args.key).timezone)
    entries = {entry.ref: entry for entry in services.programme.entries(args.key)}
    out.answer([remote_shape(item) for item in plan], _lines(plan, entries, tz))
    return 0


def _lines(
    plan: Iterable[RemoteTalk], entries: Mapping[EntryRef, Entry], tz: tzinfo
) -> Iterator[str]:
    for item in plan:
        start = f"{local(item.start_dt, tz):%a %d %b %H:%M}" if item.start_dt else "no time yet"
        entry = entries[item.ref]
        words = (item.verdict.value, start, STARS[entry.star], title_text(entry.title))
        yield "  ".join((*words, f"[{item.ref}]"))
