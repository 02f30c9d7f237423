"""Deciding what a calendar file shall say, given what was written into it before. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from companion.domain.calendar import (
    Action,
    CalendarEntry,
    CalendarPlan,
    EntryStatus,
    ExportedItem,
)
from companion.ical import uid, zones
from companion.ical.compose import compose
from companion.ical.entries import web_address, whole
from companion.ical.settle import Writing, settle, tombstone
from companion.ports.calendar import CalendarEdition, CalendarRequest
from companion.ports.programmes import TalkRecord


def plan(request: CalendarRequest) -> CalendarPlan:
    """The entries to write and the memory of them; nothing is written here.

    What the target held and what is no longer chosen, scheduled or there at all is cancelled, and
    stays so in every later file: whoever imports only that one must learn it too.
    """
    held = {item.uid for item in request.written if item.status is not EntryStatus.CANCELLED}
    editions = [_with_followed(edition, held) for edition in request.editions]
    parts = [compose(edition, request.options, request.made_dt) for edition in editions]
    drafts, plain_zones = _with_sound_zones([entry for part in parts for entry in part.entries])
    settled = _settled(drafts, request)
    entries = [e for e, _ in settled if not (request.since_last and e.action is Action.SAME)]
    return CalendarPlan(
        name=_name(request),
        entries=tuple(entries),
        exported=tuple(item for _, item in settled),
        left_out=tuple(item for part in parts for item in part.left_out),
        plain_zones=plain_zones,
        url=_page(request.editions),
        source_url=web_address(request.source_url) or _source(request),
        modified_dt=max((entry.modified_dt for entry in entries), default=None),
    )


def _with_followed(edition: CalendarEdition, held: set[str]) -> CalendarEdition:
    """With the talks that the target holds, wherever they were moved to."""
    if edition.chosen is None or not edition.followed:
        return edition
    event_id = edition.address.event_id
    followed = (
        item.db_id
        for item in edition.programme.contributions
        if item.db_id in edition.followed
        and {
            uid.contribution_uid(event_id, item.db_id),
            uid.block_uid(event_id, item.block_id or 0) if item.is_poster else "",
        }
        & held
    )
    return replace(edition, chosen=edition.chosen.union(followed))


def years_of(entries: Iterable[CalendarEntry]) -> tuple[int, int]:
    """The first and the last year (UTC) that entries touch; there must be one."""
    years = {moment.year for entry in entries for moment in (entry.start_dt, entry.end_dt)}
    return min(years), max(years)


def _with_sound_zones(drafts: list[CalendarEntry]) -> tuple[list[CalendarEntry], tuple[str, ...]]:
    """UTC wherever a zone cannot be told by rules, and the zones for which that is a loss."""
    plain: set[str] = set()
    for name in {entry.zone for entry in drafts if entry.zone is not None}:
        first, last = years_of(entry for entry in drafts if entry.zone == name)
        if zones.describe(name, first, last) is None:
            plain.add(name)
    sound = [replace(entry, zone=None) if entry.zone in plain else entry for entry in drafts]
    return sound, tuple(sorted(name for name in plain if not zones.is_utc(name)))


def _settled(
    drafts: list[CalendarEntry], request: CalendarRequest
) -> list[tuple[CalendarEntry, ExportedItem]]:
    own = {item.uid: item for item in request.written}
    alive = {draft.uid for draft in drafts}
    missed = _missed(request.editions)
    gone = [_cancelled(item, missed.get(name)) for name, item in own.items() if name not in alive]
    writing = Writing(request.target, whole(request.made_dt))
    settled = [
        settle(draft, own.get(draft.uid), request.elsewhere.get(draft.uid), writing)
        for draft in (*drafts, *gone)
    ]
    return sorted(settled, key=lambda pair: (pair[0].start_dt, pair[0].uid))


def _missed(editions: tuple[CalendarEdition, ...]) -> dict[str, TalkRecord]:
    """What we know of withdrawn talks, by UID."""
    return {
        uid.contribution_uid(edition.address.event_id, talk.db_id): edition.records[talk.db_id]
        for edition in editions
        for talk in edition.withdrawn
        if talk.db_id in edition.records
    }


def _cancelled(item: ExportedItem, record: TalkRecord | None) -> CalendarEntry:
    """A tombstone; numbered and dated by the sync that missed the talk, if one did."""
    stone = tombstone(item)
    if item.status is EntryStatus.CANCELLED or record is None or record.withdrawn_dt is None:
        return stone
    modified_dt = max(item.modified_dt, whole(record.withdrawn_dt))
    return replace(stone, sequence=max(item.sequence, record.sequence), modified_dt=modified_dt)


def _name(request: CalendarRequest) -> str:
    """Nobody shall take an invented programme for a real one."""
    is_sample = any(edition.address.event_id.is_sample for edition in request.editions)
    if is_sample and not request.name.startswith("SAMPLE"):
        return f"SAMPLE {request.name}"
    return request.name


def _page(editions: tuple[CalendarEdition, ...]) -> str:
    """The page of the event for people, if the file is of one real event."""
    addresses = {edition.address for edition in editions}
    if len(addresses) != 1 or editions[0].address.event_id.is_sample:
        return ""
    return web_address(editions[0].address.url)


def _source(request: CalendarRequest) -> str:
    """Where the same talks can be fetched again: Indico's own file, for a whole programme only.

    Given for a part, it would let a calendar program fill the person's agenda with all the rest.
    """
    page = _page(request.editions)
    is_whole = all(edition.chosen is None for edition in request.editions)
    return f"{page}event.ics?scope=contribution" if page and is_whole else ""
