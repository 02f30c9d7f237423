"""`backup`: copies of the person's stars, by hand."""

import argparse

from companion.cli.options import common_options
from companion.cli.output import Output
from companion.domain.backup import Backup
from companion.domain.times import iso
from companion.services.registry import Services

HELP = "list, make or restore backups of your stars"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    common = [common_options()]
    actions = parser.add_subparsers(dest="action", metavar="list|make|restore", required=True)
    actions.add_parser("list", help="newest first", parents=common)
    actions.add_parser("make", help="make one now; it is kept until you delete it", parents=common)
    restore = actions.add_parser(
        "restore", help="make everything as it is in a backup", parents=common
    )
    restore.add_argument("name", metavar="NAME", help="as “backup list” shows it")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Do it."""
    if args.action == "restore":
        data = services.user_data.restore(args.name)
        shape = {"name": args.name, "stars": len(data.stars)}
        out.answer(shape, [f"{len(data.stars)} stars are as they were in {args.name}."])
    elif args.action == "make":
        made = services.user_data.make_backup()
        out.answer(_shape(made), [made.name])
    else:
        found = services.user_data.backups()
        out.answer([_shape(item) for item in found], map(_line, found))
    return 0


def _shape(item: Backup) -> dict[str, object]:
    return {"name": item.name, "made_at": iso(item.made_dt), "reason": item.reason.value}


def _line(item: Backup) -> str:
    return f"{item.name}  {iso(item.made_dt)}  {item.reason.value}"
