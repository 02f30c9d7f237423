"""Marks go, words stay."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.storage.search.folding import tokens
from companion.storage.search.marks import both_texts, plain_text, plain_title, shown_title


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("two\nlines\tand   spaces", "two lines and spaces"),
        ("**bold** and *thin* `code`", "bold and thin code"),
        ("_thin_ but snake_case", "thin but snake_case"),
        ("# Head\n- one\n* two\n> said", "Head one two said"),
        ("|a|b|\n|---|:-:|\n|c|d|", "a b c d"),
        ("see [the paper](https://x.example/a_(b)) now", "see the paper now"),
        ("![alt words](picture.png)", "alt words"),
        ("[not a link] (really)", "[not a link] (really)"),
        ("<p>A<br>b <b>bo</b>ld &amp; &lt;x&gt;</p>", "A b bold & <x>"),
        ("<script>evil()</script>a<style>x{}</style><!-- no -->b", "a b"),
        ("<script>never closed", ""),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        (r"$\ket{\theta}$", "ket theta"),
        (r"$\mathrm{Var}_\theta[\ell]$", "Var theta[ ell]"),
        (r"$\langle x_{i}|H_2\rangle$", "langle x i H_2 rangle"),
        (
            r"Schr\"odinger, H{\"o}lder, Erd\H{o}s, \'{E}tude, {Q}uantum",
            "Schrodinger, Holder, Erdos, Etude, Quantum",
        ),
        (r"\begin{align}a=b\end{align}", "a=b"),
        ("costs $5 to $6", "costs 5 to 6"),
        ("a\x02b\x00c\x1b", "a b c"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_marks_are_stripped(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        (
            r'Is $\mathsf{BQP}$-hardness <enough> for learning? "Quotes" & ampersands',
            'Is BQP-hardness <enough> for learning? "Quotes" & ampersands',
        ),
        ("<b>R&amp;D</b> *starred* | a_b_", "<b>R&amp;D</b> *starred* | a_b_"),
        (r"Schr\"odinger\ncats", "Schrodinger ncats"),
    ],
)
def test_titles_are_plain_text(title: str, plain: str) -> None:
    assert plain_title(title) == plain


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Learning <enough> & *more*", "Learning <enough> & *more*"),
        (r"A $\sqrt{T}$ bound for <all>", "A √T bound for <all>"),
    ],
)
def test_titles_are_seen_as_in_every_list(title: str, shown: str) -> None:
    assert shown_title(title) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**bold** words", "bold words"),
        (
            r"the risk, $R(h) \le O\!\left(\sqrt{T}\right)$, for *all*",
            "the risk, R(h) ≤ O(√T), for all",
        ),
        (r"- $|\psi\rangle$ and $a<b$", "|ψ⟩ and a < b"),
        (r"<p>\(x_1\) &amp; $a&lt;b$</p>", "x₁ & a < b"),
        ("~~struck~~ 7~~8", "struck 78"),
        ("$x_1$ ~*~0~*~ and ~*~9~*~", "x₁ x₁ and"),
    ],
)
def test_what_is_seen_has_its_formulas_in_unicode(text: str, shown: str) -> None:
    words, seen = both_texts(text)
    assert seen == shown
    assert set(tokens(words)) >= set(
        tokens(re.sub("~~[0-9]~~", "", plain_text(text.replace("~~", "").replace("&lt;", "<"))))
    )


@given(st.text(alphabet=st.sampled_from("ab 1$\\(){}^_<&*~")))
def test_what_is_seen_is_one_clean_line_without_places(text: str) -> None:
    words, seen = both_texts(f"$x_1$ {text}")
    assert seen == " ".join(seen.split())
    assert not re.search("~~[0-9]+~~", words + seen)


@given(st.text())
def test_the_result_is_one_clean_line(text: str) -> None:
    plain = plain_text(text)
    assert plain == " ".join(plain.split())
    assert not any(letter < " " for letter in plain)


def test_an_endless_text_is_cut() -> None:
    assert len(plain_text("word " * 1_000_000)) < 200_001


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "$",
        "$a",
        "\\(",
        "$_ a b ",
        "<script>",
        "<!--",
        "[",
        "[a](",
        "![",
        "-",
        "_",
        "\\begin{",
        "&amp;",
        "| ",
        "   ",
    ],
)
def test_hostile_texts_cost_linear_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    started = process_time()
    plain_text(text)
    both_texts(f"{text}x")
    assert process_time() - started < 2
