"""`series`: every edition at a glance, and which events belong to it."""

import argparse
from collections.abc import Iterator

from companion.cli.output import Output
from companion.cli.series_shapes import glance_shape
from companion.domain.series.glance import SERIES_LINKS, EditionGlance, Fact
from companion.domain.series.words_for import countdown_words, offset_words
from companion.errors import UsageError
from companion.services.registry import Services

HELP = "show the series at a glance"
NOT_KNOWN = "not known"
SHOW = "show"
_BELONGS = {"add": True, "remove": False, "auto": None}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing, or an event that joins or leaves."""
    parser.add_argument(
        "action",
        nargs="?",
        default=SHOW,
        choices=[SHOW, *_BELONGS],
        help="show: all editions (default); add, remove: put an event into the series or take it "
        "out; auto: leave that to its title and category",
    )
    parser.add_argument("target", metavar="KEY|URL", nargs="?", help="an edition, or an address")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Show it, earliest edition first, or change what belongs to it."""
    if (args.action == SHOW) is bool(args.target):
        raise UsageError(detail=f"Give an edition or an address to {' or '.join(_BELONGS)}")
    if args.action != SHOW:
        return _decide(args.action, args.target, services, out)
    found = services.series.glance()
    out.answer([glance_shape(item) for item in found], _lines(found))
    return 0


def _decide(action: str, target: str, services: Services, out: Output) -> int:
    key = target
    if "/" in target:
        report = services.sync.sync(target)
        if report.error:
            raise report.error
        key = report.edition
    services.series.set_member(key, belongs=_BELONGS[action])
    belongs = services.series.is_member(key)
    words = "belongs to the series" if belongs else "does not belong to the series"
    out.answer({"edition": key, "belongs": belongs}, (f"{key} {words}",))
    return 0


def _lines(found: tuple[EditionGlance, ...]) -> Iterator[str]:
    for item in found:
        yield f"{item.title} ({item.key}): {', '.join(state.value for state in item.states)}"
        number = f"edition {item.number.value}" if item.number.is_known else "number not known"
        yield f"    {number}; {_place(item)}; {_days(item)}; host: {_said(item.host)}"
        if item.now_local and item.offset_min is not None:
            yield f"    there now {item.now_local:%a %H:%M}, {offset_words(item.offset_min)}"
        if item.starts_in:
            yield f"    starts in {countdown_words(item.starts_in)}"
        for link in item.links:
            yield f"    {link.title}: {link.url}"
    for link in SERIES_LINKS:
        yield f"{link.title}: {link.url}"


def _said(fact: Fact[str]) -> str:
    return fact.value or NOT_KNOWN


def _place(item: EditionGlance) -> str:
    known = [fact.value for fact in (item.city, item.country) if fact.value]
    return ", ".join(known) or f"place {NOT_KNOWN}"


def _days(item: EditionGlance) -> str:
    if item.start_day.value and item.end_day.value:
        return f"{item.start_day.value} to {item.end_day.value}"
    return f"dates {NOT_KNOWN}"
