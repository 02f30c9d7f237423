import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.changes import Change, ChangeKind
from companion.domain.news import Edit, NewsKind, Run, news, news_kind, word_differences

TALK, BLOCK = ChangeKind.CONTRIBUTION, ChangeKind.BLOCK


def change(kind: ChangeKind, ident: int, field: str) -> Change:
    return Change(kind, ident, field, "old", "new")


def test_a_room_that_changed_through_its_block_is_told_on_its_talks_only() -> None:
    through = [change(BLOCK, 5, "room"), change(TALK, 101, "room"), change(TALK, 102, "room")]
    assert news(through, {101: 5, 102: 5}) == tuple(through[1:])


def test_a_block_whose_talks_stay_is_told_itself() -> None:
    alone = change(BLOCK, 5, "end")
    assert news([alone, change(TALK, 101, "end")], {101: 6}) == (alone, change(TALK, 101, "end"))


def test_numbers_of_the_site_and_sessions_are_no_news() -> None:
    quiet = [change(TALK, 101, "session_id"), change(ChangeKind.SESSION, 3, "title")]
    told = change(BLOCK, 5, "title")
    assert news([*quiet, told], {}) == (told,)


def test_kinds_are_what_attendees_ask_for() -> None:
    kinds = {field: news_kind(change(TALK, 1, field)) for field in ("start", "materials", "track")}
    assert kinds == {
        "start": NewsKind.MOVED,
        "materials": NewsKind.SLIDES,
        "track": NewsKind.OTHER,
    }


def test_words_that_differ_are_marked() -> None:
    assert word_differences("we prove a bound", "we show a bound now") == (
        Run(Edit.SAME, "we "),
        Run(Edit.REMOVED, "prove"),
        Run(Edit.INSERTED, "show"),
        Run(Edit.SAME, " a bound"),
        Run(Edit.INSERTED, " now"),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_from_their_differences(old: str, new: str) -> None:
    runs = word_differences(old, new)
    assert "".join(run.text for run in runs if run.edit is not Edit.REMOVED) == new
    before = "".join(run.text for run in runs if run.edit is not Edit.INSERTED)
    assert before == old


@pytest.mark.timeout(20)  # word by word it would take minutes
def test_texts_that_share_one_word_a_thousand_times_are_replaced_between_their_ends() -> None:
    old = "".join(f" the a{n}" for n in range(1000))
    new = "".join(f" the b{n}" for n in range(1000))
    runs = word_differences(f"First{old} last", f"First{new} last")
    assert runs == (
        Run(Edit.SAME, "First the "),
        Run(Edit.REMOVED, old.removeprefix(" the ")),
        Run(Edit.INSERTED, new.removeprefix(" the ")),
        Run(Edit.SAME, " last"),
    )
    assert word_differences(old, "") == (Run(Edit.REMOVED, old),)
