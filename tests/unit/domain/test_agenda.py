"""What a person's choice of talks means: overlaps, now and next, filters, people, reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.bookmark import Star
from companion.domain.conflicts import now_and_next, overlaps
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.filters import NO_VALUE, Facet, Filter, Flag, option_counts
from companion.domain.people import PersonLink
from companion.domain.people_index import people_count, people_index
from companion.domain.reminders import due, next_due, reminders
from tests.unit.domain.make import NINE

MELBOURNE = ZoneInfo("Australia/Melbourne")
ZURICH = ZoneInfo("Europe/Zurich")
MINUTE = timedelta(minutes=1)


def entry(ident: int, start: int = 0, length: int = 30, **values: object) -> Entry:
    """A talk that starts so many minutes after nine in Melbourne."""
    ref = EntryRef("qtml2024", EntryKind.CONTRIBUTION, ident)
    start_dt = NINE + start * MINUTE
    made = Entry(ref, f"Talk {ident}", start_dt, start_dt + length * MINUTE)
    return replace(made, **values)  # type: ignore[arg-type]  # tests name real fields


def test_overlapping_talks_name_each_other_and_the_minutes() -> None:
    first, second = entry(1, 0, 30), entry(2, 18, 30)
    found = overlaps([second, first])
    assert [(o.other.ref.ident, o.minutes) for o in found[first.ref]] == [(2, 12)]
    assert [(o.other.ref.ident, o.minutes) for o in found[second.ref]] == [(1, 12)]


def test_talks_that_touch_do_not_overlap() -> None:
    assert not overlaps([entry(1, 0, 30), entry(2, 30, 30)])


def test_posters_and_withdrawn_talks_take_no_seat() -> None:
    poster = entry(1, 0, 120, is_poster=True)
    gone = entry(2, 0, 30, state=EntryState.WITHDRAWN)
    unscheduled = replace(entry(3), start_dt=None, end_dt=None)
    assert not overlaps([poster, gone, unscheduled, entry(4), entry(5, 10, 0)])


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=12))
def test_overlaps_equal_those_found_by_comparing_every_pair(spans: list[tuple[int, int]]) -> None:
    entries = [entry(number, *span) for number, span in enumerate(spans)]
    expected = {
        (a.ref.ident, b.ref.ident, shared)
        for a in entries
        for b in entries
        if a is not b and (shared := _shared_minutes(a, b)) > 0
    }
    found = {
        (ref.ident, item.other.ref.ident, item.minutes)
        for ref, items in overlaps(entries).items()
        for item in items
    }
    assert found == expected


def _shared_minutes(a: Entry, b: Entry) -> int:
    assert a.start_dt
    assert a.end_dt
    assert b.start_dt
    assert b.end_dt
    return round((min(a.end_dt, b.end_dt) - max(a.start_dt, b.start_dt)) / MINUTE)


def test_now_and_next_shows_what_runs_and_all_that_starts_first_after_it() -> None:
    block = Entry(EntryRef("k", EntryKind.BLOCK, 9), "Block", NINE, NINE + 60 * MINUTE)
    entries = [block, entry(1), entry(2, 30), entry(3, 30), entry(4, 60)]
    shown = now_and_next(entries, NINE + 5 * MINUTE)
    assert [e.ref.ident for e in shown.running] == [1]
    assert [e.ref.ident for e in shown.next] == [2, 3]
    assert shown.next_dt == NINE + 30 * MINUTE


def test_after_the_last_talk_nothing_is_next() -> None:
    shown = now_and_next([entry(1)], NINE + 30 * MINUTE)
    assert (shown.running, shown.next, shown.next_dt) == ((), (), None)


TALKS: Sequence[Entry] = (
    entry(1, track="Theory", room_name="Aula", star=Star.STARRED),
    entry(2, 60, track="Theory", session_title="Keynotes", has_materials=True),
    entry(3, 120, type="Poster", is_poster=True, star=Star.TENTATIVE),
)


def idents(chosen: Filter, tz: ZoneInfo = MELBOURNE) -> list[int]:
    return [e.ref.ident for e in TALKS if chosen.matches(e, tz)]


def test_no_filter_shows_everything() -> None:
    assert not Filter()
    assert idents(Filter()) == [1, 2, 3]


def test_values_of_a_facet_are_alternatives_and_facets_add_up() -> None:
    chosen = Filter().with_value(Facet.TRACK, "Theory", True)
    assert idents(chosen) == [1, 2]
    assert idents(chosen.with_value(Facet.TRACK, NO_VALUE, True)) == [1, 2, 3]
    assert idents(chosen.with_value(Facet.ROOM, "Aula", True)) == [1]


def test_a_value_can_be_excluded_and_forgotten() -> None:
    chosen = Filter().with_value(Facet.TRACK, "Theory", False)
    assert chosen.choice(Facet.TRACK, "Theory") is False
    assert idents(chosen) == [3]
    asked = chosen.with_value(Facet.TRACK, "Theory", True)
    assert asked.choice(Facet.TRACK, "Theory") is True
    cleared = asked.with_value(Facet.TRACK, "Theory", None)
    assert cleared.choice(Facet.TRACK, "Theory") is None
    assert cleared == Filter()


def test_flags_demand_or_refuse() -> None:
    assert idents(Filter().with_flag(Flag.STARRED, wanted=True)) == [1, 3]
    assert idents(Filter().with_flag(Flag.STARRED, wanted=False)) == [2]
    assert idents(Filter().with_flag(Flag.POSTER, wanted=True)) == [3]
    chosen = Filter().with_flag(Flag.MATERIALS, wanted=True)
    assert chosen
    assert idents(chosen) == [2]
    assert idents(chosen.with_flag(Flag.MATERIALS, wanted=None)) == [1, 2, 3]


def test_days_are_those_of_the_zone_shown() -> None:
    monday = Filter().with_value(Facet.DAY, "2024-11-25", True)
    assert idents(monday, MELBOURNE) == [1, 2, 3]
    assert idents(monday, ZURICH) == [2, 3]


def test_choices_count_what_they_would_show_beside_what_is_chosen_elsewhere() -> None:
    counts = option_counts(
        (*TALKS, Entry(EntryRef("k", EntryKind.BLOCK, 9), "Block")), Filter(), ZURICH
    )
    assert counts[Facet.TRACK] == {"": 1, "Theory": 2}
    assert counts[Facet.DAY] == {"2024-11-24": 1, "2024-11-25": 2}
    assert counts[Facet.SESSION] == {"": 2, "Keynotes": 1}
    assert (counts[Flag.STARRED], counts[Flag.POSTER]) == ({"": 2}, {"": 1})
    poster = Filter().with_flag(Flag.POSTER, wanted=True).with_value(Facet.SESSION, "", True)
    counts = option_counts(TALKS, poster, ZURICH)
    assert counts[Flag.POSTER] == {"": idents_of(poster)}
    for facet in Facet:
        for value, count in counts[facet].items():
            kept = {name: held for name, held in poster.only.items() if name is not facet}
            alone = replace(poster, only=kept).with_value(facet, value, True)
            assert count == idents_of(alone)


def idents_of(chosen: Filter) -> int:
    return len(idents(chosen, ZURICH))


def test_people_stand_by_family_name_with_their_roles() -> None:
    ana, bo = PersonLink("Ana", "Ruiz", person_id=1), PersonLink("Bo", "Alm", person_id=2)
    block = Entry(EntryRef("k", EntryKind.BLOCK, 9), "Block", conveners=(ana,))
    gone = entry(3, speakers=(ana,), state=EntryState.WITHDRAWN)
    talks = [entry(1, speakers=(ana,), authors=(ana, bo)), entry(2, authors=(ana,)), block, gone]
    index = people_index(talks)
    assert people_count(talks) == len(index)
    assert [item.person.name for item in index] == ["Bo Alm", "Ana Ruiz"]
    assert [(p.entry.ref.ident, p.is_speaker) for p in index[1].parts] == [(1, True), (2, False)]
    assert index[1].is_speaker
    assert not index[0].is_speaker


def test_reminders_are_for_starred_talks_still_there() -> None:
    entries = [
        entry(1, 60, star=Star.STARRED),
        entry(2, 30, star=Star.TENTATIVE),
        entry(3, 30),
        entry(4, 30, star=Star.STARRED, state=EntryState.WITHDRAWN),
        replace(entry(5, star=Star.STARRED), start_dt=None, end_dt=None),
    ]
    found = reminders(entries, 10)
    assert [(r.entry.ref.ident, r.due_dt) for r in found] == [
        (2, NINE + 20 * MINUTE),
        (1, NINE + 50 * MINUTE),
    ]
    assert reminders(entries, 0) == ()


def test_a_reminder_is_due_until_the_talk_begins() -> None:
    found = reminders([entry(1, 30, star=Star.STARRED)], 10)
    times: list[tuple[datetime, int]] = [
        (NINE + 19 * MINUTE, 0),
        (NINE + 20 * MINUTE, 1),
        (NINE + 29 * MINUTE, 1),
        (NINE + 30 * MINUTE, 0),
    ]
    assert [(moment, len(due(found, moment))) for moment, _ in times] == times
    assert next_due(found, NINE) == NINE + 20 * MINUTE
    assert next_due(found, NINE + 20 * MINUTE) is None


def test_a_talk_that_moves_is_worth_another_reminder() -> None:
    before, after = (reminders([entry(1, s, star=Star.STARRED)], 10)[0] for s in (30, 60))
    assert before.key != after.key
