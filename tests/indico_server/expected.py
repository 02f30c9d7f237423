"""From what an organiser did to what the program has to say about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WHOLE = frozenset({"added", "withdrawn", "restored"})
SHARED = frozenset({"start", "end", "room", "venue"})
"""Fields of a block that are told on its talks, where one of them changed likewise."""

PEOPLE = frozenset({"speakers", "primary_authors", "coauthors", "conveners"})


@dataclass(frozen=True, slots=True)
class Told:
    """One line of `changes`, made comparable."""

    ref: str
    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Expected:
    """What a sync and `changes` have to say after one edit."""

    told: frozenset[Told]
    added: int
    changed: int
    removed: int

    @property
    def status(self) -> str:
        """Of the sync."""
        return "updated" if self.told else "unchanged"


def expected(key: str, report: dict[str, Any], withdrawn: set[int]) -> Expected:
    """What follows from an organiser's report.

    Args:
        key: of the edition.
        report: as `inside.organiser` gives it.
        withdrawn: db_ids that went earlier; brought up to date here.
    """
    changes: list[dict[str, Any]] = report["changes"]
    for change in changes:
        if change["field"] == "added" and change["ident"] in withdrawn:
            change["field"] = "restored"
    talks = [change for change in changes if change["kind"] == "contribution"]
    added = {change["ident"] for change in talks if change["field"] in {"added", "restored"}}
    removed = {change["ident"] for change in talks if change["field"] == "withdrawn"}
    withdrawn -= added
    withdrawn |= removed
    return Expected(
        told=frozenset(_told(key, change) for change in _news(talks, changes, report["blocks"])),
        added=len(added),
        changed=len({change["ident"] for change in talks} - added - removed),
        removed=len(removed),
    )


def _news(
    talks: list[dict[str, Any]], changes: list[dict[str, Any]], blocks: dict[str, int]
) -> Iterable[dict[str, Any]]:
    on_talks = {(blocks.get(str(change["ident"])), change["field"]) for change in talks}
    for change in changes:
        shared = change["kind"] == "block" and change["field"] in SHARED
        if not (shared and (change["ident"], change["field"]) in on_talks):
            yield change


def _told(key: str, change: dict[str, Any]) -> Told:
    kind, ident = change["kind"], change["ident"]
    refs = {"event": key, "contribution": f"{key}/{ident}"}
    ref = refs.get(kind, f"{key}/{kind}-{ident}")
    return told(ref, change["field"], change["old"], change["new"])


def told(ref: str, field: str, old: Any, new: Any) -> Told:
    """One change, whether from Indico's database or from the program."""
    return Told(ref, field, _comparable(field, old), _comparable(field, new))


def _comparable(field: str, value: Any) -> str:
    if field in PEOPLE and value:
        return repr(sorted(value))
    if field == "materials":
        return repr(sorted(_material(item) for item in value or ()))
    return repr(value or None)


def _material(item: Any) -> list[str]:
    if isinstance(item, list):
        return [str(part or "") for part in item]
    return [item["title"], item["filename"] or item["url"], item["checksum"] or ""]
