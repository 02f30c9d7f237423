"""`calendars`: files and folders brought up to date after every sync, and calendars on servers."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from companion.cli.output import Output
from companion.domain.times import iso
from companion.services.calendar_targets import CalendarTarget, TargetReport
from companion.services.published import PublishedCalendar
from companion.services.registry import Services

HELP = "list the calendar files kept up to date (made with export --keep)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """List, refresh, or forget."""
    parser.add_argument("--refresh", action="store_true", help="bring them up to date now")
    parser.add_argument(
        "--forget", metavar="PATH", help="no longer keep this one (a path or address)"
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """List them; the exit code is the highest of their errors."""
    targets = services.calendar_targets
    if args.forget and "://" in args.forget:
        services.published.forget(args.forget)
    elif args.forget:
        targets.forget(Path(args.forget))
    found, online = targets.all(), services.published.all()
    reports = {report.target.path: report for report in targets.refresh()} if args.refresh else {}
    shapes = [_shape(target, reports.get(target.path)) for target in found]
    shapes += [_online_shape(calendar) for calendar in online]
    lines = [_line(target, reports.get(target.path)) for target in found]
    out.answer(shapes, [*lines, *(_online_line(calendar) for calendar in online)])
    return max((r.error.exit_code for r in reports.values() if r.error), default=0)


def tell_refreshed(reports: Iterable[TargetReport], out: Output) -> None:
    """Say which files a sync brought up to date, and which it could not."""
    for report in reports:
        if report.error:
            out.notice(f"{report.error.message} {report.error.next_step}".strip())
        elif report.report and report.report.is_written:
            out.notice(f"{report.target.path} is up to date")


def _shape(target: CalendarTarget, report: TargetReport | None) -> dict[str, object]:
    selection = target.selection
    error = report.error if report else None
    return {
        "path": str(target.path),
        "kind": target.kind.value,
        "talks": selection.scope if selection else None,
        "added_at": iso(target.added_dt),
        "written": report.report.is_written if report and report.report else None,
        "message": error.message if error else None,
    }


def _line(target: CalendarTarget, report: TargetReport | None) -> str:
    scope = target.selection.scope if target.selection else "its choice of talks cannot be read"
    state = ""
    if report and report.error:
        state = f": {report.error.message}"
    elif report and report.report:
        state = ": written" if report.report.is_written else ": as it was"
    return f"{target.path} ({scope}){state}"


def _online_shape(calendar: PublishedCalendar) -> dict[str, object]:
    return {
        "path": calendar.url,
        "kind": "caldav",
        "talks": calendar.selection.scope if calendar.selection else None,
        "added_at": iso(calendar.added_dt),
        "written": None,
        "message": None,
    }


def _online_line(calendar: PublishedCalendar) -> str:
    return f"{calendar.url} (“{calendar.name}” of {calendar.user}): brought up to date by publish"
