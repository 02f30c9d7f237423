"""The `programme_*` tables anew from the records: after a schema change, without the network."""

from sqlalchemy import Connection, delete, select

from companion.domain.changes import ProgrammeChanges
from companion.domain.event import EventAddress, EventId
from companion.ports.programmes import ProgrammeUpdate
from companion.storage.apply import project_edition
from companion.storage.bodies import items_by_kind
from companion.storage.projection import project, project_contributions
from companion.storage.tables import (
    programme_block,
    programme_break,
    programme_contribution,
    programme_edition,
    programme_session,
    record_edition,
    record_sync,
)
from companion.storage.versions import last_sync, of_event, present_programme, withdrawn

_FILLED = (
    programme_contribution,  # the search goes with it
    programme_session,
    programme_block,
    programme_break,
    programme_edition,
)


def is_rebuild_needed(connection: Connection) -> bool:
    """Whether an edition is missing in the lists."""
    e, p = record_edition.c, programme_edition.c
    same = (p.host == e.host) & (p.event_id == e.event_id)
    query = select(e.host).outerjoin_from(record_edition, programme_edition, same)
    return connection.execute(query.where(p.host.is_(None)).limit(1)).first() is not None


def rebuild(connection: Connection) -> None:
    """Empty the tables and fill them from the versions of every entry."""
    for table in _FILLED:
        connection.execute(delete(table))
    e = record_edition.c
    editions = connection.execute(select(e.host, e.event_id, e.edition_key, e.base_url)).all()
    for host, number, key, base_url in editions:
        _rebuild_edition(connection, key, EventAddress(EventId(host, number), base_url))


def _rebuild_edition(connection: Connection, key: str, address: EventAddress) -> None:
    event_id = address.event_id
    programme = present_programme(connection, event_id)
    if programme is None:
        return
    s = record_sync.c
    last = of_event(s, event_id) & (s.number == last_sync(connection, event_id))
    seen_dt, generated_dt = connection.execute(select(s.seen_dt, s.generated_dt).where(last)).one()
    items = items_by_kind(programme)
    everything = [(kind, ident) for kind, found in items.items() for ident in found]
    project(connection, event_id, everything, items)
    project_contributions(connection, event_id, withdrawn(connection, event_id))
    project_edition(
        connection,
        ProgrammeUpdate(key, address, programme, ProgrammeChanges(()), seen_dt, generated_dt),
    )
