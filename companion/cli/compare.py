"""`compare`: two editions side by side."""

import argparse
from collections.abc import Iterator

from companion.cli.output import Output
from companion.cli.series_shapes import comparison_shape
from companion.domain.series.compare import Comparison
from companion.domain.series.matching import Certainty
from companion.domain.series.reasons import sentence
from companion.domain.series.sizes import Sizes
from companion.services.registry import Services

HELP = "compare two editions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which two."""
    parser.add_argument("old", metavar="OLD", help="the earlier edition, such as qtml2023")
    parser.add_argument("new", metavar="NEW", help="the later one, such as qtml2024")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Compare them."""
    found = services.series.compare(args.old, args.new)
    out.answer(comparison_shape(found), _lines(found))
    return 0


def _lines(found: Comparison) -> Iterator[str]:
    for key, sizes in zip((found.old_key, found.new_key), found.sizes, strict=True):
        yield f"{key}: {_size_words(sizes)}"
    for certainty in Certainty:
        matches = [match for match in found.returning if match.certainty is certainty]
        yield f"\nReturning, {certainty.value}: {len(matches)}"
        for match in matches:
            yield f"  {match.new.name} ({sentence(match.reasons)})"
            then, now = (" ".join(map(str, end.refs)) for end in (match.old, match.new))
            yield f"    {then} -> {now}"
    organisations = found.organisations
    yield f"\nNew people: {len(found.new)}"
    yield f"Organisations in both: {', '.join(row.name for row in organisations.both)}"
    yield f"Organisations new: {', '.join(row.name for row in organisations.new)}"
    yield f"Organisations gone: {', '.join(row.name for row in organisations.gone)}"
    yield "\nTopics (talks then, now)"
    for topic in found.topics:
        yield f"  {topic.term}: {len(topic.then)}, {len(topic.now)}; {topic.trend.value}"


def _size_words(sizes: Sizes) -> str:
    tracks = "single track" if sizes.is_single_track else f"up to {sizes.max_parallel} in parallel"
    return (
        f"{sizes.talks} talks, {sizes.posters} posters, {sizes.tutorials} tutorials, "
        f"{sizes.sessions} sessions, {sizes.minutes_per_day:g} minutes a day, {tracks}"
    )
