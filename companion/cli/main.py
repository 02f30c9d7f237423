"""Reads the command line and runs one verb."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from companion import APP_NAME, __version__
from companion.cli import (
    backup,
    bookmark,
    calendars,
    catalogue,
    changes,
    compare,
    doctor,
    editions,
    export,
    follow,
    followups,
    import_calendar,
    open_file,
    programme,
    publish,
    remote_plan,
    search,
    series,
    show,
    snapshot,
    stars,
    sync,
)
from companion.cli.options import Parser, common_options
from companion.cli.output import Output
from companion.errors import CompanionError
from companion.services.registry import Services

PROGRAM = "qtml-companion"


@dataclass(frozen=True, slots=True)
class Verb:
    """One word of the command line.

    Attributes:
        run: gets the arguments, the services and the output; returns the exit code.
    """

    help: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Services, Output], int]


VERBS: Mapping[str, Verb] = {
    "editions": Verb(editions.HELP, editions.add_arguments, editions.run),
    "sync": Verb(sync.HELP, sync.add_arguments, sync.run),
    "programme": Verb(programme.HELP, programme.add_arguments, programme.run),
    "show": Verb(show.HELP, show.add_arguments, show.run),
    "search": Verb(search.HELP, search.add_arguments, search.run),
    "bookmark": Verb(bookmark.HELP, bookmark.add_arguments, bookmark.run),
    "unbookmark": Verb(bookmark.UNDO_HELP, bookmark.add_undo_arguments, bookmark.run_undo),
    "changes": Verb(changes.HELP, changes.add_arguments, changes.run),
    "export": Verb(export.HELP, export.add_arguments, export.run),
    "publish": Verb(publish.HELP, publish.add_arguments, publish.run),
    "calendars": Verb(calendars.HELP, calendars.add_arguments, calendars.run),
    "import-calendar": Verb(
        import_calendar.HELP, import_calendar.add_arguments, import_calendar.run
    ),
    "snapshot": Verb(snapshot.HELP, snapshot.add_arguments, snapshot.run),
    "open": Verb(open_file.HELP, open_file.add_arguments, open_file.run),
    "catalogue": Verb(catalogue.HELP, catalogue.add_arguments, catalogue.run),
    "series": Verb(series.HELP, series.add_arguments, series.run),
    "compare": Verb(compare.HELP, compare.add_arguments, compare.run),
    "followups": Verb(followups.HELP, followups.add_arguments, followups.run),
    "follow": Verb(follow.HELP, follow.add_arguments, follow.run),
    "unfollow": Verb(follow.UNDO_HELP, follow.add_undo_arguments, follow.run_undo),
    "remote-plan": Verb(remote_plan.HELP, remote_plan.add_arguments, remote_plan.run),
    "stars": Verb(stars.HELP, stars.add_arguments, stars.run),
    "backup": Verb(backup.HELP, backup.add_arguments, backup.run),
    "doctor": Verb(doctor.HELP, doctor.add_arguments, doctor.run),
}


def build_parser(verbs: Mapping[str, Verb], argv: Sequence[str]) -> Parser:
    """The parser for all verbs; those that are not among the words have no arguments yet."""
    parser = Parser(
        prog=PROGRAM,
        description=f"{APP_NAME}: without a verb, the window opens.",
        parents=[common_options(default=None)],
    )
    parser.add_argument("--version", action="version", version=f"{APP_NAME} {__version__}")
    common = common_options()
    commands = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    for name, verb in verbs.items():
        if name in argv:
            own = commands.add_parser(name, help=verb.help, description=verb.help, parents=[common])
            verb.add_arguments(own)
        else:
            commands.add_parser(name, help=verb.help)
    return parser


def run(
    argv: Sequence[str],
    make_services: Callable[[argparse.Namespace], Services],
    more_verbs: Mapping[str, Verb],
) -> int:
    """Run one verb; returns the exit code.

    Args:
        argv: without the program's name.
        make_services: called once the arguments are known to be sane.
        more_verbs: those that need a window.
    """
    out = Output(as_json="--json" in argv)
    verbs = {**VERBS, **more_verbs}
    try:
        args = build_parser(verbs, argv).parse_args(argv)
        out.as_json = bool(args.json)
        services = make_services(args)
        try:
            return verbs[args.verb].run(args, services, out)
        finally:
            # Also where the verb fails: what was rescued, and from where, is told only once.
            out.notice(services.notice)
    except CompanionError as error:
        out.error(error)
        return error.exit_code
