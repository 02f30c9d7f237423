"""`snapshot`: record an edition's answers in one file."""

import argparse

from companion.cli.options import path
from companion.cli.output import Output
from companion.services.registry import Services

HELP = "record an edition in a file that others can open"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which edition, and where to."""
    parser.add_argument("target", metavar="KEY|URL", help="an edition, or an address")
    parser.add_argument("-o", "--output", metavar="FILE", type=path, required=True)
    parser.add_argument("--refresh", action="store_true", help="pass by the server's cache")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Fetch it and write the file."""
    key = services.sync.record_snapshot(
        args.target, args.output, services.snapshots, refresh=args.refresh
    )
    size = args.output.stat().st_size
    document = {"edition": key, "path": str(args.output), "bytes": size}
    out.answer(document, (f"{key} recorded in {args.output} ({size} bytes)",))
    return 0
