"""What everybody can see of an event, read from Indico's own database and not from its export.

Field names are those of `companion.domain.changes`; times are ISO 8601 in UTC. An organiser's edit
is told by comparing two such states.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import pytz
from flask import g
from indico.core.db import db
from indico.modules.attachments.models.attachments import AttachmentType
from indico.modules.attachments.models.folders import AttachmentFolder
from indico.modules.events import Event
from indico.modules.events.contributions.models.contributions import Contribution
from indico.modules.events.sessions.models.blocks import SessionBlock
from indico.modules.events.timetable.models.breaks import Break

Fields = dict[str, Any]
State = dict[tuple[str, int], Fields]
"""(kind, id) → fields; kinds as in `companion.domain.changes.ChangeKind`."""

WITHDRAWN, ADDED = "withdrawn", "added"


def visible_state(event: Event) -> State:
    """Event, contributions, blocks and breaks as an anonymous visitor may see them."""
    db.session.expire_all()
    g.pop("memoize_cache", None)
    state: State = {("event", event.id): {"title": event.title}}
    for contribution in event.contributions:
        if contribution.can_access(None):
            state["contribution", contribution.id] = _contribution(contribution)
    for entry in event.timetable_entries:
        if entry.session_block is not None:
            state["block", entry.session_block.id] = _block(entry.session_block)
        elif entry.break_ is not None:
            state["break", entry.id] = _break(entry.break_)
    return state


def differences(before: State, after: State) -> list[Fields]:
    """Field by field; a whole entry as `added` or `withdrawn`."""
    found = []
    for kind, ident in sorted(before.keys() | after.keys()):
        old, new = before.get((kind, ident)), after.get((kind, ident))
        if old is None or new is None:
            field = WITHDRAWN if new is None else ADDED
            titles = [None if side is None else side["title"] for side in (old, new)]
            found.append(_change(kind, ident, field, *titles))
            continue
        found += [
            _change(kind, ident, name, old[name], new[name])
            for name in new
            if old[name] != new[name]
        ]
    return found


def _change(kind: str, ident: int, field: str, old: Any, new: Any) -> Fields:
    return {"kind": kind, "ident": ident, "field": field, "old": old, "new": new}


def _times(item: Any) -> Fields:
    start = item.start_dt
    return {"start": _iso(start), "end": _iso(start and start + item.duration)}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(pytz.utc).isoformat()


def _place(item: Any) -> Fields:
    return {"room": item.get_room_name(full=False), "venue": item.venue_name}


def _contribution(item: Contribution) -> Fields:
    return {
        "title": item.title,
        **_times(item),
        **_place(item),
        "description": item.description,
        "speakers": _people(item.speakers),
        "primary_authors": _people(item.primary_authors),
        "coauthors": _people(item.secondary_authors),
        "session": item.session.title if item.session else None,
        "type": item.type.name if item.type else None,
        "track": item.track.title if item.track else None,
        "code": item.code,
        "board_number": item.board_number,
        "keywords": list(item.keywords),
        "duration": int(item.duration.total_seconds()),
        "materials": _materials(item),
    }


def blocks_of_talks(event: Event) -> dict[int, int]:
    """Block id by db_id of the talks that stand in one."""
    return {
        entry.contribution.id: entry.contribution.session_block_id
        for entry in event.timetable_entries
        if entry.contribution is not None and entry.contribution.session_block_id is not None
    }


def _block(item: SessionBlock) -> Fields:
    return {
        "title": item.title,
        **_times(item),
        **_place(item),
        "code": item.code,
        "conveners": _people(item.person_links),
    }


def _break(item: Break) -> Fields:
    return {"title": item.title, **_times(item), **_place(item), "description": item.description}


def _people(links: Iterable[Any]) -> list[str]:
    return sorted(
        f"{link.first_name} {link.last_name}".strip()
        + (f" ({link.affiliation})" if link.affiliation else "")
        for link in links
    )


def _materials(owner: Any) -> list[list[Any]]:
    """Each with title, and name and checksum of its file or else its link."""
    folders = AttachmentFolder.get_for_linked_object(owner, preload_event=False)
    visible: Callable[[Any], bool] = lambda item: item.can_access(None)  # noqa: E731
    return sorted(
        [
            attachment.title,
            *(
                (attachment.link_url, None)
                if attachment.type is AttachmentType.link
                else (attachment.file.filename, attachment.file.md5)
            ),
        ]
        for folder in filter(visible, folders)
        for attachment in filter(visible, folder.attachments)
    )
