import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.flatten import flatten
from companion.text.plain import collapse, index_text, title_text, to_text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\ntwo\n\nthree", "one\ntwo\n\nthree"),
        ("- a\n- b\n  - c\n\nend", "• a\n• b\n  • c\n\nend"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n\n- b", "• a\n• b"),
        ("| a | b |\n|---|---|\n| 1 | $|x|$ |", "a | b\n1 | |x|"),
        ("[t](https://a.b) <https://c.d> me@e.f", "t (https://a.b) https://c.d me@e.f"),
        ("[t](mailto:me@e.f) [u](/x)", "t (me@e.f) u"),
        ("# T\n> q\n\n```\na\n  b\n```\nend", "T\n\nq\n\na\n  b\n\nend"),
        ("a <hr> b", "a\n\nb"),
        ("<p>a<br>b</p><p>c&nbsp;d</p>", "a\nb\n\nc d"),
        ("<ol start='x'><li>a</li></ol>", "1. a"),
        (f"<ol start='{'9' * 5000}'><li>a</li></ol>", "1. a"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("<p>$\\ket{\\psi}$ < $x_1$</p>", "|ψ⟩ < x₁"),
        ("<p>&nbsp;</p>", ""),
        ("", ""),
        ("price \\$5 and $10", "price $5 and $10"),
    ],
)
def test_to_text(raw, text):
    assert to_text(raw) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<li>a</li>", "a"),
        ("</ul>a", "a"),
        ("<br>a", "a"),
        ("<br><p>a</p>", "a"),
        ("<td>a</td><td>b</td>", "a | b"),
        ("<a href='x'></a>b", "b"),
        ("<p> </p><p> a </p>  <p>b</p>", "a\n\nb"),
    ],
)
def test_flatten_forgives(html, text):
    assert flatten(html) == text


def test_deep_lists_do_not_indent_for_ever():
    assert len(flatten("<ul><li>a" * 1000)) < 30_000


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("  a\n b ", "a b"),
        ('<enough> "quotes" & $5', '<enough> "quotes" & $5'),
        (r"Is $\mathsf{BQP}$ in $O(\sqrt{n})$?", "Is BQP in O(√n)?"),
        (r"A \ket{0} and \emph{b} \& \alpha", "A |0⟩ and b & α"),
        (r"Schr\"odinger, Erd\H{o}s, \v{R}", "Schrödinger, Erdős, Ř"),
        (r"C:\foo\bar and\or", r"C:\foo\bar and\or"),
        (r"\foo{a} of (\bar{x}) \v", "foo a of (x̄) v"),
        (r"Data \[1\] and \{2\}", "Data [1] and {2}"),
        (r"$5 or \$6", "$5 or $6"),
        (r"$>$5 qubits, $<$ \$6, 5$-$10", ">5 qubits, < $6, 5$-$10"),
        (r"{\it Ab initio} {\bf x} \\ second line", "Ab initio x second line"),
        (r"P\!=\!NP\:or not", "P=NP or not"),
        (r"x\textsuperscript{2} y\textsubscript{i} a\textsubscript", "x² yᵢ a\\textsubscript"),
        (r"a \textendash b \textquotedblleft c\textquotedblright", "a – b “ c”"),
        (r"\\", r"\\"),
    ],
)
def test_title_text(title, shown):
    assert title_text(title) == shown


def test_title_of_any_length():
    assert len(title_text("$x_1$ " * 10**6)) < 6_000


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**a** _b_ `c` snake_case\n# T\n> q", "a b c snake_case T q"),
        ("[t](https://a.b) $x_1$", "t x₁"),
        ("<p>a<script>b</script> &amp; H<sub>2</sub>O</p><p>c</p>", "a & H2O c"),
        (r"a\_b \$5", "a_b $5"),
        ("A < B", "A < B"),
    ],
)
def test_index_text(raw, text):
    assert index_text(raw) == text


@given(st.text(max_size=60))
def test_plain_text_never_raises(raw):
    for read in (to_text, title_text, index_text):
        assert isinstance(read(raw), str)
    assert title_text(raw) == collapse(title_text(raw))


def test_plain_titles_import_nothing_heavy():
    program = (
        "import sys; from companion.text.plain import title_text; title_text('a b');"
        "heavy = {'nh3', 'markdown_it', 'ziamath', 'companion.text.reading'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
