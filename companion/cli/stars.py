"""`stars`: carry the person's stars to another computer, and back."""

import argparse
from pathlib import Path

from companion.cli.options import common_options, path, place
from companion.cli.output import Output
from companion.errors import UsageError
from companion.services.registry import Services
from companion.services.user_data import ImportReport

HELP = "write your stars to a file, or add those of a file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which way."""
    common = [common_options()]
    actions = parser.add_subparsers(dest="action", metavar="export|import", required=True)
    export = actions.add_parser(
        "export", help="write all stars to a file (docs/user-data.md)", parents=common
    )
    export.add_argument("-o", "--output", metavar="FILE|-", type=place, required=True)
    read = actions.add_parser("import", help="add the stars of a file", parents=common)
    read.add_argument("file", metavar="FILE", type=path)


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Do it."""
    if args.action == "import":
        report = services.user_data.import_file(args.file)
        out.answer(_shape(report), _lines(report))
    elif args.output == "-":
        if out.as_json:
            raise UsageError(detail="The file is JSON already: use -o - without --json")
        out.answer_bytes(services.user_data.export_bytes())
    else:
        count = services.user_data.export(Path(args.output))
        out.answer({"path": args.output, "stars": count}, [f"{count} stars in {args.output}"])
    return 0


def _shape(report: ImportReport) -> dict[str, object]:
    unknown = [
        {"host": event_id.host, "event_id": event_id.number, "stars": count}
        for event_id, count in report.unknown
    ]
    return {
        "added": report.added,
        "already": report.already,
        "unknown": unknown,
        "other": report.other,
    }


def _lines(report: ImportReport) -> list[str]:
    lines = [f"{report.added} stars added; {report.already} were here already."]
    lines += [
        f"{count} of them are on event {event_id.number} of {event_id.host}, which is not "
        "downloaded yet; they appear once it is synced."
        for event_id, count in report.unknown
    ]
    return lines
