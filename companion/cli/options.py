"""Options and values that several verbs share."""

import argparse
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from companion.domain.entry import EntryRef
from companion.errors import NoProgramme, UsageError
from companion.services.zones import EVENT, LOCAL, shown_zone

if TYPE_CHECKING:
    from companion.services.registry import Services


_MANY = 1_000_000
"""More than any list holds, and less than what SQLite takes for a number."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong as a `UsageError`, so that it can be answered in JSON too."""

    def error(self, message: str) -> NoReturn:
        """Instead of leaving the program."""
        raise UsageError(detail=f"{message[:1].upper()}{message[1:]}. See {self.prog} --help")


def common_options(*, default: object = argparse.SUPPRESS) -> Parser:
    """Options that stand before or after the verb alike."""
    parser = Parser(add_help=False)
    parser.add_argument("--json", action="store_true", default=default, help="answer in JSON")
    parser.add_argument(
        "--data-dir", metavar="DIR", type=place, default=default, help="keep everything in DIR"
    )
    parser.add_argument(
        "--now", metavar="ISO", type=moment, default=default, help="pretend that it is this instant"
    )
    return parser


def edition_option(parser: argparse.ArgumentParser, meaning: str) -> None:
    """`--edition KEY`."""
    parser.add_argument("--edition", metavar="KEY", help=meaning)


def zone_option(parser: argparse.ArgumentParser) -> None:
    """`--zone event|local|IANA`."""
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        default=EVENT,
        type=zone_name,
        help="show times in: event (default), local, or a zone such as Europe/Zurich",
    )


def zone_name(text: str) -> str:
    """`event`, `local` or the name of a zone.

    Raises:
        UsageError: no such zone.
    """
    if text not in {EVENT, LOCAL}:
        shown_zone(text, EVENT)
    return text


def moment(text: str) -> datetime:
    """An instant from ISO 8601; without an offset it is UTC."""
    try:
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not an instant such as 2024-11-25T09:00:00+11:00"
        ) from error


def place(text: str) -> str:
    """The name of a file or folder: an empty one is a variable that was never set."""
    if not text.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not the name of a file or folder")
    return text


def path(text: str) -> Path:
    """A file or folder."""
    return Path(place(text))


def iso_day(text: str) -> date:
    """A day from `YYYY-MM-DD`."""
    try:
        whole = text if len(text) == len("YYYY-MM-DD") else ""
        return datetime.strptime(whole, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2024-11-25") from error


def positive(text: str) -> int:
    """A whole number from 1."""
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 1")
    return min(int(text), _MANY)


def chosen_edition(services: "Services", key: str | None) -> str:
    """The edition asked for, else the one running, next, or latest.

    Raises:
        NoProgramme: none is stored.
    """
    found = key or services.editions.default_key(services.clock())
    if found is None:
        raise NoProgramme(title="any edition")
    return found


def zone_of(services: "Services", key: str, name: str) -> tzinfo:
    """The zone in which to show an edition."""
    return shown_zone(name, services.programme.edition(key).timezone)


def parse_refs(texts: Sequence[str]) -> tuple[EntryRef, ...]:
    """References as typed, each once."""
    return tuple(dict.fromkeys(EntryRef.parse(text) for text in texts))
