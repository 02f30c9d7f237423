"""Entries as JSON and back, whatever their fields hold."""

from datetime import UTC, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.changes import ChangeKind
from companion.domain.event import Event, EventId, EventLabel
from companion.domain.materials import Material, MaterialType, Reference
from companion.domain.people import PersonLink
from companion.domain.timetable import (
    Break,
    Contribution,
    Session,
    SessionBlock,
    Subcontribution,
)
from companion.errors import DamagedDatabase
from companion.storage.bodies import read_body, read_value, write_body, write_value
from tests.faults.counts import times

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
OPTIONAL = st.none() | TEXT
NUMBER = st.integers(-(2**63), 2**63 - 1)
TIME = st.datetimes(timezones=st.just(UTC))
LENGTH = st.none() | st.timedeltas(timedelta(0), timedelta(days=900))


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


PEOPLE = several(st.builds(PersonLink, TEXT, TEXT, TEXT, TEXT, st.none() | NUMBER))
REFERENCES = several(st.builds(Reference, TEXT, TEXT, TEXT, TEXT))
MATERIALS = several(
    st.builds(
        Material,
        NUMBER,
        TEXT,
        st.sampled_from(MaterialType),
        size=st.none() | NUMBER,
        is_protected=st.booleans(),
        modified_dt=st.none() | TIME,
    )
)
PARTS = several(
    st.builds(Subcontribution, NUMBER, NUMBER, TEXT, LENGTH, speakers=PEOPLE, materials=MATERIALS)
)
ENTRIES = {
    ChangeKind.EVENT: st.builds(
        Event,
        st.builds(EventId, TEXT, NUMBER),
        TEXT,
        TEXT,
        TIME,
        TIME,
        label=st.none() | st.builds(EventLabel, TEXT, st.booleans()),
        chairs=PEOPLE,
        keywords=several(TEXT),
    ),
    ChangeKind.SESSION: st.builds(Session, NUMBER, TEXT, is_poster=st.booleans()),
    ChangeKind.BLOCK: st.builds(SessionBlock, NUMBER, NUMBER, TEXT, TIME, TIME, conveners=PEOPLE),
    ChangeKind.BREAK: st.builds(Break, NUMBER, TEXT, TIME, TIME, session_id=st.none() | NUMBER),
    ChangeKind.CONTRIBUTION: st.builds(
        Contribution,
        NUMBER,
        NUMBER,
        TEXT,
        st.none() | TIME,
        st.none() | TIME,
        LENGTH,
        TEXT,
        track=OPTIONAL,
        speakers=PEOPLE,
        coauthors=PEOPLE,
        references=REFERENCES,
        materials=MATERIALS,
        subcontributions=PARTS,
    ),
}


@pytest.mark.parametrize("kind", ChangeKind)
@given(data=st.data())
@settings(max_examples=times(25, 400), deadline=None)
def test_every_entry_comes_back_equal(kind: ChangeKind, data: st.DataObject) -> None:
    entry = data.draw(ENTRIES[kind])
    assert read_body(kind, write_body(entry)) == entry


def test_fields_of_the_future_and_missing_ones_do_no_harm() -> None:
    body = '{"session_id": 3, "title": "Posters", "mood": "bright"}'
    assert read_body("session", body) == Session(3, "Posters")


@given(st.recursive(st.none() | st.booleans() | NUMBER | TEXT, st.lists, max_leaves=5))
def test_sides_of_a_change_come_back_equal(value: object) -> None:
    assert read_value(write_value(value)) == value


def test_a_damaged_value_is_named() -> None:
    with pytest.raises(DamagedDatabase):
        read_value("{")
