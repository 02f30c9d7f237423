"""Now and next through its widget."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.services.agenda import TitleRow, with_star
from companion.ui.theme import Look
from companion.ui.views.now_view import NowView, in_text
from tests.support.entries import NINE, ZURICH, conference
from tests.ui.showing import lines, ref, show

STARRED = with_star(conference(), frozenset({ref(31)}), Star.STARRED)


def test_what_is_on_what_is_next_and_my_next_talk(look: Look, qtbot: QtBot) -> None:
    view = show(NowView(look), qtbot, STARRED, now=NINE + timedelta(minutes=10))
    assert lines(view.list.row_model.rows) == [
        "On now",
        11,
        21,
        "Next, in 20 min",
        12,
        "Your next starred talk, in 1 h 20 min",
        31,
    ]
    assert view.clock.text() == "Mon 25 Nov, 09:10 in Melbourne"
    assert view.summary.text() == "23:10 for you"
    notes = [row.note for row in view.list.row_model.rows if isinstance(row, TitleRow)]
    assert notes == ["", "09:30", "10:30"]


def test_it_moves_on_with_the_minutes_and_keeps_the_selection(look: Look, qtbot: QtBot) -> None:
    view = show(NowView(look), qtbot, STARRED, now=NINE + timedelta(minutes=29))
    view.focus_content()
    view.select(ref(21))
    view.set_entries(STARRED, replace(view.context, now=NINE + timedelta(minutes=31)))
    assert lines(view.list.row_model.rows)[:3] == ["On now", 21, 12]
    assert view.selected_refs() == (ref(21),)


def test_before_between_and_after_the_conference(look: Look, qtbot: QtBot) -> None:
    view = show(NowView(look), qtbot, now=NINE - timedelta(days=9, hours=1))
    assert lines(view.list.row_model.rows) == ["QTML 2024 begins in 9 days", 11, 21]
    view.set_entries(view.entries, replace(view.context, now=NINE + timedelta(hours=10)))
    title = view.list.row_model.rows[0]
    assert title == TitleRow("Nothing is on. Next, in 14 h", "Tue 26 Nov 09:00")
    view.set_entries(view.entries, replace(view.context, now=NINE + timedelta(days=30)))
    assert view.list.isHidden()
    assert "QTML 2024 is over" in view.empty.text()
    assert "Programme" in view.empty.text()


def test_without_times_it_says_what_to_do(look: Look, qtbot: QtBot) -> None:
    view = show(NowView(look), qtbot, ())
    assert "Press Sync" in view.empty.text()
    assert view.empty.isVisible()
    view.focus_content()
    assert view.selected_refs() == ()


def test_both_clocks_in_the_readers_zone_and_one_where_they_agree(look: Look, qtbot: QtBot) -> None:
    view = show(NowView(look), qtbot, zone=ZURICH, now=NINE)
    assert view.clock.text() == "Sun 24 Nov, 23:00 in Zurich"
    assert view.summary.text() == "09:00 in Melbourne"
    view.set_entries(view.entries, replace(view.context, event_zone=ZURICH))
    assert view.summary.text() == ""


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "in 1 min"),
        (90, "in 1 h 30 min"),
        (47 * 60, "in 47 h"),
        (48 * 60, "in 2 days"),
        (10 * 24 * 60 - 1, "in 9 days"),
    ],
)
def test_how_long_it_still_takes(minutes: int, words: str) -> None:
    assert in_text(NINE + timedelta(minutes=minutes), NINE) == words
