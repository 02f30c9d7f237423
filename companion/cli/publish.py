"""`publish`: the agenda in a calendar on the person's own CalDAV server."""

import argparse
import getpass
import os
import sys
from typing import TYPE_CHECKING

from companion.cli.calendar_options import chosen_selection, form_options, selection_options
from companion.cli.calendar_shapes import counted, plan_lines, plan_shape
from companion.cli.output import Output
from companion.errors import UsageError
from companion.ports.publishing import CalendarAccount
from companion.services.publishing import DEFAULT_NAME

if TYPE_CHECKING:
    from companion.services.registry import Services

HELP = "publish your agenda on your CalDAV server (Nextcloud, iCloud, Fastmail, Radicale ...)"
PASSWORD_VARIABLE = "QTML_COMPANION_CALDAV_PASSWORD"  # noqa: S105  # the name, not a password


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which talks, how, and where to."""
    parser.add_argument("--caldav", metavar="URL", required=True, help="the server's address")
    parser.add_argument("--user", metavar="NAME", required=True, help="your name there")
    parser.add_argument(
        "--calendar", metavar="NAME", default=DEFAULT_NAME, help="a calendar of its own, made there"
    )
    parser.add_argument(
        "--remember-password", action="store_true", help="keep it in the system's keyring"
    )
    selection_options(parser, required=False)
    form_options(parser)


def run(args: argparse.Namespace, services: "Services", out: Output) -> int:
    """Publish and say what is there now; starred talks unless others are named."""
    if not (args.all or args.person or args.session or args.talk):
        args.bookmarked = True
    selection = chosen_selection(args, services)
    account = CalendarAccount(args.caldav, args.user, _password(args, services))
    report = services.publishing.publish(selection, account, args.calendar)
    services.published.remember(report.url, account, args.calendar, selection)
    if args.remember_password:
        services.passwords.set(args.caldav, args.user, account.password)
    shape = plan_shape(report.plan, services.editions)
    head = f"{counted(report.written, 'entry', 'entries')} sent to {report.url}"
    out.answer(
        {"url": report.url, "sent": report.written, **shape},
        (head, *plan_lines(report.plan, services.editions)),
    )
    return 0


def _password(args: argparse.Namespace, services: "Services") -> str:
    """From the environment, else from the keyring, else asked for."""
    known = os.environ.get(PASSWORD_VARIABLE) or services.passwords.get(args.caldav, args.user)
    if known:
        return known
    if not sys.stdin.isatty():
        raise UsageError(detail=f"Give the password in {PASSWORD_VARIABLE}, or on a terminal")
    return getpass.getpass(f"Password of {args.user} at {args.caldav}: ")
