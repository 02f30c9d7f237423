"""`changes`: what syncs changed."""

import argparse
from datetime import datetime

from companion.cli.options import edition_option, moment
from companion.cli.output import Output
from companion.domain.times import iso
from companion.services.changes import News
from companion.services.registry import Services
from companion.text.plain import title_text

HELP = "show what changed in the programmes"
LAST = "last"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which changes."""
    edition_option(parser, "only this edition")
    parser.add_argument(
        "--since",
        metavar="ISO|last",
        type=_since,
        help="only what was seen after this instant, or since you last looked",
    )
    parser.add_argument("--mine", action="store_true", help="only starred talks")


def _since(text: str) -> str | datetime:
    return LAST if text == LAST else moment(text)


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """List them, newest first; with `last` it counts as having looked at what was asked for."""
    changes = services.changes
    if args.since == LAST:
        found = changes.unseen(args.edition, mine=args.mine)
    else:
        found = changes.news(args.edition, args.since, mine=args.mine)
    out.answer([_shape(item) for item in found], map(_line, found))
    if args.since == LAST:
        changes.note_look(args.edition, mine=args.mine)
    return 0


def _shape(item: News) -> dict[str, object]:
    return {
        "ref": item.ref_text,
        "field": item.change.field,
        "old": item.change.old,
        "new": item.change.new,
        "seen_at": iso(item.seen_dt),
        "kind": item.kind.value,
        "title": item.title,
        "mine": item.is_mine,
    }


def _line(item: News) -> str:
    change = item.change
    what = f"{change.field}: {_short(change.old)} → {_short(change.new)}"
    return f"{iso(item.seen_dt)}  {item.ref_text}  {title_text(item.title)}  {what}"


def _short(value: object) -> str:
    text = "–" if value in (None, "", []) else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
