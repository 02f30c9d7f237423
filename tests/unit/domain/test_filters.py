"""Parts of a filter, what it hides, and how it is kept; matching itself is in `test_agenda`."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.bookmark import Star
from companion.domain.days import nearest_day, stepped
from companion.domain.filter_text import read_filters, write_filters
from companion.domain.filters import Facet, Filter, Flag, Part, hiding, narrowed
from tests.support.entries import MELBOURNE, NINE, block, pause, talk

ENTRIES = (
    block(7, 0, 60),
    talk(1, 0, block_id=7, track="Theory", star=Star.STARRED),
    talk(2, 30, block_id=7, track="Theory"),
    pause(8, 60),
    block(9, 90, 60),
    talk(3, 90, block_id=9, track="Hardware", has_materials=True),
)


def test_a_filter_is_the_sum_of_its_parts() -> None:
    chosen = (
        Filter()
        .with_choice(Facet.TRACK, "Theory", True)
        .with_choice(Facet.TRACK, "Hardware", False)
        .with_choice(Flag.POSTER, "", False)
    )
    assert chosen.parts() == (
        Part(Flag.POSTER, "", is_wanted=False),
        Part(Facet.TRACK, "Theory", is_wanted=True),
        Part(Facet.TRACK, "Hardware", is_wanted=False),
    )
    assert chosen.choice(Flag.POSTER) is False
    assert chosen.choice(Flag.STARRED) is None
    for part in chosen.parts():
        chosen = chosen.lacking(part)
    assert not chosen
    assert chosen == Filter()


def test_what_matches_keeps_its_block_and_nothing_else() -> None:
    theory = Filter().with_value(Facet.TRACK, "Theory", True)
    assert [entry.ref.ident for entry in narrowed(ENTRIES, theory, MELBOURNE)] == [7, 1, 2]


def test_the_parts_that_hide_everything_are_named_the_most_helpful_first() -> None:
    chosen = (
        Filter()
        .with_value(Facet.TRACK, "Theory", True)
        .with_flag(Flag.MATERIALS, wanted=True)
        .with_flag(Flag.POSTER, wanted=False)
    )
    found = hiding(chosen, ENTRIES, MELBOURNE)
    assert [(part.of, count) for part, count in found] == [(Flag.MATERIALS, 2), (Facet.TRACK, 1)]


@given(
    st.dictionaries(
        st.text(),
        st.lists(
            st.tuples(
                st.sampled_from([*Facet, *Flag]), st.text(), st.sampled_from([True, False, None])
            )
        ),
    )
)
def test_filters_come_back_as_they_were_kept(
    wanted: dict[str, list[tuple[Facet | Flag, str, bool | None]]],
) -> None:
    filters: dict[str, Filter] = {}
    for key, choices in wanted.items():
        filters[key] = Filter()
        for choice in choices:
            filters[key] = filters[key].with_choice(*choice)
    assert read_filters(write_filters(filters)) == {k: c for k, c in filters.items() if c}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1]",
        '{"k": 1}',
        '{"k": {"only": []}}',
        '{"k": {"only": {"day": "Monday", "colour": ["red"]}}}',
        '{"k": {"without": {"day": [1]}, "flags": {"starred": "yes", "tall": true}}}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    assert read_filters(text) == {}


def test_days_are_stepped_through_and_the_nearest_is_found() -> None:
    days = (date(2024, 11, 25), date(2024, 11, 27), None)
    assert stepped(days, days[0], 1) == days[1]
    assert stepped(days, days[0], -1) == days[0]
    assert stepped(days, None, 1) is None
    assert stepped(days, date(2024, 11, 26), 1) == date(2024, 11, 26)
    assert nearest_day(days, days[1], NINE, MELBOURNE) == days[1]
    assert nearest_day(days, date(2024, 11, 26), NINE, MELBOURNE) == days[1]
    assert nearest_day(days, date(2024, 11, 30), NINE, MELBOURNE) == days[1]
    assert nearest_day((None,), days[0], NINE, MELBOURNE) is None
    assert nearest_day(days[:2], None, NINE, MELBOURNE) == days[0]


def test_a_talk_without_a_block_brings_none() -> None:
    alone = replace(ENTRIES[1], block_id=None)
    assert narrowed((ENTRIES[0], alone), Filter(), MELBOURNE) == (alone,)
