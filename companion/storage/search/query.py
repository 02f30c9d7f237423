"""Full-text search over the stored programmes."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.ports.programmes import SearchHit, SearchQuery
from companion.storage.engine import driver_of
from companion.storage.instants import parse_or_none
from companion.storage.people_json import read_people
from companion.storage.search.snippets import Phrases, best_field, read_query

# CROSS JOIN keeps the order of the tables: FTS5 then yields the best first and stops at the limit.
# Talks that have gone are found only if the person has a star on them.
_SEARCH = """
SELECT e.edition_key, c.db_id, c.title, c.start_dt, c.people, u.star,
    t.title, t.people, t.keywords, t.session, t.text
FROM programme_search s
    CROSS JOIN programme_contribution c ON c.row_id = s.rowid
    CROSS JOIN record_edition e ON e.host = c.host AND e.event_id = c.event_id
    CROSS JOIN programme_text t ON t.row_id = c.row_id
    LEFT JOIN record_talk r
        ON r.host = c.host AND r.event_id = c.event_id AND r.db_id = c.db_id
    LEFT JOIN user_bookmark u
        ON u.host = c.host AND u.event_id = c.event_id AND u.db_id = c.db_id
WHERE s.programme_search MATCH ? AND (r.withdrawn_dt IS NULL OR u.star IS NOT NULL){events}
ORDER BY s.rank LIMIT ?
"""

_FIELDS = ("title", "people", "keywords", "session", "text")


def search(connection: Connection, query: SearchQuery) -> tuple[SearchHit, ...]:
    """Talks with all words of the query (as beginnings of words), best first."""
    phrases = read_query(query.text)
    if not phrases.expression:
        return ()
    sql, events = _for_events(query)
    parameters = (phrases.expression, *events, query.limit)
    return tuple(_hit(row, phrases) for row in driver_of(connection).execute(sql, parameters))


def _for_events(query: SearchQuery) -> tuple[str, tuple[str | int, ...]]:
    if not query.event_ids:
        return _SEARCH.format(events=""), ()
    pairs = ", ".join("(?, ?)" for _ in query.event_ids)
    values = [value for item in query.event_ids for value in (item.host, item.number)]
    return _SEARCH.format(events=f" AND (c.host, c.event_id) IN (VALUES {pairs})"), tuple(values)


def _hit(row: Sequence[Any], phrases: Phrases) -> SearchHit:
    key, db_id, title, start, people, star, *texts = row
    field, snippet = best_field(zip(_FIELDS, texts, strict=True), phrases)
    return SearchHit(
        ref=EntryRef(key, EntryKind.CONTRIBUTION, db_id),
        title=title,
        snippet=snippet,
        field=field,
        start_dt=parse_or_none(start),
        star=Star.NONE if star is None else Star(star),
        speakers=", ".join(link.name for link in read_people(people)[0]),
    )
