"""A sample whose organisers changed something, for tests of what the window says about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from companion.app import Companion
from companion.domain.changes import compare
from companion.domain.timetable import Contribution
from companion.ports import ProgrammeUpdate

Edit = Callable[[Contribution], Contribution | None]


def change_sample(
    companion: Companion, edits: dict[int, Edit], seen_dt: datetime, key: str = "sample-2024"
) -> None:
    """Store the sample again with some talks edited (by db_id); None takes a talk out."""
    store = companion.database.programmes
    stored = companion.editions.stored(key)
    event_id = stored.address.event_id
    old = store.programme(event_id)
    assert old is not None
    edited = (edits.get(item.db_id, lambda same: same)(item) for item in old.contributions)
    new = replace(old, contributions=tuple(item for item in edited if item))
    gone = [item.db_id for item in store.withdrawn(event_id)]
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
