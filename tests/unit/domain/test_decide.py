from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.changes import RESTORED, WITHDRAWN, Change, ChangeKind, compare
from companion.domain.decide import Doubt, decide
from companion.domain.event import EventLabel
from companion.domain.materials import Material, MaterialType, Reference
from companion.domain.people import PersonLink
from companion.domain.timetable import Break, Session, SessionBlock, Subcontribution
from tests.unit.domain.make import NINE, event, programme, talk

HOUR = timedelta(hours=1)
BLOCK = SessionBlock(5, 3, "Morning", NINE, NINE + HOUR, room_name="Aula")
SESSION = Session(3, "Theory", color="#112233")
PAUSE = Break(9, "Coffee", NINE + HOUR, NINE + 2 * HOUR)


def test_the_same_programme_in_another_order_is_no_change() -> None:
    one, two = talk(101), talk(102)
    assert not compare(programme(one, two), programme(two, one))


def test_a_first_sync_adds_everything() -> None:
    new = programme(talk(101), sessions=(SESSION,), session_blocks=(BLOCK,), breaks=(PAUSE,))
    changes = compare(None, new)
    assert changes.is_first
    assert changes.added == {101}
    assert changes.idents(ChangeKind.BREAK) == {9}
    assert changes.idents(ChangeKind.EVENT, "added") == {1}


def test_each_field_is_told_with_old_and_new_value() -> None:
    moved = talk(101, start_dt=NINE + HOUR, end_dt=NINE + 2 * HOUR, room_name="Aula")
    changes = compare(programme(talk(101)), programme(moved)).changes
    assert changes == (
        Change(
            ChangeKind.CONTRIBUTION,
            101,
            "start",
            "2024-11-24T22:00:00+00:00",
            "2024-11-24T23:00:00+00:00",
        ),
        Change(
            ChangeKind.CONTRIBUTION,
            101,
            "end",
            "2024-11-24T22:30:00+00:00",
            "2024-11-25T00:00:00+00:00",
        ),
        Change(ChangeKind.CONTRIBUTION, 101, "room", "", "Aula"),
    )


def test_a_replaced_speaker_is_a_change_although_the_ids_are_equal() -> None:
    before = talk(101, speakers=(PersonLink("Ana", "Ruiz", "ETH", person_id=1, link_id=7),))
    after = talk(101, speakers=(PersonLink("Bo", "Li", "", "Dr", person_id=1, link_id=7),))
    (change,) = compare(programme(before), programme(after)).changes
    assert (change.old, change.new) == (["Ana Ruiz (ETH)"], ["Dr Bo Li"])


def test_ids_of_links_and_times_of_files_alone_are_no_change() -> None:
    file = Material(4, "Slides", MaterialType.FILE, "https://a/s.pdf", modified_dt=NINE)
    before = talk(101, speakers=(PersonLink("Ana", "Ruiz", link_id=1),), materials=(file,))
    after = talk(
        101,
        speakers=(PersonLink("Ana", "Ruiz", link_id=2),),
        materials=(replace(file, modified_dt=NINE + HOUR),),
    )
    assert not compare(programme(before), programme(after))


def test_a_replaced_file_with_the_same_id_is_a_change() -> None:
    file = Material(4, "Slides", MaterialType.FILE, checksum="a")
    before, after = (talk(101, materials=(replace(file, checksum=c),)) for c in "ab")
    assert compare(programme(before), programme(after)).idents(
        ChangeKind.CONTRIBUTION, "materials"
    ) == {101}


def test_all_that_people_see_counts() -> None:
    sub = Subcontribution(1, 1, "Part", timedelta(minutes=5))
    plain = talk(101, duration=HOUR, subcontributions=(sub, replace(sub, db_id=2, duration=None)))
    rich = replace(
        plain,
        references=(Reference("DOI", "10.1/x", "https://doi.org/10.1/x"), Reference("X", "1")),
    )
    label = event(label=EventLabel("Cancelled", is_event_not_happening=True))
    changes = compare(programme(plain), replace(programme(rich), event=label))
    assert changes.idents(ChangeKind.EVENT, "label") == {1}
    assert changes.changed == {101}


def test_blocks_breaks_and_sessions_change_too() -> None:
    old = programme(sessions=(SESSION,), session_blocks=(BLOCK,), breaks=(PAUSE,))
    new = programme(
        sessions=(replace(SESSION, title="Practice"),),
        session_blocks=(replace(BLOCK, room_name="Foyer"),),
        breaks=(replace(PAUSE, entry_id=10),),
    )
    told = {(c.kind.value, c.ident, c.field) for c in compare(old, new).changes}
    assert told == {
        ("session", 3, "title"),
        ("block", 5, "room"),
        ("break", 9, "withdrawn"),
        ("break", 10, "added"),
    }


def test_a_talk_that_comes_back_is_restored_not_added() -> None:
    back = programme(talk(101), talk(102))
    changes = compare(programme(talk(101)), back, withdrawn=(talk(102),))
    (change,) = changes.changes
    assert (change.kind, change.ident, change.field) == (ChangeKind.CONTRIBUTION, 102, RESTORED)
    assert changes.added == {102}


def test_a_talk_that_comes_back_elsewhere_is_told_with_what_differs() -> None:
    back = talk(102, room_name="Aula", title="Renamed")
    changes = compare(
        programme(talk(101)), programme(talk(101), back), withdrawn=(talk(102), talk(103))
    )
    assert {(it.ident, it.field, it.new) for it in changes.changes} == {
        (102, RESTORED, "Renamed"),
        (102, "title", "Renamed"),
        (102, "room", "Aula"),
    }
    assert (changes.added, changes.changed) == ({102}, frozenset())


def test_a_missing_talk_is_withdrawn() -> None:
    talks = [talk(number) for number in range(101, 107)]
    changes = compare(programme(*talks), programme(*talks[1:]))
    assert changes.removed == {101}
    assert changes.idents(ChangeKind.CONTRIBUTION, WITHDRAWN) == {101}
    assert not changes.changed


def test_a_talk_that_only_the_timetable_holds_stays_as_stored_and_moves() -> None:
    stored = programme(talk(101, track="Theory"), *(talk(n) for n in range(102, 108)))
    bare = talk(101, start_dt=NINE + HOUR, end_dt=NINE + 2 * HOUR)
    fetched = programme(bare, *(talk(n) for n in range(102, 108)))
    decision = decide(
        stored,
        fetched,
        event_ids=frozenset(range(102, 108)),
        timetable_ids=frozenset(range(101, 108)),
    )
    kept = next(item for item in decision.programme.contributions if item.db_id == 101)
    assert (kept.track, kept.start_dt) == ("Theory", NINE + HOUR)
    assert decision.changes.idents(ChangeKind.CONTRIBUTION) == {101}


def test_a_talk_of_the_timetable_that_could_not_be_read_is_kept_as_stored() -> None:
    stored = programme(*(talk(n) for n in range(101, 105)))
    fetched = programme(*(talk(n) for n in range(102, 105)), talk(110))
    decision = decide(
        stored,
        fetched,
        event_ids=frozenset(range(102, 105)),
        timetable_ids=frozenset({101, 110}),
    )
    assert {item.db_id for item in decision.programme.contributions} == {101, 102, 103, 104, 110}
    assert not decision.changes.removed


def test_an_empty_answer_for_a_known_programme_is_doubted() -> None:
    stored = programme(talk(101), session_blocks=(BLOCK,))
    assert decide(stored, programme()).doubt is Doubt.EMPTY
    assert decide(stored, programme(session_blocks=(BLOCK,))).doubt is Doubt.EMPTY


def test_a_lost_timetable_is_doubted_unless_nothing_is_scheduled() -> None:
    stored = programme(talk(101), session_blocks=(BLOCK,))
    assert decide(stored, programme(talk(101))).doubt is Doubt.NO_TIMETABLE
    unscheduled = talk(101, start_dt=None, end_dt=None)
    assert decide(stored, programme(unscheduled)).doubt is None
    assert decide(programme(talk(101)), programme(talk(101))).doubt is None


def test_an_empty_answer_for_an_empty_or_unknown_programme_is_fine() -> None:
    assert decide(None, programme()).doubt is None
    assert decide(programme(), programme()).doubt is None


@given(st.integers(1, 40), st.data())
def test_more_than_a_third_gone_is_doubted_and_a_third_is_not(
    known: int, data: st.DataObject
) -> None:
    gone = data.draw(st.integers(0, known - 1))
    talks = [talk(100 + number) for number in range(known)]
    decision = decide(programme(*talks), programme(*talks[gone:]), event_ids=frozenset())
    assert (decision.known, decision.gone) == (known, gone)
    assert decision.doubt is (Doubt.MANY_GONE if gone > known / 3 else None)
