"""The JSON shapes of the command line; every key is always present."""

from collections.abc import Iterable
from datetime import tzinfo

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind
from companion.domain.materials import Material, Reference
from companion.domain.people import PersonLink
from companion.domain.times import day_of, iso
from companion.domain.timetable import Subcontribution
from companion.ports.programmes import SearchHit
from companion.services.editions import EditionInfo
from companion.services.sync_report import SyncReport

MARKS = str.maketrans("", "", "\x02\x03")


def edition_shape(info: EditionInfo) -> dict[str, object]:
    """An edition; days are ISO dates in its own zone, `synced_at` is UTC."""
    edition, stored, days = info.edition, info.stored, info.days
    return {
        "key": info.key,
        "title": info.title,
        "number": edition.number,
        "year": edition.year,
        "city": edition.city,
        "country": edition.country,
        "timezone": info.timezone,
        "start": days[0].isoformat() if days else None,
        "end": days[1].isoformat() if days else None,
        "website": edition.website,
        "programme_url": edition.programme_url,
        "state": info.state.value,
        "synced_at": iso(stored.synced_dt) if stored else None,
        "contributions": stored.contributions if stored else None,
    }


def report_shape(report: SyncReport) -> dict[str, object]:
    """What one sync did; `bytes` counts decompressed answers."""
    return {
        "edition": report.edition,
        "status": report.status.value,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "quarantined": len(report.quarantined),
        "quarantined_records": [
            {"path": item.path, "reason": item.reason} for item in report.quarantined
        ],
        "requests": report.requests,
        "bytes": report.size,
        "duration_s": report.duration_s,
        "message": report.message,
    }


def entry_shape(entry: Entry, tz: tzinfo) -> dict[str, object]:
    """One entry of a programme; times and day as seen in `tz`."""
    return {
        "kind": entry.kind.value,
        "ref": str(entry.ref),
        "db_id": entry.ref.ident if entry.is_contribution else None,
        "friendly_id": entry.friendly_id if entry.is_contribution else None,
        "title": entry.title,
        "start": iso(entry.start_dt, tz),
        "end": iso(entry.end_dt, tz),
        "day": day_of(entry.start_dt, tz).isoformat() if entry.start_dt else None,
        "session": entry.session_title,
        "block_title": entry.block_title,
        "room": entry.room_name,
        "venue": entry.venue_name,
        "track": entry.track,
        "type": entry.type,
        "code": entry.code,
        "board_number": entry.board_number,
        "is_poster": entry.is_poster,
        "speakers": people_shape(entry.speakers),
        "authors": people_shape(entry.authors),
        "conveners": people_shape(entry.conveners),
        "bookmarked": entry.star is not Star.NONE,
        "star": entry.star.value,
        "state": entry.state.value,
        "withdrawn_at": iso(entry.withdrawn_dt),
    }


def people_shape(links: Iterable[PersonLink]) -> list[dict[str, str]]:
    """People in the site's order."""
    return [{"name": link.name, "affiliation": link.affiliation} for link in links]


def material_shape(item: Material) -> dict[str, object]:
    """A file or link; a protected one has no address."""
    return {
        "title": item.title,
        "folder": item.folder,
        "type": item.type.value,
        "url": item.url or None,
        "filename": item.filename,
        "content_type": item.content_type,
        "size": item.size,
        "is_protected": item.is_protected,
        "modified": iso(item.modified_dt),
    }


def reference_shape(item: Reference) -> dict[str, object]:
    """An external identifier."""
    return {"type": item.type, "value": item.value, "url": item.url, "urn": item.urn}


def subcontribution_shape(item: Subcontribution) -> dict[str, object]:
    """A part of a talk."""
    minutes = None if item.duration is None else item.duration.total_seconds() / 60
    return {
        "db_id": item.db_id,
        "friendly_id": item.friendly_id,
        "title": item.title,
        "code": item.code,
        "duration_min": minutes,
        "speakers": people_shape(item.speakers),
        "references": [reference_shape(ref) for ref in item.references],
        "materials": [material_shape(material) for material in item.materials],
    }


def hit_shape(hit: SearchHit) -> dict[str, object]:
    """A talk found; the snippet is plain text."""
    return {
        "ref": str(hit.ref),
        "title": hit.title,
        "snippet": hit.snippet.translate(MARKS),
        "start": iso(hit.start_dt),
        "bookmarked": hit.star is not Star.NONE,
    }


def kind_word(kind: EntryKind) -> str:
    """How people call it."""
    return {"contribution": "talk", "block": "session", "break": "break"}[kind.value]
