import subprocess
import sys
import time
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.text import latex_tree, mathml
from companion.text.formulas import find
from companion.text.typeset import CannotTypeset, _tree, rewritten, typeset

CORPUS = Path(__file__).parents[2] / "data" / "formulas" / "qml.txt"
LINES = [line for line in CORPUS.read_text().splitlines() if not line.startswith("#")]


def draw(source, *, display=False, size=20.0, color="#1a2b3c"):
    return typeset(source, display=display, size_px=size, color=color)


@pytest.mark.parametrize("line", LINES)
def test_every_shape_of_the_field_is_drawn(line):
    formula = find(line)[0].formula
    drawn = draw(formula.source, display=formula.display)
    assert b"<path" in drawn.svg
    assert 0 < drawn.depth < drawn.height


def test_picture_is_svg_1_in_the_colour_asked_for():
    drawn = draw(r"\frac{a}{b} \overline{x} \sqrt{y}", color="#ff0000")
    root = fromstring(drawn.svg)
    assert float(root.get("width")) == pytest.approx(drawn.width, abs=0.01)
    assert float(root.get("height")) == pytest.approx(drawn.height, abs=0.01)
    assert b"<symbol" not in drawn.svg
    assert b"<image" not in drawn.svg
    painted = [e for e in root.iter() if e.tag.endswith(("path", "rect"))]
    assert {e.get("fill") for e in painted} - {"none"} == {"#ff0000"}


def test_depth_is_what_hangs_below_the_baseline():
    assert draw("x").depth < draw("y").depth < draw(r"\frac{a}{b}").depth
    assert draw("^{24}").height == pytest.approx(draw("x^{24}").height, abs=2.0)
    assert draw("x", size=40.0).height > 1.8 * draw("x", size=20.0).height - 2


def test_display_puts_limits_above_and_below():
    source = r"\sum_{i=1}^n x_i"
    assert draw(source, display=True).height > draw(source).height


@pytest.mark.parametrize(
    ("source", "latex"),
    [
        (r"\ket{\psi}", r"|\psi \rangle"),
        (r"\ket{\frac{a}{b}}", r"\left|\frac {a}{b}\right\rangle"),
        (r"\braket{a}{b}\Braket{a|b}", r"\langle a|b\rangle \langle a|b\rangle"),
        (r"\expval{H}\ev{H}{x}", r"\langle H\rangle \langle x|H|x\rangle"),
        (r"\Tr\rho", r"\operatorname{Tr}\rho"),
        (r"\mathbb{1}\mathds 1\mathbb{R}", r"𝟙𝟙\mathbb{R}"),
        (r"\operatorname{arg\,min}\operatorname*{ess sup}", r"\argmin \operatorname*{essQzQsup}"),
        (r"\operatorname{\mathsf{X}}\operatorname{a-b}", r"{\mathrm{\mathsf {X}}}{\mathrm{a-b}}"),
        (r"\operatorname", r"{\mathrm{}}"),
        (r"\mathop{\mathbb{E}}\limits_x", r"{\mathbb{E}}_x"),
        (r"\sum\limits_i", r"\sum \limits _i"),
        (r"\text{a $x_1$ {b}}", r"\text{a }{x_1}\text{ b}"),
        (r"\text{a & b < c > $}", r"\text{a &#38; b &#60; c &#62; }"),
        (r"\textbf{a} \text{}\text", r"\textbf{a} {}{}"),
        (
            r"\xrightarrow[a]{b}\xleftarrow{c}",
            r"\;\underset{a}{\overset{b}{⟶}}\;\;\overset{c}{⟵}\;",
        ),
        (r"\SI{5}{\tesla}\qty{5}T", r"5\,\text{T}{5}T"),
        (r"\qty{5}{\tesla}\qty(a)\qty\SI", r"5\,\text{T}(a)\,\text{}"),
        (r"\si{\tesla}\num{5}\ang{90}\ce{H2O}\num7", r"\text{T}590^{\circ}\text{H₂O}7"),
        (r"\ce2\si\tesla\SI5\tesla\num", r"\text{2}\text{T}5\,\text{T}"),
        (r"\SI5", r"5\,\text{}"),
        (r"\ce", r"\text{}"),
        (r"\smash[b]{x}\smash y", "{x}{y}"),
        (r"\left( a \right.", r"\left( a \right."),
        (r"\left( a \right. \right|", r"( a  |"),
        (r"\left( a", "( a"),
        (r"a\right)", "a)"),
        ("a^ ", "a"),
        (r"a\_", r"a\_"),
        ("x_{a", "x_{a}"),
        ("a}b", "ab"),
        ("^2", "{}^2"),
        (r"\rm ^{16}O", r"\rm  {}^{16}O"),
        (r"p_\rm{T}", r"p_{\rm T}"),
        ("5%", r"5\%"),
        ("a%b\nc", "a c"),
        ("a & b # $", r"a  b \# "),
        (r"a \\ b", r"a \  b"),
        (r"\begin{equation}a\label{x}\nonumber\end{equation}", "a"),
        (r"\begin{eqnarray}a&=&b\end{eqnarray}", r"\begin{align*}a&=b\end{align*}"),
        (r"\begin{alignat}{2}a\\b\end{alignat}", r"\begin{align*}a\\ b\end{align*}"),
        (r"\begin{gathered}[t]a\end{gathered}", r"\begin{matrix}a\end{matrix}"),
        (r"\begin{dcases}a\end{dcases}", r"\begin{cases}a\end{cases}"),
        (r"\begin{array}{c}a\end{array}", r"\begin{array}{c}a\end{array}"),
        (r"\substack{a\\b}", r"\substack{a\\ b}"),
        (r"\color{red}{x}\textcolor{red}{y}\color red", "{x}y red"),
        ("||x|| |a||b|", r"\|x\| |a|{}|b|"),
        (r"\operatorname*{x}\norm", r"\operatorname*{x}\|\|"),
        (r"\mel[a", r"\langle [|a|\rangle "),
        (r"\xrightarrow[a", r"\;\overset{[}{⟶}\;a"),
        ("\\", ""),
        ("x'*", "x'*"),
        (r"\int*x", r"\int *x"),
    ],
)
def test_macros_are_rewritten(source, latex):
    # Spaces say nothing there.
    assert "".join(rewritten(source, display=False).split()) == "".join(latex.split())


def test_lines_are_kept_where_there_is_room_for_them():
    assert rewritten(r"a\\b", display=True) == r"a\\ b"


@pytest.mark.parametrize(
    "source",
    [
        r"\def\a{\a\a}\a",
        r"\newcommand{\a}{b}",
        r"\DeclareMathOperator{\a}{b}",
        r"\input{/etc/passwd}",
        "{" * 100,
        "x" * 5_000,
        "x^a^b",
        "",
        "中",
        r"\mbox{",
        r"\frac",
        r"\text{" + "word " * 700 + "}",
        r"\frac{1}{1+" * 12 + "x" + "}" * 12,
        "x+" * 1_900,
    ],
)
def test_what_cannot_be_drawn_says_so_soon(source):
    start = time.perf_counter()
    with pytest.raises(CannotTypeset) as raised:
        draw(source)
    assert raised.value.source == source
    assert time.perf_counter() - start < 5


def test_a_wrong_colour_is_the_callers_fault():
    with pytest.raises(ValueError, match="url"):
        draw("x", color="url(http://a.b)")


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        (r"\mathsf{BQP}", "𝖡𝖰𝖯"),
        (r"\mathbf{x}\mathbf{2}", "𝐱2"),
        (r"\operatorname*{ess\,sup}", "ess\u2009sup"),
        (r"\unknown x", "unknownx"),
        (r"a \sim b", "a∼b"),
        (r"\mathbb{RP}", "RP"),
    ],
)
def test_letters_are_mended(source, letters):
    tree = _tree(source, display=False)
    assert "".join(tree.itertext()) == letters
    assert {e.get("mathvariant") for e in tree.iter()} <= {None, "double", "bold", "normal"}


def spaces(source):
    """Signs and names with the spaces to their left and right."""
    tree = _tree(source, display=False)
    return [(e.text, e.get("lspace"), e.get("rspace")) for e in tree.iter("mo")]


def test_signs_and_names_get_the_spaces_of_tex():
    none, thin, medium, thick = "0em", "0.167em", "0.222em", "0.278em"
    assert spaces("-a-b=-c") == [
        ("−", none, none), ("−", medium, medium), ("=", thick, thick), ("−", none, none)
    ]  # fmt: skip
    assert spaces(r"|+\rangle")[1] == ("+", none, none)
    assert spaces("|a|-b")[2] == ("−", medium, medium)
    assert spaces(r"2\sin x") == [("sin", thin, thin)]
    assert spaces(r"\log(x)")[0] == ("log", none, none)
    assert spaces(r"\log_2 x") == [("log", none, none)]
    assert spaces(r"f(x,y)")[1] == (",", none, thin)


def test_only_grown_bars_grow():
    stretchy = {
        e.text: e.get("stretchy") for e in _tree(r"\lVert x\rVert", display=False).iter("mo")
    }
    assert stretchy == {"‖": "false"}
    matrix = _tree(r"\begin{vmatrix}1\end{vmatrix}", display=True)
    assert [e.get("stretchy") for e in matrix.iter("mo")] == [None, None]


def test_heavy_rows_are_spliced_before_they_are_refused():
    source = "{a+" * 14 + "x" + "}" * 14
    assert mathml.cost(fromstring("<mrow><mrow><mi>a</mi></mrow></mrow>")) == 11
    assert draw(source).width > 100


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.text(alphabet="\\{}[]^_&$%~' ab1+=|()<>fracsqrtleftbegin\n", max_size=40))
def test_any_source_is_drawn_or_refused(source):
    refused = None
    try:
        draw(source)
    except CannotTypeset as error:
        refused = error.source
    assert refused in (None, source)


@given(st.text(alphabet="\\{}[]^_%ab \n", max_size=40))
def test_tree_keeps_every_letter_and_balances_braces(source):
    tree = latex_tree.parse(source.replace("%", ""), 50)
    again = tree.source()
    assert [c for c in again if c in "ab"] == [c for c in source if c in "ab"]
    assert latex_tree.parse(again, 50).source().split() == again.split()


def test_deep_braces_are_refused():
    with pytest.raises(latex_tree.TooDeepError):
        latex_tree.parse("{" * 6, 5)


def test_the_library_is_imported_with_the_first_formula_only():
    program = (
        "import sys; from companion.text import typeset, markup; markup.to_html('$x$');"
        "print('ziamath' in sys.modules);"
        "typeset.typeset('x', display=False, size_px=9, color='red');"
        "print('ziamath' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["False", "True"]
