"""What the person owns."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.storage.engine import SqliteFile
from companion.storage.tables import user_bookmark
from companion.storage.versions import of_event

_b = user_bookmark.c
_SET = upsert(user_bookmark)
_SET = _SET.on_conflict_do_update(set_={"star": _SET.excluded.star})
_REMOVE = delete(user_bookmark).where(
    (_b.host == bindparam("at_host"))
    & (_b.event_id == bindparam("at_event"))
    & (_b.db_id == bindparam("at_talk"))
)


class SqlUserStore:
    """Implements `companion.ports.user.UserStore`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def bookmarks(self, event_id: EventId | None = None) -> tuple[Bookmark, ...]:
        """All stars, oldest first."""
        query = select(_b.host, _b.event_id, _b.db_id, _b.star, _b.created_dt).order_by(
            _b.created_dt, _b.host, _b.event_id, _b.db_id
        )
        if event_id is not None:
            query = query.where(of_event(_b, event_id))
        with self._file.reading() as connection:
            return tuple(
                Bookmark(EventId(host, number), db_id, Star(star), created_dt)
                for host, number, db_id, star, created_dt in connection.execute(query)
            )

    def set_star(
        self, event_id: EventId, db_ids: Collection[int], star: Star, now: datetime
    ) -> None:
        """Set or (with `Star.NONE`) remove stars; a star that is only changed keeps its date."""
        if not db_ids:
            return
        with self._file.writing(user_tables=True) as connection:
            if star is Star.NONE:
                key = {"at_host": event_id.host, "at_event": event_id.number}
                connection.execute(_REMOVE, [key | {"at_talk": db_id} for db_id in db_ids])
                return
            row = {"host": event_id.host, "event_id": event_id.number, "star": star.value}
            row_dt = row | {"created_dt": now}
            connection.execute(_SET, [row_dt | {"db_id": db_id} for db_id in db_ids])
