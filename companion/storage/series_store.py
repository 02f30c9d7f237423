"""What the person decided about the series and follows in it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Executable, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.event import EventId
from companion.domain.series.decisions import (
    FollowUpDecision,
    PersonDecision,
    PersonKey,
    TalkKey,
)
from companion.domain.series.follows import Follow, FollowKind
from companion.storage.engine import SqliteFile
from companion.storage.tables import (
    user_follow,
    user_follow_up_decision,
    user_moment,
    user_person_decision,
    user_series_member,
)
from companion.storage.versions import of_event

_LOOKED = "series-looked"

_p = user_person_decision.c
_u = user_follow_up_decision.c
_f = user_follow.c
_m = user_series_member.c


class SqlSeriesUserStore:
    """Implements `companion.ports.series.SeriesUserStore`; each method is one transaction."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def person_decisions(self) -> tuple[PersonDecision, ...]:
        """All merges and splits, oldest first."""
        query = select(user_person_decision).order_by(_p.decided_dt, _p.first_key, _p.second_key)
        return tuple(
            PersonDecision(PersonKey.parse(first), PersonKey.parse(second), same, decided)
            for first, second, same, decided in self._rows(query)
        )

    def set_person_decision(self, decision: PersonDecision) -> None:
        """Remember one; an earlier one about the same two entries is replaced."""
        values = {"same": decision.same, "decided_dt": decision.decided_dt}
        ends = {"first_key": str(decision.first), "second_key": str(decision.second)}
        row = upsert(user_person_decision).values(**ends, **values)
        self._write(row.on_conflict_do_update(set_=values))

    def remove_person_decision(self, first: PersonKey, second: PersonKey) -> None:
        """Forget one, named in its own order; nothing happens if there is none."""
        where = (_p.first_key == str(first)) & (_p.second_key == str(second))
        self._write(delete(user_person_decision).where(where))

    def follow_up_decisions(self) -> tuple[FollowUpDecision, ...]:
        """All confirmed and dismissed follow-ups, oldest first."""
        query = select(user_follow_up_decision).order_by(_u.decided_dt, *_ENDS)
        return tuple(_follow_up(row) for row in self._rows(query))

    def set_follow_up_decision(self, decision: FollowUpDecision) -> None:
        """Remember one; an earlier one about the same two talks is replaced."""
        values = {"confirmed": decision.confirmed, "decided_dt": decision.decided_dt}
        row = upsert(user_follow_up_decision).values(
            **_end("older", decision.older), **_end("newer", decision.newer), **values
        )
        self._write(row.on_conflict_do_update(set_=values))

    def remove_follow_up_decision(self, older: TalkKey, newer: TalkKey) -> None:
        """Forget one; nothing happens if there is none."""
        found = delete(user_follow_up_decision).filter_by(**_end("older", older))
        self._write(found.filter_by(**_end("newer", newer)))

    def members(self) -> Mapping[EventId, bool]:
        """Events that the person put into the series (True) or took out of it, by hand."""
        rows = self._rows(select(user_series_member).order_by(_m.host, _m.event_id))
        return {EventId(host, number): belongs for host, number, belongs in rows}

    def set_member(self, event_id: EventId, belongs: bool | None) -> None:
        """Put an event into the series or take it out; None leaves it to its title again."""
        if belongs is None:
            self._write(delete(user_series_member).where(of_event(_m, event_id)))
            return
        row = upsert(user_series_member).values(
            host=event_id.host, event_id=event_id.number, belongs=belongs
        )
        self._write(row.on_conflict_do_update(set_={"belongs": belongs}))

    def follows(self) -> tuple[Follow, ...]:
        """All that is followed, oldest first."""
        query = select(_f.kind, _f.name, _f.created_dt)
        rows = self._rows(query.order_by(_f.created_dt, _f.kind, _f.follow_key))
        return tuple(Follow(FollowKind(kind), name, created) for kind, name, created in rows)

    def add_follow(self, follow: Follow) -> None:
        """Follow something; what is followed already (same kind and key) stays as it is."""
        row = upsert(user_follow).values(
            kind=follow.kind.value,
            follow_key=follow.key,
            name=follow.name,
            created_dt=follow.created_dt,
        )
        self._write(row.on_conflict_do_nothing())

    def remove_follow(self, kind: FollowKind, key: str) -> None:
        """No longer follow it; nothing happens if it is not followed."""
        self._write(delete(user_follow).where((_f.kind == kind.value) & (_f.follow_key == key)))

    def looked_dt(self) -> datetime | None:
        """When the person last looked at the list of what is new for them."""
        query = select(user_moment.c.moment_dt).where(user_moment.c.what == _LOOKED)
        rows = self._rows(query)
        return rows[0][0] if rows else None

    def set_looked(self, now: datetime) -> None:
        """They look at it now."""
        row = upsert(user_moment).values(what=_LOOKED, moment_dt=now)
        self._write(row.on_conflict_do_update(set_={"moment_dt": now}))

    def _rows(self, query: Executable) -> list[Any]:
        with self._file.reading() as connection:
            return list(connection.execute(query))

    def _write(self, statement: Executable) -> None:
        with self._file.writing(user_tables=True) as connection:
            connection.execute(statement)


def forget_decisions(connection: Connection, event_id: EventId) -> None:
    """Forget what was decided about people and talks of an event (a sample)."""
    start = f"{event_id.host}/{event_id.number}/"
    people = _p.first_key.startswith(start, autoescape=True)
    people |= _p.second_key.startswith(start, autoescape=True)
    connection.execute(delete(user_person_decision).where(people))
    older = (_u.older_host == event_id.host) & (_u.older_event_id == event_id.number)
    newer = (_u.newer_host == event_id.host) & (_u.newer_event_id == event_id.number)
    connection.execute(delete(user_follow_up_decision).where(older | newer))


_ENDS = (
    _u.older_host,
    _u.older_event_id,
    _u.older_db_id,
    _u.newer_host,
    _u.newer_event_id,
    _u.newer_db_id,
)


def _end(name: str, talk: TalkKey) -> dict[str, Any]:
    return {
        f"{name}_host": talk.event_id.host,
        f"{name}_event_id": talk.event_id.number,
        f"{name}_db_id": talk.db_id,
    }


def _follow_up(row: Any) -> FollowUpDecision:
    older = TalkKey(EventId(row.older_host, row.older_event_id), row.older_db_id)
    newer = TalkKey(EventId(row.newer_host, row.newer_event_id), row.newer_db_id)
    return FollowUpDecision(older, newer, row.confirmed, row.decided_dt)
