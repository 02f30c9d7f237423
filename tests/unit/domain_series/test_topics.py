import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.people import PersonLink
from companion.domain.series.acronyms import definitions, long_forms
from companion.domain.series.edition import prepare
from companion.domain.series.similarity import Similarity
from companion.domain.series.topics import Topic, Trend, topics, trend_of
from companion.domain.series.words import clean, phrases, stem, usual_case
from companion.domain.timetable import Contribution
from tests.unit.domain_series.make import now, programme, talk, then

ANNA = PersonLink("Anna", "Berg")


def titled(first: int, *titles: str) -> list[Contribution]:
    return [talk(number, title, ANNA) for number, title in enumerate(titles, first)]


def by_term(found: tuple[Topic, ...]) -> dict[str, tuple[int, int, Trend]]:
    return {topic.term: (len(topic.then), len(topic.now), topic.trend) for topic in found}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quantum kernels", [["quantum", "kernel"]]),
        ("Learning the kernel's bias", [["learning"], ["kernel", "bias"]]),
        ("noise-aware, <b>graph</b> states &amp; codes", [["noise", "aware"], ["graph", "state"]]),
        ("a $\\rho$ of `pip install` https://x.y z@a.bc \\ket", []),
        ("<script>alert(1)</script>shots", [["shot"]]),
        ("\\begin{align}x\\end{align} gates **matter**", [["gate", "matter"]]),
        ("2023 x", []),
    ],
)
def test_words_that_say_something(text: str, words: list[list[str]]) -> None:
    found = phrases(text)
    assert found[: len(words)] == words
    assert words or not found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kernels", "kernel"),
        ("theories", "theory"),
        ("losses", "loss"),
        ("boxes", "box"),
        ("optimisation", "optimization"),
        ("parametrised", "parameterized"),
        ("behaviour", "behavior"),
        ("Schrödinger", "Schrodinger"),
    ],
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_that_end_in_s_without_being_many() -> None:
    assert [stem(word) for word in ("bias", "gas", "bus", "axis", "ties")] == [
        "bias",
        "gas",
        "bus",
        "axis",
        "tie",
    ]


@given(st.text(max_size=300))
def test_no_text_breaks_the_cleaning(text: str) -> None:
    assert isinstance(clean(text), str)
    assert all(word for phrase in phrases(text) for word in phrase)


def test_an_endless_text_is_cut() -> None:
    assert len(clean("shot " * 100_000)) <= 20_000


def test_capitals_of_names_stay() -> None:
    assert usual_case("Bayesian", first=True) == "Bayesian"
    assert usual_case("Noise", first=True) == "noise"
    assert usual_case("Noise", first=False) == "Noise"
    assert usual_case("QAOA", first=True) == "QAOA"


def test_acronyms_are_read_where_a_text_defines_them() -> None:
    assert definitions("A variational quantum circuit (VQC) and VQCs") == [
        ("VQC", "variational quantum circuit")
    ]
    assert definitions("Our Theory of Everything (TE) works") == [("TE", "theory of Everything")]
    assert definitions("QRC (quantum reservoir computing)") == [
        ("QRC", "quantum reservoir computing")
    ]
    assert definitions("many words (NASA) and (so on)") == []
    assert definitions("none") == []


def test_the_usual_long_form_wins_over_rarer_ones_and_the_known() -> None:
    texts = ["variational quantum classifier (VQC)"] * 2 + ["very quiet cat (VQC)"]
    assert long_forms(texts)["VQC"] == "variational quantum classifier"
    assert long_forms([])["VQC"] == "variational quantum circuit"


def test_acronyms_and_long_forms_are_one_topic() -> None:
    old = then(*titled(1, "Training VQCs", "Deep variational quantum circuits", "Cats of Lund"))
    new = now(*titled(1, "A VQC for jets", "Dogs of Ghent", "VQC pruning"))
    found = by_term(topics(old, new))
    assert found["variational quantum circuit (VQC)"] == (2, 2, Trend.STEADY)
    assert "VQC" not in found


def test_an_acronym_that_no_list_knows() -> None:
    old = then(*titled(1, "Zonal flux tuning (ZFT)", "ZFT for ions"))
    new = now(*titled(1, "ZFT again"))
    assert by_term(topics(old, new))["zonal flux tuning (ZFT)"] == (2, 1, Trend.STEADY)


def test_topics_appear_grow_shrink_and_vanish() -> None:
    old = then(*titled(1, "Barren plateaus", "More barren plateaus", "Annealing", "Ising walls"))
    new = now(*titled(1, "Pauli paths", "Truncated Pauli paths", "Barren plateaus", "Ising rings"))
    found = by_term(topics(old, new))
    assert found["barren plateaus"] == (2, 1, Trend.SHRANK)
    assert found["Pauli paths"] == (0, 2, Trend.APPEARED)
    assert found["Ising"] == (1, 1, Trend.STEADY)
    assert "annealing" not in found, "one talk is no topic"
    assert "plateaus" not in found, "it never stands without “barren”"


def test_trends_compare_shares() -> None:
    assert trend_of(2, 4, (100, 100)) is Trend.GREW
    assert trend_of(4, 2, (100, 100)) is Trend.SHRANK
    assert trend_of(2, 4, (100, 200)) is Trend.STEADY
    assert trend_of(2, 0, (10, 10)) is Trend.VANISHED


def test_keywords_and_abstracts_count_and_repeated_sentences_do_not() -> None:
    words = {"keywords": ("tensor trains",)}
    old = then(*(talk(n, f"Title{n}", ANNA, **words) for n in range(1, 4)))
    text = "Sponsored by the Zebra Fund. Own work on topic{} here."
    new = now(*(talk(n, f"Other{n}", ANNA, description=text) for n in range(1, 8)))
    found = by_term(topics(old, new))
    assert found["tensor trains"] == (3, 0, Trend.VANISHED)
    assert not any("Zebra" in term for term in found)


def test_a_word_of_half_the_talks_is_no_topic_but_a_phrase_is() -> None:
    old = then(*titled(1, "Graph codes", "Graph paths", "Graph states of ions"))
    new = now(*titled(1, "Graph states of atoms", "Graph cuts"))
    found = by_term(topics(old, new))
    assert "graph" not in {term.casefold() for term in found}
    assert found["graph states"] == (1, 1, Trend.STEADY)


def test_in_large_programmes_two_talks_are_no_topic() -> None:
    many = [f"Q{chr(97 + n // 26)}{chr(97 + n % 26)}zz" for n in range(70)]
    old = then(*titled(1, "Moth wings", "Fox dens", *many))
    new = now(*titled(1, "Moth wings", "Fox dens", "More fox dens"))
    assert list(by_term(topics(old, new))) == ["fox dens"]


def test_nothing_to_compare() -> None:
    assert topics(then(), now()) == ()
    assert topics(then(*titled(1, "The")), now()) == ()


def test_terms_have_at_most_five_words() -> None:
    long = "Robust fermionic Gaussian boson photon ladder codes"
    found = topics(then(*titled(1, long)), now(*titled(1, long)))
    assert {topic.term for topic in found} == {
        "robust fermionic Gaussian boson photon",
        "fermionic Gaussian boson photon ladder",
        "Gaussian boson photon ladder codes",
    }


def test_talks_say_what_stands_side_by_side() -> None:
    said = then(talk(1, "Graph states of ions, deep circuits")).talks[0]
    assert said.says(("graph", "state"))
    assert not said.says(("state", "ion"))
    assert not said.says(("ion", "deep"))


def test_similar_talks_share_rare_words() -> None:
    common = [f"Quantum noise thing{chr(97 + n)}" for n in range(12)]
    edition = then(*titled(1, "Rydberg kagome lattices", "Kagome lattices of light", *common))
    similarity = Similarity(edition.talks)
    one, two, three = edition.talks[:3]
    assert similarity.of(one, two) > 0.4
    assert similarity.of(one, three) == 0
    assert similarity.shared(one, two) == ("kagome", "lattice")
    assert similarity.shared(edition.talks[3], edition.talks[4]) == ()
    assert similarity.of_many([one], [two, three]) == similarity.of(two, one)
    assert similarity.of_many([], [one]) == 0
    assert similarity.of(one, one) == pytest.approx(1)


def test_talks_without_words_are_like_nothing() -> None:
    edition = prepare("k", programme(titled(1, "The", "The")))
    assert Similarity(edition.talks).of(*edition.talks) == 0
