"""`open`: store the edition that a snapshot file holds."""

import argparse

from companion.cli.options import path
from companion.cli.output import Output
from companion.cli.shapes import report_shape
from companion.services.registry import Services

HELP = "open an edition that was recorded with “snapshot”; needs no network"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file."""
    parser.add_argument("file", metavar="FILE", type=path)
    parser.add_argument(
        "--accept", action="store_true", help="take a file that is older, or looks suspicious"
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Store it."""
    report = services.opening.open(args.file, accept=args.accept)
    out.answer(report_shape(report), (f"{report.edition}: {report.message}",))
    return 0
