import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.text.flatten import flatten
from companion.text.formulas import Formula, find
from companion.text.marked import PageText
from companion.text.markup import to_html
from companion.text.outline import _path, _strokes, fromstring, outline
from companion.text.page import DRAWN_LIMIT, page_text
from companion.text.pieces import FIRST_LIMIT, NEXT_LIMIT, pieces
from companion.text.typeset import CannotTypeset

CORPUS = Path(__file__).parents[2] / "data" / "formulas" / "qml.txt"
LINES = [line for line in CORPUS.read_text().splitlines() if not line.startswith("#")]


def test_page_text_holds_a_mark_for_each_formula_and_all_in_words():
    text = page_text("Let $\\ket\\psi$ cost $5, `$x$`, and $$\\frac a<b$$")
    assert text.formulas == (Formula("\\ket\\psi", False), Formula("\\frac a<b", True))
    assert "".join(text.pieces) == (
        '<p>Let <img src="formula:0"> cost $5, <code>$x$</code>, and </p>\n'
        '<p align="center" class="formula"><img src="formula:1"></p>'
    )
    assert text.words == "Let |ψ⟩ cost $5, $x$, and\n\na/< b"
    assert page_text(" \n") == PageText()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a ($x$), b", 'a <img src="formula:0|(|),"> b'),
        ("a $n$th, $d$-wise", 'a <img src="formula:0||th,"> <img src="formula:1||-">wise'),
        ("a (($x$ b", 'a <img src="formula:0|((|"> b'),
        ("$x$,$y$", '<img src="formula:0||,"><img src="formula:1">'),
        ("$x$the [link](http://a.b)", '<img src="formula:0">the <a href="http://a.b">link</a>'),
    ],
)
def test_what_touches_a_formula_goes_with_it(raw, shown):
    text = page_text(raw)
    assert "".join(text.pieces) == f"<p>{shown}</p>"


def test_formulas_without_end_are_read_out():
    text = page_text(" ".join(f"$x_{{{number}}}$" for number in range(DRAWN_LIMIT + 2)))
    assert len(text.formulas) == DRAWN_LIMIT
    assert text.pieces[-1].endswith("x₁₀₀ x₁₀₁</p>")


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "word &amp; " * 6_000 + "</p>",
        "<p>" + "x" * 50_000 + "</p>",
        "<p>" + "&lt;" * 20_000 + "</p>",
        "<p>a <b>b <i>" + "c &amp; d<br>" * 3_000 + "</i></b></p>",
        "<ol><li>" + "</li><li>".join(["one two", "three"] * 2_000) + "</li></ol>",
        "<table><tbody>" + "<tr><td>a</td><td>b</td></tr>" * 900 + "</tbody></table>",
        "<p>one</p>\n" * 4_000,
        "&amp;" + "a" * 30_000 + "&amp" + "b" * 9_000,
    ],
)
def test_long_html_is_cut_into_wellformed_pieces_that_lose_nothing(html):
    parts = pieces(html)
    assert len(parts) > 2
    assert max(map(len, parts)) <= FIRST_LIMIT + 100
    assert max(map(len, parts[1:])) <= NEXT_LIMIT + 100
    for part in parts:
        assert _is_wellformed(part)
        assert not re.search(r"&[a-z]{0,4}$", part)
    assert _letters(" ".join(map(flatten, parts))) == _letters(flatten(html))


def test_short_html_is_one_piece():
    assert pieces("") == ()
    assert pieces("<p>a</p>") == ("<p>a</p>",)


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["*a* ", "word ", "\n\n", "- b\n", "| c |\n", "&lt;", "<b>d</b>"])))
def test_any_text_in_pieces_has_the_same_letters(parts):
    html = to_html("".join(parts) * 300)
    cut = pieces(html)
    assert all(map(_is_wellformed, cut))
    assert _letters(" ".join(map(flatten, cut))) == _letters(flatten(html))


def _letters(text):
    return re.sub(r"[\s•|0-9.]+", "", text)


def _is_wellformed(html):
    inside = []
    for end, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        if name in ("br", "hr", "img"):
            continue
        if end:
            if not inside or inside.pop() != name:
                return False
        else:
            inside.append(name)
    return not inside


def test_every_shape_has_an_outline_within_its_box():
    for line in LINES:
        formula = find(line)[0].formula
        drawn = outline(formula.source, display=formula.display)
        xs = [x for name, v in drawn.strokes if name != "R" for x in v[::2]]
        ys = [y for name, v in drawn.strokes if name != "R" for y in v[1::2]]
        assert drawn.depth >= 0
        assert min(xs) > -0.2
        assert max(xs) < drawn.width + 0.2
        assert min(ys) > -drawn.ascent - 0.1
        assert max(ys) < drawn.depth + 0.1


def test_outline_knows_rules_of_fractions_and_stands_on_the_baseline():
    drawn = outline("\\frac{a}{b}", display=False)
    rules = [values for name, values in drawn.strokes if name == "R"]
    assert len(rules) == 1
    assert rules[0][1] < 0 < rules[0][2]
    flat = outline("x", display=False)
    assert flat.depth < 0.05
    assert outline("y", display=False).depth > 0.15


@pytest.mark.parametrize("picture", ["<svg><line/></svg>", '<svg><g transform="x"/></svg>'])
def test_what_cannot_be_filled_is_refused(picture):
    with pytest.raises(CannotTypeset):
        list(_strokes(fromstring(picture), "x"))
    with pytest.raises(CannotTypeset):
        list(_path("M 1 2 C 1 2 3 4 5 6", "x"))


def test_brackets_around_sums_are_as_high_as_the_sums():
    """They grew to 1,000 pixels, at any size of the letters."""
    small = outline("\\left( \\prod_{j} x \\right)", display=True)
    assert small.ascent + small.depth < 3.5


def test_rows_of_equations_stand_apart():
    one = outline("\\begin{align} a \\end{align}", display=True)
    two = outline("\\begin{align} a \\\\ b \\end{align}", display=True)
    assert two.ascent + two.depth > 2 * (one.ascent + one.depth) + 0.4


def test_space_taken_back_before_a_bracket_does_not_cross_it():
    def width(source):
        return outline(source, display=False).width

    assert width("\\ket{b}\\!\\bra{b}") == pytest.approx(width("\\ket{b}\\bra{b}"))
    assert width("O\\!\\left(x\\right)") == pytest.approx(width("O\\left(x\\right)"))
    assert width("\\langle\\!\\langle a") < width("\\langle\\langle a")
    assert width("a\\!b") < width("ab")
