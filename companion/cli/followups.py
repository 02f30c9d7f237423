"""`followups`: what a talk carries on, and what carries it on."""

import argparse

from companion.cli.output import Output
from companion.cli.series_shapes import related_shape
from companion.domain.entry import EntryRef
from companion.domain.series.reasons import sentence
from companion.services.follow_ups import RelatedTalk
from companion.services.registry import Services
from companion.text.plain import title_text

HELP = "list predecessors and successors of a talk in other editions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talk."""
    parser.add_argument("ref", metavar="REF", help="such as qtml2024/126")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """List them, surest first."""
    found = services.follow_ups.of_talk(EntryRef.parse(args.ref))
    out.answer([related_shape(item) for item in found], map(_line, found))
    return 0


def _line(item: RelatedTalk) -> str:
    title = title_text(item.talk.contribution.title)
    why = f"{item.direction.value}, {item.confidence.value}: {sentence(item.reasons)}"
    return f"{item.talk.ref}: {title}\n    {why}"
