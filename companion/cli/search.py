"""`search`: talks that hold the given words."""

import argparse

from companion.cli.options import edition_option, positive
from companion.cli.output import Output
from companion.cli.shapes import MARKS, hit_shape
from companion.ports.programmes import SearchHit
from companion.services.registry import Services
from companion.text.plain import title_text

HELP = "search the stored programmes"
_WORDS = "words, or beginnings of words; after -- those that begin with -"
_NOTHING = "Nothing found in the stored programmes."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to look for."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help=_WORDS)
    edition_option(parser, "only this edition")
    parser.add_argument("--limit", metavar="N", type=positive, default=50, help="at most N talks")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """List what was found, best first."""
    hits = services.search.search(" ".join(args.query), args.edition, args.limit)
    out.answer([hit_shape(hit) for hit in hits], map(_line, hits) if hits else (_NOTHING,))
    return 0


def _line(hit: SearchHit) -> str:
    head = f"{hit.ref}: {title_text(hit.title)}"
    # Of a title the snippet says nothing more.
    return head if hit.field == "title" else f"{head}\n    {hit.snippet.translate(MARKS)}"
