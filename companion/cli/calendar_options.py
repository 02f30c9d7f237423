"""Options that say which talks go into a calendar, and how."""

import argparse

from companion.cli.options import edition_option, iso_day, parse_refs
from companion.domain.calendar import CalendarOptions, PosterForm, ZoneForm
from companion.errors import UsageError
from companion.services.registry import Services
from companion.services.scope import ExportSelection

_LONGEST_ALARM = 7 * 24 * 60


def selection_options(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Which talks."""
    edition_option(parser, "only this edition (else all of them); needed with --all")
    which = parser.add_mutually_exclusive_group(required=required)
    which.add_argument("--bookmarked", action="store_true", help="starred talks")
    which.add_argument("--all", action="store_true", help="every talk")
    which.add_argument("--person", metavar="NAME", help="talks of a person")
    which.add_argument("--session", metavar="TITLE", help="talks of a session")
    which.add_argument("--talk", metavar="REF", nargs="+", help="these talks")
    parser.add_argument("--day", metavar="YYYY-MM-DD", type=iso_day, help="only this day")


def form_options(parser: argparse.ArgumentParser) -> None:
    """How entries look."""
    parser.add_argument(
        "--zone",
        choices=[form.value for form in ZoneForm],
        default=ZoneForm.UTC.value,
        help="how times are written; calendars show both in your own zone",
    )
    parser.add_argument(
        "--alarm", metavar="MIN", type=_minutes, help="remind so many minutes before"
    )
    parser.add_argument(
        "--posters",
        choices=[form.value for form in PosterForm],
        default=PosterForm.ONE.value,
        help="one entry per poster session (default), one each, or none",
    )
    parser.add_argument(
        "--cancelled", action="store_true", help="also withdrawn talks that it never held"
    )
    parser.add_argument("--unscheduled", action="store_true", help="also posters without a time")
    parser.add_argument("--breaks", action="store_true", help="also breaks on the days chosen")


def chosen_selection(args: argparse.Namespace, services: Services) -> ExportSelection:
    """What the arguments mean.

    Raises:
        UsageError: `--all` without an edition, `--day` with single talks, or a name that means
            nobody or several.
    """
    if args.all and not args.edition:
        raise UsageError(detail="--all needs --edition KEY")
    if args.talk and (args.day or args.edition):
        raise UsageError(detail="--talk names the talks themselves; leave out --day and --edition")
    refs = frozenset(parse_refs(args.talk)) if args.talk else None
    for ref in sorted(refs or ()):
        services.programme.talk(ref)
    selection = ExportSelection(
        key=args.edition,
        bookmarked=args.bookmarked,
        day=args.day,
        refs=refs,
        options=_form(args),
        person=args.person,
        session=args.session,
    )
    return services.export.resolve(selection)


def _form(args: argparse.Namespace) -> CalendarOptions:
    return CalendarOptions(
        zone=ZoneForm(args.zone),
        posters=PosterForm(args.posters),
        alarm_minutes=args.alarm,
        breaks=args.breaks,
        unscheduled=args.unscheduled,
        cancelled=args.cancelled,
    )


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > _LONGEST_ALARM:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of minutes up to a week")
    return int(text)
