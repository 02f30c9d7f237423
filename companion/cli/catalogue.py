"""`catalogue`: the list of editions, and its updates."""

import argparse
from collections.abc import Iterator

from companion.cli.output import Output
from companion.errors import UsageError
from companion.ports.catalogue import CatalogueInUse
from companion.services.catalogue import CatalogueReport
from companion.services.registry import Services

HELP = "show or update the list of editions"
SHOW, UPDATE, RESET = "show", "update", "reset"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and where another list is."""
    parser.add_argument(
        "action",
        choices=[SHOW, UPDATE, RESET],
        help="show: which list is used; update: take another one; reset: the one of the program",
    )
    parser.add_argument("source", metavar="FILE|URL", nargs="?", help="a file or https address")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Do it."""
    if (args.action == UPDATE) is not bool(args.source):
        raise UsageError(detail="Give a file or an https address to update from, and only then")
    if args.action == SHOW:
        in_use = services.catalogue.in_use()
        out.answer(_shape(in_use), _lines(in_use))
        return 0
    report = (
        services.catalogue.update(args.source)
        if args.action == UPDATE
        else services.catalogue.reset()
    )
    out.answer(_report_shape(report), _report_lines(report))
    return 0


def _shape(in_use: CatalogueInUse) -> dict[str, object]:
    return {
        "editions": [edition.key for edition in in_use.editions],
        "own": list(in_use.own),
        "updated": in_use.updated.isoformat() if in_use.updated else None,
        "notice": in_use.notice,
    }


def _lines(in_use: CatalogueInUse) -> Iterator[str]:
    yield f"{len(in_use.editions)} editions: {', '.join(item.key for item in in_use.editions)}"
    if in_use.own:
        yield f"From the update: {', '.join(in_use.own)}"
    if in_use.notice:
        yield in_use.notice


def _report_shape(report: CatalogueReport) -> dict[str, object]:
    return _shape(report.in_use) | {
        "added": list(report.added),
        "changed": list(report.changed),
        "removed": list(report.removed),
    }


def _report_lines(report: CatalogueReport) -> Iterator[str]:
    parts = {"new": report.added, "changed": report.changed, "gone": report.removed}
    said = [f"{word}: {', '.join(keys)}" for word, keys in parts.items() if keys]
    yield "; ".join(said) or "The list of editions says the same as before."
