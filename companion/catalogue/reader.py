"""Reads a list of editions completely, or refuses it with a sentence that names the place."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, TypeVar

from companion import paths
from companion.catalogue import facts
from companion.catalogue.facts import FACTS, Fault
from companion.domain.edition import Edition
from companion.errors import CannotReadFile

SCHEMA = 1
MAX_BYTES = 1024 * 1024
_MAX_EDITIONS = 200
_DOCUMENT_KEYS = ("schema", "series", "short_name", "updated", "edition")
_EDITION_KEYS = (*FACTS, "year", "notes", "sources", "unverified")
# For a.b.c.… tomllib needs time and memory as the square of the parts: gigabytes for 1 MiB.
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){16}""")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A list of editions.

    Attributes:
        short_name: of the series; the keys of its editions begin with it.
        editions: by year.
        updated: when its facts were gathered; None where it does not say.
    """

    short_name: str
    editions: tuple[Edition, ...]
    updated: date | None = None


def bundled_catalogue() -> tuple[Edition, ...]:
    """The editions that come with the program, by year."""
    return read_bundled().editions


def read_bundled() -> Catalogue:
    """The list that comes with the program."""
    return read_catalogue(paths.resource("editions.toml").read_bytes(), "editions.toml")


def parse_catalogue(data: bytes, name: str = "the catalogue") -> tuple[Edition, ...]:
    """The editions of a list; see `read_catalogue`."""
    return read_catalogue(data, name).editions


def read_catalogue(data: bytes, name: str = "the catalogue") -> Catalogue:
    """Read a list of editions.

    Args:
        data: the file, TOML in UTF-8, at most 1 MiB.
        name: what to call it in messages.

    Raises:
        CannotReadFile: damaged or too large; or something in it is unknown, of the wrong type,
            given twice, without a source, or a link that is not https.
    """
    try:
        return _catalogue(_load(data))
    except Fault as fault:
        raise CannotReadFile(path=name, detail=str(fault)) from fault


def _load(data: bytes) -> dict[str, object]:
    if len(data) > MAX_BYTES:
        raise Fault("it is larger than 1 MiB")
    try:
        text = data.decode("utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as error:
        raise Fault("it is not UTF-8 text") from error
    if _LONG_KEY.search(text):
        raise Fault("it has a key of more than 16 parts")
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Fault(f"it is damaged ({error})") from error
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        raise Fault("a number in it is too long") from error


def _catalogue(document: Mapping[str, object]) -> Catalogue:
    if "schema" not in document:
        raise Fault("it is no list of editions")
    schema = document["schema"]
    if type(schema) is not int or schema != SCHEMA:
        raise Fault(f"its schema is {schema}, this version of the program reads {SCHEMA}")
    _refuse_unknown(document, _DOCUMENT_KEYS)
    short_name = _at("short_name", facts.text, document.get("short_name"))
    updated = _at("updated", facts.day, document["updated"]) if "updated" in document else None
    tables = document.get("edition")
    if not isinstance(tables, list) or not 0 < len(tables) <= _MAX_EDITIONS:
        raise Fault(f"it needs between 1 and {_MAX_EDITIONS} editions")
    editions = [
        _at(f"edition {position}", _edition, table, short_name)
        for position, table in enumerate(tables, start=1)
    ]
    _refuse_repeated("edition", [edition.title for edition in editions])
    _refuse_repeated("event", [edition.address.url for edition in editions if edition.address])
    by_year = tuple(sorted(editions, key=lambda edition: edition.key))
    return Catalogue(short_name, by_year, updated)


def _edition(table: object, short_name: str) -> Edition:
    if not isinstance(table, dict):
        raise Fault("is not a table")
    _refuse_unknown(table, _EDITION_KEYS)
    year = _at("year", facts.year, table.get("year"))
    values = _values(table)
    return Edition(
        key=f"{short_name.lower()}{year}",
        title=f"{short_name} {year}",
        year=year,
        notes=_at("notes", facts.text, table.get("notes", "")),
        unverified=_at("unverified", _unverified, table),
        sources=MappingProxyType(_at("sources", _sources, table)),
        **values,
    )


def _values(table: Mapping[str, object]) -> dict[str, Any]:
    """The facts that the table has, by field; each was checked, so their types are right."""
    values: dict[str, Any] = {}
    for key, (field, read) in FACTS.items():
        if key in table:
            values[field] = _at(key, read, table[key])
    values.pop("", None)
    first, last = values.get("start_day"), values.get("end_day")
    if first and last and last < first:
        raise Fault("end_date is before start_date")
    return values


def _unverified(table: Mapping[str, object]) -> frozenset[str]:
    return frozenset(_fields(_facts_named(table.get("unverified", []), table)))


def _sources(table: Mapping[str, object]) -> dict[str, str]:
    """Field → where it was read; every fact needs one."""
    entries = table.get("sources", [])
    if not isinstance(entries, list):
        raise Fault("is not a list")
    found: dict[str, str] = {}
    for entry in entries:
        if not isinstance(entry, dict) or set(entry) != {"keys", "source"}:
            raise Fault("each needs keys and source, and nothing else")
        found |= dict.fromkeys(_facts_named(entry["keys"], table), facts.text(entry["source"]))
    if without := [key for key in FACTS if key in table and key not in found]:
        raise Fault(f"there is none for {', '.join(without)}")
    if "dates_source" in table:
        found |= dict.fromkeys(("start_date", "end_date"), str(table["dates_source"]))
    return {field: found[key] for key in found for field in _fields([key])}


def _facts_named(names: object, table: Mapping[str, object]) -> list[str]:
    if not isinstance(names, list):
        raise Fault("is not a list of names")
    for name in names:
        if not isinstance(name, str) or name not in FACTS or name not in table:
            raise Fault(f"{name!r} is not a fact of this edition")
    return names


def _fields(keys: Sequence[str]) -> list[str]:
    return [FACTS[key][0] for key in keys if FACTS[key][0]]


def _at(place: str, read: Callable[..., T], *values: object) -> T:
    """Read a value; faults name the place."""
    try:
        return read(*values)
    except Fault as fault:
        raise fault.at(place) from fault


def _refuse_unknown(table: Mapping[str, object], known: Collection[str]) -> None:
    for key in table:
        if key not in known:
            raise Fault(f"“{key}” is not known here")


def _refuse_repeated(what: str, values: Sequence[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            raise Fault(f"the {what} {value} is given twice")
