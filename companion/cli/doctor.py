"""`doctor`: look whether all is well, and say what to do where it is not."""

import argparse

from companion.cli.output import Output
from companion.services.doctor import Verdict, is_well
from companion.services.registry import Services

HELP = "check the database, the backups, the disk and, if asked, the network"
_MARKS = {Verdict.OK: "ok", Verdict.NOTE: "note", Verdict.PROBLEM: "PROBLEM"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether servers are asked too."""
    parser.add_argument("--network", action="store_true", help="ask each known server, too")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Print every finding; 0 if all is well, 1 if there is a problem."""
    findings = services.doctor.findings(network=args.network)
    well = is_well(findings)
    document = {
        "well": well,
        "findings": [
            {
                "topic": item.topic,
                "verdict": item.verdict.value,
                "message": item.message,
                "advice": item.advice,
            }
            for item in findings
        ],
    }
    lines = [
        f"{_MARKS[item.verdict]:8}{item.topic}: {item.message} {item.advice}".rstrip()
        for item in findings
    ]
    last = "All is well." if well else "There are problems; see above."
    out.answer(document, [*lines, last])
    return 0 if well else 1
