"""Identity of calendar entries: Indico's own where it has one, so that ours replace Indico's."""

import re

from companion.domain.calendar import IndicoUid, UidKind
from companion.domain.event import EventId


def event_uid(event_id: EventId) -> str:
    """As Indico's own export names the event."""
    return f"indico-event-{event_id.number}@{event_id.hostname}"


def contribution_uid(event_id: EventId, db_id: int) -> str:
    """As `event.ics?scope=contribution` names a talk."""
    return f"indico-contribution-{db_id}@{event_id.hostname}"


def block_uid(event_id: EventId, block_id: int) -> str:
    """As Indico names a session block; ours is a poster session."""
    return f"indico-session-block-{block_id}@{event_id.hostname}"


def break_uid(event_id: EventId, entry_id: int) -> str:
    """Indico never writes breaks, so the form is our own."""
    return f"qtml-companion-break-{entry_id}@{event_id.hostname}"


_NUMBER = r"[0-9]{1,18}"
_FORMS = (
    (UidKind.CONTRIBUTION, re.compile(rf"indico-contribution-(?P<ident>{_NUMBER})@(?P<host>.+)")),
    (
        # `/export/event/ID.ics` counts by event and friendly id instead of the database id
        UidKind.FRIENDLY,
        re.compile(rf"indico-contribution-(?P<event>{_NUMBER})-(?P<ident>{_NUMBER})@(?P<host>.+)"),
    ),
    (UidKind.BLOCK, re.compile(rf"indico-session-block-(?P<ident>{_NUMBER})@(?P<host>.+)")),
)


def parse(uid: str) -> IndicoUid | None:
    """What a UID names; None if it is neither Indico's nor ours."""
    for kind, form in _FORMS:
        found = form.fullmatch(uid.strip())
        if found:
            event = found.groupdict().get("event")
            return IndicoUid(
                kind=kind,
                hostname=found["host"].lower(),
                ident=int(found["ident"]),
                event_number=None if event is None else int(event),
            )
    return None
