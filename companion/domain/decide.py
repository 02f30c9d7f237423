"""What to do with a fetched programme: values in, intents out; no network, no database."""

from dataclasses import dataclass, replace
from enum import StrEnum

from companion.domain.changes import ProgrammeChanges, compare
from companion.domain.timetable import Contribution, Programme


class Doubt(StrEnum):
    """Why an answer is not believed at once."""

    EMPTY = "empty"
    MANY_GONE = "many_gone"
    NO_TIMETABLE = "no_timetable"


@dataclass(frozen=True, slots=True)
class Decision:
    """What one sync shall write.

    Attributes:
        programme: the new state; talks that only one answer lacks are kept as stored.
        doubt: why the answer should be asked for again and then refused; None if it is sane.
        known: talks stored before; `gone`: those of them missing now.
    """

    programme: Programme
    changes: ProgrammeChanges
    doubt: Doubt | None
    known: int
    gone: int


def decide(
    stored: Programme | None,
    fetched: Programme,
    *,
    withdrawn: tuple[Contribution, ...] = (),
    event_ids: frozenset[int] | None = None,
    timetable_ids: frozenset[int] = frozenset(),
) -> Decision:
    """Compare what is stored with what came.

    Args:
        stored: None for a first sync.
        fetched: as mapped from the two answers.
        withdrawn: talks seen earlier and gone since, as they last were.
        event_ids: db_ids in the event answer; None where it cannot be told from the timetable.
        timetable_ids: db_ids in the timetable answer. The two answers are cached apart for ten
            minutes, so a known talk that only the event answer lacks has not gone.
    """
    programme = fetched
    if stored is not None and event_ids is not None:
        programme = _keep_half_seen(stored, fetched, timetable_ids - event_ids)
    changes = compare(stored, programme, withdrawn=withdrawn)
    known = 0 if stored is None else len(stored.contributions)
    gone = len(changes.removed)
    return Decision(programme, changes, _doubt(stored, programme, known, gone), known, gone)


def _keep_half_seen(
    stored: Programme, fetched: Programme, timetable_only: frozenset[int]
) -> Programme:
    """Known talks that only the timetable holds: texts as stored, times as the timetable says."""
    if not timetable_only:
        return fetched
    known = {item.db_id: item for item in stored.contributions}
    seen = {item.db_id for item in fetched.contributions}
    kept = [_moved(known, item, timetable_only) for item in fetched.contributions]
    kept += [known[db_id] for db_id in sorted(timetable_only - seen) if db_id in known]
    return replace(fetched, contributions=tuple(kept))


def _moved(
    known: dict[int, Contribution], item: Contribution, timetable_only: frozenset[int]
) -> Contribution:
    before = known.get(item.db_id)
    if before is None or item.db_id not in timetable_only:
        return item
    return replace(
        before,
        start_dt=item.start_dt,
        end_dt=item.end_dt,
        room_name=item.room_name,
        block_id=item.block_id,
    )


def _doubt(stored: Programme | None, new: Programme, known: int, gone: int) -> Doubt | None:
    if stored is None or stored.is_empty:
        return None
    if new.is_empty or (known and not new.contributions):
        return Doubt.EMPTY
    if gone * 3 > known:
        return Doubt.MANY_GONE
    if stored.session_blocks and not new.session_blocks and _is_scheduled(new):
        return Doubt.NO_TIMETABLE
    return None


def _is_scheduled(programme: Programme) -> bool:
    return any(item.is_scheduled for item in programme.contributions)
