"""`bookmark` and `unbookmark`: star talks."""

import argparse

from companion.cli.options import parse_refs
from companion.cli.output import Output
from companion.domain.bookmark import Star
from companion.services.registry import Services

HELP = "star talks"
UNDO_HELP = "take stars away"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talks, and how much."""
    parser.add_argument("refs", nargs="+", metavar="REF", help="such as qtml2024/126")
    parser.add_argument("--tentative", action="store_true", help="half a star: perhaps")


def add_undo_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talks."""
    parser.add_argument("refs", nargs="+", metavar="REF", help="such as qtml2024/126")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Star them all, or none."""
    return _set(args, services, out, Star.TENTATIVE if args.tentative else Star.STARRED)


def run_undo(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Unstar them all, or none."""
    return _set(args, services, out, Star.NONE)


def _set(args: argparse.Namespace, services: Services, out: Output, star: Star) -> int:
    refs = parse_refs(args.refs)
    services.bookmarks.set_star(refs, star)
    shapes = [
        {"ref": str(ref), "bookmarked": star is not Star.NONE, "star": star.value} for ref in refs
    ]
    out.answer(shapes, (f"{ref}: {star.value}" for ref in refs))
    return 0
