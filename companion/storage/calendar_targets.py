"""Which calendar files and folders the person wants kept up to date."""

from dataclasses import asdict

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.ports.calendar import StoredTarget
from companion.storage.engine import SqliteFile
from companion.storage.tables import user_calendar_target

_c = user_calendar_target.c
_SET = upsert(user_calendar_target)
_SET = _SET.on_conflict_do_update(
    set_={name: _SET.excluded[name] for name in ("kind", "selection", "options")}
)


class SqlCalendarTargetStore:
    """Implements `companion.ports.calendar.CalendarTargetStore`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def all(self) -> tuple[StoredTarget, ...]:
        """All of them, oldest first."""
        query = select(_c.path, _c.kind, _c.selection, _c.options, _c.added_dt)
        with self._file.reading() as connection:
            rows = connection.execute(query.order_by(_c.added_dt, _c.path))
            return tuple(StoredTarget(*row) for row in rows)

    def set(self, target: StoredTarget) -> None:
        """Remember one; an earlier one of the same path is replaced but keeps its date."""
        with self._file.writing(user_tables=True) as connection:
            connection.execute(_SET, asdict(target))

    def remove(self, path: str) -> None:
        """Forget one; nothing happens if it is not there."""
        with self._file.writing(user_tables=True) as connection:
            connection.execute(delete(user_calendar_target).where(_c.path == path))
