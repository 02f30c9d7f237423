"""Any sequence of programmes, replayed: every past state and every record follows from it."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.changes import compare
from companion.domain.entry import EntryState
from companion.domain.timetable import Contribution, Programme
from companion.ports.programmes import SearchQuery
from companion.storage.database import open_database
from tests.faults.counts import times
from tests.support.programmes import (
    EVENT_ID,
    NOW,
    START,
    make_block,
    make_break,
    make_contribution,
    make_event,
    make_poster,
    make_programme,
    make_session,
    make_update,
)

TALKS = st.builds(
    make_contribution,
    st.integers(1, 5),
    title=st.sampled_from(["Alpha", "Beta"]),
    room_name=st.sampled_from(["A", "B"]),
    start_dt=st.sampled_from([START, START + timedelta(hours=1)]),
)
POSTERS = st.builds(make_poster, st.integers(1, 5), board_number=st.sampled_from(["P1", "P2"]))


def by_ident(items: list[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted({item.db_id: item for item in items}.values(), key=lambda it: it.db_id))


PROGRAMMES = st.builds(
    make_programme,
    st.just(0),
    event=st.builds(make_event, title=st.sampled_from(["QTML", "QTML moved"])),
    contributions=st.lists(TALKS | POSTERS, max_size=5).map(by_ident),
    sessions=st.sampled_from([(), (make_session(1),), (make_session(1, color="#000000"),)]),
    session_blocks=st.sampled_from([(), (make_block(1),), (make_block(1), make_block(2))]),
    breaks=st.sampled_from([(), (make_break(7),), (make_break(8, title="Tea"),)]),
)


@given(st.lists(PROGRAMMES, min_size=1, max_size=6))
@settings(max_examples=times(12, 100), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_state_is_reproduced_and_every_record_follows(states: list[Programme]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder))
        store = database.programmes
        sequence = dict.fromkeys(range(1, 6), 0)
        for number, state in enumerate(states):
            gone = store.withdrawn(EVENT_ID)
            before = store.programme(EVENT_ID)
            seen_dt = NOW + timedelta(days=number)
            store.apply(make_update(state, before=before, withdrawn=gone, seen_dt=seen_dt))
            changed = compare(before, state, withdrawn=gone)
            records = store.records(EVENT_ID)
            for db_id, record in records.items():
                assert record.sequence >= sequence[db_id]
                sequence[db_id] = record.sequence
                is_present = db_id in {item.db_id for item in state.contributions}
                assert (record.withdrawn_dt is None) is is_present
                if number and db_id in changed.added | changed.changed | changed.removed:
                    assert record.changed_dt == seen_dt
            shown = {
                entry.ref.ident: entry.state
                for entry in store.entries(EVENT_ID)
                if entry.is_contribution
            }
            assert shown.keys() == records.keys()
            assert {ident for ident, it in shown.items() if it is EntryState.PRESENT} == {
                item.db_id for item in state.contributions
            }
            hits = store.search(SearchQuery("alpha"))
            assert {hit.ref.ident for hit in hits} == {
                item.db_id for item in state.contributions if item.title == "Alpha"
            }
        for number, state in enumerate(states):
            moment = NOW + timedelta(days=number, hours=1)
            assert store.programme_as_of(EVENT_ID, moment) == state
        entries = store.entries(EVENT_ID)
        store.rebuild()
        assert store.entries(EVENT_ID) == entries
        database.close()
