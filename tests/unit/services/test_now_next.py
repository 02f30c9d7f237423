from datetime import timedelta

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryState
from companion.services.agenda import with_star
from companion.services.now_next import Present, present
from tests.support.entries import NINE, block, conference, pause, talk


def at(minutes: int, entries: tuple[Entry, ...] | None = None) -> Present:
    return present(conference() if entries is None else entries, NINE + timedelta(minutes=minutes))


def idents(entries: tuple[Entry, ...]) -> list[int]:
    return [entry.ref.ident for entry in entries]


def test_what_is_on_and_what_follows() -> None:
    found = at(10)
    assert idents(found.running) == [11, 21]
    assert idents(found.next) == [12]
    assert found.next_dt == NINE + timedelta(minutes=30)
    assert found.mine == ()


def test_breaks_count_and_an_end_belongs_to_what_follows() -> None:
    assert idents(at(60).running) == [9]
    assert idents(at(60).next) == [31]


def test_posters_are_one_line_and_those_with_a_star() -> None:
    assert idents(at(190).running) == [41, 5]
    (starred,) = (e.ref for e in conference() if e.ref.ident == 52)
    entries = with_star(conference(), frozenset({starred}), Star.STARRED)
    assert idents(at(190, entries).running) == [52, 41, 5]


def test_a_block_without_talks_is_something_to_go_to() -> None:
    dinner = block(7, 0, 60, title="Dinner")
    assert idents(at(5, (dinner,)).running) == [7]


def test_the_next_talk_of_mine_is_told_unless_it_is_next_anyway() -> None:
    entries = (
        talk(1, 0),
        talk(2, 60, star=Star.STARRED),
        talk(3, 120, star=Star.STARRED),
        talk(4, 120, star=Star.TENTATIVE),
        talk(5, 180, star=Star.STARRED),
    )
    assert idents(at(10, entries).mine) == [3, 4]
    assert idents(at(10, entries).next) == [2]


def test_before_and_after_the_conference() -> None:
    before, after = at(-10_000), at(10_000)
    assert (before.running, idents(before.next)) == ((), [11, 21])
    assert after == Present((), (), None, (), before.start_dt, before.end_dt)
    assert before.start_dt == NINE


def test_nothing_has_a_time() -> None:
    gone = talk(2, 0, state=EntryState.WITHDRAWN)
    assert at(0, (talk(1, None), gone)) == Present((), (), None, (), None, None)


def test_chosen_talks_come_first_then_rooms() -> None:
    entries = (
        talk(1, 0, room_name="A"),
        talk(2, 0, room_name="B", star=Star.STARRED),
        pause(3, 0, room_name="0"),
    )
    assert idents(at(0, entries).running) == [2, 3, 1]
