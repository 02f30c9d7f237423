import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.formulas import Formula, find, replaced

CORPUS = Path(__file__).parents[2] / "data" / "formulas" / "qml.txt"


def sources(text, **options):
    return [span.formula.source for span in find(text, **options)]


@pytest.mark.parametrize(
    ("text", "formula", "display"),
    [
        ("$x$", "x", False),
        ("$$x$$", "x", True),
        (r"\(x\)", "x", False),
        (r"\[x = 1\]", "x = 1", True),
        (r"\begin{align*}a&=b\end{align*}", r"\begin{align*}a&=b\end{align*}", True),
        (r"\begin{pmatrix}1\end{pmatrix}", r"\begin{pmatrix}1\end{pmatrix}", True),
        ("$ v_0 $", "v_0", False),
        ("$ Au + Au$", "Au + Au", False),
        ("$R=$", "R=", False),
        ("$5$", "5", False),
        (r"$0-10\%$", r"0-10\%", False),
        ("$4 fm/c$", "4 fm/c", False),
        ("$GeV$", "GeV", False),
        ("$Monte Carlo$", "Monte Carlo", False),
        (r"$\textit{ab initio and more of it}$", r"\textit{ab initio and more of it}", False),
        ("K$^0$s", "^0", False),
        ("$a<b$", "a<b", False),
        ("$a &lt; b$", "a < b", False),
        ("$a<br>b$", "a\nb", False),
        ("$x\xa0y$", "x y", False),
        (r"$\text{for $x$ in}$", r"\text{for $x$ in}", False),
        (r"$\$5$", r"\$5", False),
        ("$$a\n\n= b$$", "a\n\n= b", True),
        ("$\\sqrt{s}=$5.02", r"\sqrt{s}=", False),
    ],
)
def test_formula_is_found(text, formula, display):
    assert [span.formula for span in find(text)] == [Formula(formula, display)]


@pytest.mark.parametrize(
    "text",
    [
        "no formula",
        "$5 and $10",
        "costs US$5 or A$10$",
        "5$ or 10$",
        "in $ and in €, e.g. 5$.",
        "US$ 5 and A$ 10",
        "fees: $300, $200 for students",
        "A ticket is $20 for students and 30$ for others",
        "$20 regular/$10 student",
        "$1M–$2M",
        "$HOME and $PATH",
        r"\$5 and \$6",
        "one $ only",
        "$$ two",
        "$$$$",
        "$$$ cheap $$$",
        "$ $",
        "$x\n\ny$",
        "$5\nand\n$",
        r"$5 for \emph{early} birds and later $6",
        r"$5 (see \ref{a}) and the fee is for all of the days $",
        r"\(\)",
        r"\( x",
        r"\[1\]",
        r"\[2, 3\]",
        r"\[hep-ph\]",
        r"\begin{align} x",
        r"\begin{itemize} x \end{itemize}",
        "$" + "x" * 3000 + "$",
        r"\[" + "x+" * 6000 + r"\]",
        r"\(" + "x+" * 2000 + r"\)",
        "$$" + "x+" * 6000 + "$$",
        r"\begin{align}" + "x+" * 6000 + r"\end{align}",
        "$$five words of plain prose\n\nand as many for the other$$",
        "<code>$x$</code>",
        "<pre>$x$</pre>",
        '<a href="$x$">',
        "https://example.org/?a=$x_1$b",
        "[t](/page?a=$x_1$)",
        "backslash at the end $x\\",
    ],
)
def test_text_stays_text(text):
    assert find(text) == []


def test_neighbours_are_told_apart():
    assert sources("$a$$b$ $$c$$ $d$") == ["a", "b", "c", "d"]
    assert sources("$x $$y$$") == ["y"]
    assert sources("ticket $50 with $x$ things") == ["x"]


def test_code_of_markdown_stays():
    text = "`$a$` $b$ ``$c$`` $d$ ` $e$"
    assert sources(text, backticks=True) == ["b", "d", "e"]
    assert sources("$y`$z`", backticks=True) == []
    assert sources("`$a$`") == ["a"]


def test_code_ranges_stay_and_are_not_run_into():
    text = "$a$ CODE$b$ $c$ $$x CODE y$$"
    code = [(4, 11), (20, 24)]
    assert sources(text, code=code) == ["a", "c"]
    assert sources("$a$ $b$", code=[(0, 4)]) == ["b"]


def test_code_that_is_never_closed_is_not_code():
    assert sources("<code> $x$ <code> <pre> $y$") == ["x", "y"]
    assert sources("<CODE>$x$</CODE> $y$ <code> $z$ ") == ["y", "z"]
    assert sources("a < b, $x$ <not a tag $y$") == ["x", "y"]


def test_stray_text_macro_does_not_swallow_the_next_formula():
    assert sources(r"$\text{a$ and $b$") == [r"\text{a", "b"]
    assert sources(r"$\mbox{$ end") == [r"\mbox{"]
    assert sources(r"$\frac{a$ and $b}$") == [r"\frac{a", "b}"]
    assert sources(r"$\text{a$ and $b no end") == [r"\text{a"]


def test_replaced_keeps_what_is_between():
    text = "a $x$ b $y$ c"
    shown = replaced(text, find(text), lambda formula: formula.source * 2, str.upper)
    assert shown == "A xx B yy C"


def test_every_line_of_the_corpus_is_one_formula():
    lines = [line for line in CORPUS.read_text().splitlines() if not line.startswith("#")]
    assert len(lines) == 80
    assert [line for line in lines if len(find(line)) != 1] == []


@given(st.text(alphabet="$\\()[]{}`<>ab5 \n&;_/\"='", max_size=60), st.booleans())
def test_spans_are_ordered_and_within_the_text(text, backticks):
    end = 0
    for span in find(text, backticks=backticks):
        assert end <= span.start < span.end <= len(text)
        assert span.formula.source == span.formula.source.strip()
        end = span.end


@pytest.mark.parametrize(
    "hostile",
    ["$", "\\(", "\\[", "\\begin{align}", "`", "` ", '<a b="', "$a ", "\\text{$", "<code>", "``$"],
)
def test_hostile_text_takes_linear_time(hostile):
    text = hostile * (160_000 // len(hostile))
    start = time.perf_counter()
    find(text, backticks=True)
    # Two tenths of a second at most on an idle machine; quadratic time would be minutes.
    assert time.perf_counter() - start < 5
