"""`export`: a calendar file."""

import argparse
import sys
from pathlib import Path

from companion.cli.options import edition_option, iso_day
from companion.cli.output import Output
from companion.domain.calendar import Action, CalendarOptions, CalendarPlan, PosterForm
from companion.errors import UsageError
from companion.services.export import ExportSelection
from companion.services.registry import Services

HELP = "write a calendar file (.ics)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talks, and where to."""
    edition_option(parser, "only this edition; needed with --all")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--bookmarked", action="store_true", help="starred talks")
    which.add_argument("--all", action="store_true", help="every talk")
    parser.add_argument("--day", metavar="YYYY-MM-DD", type=iso_day, help="only this day")
    parser.add_argument(
        "-o", "--output", metavar="FILE", required=True, help="the file, or - for standard output"
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Write it and say what is in it."""
    if args.all and not args.edition:
        raise UsageError(detail="--all needs --edition KEY")
    selection = ExportSelection(
        key=args.edition,
        bookmarked=args.bookmarked,
        day=args.day,
        options=CalendarOptions(posters=PosterForm.EACH),
    )
    if args.output == "-":
        return _to_stdout(services, selection, out)
    report = services.export.export(selection, Path(args.output))
    document = {"path": args.output, "bytes": report.size, **_counts(report.plan)}
    out.answer(document, (f"{len(report.plan.entries)} entries written to {args.output}",))
    return 0


def _to_stdout(services: Services, selection: ExportSelection, out: Output) -> int:
    if out.as_json:
        raise UsageError(detail="--json and -o - both want standard output; give -o a file")
    sys.stdout.buffer.write(services.export.text(selection))
    sys.stdout.buffer.flush()
    return 0


def _counts(plan: CalendarPlan) -> dict[str, object]:
    counts: dict[str, object] = {action.value: len(plan.of(action)) for action in Action}
    return {"entries": len(plan.entries), **counts, "left_out": len(plan.left_out)}
