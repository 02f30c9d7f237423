"""`export`: a calendar file, or a folder with one file per entry."""

import argparse
import os
from dataclasses import replace
from pathlib import Path

from companion.cli.calendar_options import chosen_selection, form_options, selection_options
from companion.cli.calendar_shapes import counted, plan_lines, plan_shape
from companion.cli.output import Output
from companion.errors import CannotWriteFile, UsageError
from companion.files import is_folder
from companion.services.registry import Services

HELP = "write a calendar file (.ics)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talks, how, and where to."""
    selection_options(parser)
    form_options(parser)
    parser.add_argument(
        "--since-last",
        action="store_true",
        help="only what changed since this file was written last with the same choice of talks",
    )
    parser.add_argument(
        "--keep", action="store_true", help="bring the file up to date after every sync"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help="the file, a folder (its name ends in /) for one file per entry, or - for standard "
        "output",
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Write it and say what is in it."""
    if args.output == "-":
        return _to_stdout(args, services, out)
    if args.keep and args.since_last:
        raise UsageError(detail="A file that is kept up to date is always whole: no --since-last")
    selection = replace(chosen_selection(args, services), since_last=args.since_last)
    target = _place(args.output)
    report = services.export.export(selection, target)
    if args.keep:
        services.calendar_targets.keep(target, selection)
    shape = plan_shape(report.plan, services.editions)
    document = {"path": args.output, "bytes": report.size, "written": report.is_written, **shape}
    entries = counted(len(report.plan.entries), "entry", "entries")
    done = f"{entries} written to {args.output}"
    head = done if report.is_written else f"Nothing has changed; {args.output} was not touched"
    out.answer({**document, "kept": args.keep}, (head, *plan_lines(report.plan, services.editions)))
    return 0


def _place(text: str) -> Path:
    """A name that ends in a slash means a folder, made if it is missing.

    Raises:
        CannotWriteFile: it cannot be made.
        UsageError: no name, or that of a folder without the slash: many files in a folder of other
            things are quickly written and slowly sorted out.
    """
    path = Path(text)
    if text.endswith(("/", os.sep)):
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteFile(path=path, detail=error.strerror or error) from error
    elif not text.strip() or is_folder(path):
        raise UsageError(detail=f"“{text}” is not a file; a folder for the entries ends in /")
    return path


def _to_stdout(args: argparse.Namespace, services: Services, out: Output) -> int:
    if out.as_json:
        raise UsageError(detail="--json and -o - both want standard output; give -o a file")
    if args.since_last or args.keep:
        raise UsageError(detail="--since-last and --keep need a file; give one with -o")
    selection = chosen_selection(args, services)
    out.answer_bytes(services.export.text(selection))
    return 0
