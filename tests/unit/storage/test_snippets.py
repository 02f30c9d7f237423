"""Marks around matches, in the spelling of the original."""

import pytest

from companion.storage.search.snippets import MAX_PHRASES, best_field, read_query


def marked(text: str, query: str) -> str:
    snippet = best_field([("text", text)], read_query(query))[1]
    return snippet.replace("\x02", "[").replace("\x03", "]")


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Weißes Rauschen", "weisses", "[Weißes] Rauschen"),
        ("Im weißen Rössl", "rossl weiss", "Im [weißen] [Rössl]"),
        ("Œuvre Æon ﬁn", "aeon", "Œuvre [Æon] ﬁn"),
        ("Straße", "str", "[Straße]"),
        ("one quantum, two quanta", "quant", "one [quantum], two [quanta]"),
        ("state of the art", "state-of-the-a", "[state of the art]"),
        ("state of art", "state-of-the", "state of art"),
        ("subquantum", "quantum", "subquantum"),
        ("QML入門書", "入門", "QML[入門]書"),
        ("QML入門書", "qml入門", "[QML入門]書"),
        ("量子 computing", "量子comp", "[量子 computing]"),
        ("ab abc", "a abc", "[ab] [abc]"),
        ("nothing", "else", "nothing"),
    ],
)
def test_matched_words_are_marked(text: str, query: str, expected: str) -> None:
    assert marked(text, query) == expected


def test_the_densest_place_is_shown() -> None:
    text = "quantum " + "x " * 200 + "quantum kernels are quantum " + "y " * 200
    assert "[quantum] [kernels] are [quantum]" in marked(text, "quantum kernel")


def test_a_text_without_the_words_shows_its_beginning() -> None:
    assert marked("word " * 100, "absent") == "word " * 35 + "word…"


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    assert marked("x" * 500, "absent") == "x" * 180 + "…"


def test_a_match_near_the_end_shows_the_end() -> None:
    assert marked("word " * 100 + "needle.", "needle").endswith("word [needle].")


def test_the_field_with_most_words_wins_and_the_first_of_equals() -> None:
    fields = [("title", "alpha"), ("people", "beta"), ("text", "alpha and beta")]
    assert best_field(fields, read_query("alpha beta"))[0] == "text"
    assert best_field(fields[:2], read_query("alpha beta"))[0] == "title"
    assert best_field(fields, read_query("beta"))[0] == "people"


def test_a_query_becomes_quoted_words_only() -> None:
    assert read_query('c++ "AND" néar(').expression == '"c"* "and"* "near"*'
    assert read_query("state-of-the 量子x").expression == '"state of the"* "量 子 x"*'
    assert read_query("a A á").expression == '"a"*'
    assert read_query("😀").expression == ""


def test_endless_queries_are_cut() -> None:
    many = " ".join(f"w{number}" for number in range(1000))
    assert len(read_query(many).patterns) == MAX_PHRASES
    assert len(read_query("x" * 10_000).expression) < 500


@pytest.mark.timeout(10)  # counting each match against each other one would take half an hour
def test_a_text_of_nothing_but_matches_is_cut_like_any_other() -> None:
    assert marked("a b " * 100_000 + "a a a a", "a").endswith(" b [a] [a] [a] [a]")
