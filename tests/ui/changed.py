"""A sample whose organisers changed something, for tests of what the window says about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from companion.app import Companion
from companion.domain.changes import compare
from companion.domain.timetable import Contribution
from companion.ports.programmes import ProgrammeUpdate

Edit = Callable[[Contribution], Contribution | None]


def change_sample(
    companion: Companion, edits: dict[int, Edit], seen_dt: datetime, key: str = "sample-2024"
) -> None:
    """Store the sample again with some talks edited (by db_id); None takes a talk out."""
    _store(
        companion,
        key,
        seen_dt,
        lambda old: tuple(
            new for item in old if (new := edits.get(item.db_id, lambda same: same)(item))
        ),
    )


def _store(
    companion: Companion,
    key: str,
    seen_dt: datetime,
    edit: Callable[[tuple[Contribution, ...]], tuple[Contribution, ...]],
) -> None:
    store = companion.database.programmes
    stored = companion.editions.stored(key)
    event_id = stored.address.event_id
    old = store.programme(event_id)
    assert old is not None
    new = replace(old, contributions=edit(old.contributions))
    gone = store.withdrawn(event_id)
    store.apply(
        ProgrammeUpdate(
            key=key,
            address=stored.address,
            programme=new,
            changes=compare(old, new, withdrawn=gone),
            seen_dt=seen_dt,
            generated_dt=seen_dt,
        )
    )


def talks(companion: Companion, key: str = "sample-2024") -> list[Contribution]:
    """The stored talks that have a time, in the order of the programme."""
    programme = companion.database.programmes.programme(
        companion.editions.stored(key).address.event_id
    )
    assert programme is not None
    return [item for item in programme.contributions if item.start_dt]


def add_talk(
    companion: Companion, talk: Contribution, seen_dt: datetime, key: str = "sample-2024"
) -> None:
    """Store the sample again with one talk more."""
    _store(companion, key, seen_dt, lambda old: (*old, talk))
