from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.schedule import DAILY, EAGER, WEEK_BEFORE, Watched, next_check
from tests.unit.domain.make import NINE

END = NINE + timedelta(days=5)
HOUR = timedelta(hours=1)


def watched(checked: datetime | None) -> Watched:
    return Watched(NINE, END, checked)


def test_past_editions_are_left_alone() -> None:
    assert next_check(watched(NINE), END + HOUR, 0) is None


@pytest.mark.parametrize("checked", [None, NINE + 10 * HOUR])
def test_what_was_never_checked_or_in_the_future_is_checked_now(checked: datetime | None) -> None:
    assert next_check(watched(checked), NINE, 0) == NINE


def test_during_the_conference_it_is_half_an_hour() -> None:
    assert next_check(watched(NINE), NINE + timedelta(minutes=1), 0) == NINE + EAGER
    assert next_check(watched(NINE), NINE + timedelta(minutes=1), 1) == NINE + EAGER * 1.1


def test_an_overdue_check_is_due_now() -> None:
    assert next_check(watched(NINE), NINE + 5 * HOUR, 0.5) == NINE + 5 * HOUR


def test_long_before_it_is_a_day() -> None:
    now = NINE - timedelta(days=100)
    assert next_check(watched(now), now, 0) == now + DAILY


def test_a_day_does_not_reach_into_the_week_before() -> None:
    now = NINE - WEEK_BEFORE - HOUR
    assert next_check(watched(now), now, 1) == NINE - WEEK_BEFORE


@given(st.integers(-20, 8), st.integers(0, 100), st.floats(0, 1))
def test_checks_are_never_closer_than_half_an_hour(day: int, ago: int, spread: float) -> None:
    now = NINE + timedelta(days=day)
    checked = now - timedelta(minutes=ago)
    due = next_check(watched(checked), now, spread)
    assert due is None or (due >= checked + EAGER and due >= now)
