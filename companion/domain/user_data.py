"""All that the person owns, as values and as the JSON file described in docs/user-data.md."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any, TypeGuard

from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.domain.times import as_utc
from companion.errors import Said

FORMAT, VERSION = "qtml-companion/user-data", 1
MAX_BYTES = 16 * 1024 * 1024
"""Some 100,000 stars; a larger file is not one of ours."""
STAR_TABLE = "user_bookmark"
PORTABLE = frozenset(
    {
        "user_person_decision",
        "user_follow_up_decision",
        "user_series_member",
        "user_follow",
    }
)
"""Tables that a file carries to another computer. Others name files of this one, or moments."""

Cell = str | int | float | None
Row = Mapping[str, Cell]

_HOST = re.compile(r"[^\s/\\@?#\"'<>A-Z\x00-\x20]{1,255}")
_TABLE = re.compile(r"user_[a-z_]{1,60}")
_COLUMN = re.compile(r"[a-z][a-z0-9_]{0,60}")
_INT64 = 2**63


class BadUserData(ValueError):
    """A file that cannot be used; the message goes behind “… cannot be used: ”."""


@dataclass(frozen=True, slots=True)
class UserData:
    """What the person owns.

    Attributes:
        stars: oldest first; also on talks and editions that are not stored here.
        more: rows of the other tables of the person, by table and column.
    """

    stars: tuple[Bookmark, ...] = ()
    more: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return not self.stars and not any(self.more.values())

    @property
    def portable(self) -> "UserData":
        """What makes sense on another computer, and may come from a stranger."""
        return UserData(
            self.stars, {name: rows for name, rows in self.more.items() if name in PORTABLE}
        )

    @property
    def rows(self) -> int:
        """Stars and everything else, counted."""
        return len(self.stars) + sum(map(len, self.more.values()))


def write_user_data(data: UserData, written_dt: datetime) -> bytes:
    """The file: UTF-8, one star a line, the same bytes for the same data and time."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "written_at": _iso(written_dt),
        "stars": [_star_record(mark) for mark in data.stars],
        "more": {name: list(map(dict, rows)) for name, rows in sorted(data.more.items())},
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _star_record(mark: Bookmark) -> dict[str, Cell]:
    return {
        "host": mark.event_id.host,
        "event_id": mark.event_id.number,
        "db_id": mark.db_id,
        "star": mark.star.value,
        "starred_at": _iso(mark.created_dt),
    }


def read_user_data(body: bytes) -> UserData:
    """The data in such a file, which may come from anywhere.

    Raises:
        BadUserData: it cannot be used; the message says why, in plain words.
    """
    if len(body) > MAX_BYTES:
        raise BadUserData(Said("it is larger than {limit} MiB", limit=MAX_BYTES >> 20))
    document = _document(body)
    if document.get("format") != FORMAT:
        raise BadUserData("it is no file of stars of QTML Companion")
    version = document.get("version")
    if not _is_whole(version):
        raise BadUserData("it does not say its version")
    if version > VERSION:
        raise BadUserData(
            Said("a newer version of QTML Companion wrote it (format {version})", version=version)
        )
    stars = _list(document.get("stars", []), "stars")
    found = {_identity(mark): mark for mark in map(_star, range(1, len(stars) + 1), stars)}
    marks = sorted(found.values(), key=lambda mark: (mark.created_dt, _identity(mark)))
    return UserData(tuple(marks), _more(document.get("more", {})))


def _document(body: bytes) -> dict[str, Any]:
    try:
        document = json.loads(body.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadUserData("it is not text in UTF-8") from None
    except (ValueError, RecursionError):
        raise BadUserData("it is not JSON, or damaged") from None
    if not isinstance(document, dict):
        raise BadUserData("it is no file of stars of QTML Companion")
    return document


def _identity(mark: Bookmark) -> tuple[EventId, int]:
    return mark.event_id, mark.db_id


def _list(value: object, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise BadUserData(Said("“{name}” is no list", name=name))
    return value


def _star(number: int, record: object) -> Bookmark:
    if not isinstance(record, dict):
        raise BadUserData(Said("star {number} is no record", number=number))
    try:
        return read_star(record)
    except BadUserData as error:
        raise BadUserData(Said("star {number}: {error}", number=number, error=error)) from None


def read_star(record: Mapping[str, object]) -> Bookmark:
    """One star as `stars` holds it.

    Raises:
        BadUserData: the message is about “it”.
    """
    return Bookmark(
        EventId(_host(record.get("host")), _id(record, "event_id")),
        _id(record, "db_id"),
        _value(record.get("star")),
        _moment(record.get("starred_at")),
    )


def _host(value: object) -> str:
    if not isinstance(value, str) or not _HOST.fullmatch(value):
        raise BadUserData("its host is no name of a server")
    _check_text(value)
    return value


def _id(record: Mapping[str, object], name: str) -> int:
    value = record.get(name)
    if not _is_whole(value) or not 0 < value < _INT64:
        raise BadUserData(Said("its {name} is no number from 1", name=name))
    return value


def _value(value: object) -> Star:
    if value not in (Star.STARRED.value, Star.TENTATIVE.value):
        raise BadUserData("it is neither “starred” nor “tentative”")
    return Star(value)


def _moment(value: object) -> datetime:
    try:
        return as_utc(datetime.fromisoformat(value))  # type: ignore[arg-type]  # TypeError below
    except (TypeError, ValueError, OverflowError):
        raise BadUserData("its starred_at is no instant such as 2024-11-25T08:00:00Z") from None


def _more(value: object) -> dict[str, tuple[Row, ...]]:
    if not isinstance(value, dict):
        raise BadUserData("“more” is no record")
    return {
        _table(name): tuple(_row(name, row) for row in _list(rows, name))
        for name, rows in value.items()
    }


def _table(name: str) -> str:
    if not _TABLE.fullmatch(name) or name == STAR_TABLE:
        raise BadUserData("“more” has a name in it that is none of ours")
    return name


def _row(table: str, row: object) -> Row:
    if not isinstance(row, dict) or not all(map(_COLUMN.fullmatch, row)):
        raise BadUserData(Said("a row of {table} is not as it should be", table=table))
    for cell in row.values():
        _check_cell(table, cell)
    return row


def _check_cell(table: str, cell: object) -> None:
    if isinstance(cell, str):
        _check_text(cell)
    elif _is_whole(cell):
        if not -_INT64 <= cell < _INT64:
            raise BadUserData(Said("a number in {table} is too large", table=table))
    elif cell is not None and not (isinstance(cell, float) and isfinite(cell)):
        raise BadUserData(Said("a value in {table} is neither text nor number", table=table))


def _check_text(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadUserData("a text in it is not Unicode") from None


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _iso(moment: datetime) -> str:
    return as_utc(moment).isoformat().replace("+00:00", "Z")
