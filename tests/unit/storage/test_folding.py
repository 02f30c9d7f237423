"""Letters that search holds to be the same."""

import sqlite3
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.storage.search.folding import fold, index_text, places_of, tokens


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz", "lukasz"),
        ("Sørensen", "sorensen"),
        ("Đorđe", "dorde"),
        ("Weiß", "weiss"),
        ("WEIẞ", "weiss"),
        ("Ægir", "aegir"),
        ("œuvre", "oeuvre"),
        ("Kadıköy", "kadikoy"),
        ("İstanbul", "istanbul"),
        ("Þórður", "thordur"),
        ("Ǿ", "o"),
        ("Dvořák", "dvorak"),
        ("Ｑｕａｎｔｕｍ", "quantum"),
        ("ﬁeld", "field"),
        ("x² ™", "x2 tm"),
        ("ψ Ψ", "ψ ψ"),
        ("Σίσυφος", "σισυφοσ"),
        ("ｶﾞ", "カ"),
        ("c++ ket| \x00 \ud800 😀", "c   ket       "),
    ],
)
def test_case_accents_and_width_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_every_unicode_form_folds_to_the_same(text: str) -> None:
    assert tokens(normalize("NFC", text)) == tokens(normalize("NFD", text))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tokens_are_letters_and_digits(text: str) -> None:
    assert all(token.isalnum() for token in tokens(text))


def test_scripts_without_spaces_become_words_of_one_letter() -> None:
    assert tokens("量子計算QML入門") == ("量", "子", "計", "算", "qml", "入", "門")
    assert index_text("quantum") == "quantum"


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("aß量x\u0302 ﬁ"))
def test_places_lead_back_to_the_original(text: str) -> None:
    indexed = index_text(text)
    starts, ends = places_of(text) or (list(range(len(text))), list(range(1, len(text) + 1)))
    assert len(starts) == len(ends) == len(indexed)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(
        letter in index_text(text[start:end])
        for letter, start, end in zip(indexed, starts, ends, strict=True)
    )


def test_lengths_that_cancel_out_still_give_right_places() -> None:
    # One letter less for the mark without a base of its own, one more for ß.
    text = "q\u0302ß x"
    assert index_text(text) == "qss x"
    assert places_of(text) == ([0, 2, 2, 3, 4], [2, 3, 3, 4, 5])


def test_a_character_of_a_script_without_spaces_is_a_word_at_its_place() -> None:
    assert index_text("a量") == "a 量 "
    assert places_of("a量") == ([0, 1, 1, 1], [1, 2, 2, 2])


@given(st.text())
def test_fts5_sees_the_tokens_that_we_see(text: str) -> None:
    ours = tokens(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'ascii')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')")
    connection.execute("INSERT INTO t VALUES (?)", (index_text(text),))
    theirs = [row[0] for row in connection.execute('SELECT term FROM v ORDER BY "offset"')]
    connection.close()
    assert tuple(theirs) == ours
