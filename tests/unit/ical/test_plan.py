"""What an export says, given what earlier ones said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.calendar import Action, EntryStatus, PosterForm
from tests.support.programmes import HOST, START, make_contribution
from tests.unit.ical.make import (
    DAY,
    HOUR,
    LATER,
    NOW,
    SEEN,
    TARGET,
    again,
    edition,
    latest,
    planned,
    poster,
    record,
    uid,
    written,
)

TALK = make_contribution(1)
BLOCK = f"indico-session-block-21@{HOST}"
MOVED = replace(TALK, start_dt=START + HOUR, end_dt=START + 2 * HOUR)
SEEN_LATER = record(1, changed_dt=NOW + HOUR)


def entry_of(plan, name=None):
    [entry] = [item for item in plan.entries if name in (None, item.uid)]
    return entry


def whole(moment):
    return moment.replace(microsecond=0)


def test_a_first_export_adds_everything_and_remembers_it():
    plan = planned(edition(TALK))

    [item] = plan.exported
    assert entry_of(plan).action is Action.ADDED
    assert (item.target, item.uid, item.sequence) == (TARGET, uid(1), 0)
    assert (item.start_dt, item.end_dt, item.title) == (TALK.start_dt, TALK.end_dt, TALK.title)
    assert item.written_dt == whole(NOW)
    assert plan.is_news


def test_nothing_changed_gives_the_same_bytes_and_the_same_memory():
    first = planned(edition(TALK, poster(101)), breaks=True)
    second = again(first, edition(TALK, poster(101)), breaks=True)

    assert [entry.action for entry in second.entries] == [Action.SAME] * 3
    assert second.exported == first.exported
    assert not second.is_news
    same = written(edition(TALK), made_dt=LATER, written=planned(edition(TALK)).exported)
    assert same == written(edition(TALK))


def test_a_moved_talk_keeps_its_uid_and_raises_its_number():
    first = planned(edition(TALK))
    entry = entry_of(again(first, edition(MOVED, records={1: SEEN_LATER})))

    assert (entry.uid, entry.sequence, entry.action) == (uid(1), 1, Action.MOVED)
    assert entry.modified_dt == whole(NOW + HOUR)
    assert entry.before == first.exported[0]


@pytest.mark.parametrize(
    "change",
    [
        {"start_dt": START + HOUR},
        {"end_dt": START + HOUR},
        {"room_name": "Room B"},
        {"venue_name": "Elsewhere"},
    ],
)
def test_time_and_place_raise_the_number_even_if_no_record_did(change):
    entry = entry_of(again(planned(edition(TALK)), edition(replace(TALK, **change))))

    assert (entry.sequence, entry.action) == (1, Action.MOVED)
    assert entry.modified_dt == whole(LATER)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "New"},
        {"description": "New"},
        {"speakers": ()},
        {"coauthors": ()},
        {"code": "X"},
        {"board_number": "7"},
        {"url": "https://new.example/"},
        {"track": "New"},
        {"session_title": "New"},
    ],
)
def test_what_people_read_is_a_change_that_keeps_the_number(change):
    renamed = edition(replace(TALK, **change), records={1: record(changed_dt=NOW + HOUR)})
    entry = entry_of(again(planned(edition(TALK)), renamed))

    assert (entry.sequence, entry.action) == (0, Action.CHANGED)
    assert entry.modified_dt == whole(NOW + HOUR)


def test_what_nobody_sees_is_no_news_but_moves_the_stamp():
    touched = edition(replace(TALK, keywords=()), records={1: record(changed_dt=NOW + HOUR)})
    plan = again(planned(edition(TALK)), touched)

    assert entry_of(plan).action is Action.SAME
    assert entry_of(plan).modified_dt == whole(NOW + HOUR)
    assert plan.exported[0].written_dt == whole(NOW)


def test_moved_there_and_back_is_news_by_its_number_only():
    entry = entry_of(again(planned(edition(TALK)), edition(TALK, records={1: record(2)})))

    assert (entry.sequence, entry.action) == (2, Action.CHANGED)


def test_a_rebuilt_cache_never_lowers_a_number():
    first = planned(edition(TALK, records={1: record(5)}))
    entry = entry_of(again(first, edition(TALK, records={1: record(0)})))

    assert (entry.sequence, entry.action) == (5, Action.SAME)


# --- cancelled ------------------------------------------------------------------------------


def test_a_withdrawn_talk_is_cancelled_with_the_number_and_time_of_the_sync():
    first = planned(edition(TALK))
    lost = record(1, withdrawn_dt=NOW + HOUR)
    plan = again(first, edition(withdrawn=(TALK,), records={1: lost}))

    entry = entry_of(plan)
    assert (entry.uid, entry.status, entry.action) == (
        uid(1),
        EntryStatus.CANCELLED,
        Action.CANCELLED,
    )
    assert entry.sequence == 1
    assert entry.modified_dt == whole(NOW + HOUR)
    assert (entry.title, entry.start_dt, entry.location) == (
        TALK.title,
        TALK.start_dt,
        "Room A, Lakeside Hall",
    )


@pytest.mark.parametrize("records", [{}, {1: record()}])
def test_a_withdrawn_talk_of_which_little_is_known_is_cancelled_now(records):
    plan = again(planned(edition(TALK)), edition(withdrawn=(TALK,), records=records))

    assert entry_of(plan).sequence == 1
    assert entry_of(plan).modified_dt == whole(LATER)


def test_a_star_taken_away_cancels_and_given_back_adds_again():
    first = planned(edition(TALK, chosen={1}))
    without = again(first, edition(TALK, chosen=()))
    back = again(without, edition(TALK, chosen={1}), made_dt=LATER + DAY)

    assert (entry_of(without).sequence, entry_of(without).action) == (1, Action.CANCELLED)
    assert entry_of(without).modified_dt == whole(LATER)
    assert (entry_of(back).sequence, entry_of(back).action) == (2, Action.ADDED)
    assert entry_of(back).status is EntryStatus.CONFIRMED
    assert entry_of(back).modified_dt == whole(LATER + DAY)


def test_a_cancelled_entry_stays_cancelled_byte_for_byte():
    first = planned(edition(TALK, make_contribution(2)))
    second = again(first, edition(make_contribution(2)))
    lost = record(9, withdrawn_dt=LATER + DAY)
    third = again(
        second,
        edition(make_contribution(2), withdrawn=(TALK,), records={1: lost, 2: record()}),
        made_dt=LATER + 2 * DAY,
    )

    assert entry_of(third, uid(1)).action is Action.SAME
    assert third.exported == second.exported


def test_what_the_target_holds_is_followed_wherever_it_was_moved():
    first = planned(edition(TALK, poster(101)))
    now = edition(MOVED, poster(101), make_contribution(3), chosen=())
    plan = again(first, replace(now, followed=frozenset({1, 3, 101})))

    assert {(e.uid, e.action) for e in plan.entries} == {
        (uid(1), Action.MOVED),
        (BLOCK, Action.SAME),
    }
    whole_programme = edition(MOVED, poster(101), chosen=None)
    assert len(again(first, replace(whole_programme, followed=frozenset({1}))).entries) == 2


def test_a_talk_that_lost_its_time_is_cancelled():
    plan = again(planned(edition(TALK)), edition(replace(TALK, start_dt=None, end_dt=None)))

    assert entry_of(plan).status is EntryStatus.CANCELLED
    assert len(plan.left_out) == 1


def test_another_form_of_posters_cancels_the_first():
    posters = edition(poster(101), poster(102))
    one = planned(posters)
    each = again(one, posters, posters=PosterForm.EACH)
    one_again = again(each, posters, made_dt=LATER + DAY)

    assert {e.uid: e.status.value for e in each.entries} == {
        BLOCK: "CANCELLED",
        uid(101): "CONFIRMED",
        uid(102): "CONFIRMED",
    }
    assert {e.uid: e.status.value for e in one_again.entries} == {
        BLOCK: "CONFIRMED",
        uid(101): "CANCELLED",
        uid(102): "CANCELLED",
    }
    assert entry_of(one_again, BLOCK).sequence == 2


def test_a_poster_that_joins_or_leaves_changes_the_session_it_hangs_in():
    first = planned(edition(poster(101)))
    joined = again(first, edition(poster(101), poster(102)))
    left = again(joined, edition(poster(102)), made_dt=LATER + DAY)

    assert (entry_of(joined).action, entry_of(joined).sequence) == (Action.CHANGED, 0)
    assert (entry_of(left).action, entry_of(left).uid) == (Action.CHANGED, BLOCK)
    assert again(left, edition()).entries[0].status is EntryStatus.CANCELLED


def test_a_half_star_made_whole_raises_the_number():
    first = planned(edition(TALK, stars={1: Star.TENTATIVE}))
    entry = entry_of(again(first, edition(TALK, stars={1: Star.STARRED})))

    assert (entry.status, entry.sequence) == (EntryStatus.CONFIRMED, 1)
    assert entry.action is Action.CHANGED


def test_an_alarm_asked_for_is_a_change():
    entry = entry_of(again(planned(edition(TALK)), edition(TALK), alarm_minutes=10))

    assert (entry.action, entry.sequence) == (Action.CHANGED, 0)
    assert entry.modified_dt == whole(LATER)


def test_stamps_never_go_back_with_the_clock():
    first = planned(edition(TALK, records={1: record(changed_dt=NOW)}))
    entry = entry_of(again(first, edition(TALK), alarm_minutes=10, made_dt=NOW - timedelta(days=3)))

    assert entry.modified_dt == whole(NOW)


# --- from file to file ----------------------------------------------------------------------


def test_numbers_rise_from_file_to_file():
    first = planned(edition(TALK), target="a.ics")
    gone = again(first, edition(), target="a.ics")
    fresh = planned(edition(TALK), target="b.ics", elsewhere=latest(first, gone))

    assert entry_of(gone).sequence == 1
    assert entry_of(fresh).sequence == 2
    assert entry_of(fresh).action is Action.ADDED


def test_the_same_talk_has_the_same_number_in_another_file():
    first = planned(edition(TALK, records={1: record(3)}), target="a.ics")
    fresh = planned(edition(TALK), target="b.ics", elsewhere=latest(first))

    assert entry_of(fresh).sequence == 3
    assert entry_of(fresh).modified_dt == whole(SEEN)


def test_a_change_here_is_above_what_was_written_elsewhere():
    here = planned(edition(TALK))
    there = planned(edition(TALK, records={1: record(7)}), target="b.ics")
    entry = entry_of(again(here, edition(MOVED), elsewhere=latest(here, there)))

    assert entry.sequence == 8


def test_what_is_on_rises_above_what_another_file_said_since():
    here = planned(edition(TALK), target="a.ics")
    there = planned(edition(TALK), target="b.ics", elsewhere=latest(here))
    gone = again(there, edition(), target="b.ics", elsewhere=latest(here, there))
    back = again(here, edition(TALK), target="a.ics", elsewhere=latest(here, gone))

    assert (entry_of(gone).status, entry_of(gone).sequence) == (EntryStatus.CANCELLED, 1)
    assert (entry_of(back).sequence, entry_of(back).action) == (2, Action.CHANGED)
    assert entry_of(back).modified_dt == whole(LATER)


def test_two_files_do_not_outbid_each_other_for_ever():
    here = planned(edition(TALK), target="a.ics")
    gone = again(here, edition(), target="a.ics")
    there = planned(edition(TALK), target="b.ics", elsewhere=latest(gone))
    still = again(gone, edition(), target="a.ics", elsewhere=latest(gone, there))

    assert entry_of(there).sequence == 2
    assert still.exported == gone.exported


def test_two_files_with_different_posters_of_a_session_end_with_equal_numbers():
    sure, half = poster(101), poster(102)
    stars = {101: Star.STARRED, 102: Star.TENTATIVE}
    one = planned(edition(half, stars=stars), target="a.ics")
    both = planned(edition(sure, half, stars=stars), target="b.ics", elsewhere=latest(one))
    same = again(one, edition(half, stars=stars), target="a.ics", elsewhere=latest(one, both))
    end = again(
        both, edition(sure, half, stars=stars), target="b.ics", elsewhere=latest(both, same)
    )

    assert [entry_of(plan).status for plan in (one, both)] == ["TENTATIVE", "CONFIRMED"]
    assert [entry_of(plan).sequence for plan in (one, both, same)] == [0, 1, 1]
    assert entry_of(same).modified_dt == whole(LATER)
    assert end.exported == both.exported


def test_a_new_title_is_above_the_number_written_elsewhere():
    here = planned(edition(TALK), target="a.ics")
    there = replace(here.exported[0], target="b.ics", sequence=4)
    renamed = edition(replace(TALK, title="New"))
    back = again(here, renamed, target="a.ics", elsewhere={uid(1): there})

    assert entry_of(back).sequence == 4


def test_of_an_entry_elsewhere_that_only_has_a_number_nothing_is_thought():
    here = planned(edition(TALK))
    other = replace(here.exported[0], fingerprint="", status=EntryStatus.CANCELLED, sequence=7)
    plan = again(here, edition(TALK), elsewhere={uid(1): other})

    assert plan.exported == here.exported


# --- only what is new -----------------------------------------------------------------------


def test_only_what_changed_since_the_last_time():
    two, three = make_contribution(2), make_contribution(3)
    first = planned(edition(TALK, two, three))
    now = edition(MOVED, two, make_contribution(4))
    update = again(first, now, since_last=True)

    assert {(e.uid, e.action) for e in update.entries} == {
        (uid(1), Action.MOVED),
        (uid(3), Action.CANCELLED),
        (uid(4), Action.ADDED),
    }
    assert {item.uid for item in update.exported} == {uid(1), uid(2), uid(3), uid(4)}
    assert update.of(Action.MOVED) == (entry_of(update, uid(1)),)
    assert again(update, now, since_last=True).entries == ()


def test_without_entries_nothing_was_modified():
    assert planned(edition()).modified_dt is None
    assert not planned(edition()).is_news
    assert planned(edition(TALK)).modified_dt == whole(SEEN)
