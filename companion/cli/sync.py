"""`sync`: bring editions up to date."""

import argparse

from companion.cli.calendars import tell_refreshed
from companion.cli.output import Output
from companion.cli.shapes import report_shape
from companion.errors import UsageError
from companion.services.registry import Services
from companion.services.sync_report import SyncReport

HELP = "fetch programmes from their sites"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to sync, and how."""
    parser.add_argument("targets", nargs="*", metavar="KEY|URL", help="an edition, or an address")
    parser.add_argument("--all", action="store_true", help="every edition whose site is known")
    parser.add_argument("--sample", action="store_true", help="load the sample programmes instead")
    parser.add_argument("--refresh", action="store_true", help="pass by the server's cache")
    parser.add_argument(
        "--accept", action="store_true", help="take an answer that looks suspicious"
    )


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Sync one after the other; the exit code is the highest of them."""
    if sum((bool(args.targets), args.all, args.sample)) != 1:
        raise UsageError(detail="Give the editions to sync, or --all, or --sample")
    reports = _reports(args, services)
    tell_refreshed(services.calendar_targets.refresh(), out)
    out.answer([report_shape(report) for report in reports], map(_line, reports))
    return max((report.exit_code for report in reports), default=0)


def _reports(args: argparse.Namespace, services: Services) -> tuple[SyncReport, ...]:
    if args.sample:
        return services.load_samples()
    if args.all:
        return services.sync.sync_all(refresh=args.refresh)
    services.sync.check(args.targets)
    return tuple(
        services.sync.sync(target, refresh=args.refresh, accept=args.accept)
        for target in args.targets
    )


def _line(report: SyncReport) -> str:
    return f"{report.edition}: {report.status.value}. {report.message}"
