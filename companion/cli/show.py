"""`show`: one entry with all that is said of it."""

import argparse
from datetime import tzinfo

from companion.cli.options import zone_of, zone_option
from companion.cli.output import Output
from companion.cli.shapes import entry_shape, material_shape, reference_shape, subcontribution_shape
from companion.cli.talk_lines import entry_lines, talk_lines
from companion.domain.entry import EntryKind, EntryRef
from companion.services.programme import TalkDetail
from companion.services.registry import Services
from companion.text.markup import to_html
from companion.text.plain import to_text

HELP = "show one talk, session or break"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which entry."""
    parser.add_argument("ref", metavar="REF", help="such as qtml2024/126")
    zone_option(parser)


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Show it."""
    ref = EntryRef.parse(args.ref)
    entry = services.programme.entry(ref)
    tz = zone_of(services, ref.edition_key, args.zone)
    if ref.kind is EntryKind.CONTRIBUTION:
        detail = services.programme.talk(ref)
        out.answer(_talk_shape(detail, tz), talk_lines(detail, tz))
        return 0
    raw = services.programme.description(ref)
    shape = entry_shape(entry, tz) | _texts(raw) | _nothing_more()
    out.answer(shape, (*entry_lines(entry, tz), "", to_text(raw)))
    return 0


def _talk_shape(detail: TalkDetail, tz: tzinfo) -> dict[str, object]:
    item = detail.contribution
    return (
        entry_shape(detail.entry, tz)
        | _texts(item.description)
        | {
            "materials": [material_shape(material) for material in item.materials],
            "references": [reference_shape(reference) for reference in item.references],
            "subcontributions": [subcontribution_shape(sub) for sub in item.subcontributions],
            "keywords": list(item.keywords),
            "note_html": to_html(item.note) if item.note else "",
            "url": detail.url,
        }
    )


def _texts(raw: str) -> dict[str, object]:
    return {"description_html": to_html(raw), "description_text": to_text(raw)}


def _nothing_more() -> dict[str, object]:
    lists: dict[str, object] = {
        name: [] for name in ("materials", "references", "subcontributions", "keywords")
    }
    return lists | {"note_html": "", "url": ""}
