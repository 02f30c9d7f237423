"""What stands beside the views: how much of each there is."""

from dataclasses import replace

from companion.domain.bookmark import Star
from companion.domain.entry import EntryState
from companion.services.tally import Tally, first_tally, whole_tally
from tests.support.entries import ADA, BO, block, pause, talk

ENTRIES = (
    block(1, 0, 60),
    talk(11, 0, speakers=(ADA,), star=Star.STARRED),
    talk(12, 30, speakers=(BO,), authors=(ADA,), is_poster=True),
    talk(13, 60, star=Star.STARRED, state=EntryState.WITHDRAWN),
    pause(2, 90),
)


def test_a_programme_is_counted() -> None:
    assert first_tally(ENTRIES) == Tally(talks=2, withdrawn=1, starred=2)
    assert whole_tally(ENTRIES) == Tally(2, 1, 2, posters=1, people=2)
    assert whole_tally(()) == Tally(posters=0, people=0)


def test_stars_are_counted_anew_and_nothing_that_was_not_counted_before() -> None:
    entries = tuple(replace(entry, star=Star.NONE) for entry in ENTRIES)
    assert whole_tally(ENTRIES).starred_anew(entries) == Tally(2, 1, 0, posters=1, people=2)
    assert first_tally(ENTRIES).starred_anew(entries) == Tally(2, 1, 0)
