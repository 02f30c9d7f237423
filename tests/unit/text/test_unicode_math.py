import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.text.unicode_math import LENGTH_LIMIT, to_unicode


@pytest.mark.parametrize(
    ("source", "text"),
    [
        # quantum notation
        (r"\ket{\psi}", "|ψ⟩"),
        (r"\bra{\phi}", "⟨ϕ|"),
        (r"\braket{\phi|\psi}", "⟨ϕ|ψ⟩"),
        (r"\braket{\phi} {\psi}", "⟨ϕ|ψ⟩"),
        (r"\ketbra{\psi}{\phi}", "|ψ⟩⟨ϕ|"),
        (r"\langle\psi|H|\psi\rangle", "⟨ψ|H|ψ⟩"),
        (r"\expval{H}", "⟨H⟩"),
        (r"\expval{H}{\psi}", "⟨ψ|H|ψ⟩"),
        (r"\norm{x}_1 + \abs{y}", "‖x‖₁ + |y|"),
        (r"\left\langle \psi \middle| \hat{O} \middle| \psi \right\rangle", "⟨ψ|Ô|ψ⟩"),
        (r"\left.\frac{d}{dx}\right|_{x=0}", "d/dx|ₓ₌₀"),
        # scripts
        ("x_1^2", "x₁²"),
        ("p_T", "p_T"),
        (r"\sqrt{s_{NN}}", "√s_NN"),
        (r"s_{_{NN}}", "s_NN"),
        ("e^{-iHt}", "e^(−iHt)"),
        (r"e^{i\pi}", "e^(iπ)"),
        ("10^{-3}", "10⁻³"),
        ("A^T B^{\\dagger} C^* D^{*0} f' g^{\\prime}", "AᵀB†C*D*⁰f′g′"),
        (r"H^{\otimes n}", "H^⊗n"),
        (r"x_{max}^{min}", "x_max^min"),
        (r"^{96}_{44}\text{Ru}", "⁹⁶₄₄Ru"),
        ("x_{i,j} y_{i+1} z_{}^{}", "x_(i,j) yᵢ₊₁z"),
        ("2^{2^n}", "2^(2ⁿ)"),
        ("a^", "a"),
        (r"\sum_{x \in X}", "∑_(x∈X)"),
        (r"\sum_{\langle i,j\rangle} J", "∑_⟨i,j⟩ J"),
        # fractions and roots
        (r"\frac{1}{2m}", "1/(2m)"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\frac12 x", "1/2 x"),
        (r"\frac{\partial f}{\partial x}", "∂f/∂x"),
        (r"\frac{(a)(b)}{-x}", "(a)(b)/−x"),
        (r"\frac{|x|}{|y|+|z|}", "|x|/(|y|+|z|)"),
        (r"{a \over b+c}", "a/(b+c)"),
        (r"{n \choose k}{a \atop b}", "(n choose k)(a / b)"),
        (r"\sqrt[3]{x+1} \sqrt[n]{x}\sqrt{(a)}", "∛(x+1)ⁿ√x√(a)"),
        (r"\dv{f}{x}", "df/dx"),
        # functions, spaces, relations
        (r"2\sin\theta\cos x", "2 sin θ cos x"),
        (r"O(\log n)", "O(log n)"),
        (r"\log_2 N", "log₂ N"),
        (r"\operatorname*{arg\,min}_\theta L", "arg min_θ L"),
        (r"\argmax_x f", "arg maxₓ f"),
        (r"\mathrm{Tr}\rho", "Tr ρ"),
        (r"x\in X", "x ∈ X"),
        ("a=b+c", "a = b+c"),
        ("a = b + c", "a = b + c"),
        (r"A \otimes B\times C", "A ⊗ B × C"),
        (r"v(\pm)", "v(±)"),
        (r"\alpha \beta x", "αβx"),
        ("5.02 TeV", "5.02 TeV"),
        (r"13~\rm{TeV}\,!", "13 TeV !"),
        (r"a\!b", "ab"),
        (r"\not\in \not= \not\foo \not", " ∉ ≠ foo̸ ".strip()),
        ("a \\\\ b", "a b"),
        ("a & b $ c", "abc"),
        ("a % comment\nb", "ab"),
        (r"a \bmod b", "a mod b"),
        # letters
        (r"\mathbb{R}\mathbb{E}\mathbb{1}\mathbb{x}", "ℝ𝔼𝟙x"),
        (r"\mathsf{BQP} \subseteq \mathsf{P/poly}", "BQP ⊆ P/poly"),
        (r"\mathcal{O}(n)", "O(n)"),
        (r"\bar{D^0}\overline{AB}\vec{\theta}\hat{\ }\tilde{}", "D̄⁰A̅B̅θ⃗ "),
        (r"\overline{abcdefghij}", "a̅bcdefghij"),
        (r"\mathrel{R}\mathstrut", "R"),
        # text, units
        (r"\text{if $x$ is }y", "if x is y"),
        (r"\text{one $ only}", "one  only".replace("  ", " ")),
        (r"\text{Schr\"{o}dinger \& co -- a~b}", "Schrödinger & co – a b"),
        (r"\text x\text", "x"),
        (r"\SI{5}{\giga\electronvolt} \qty{3}{\tesla}", "5 GeV 3 T"),
        (r"\qty(\frac{a}{b}) \qty{a+b}", "(a/b)a+b"),
        (r"\si{\metre\per\second} \num{5} \ang{90}", "m/s 590°"),
        (r"\ce{H2O}", "H₂O"),
        # stacked
        (r"\overset{!}{=} \underset{x}{y} \xrightarrow[a]{b}", "=^!yₓ →ᵃᵇ"),
        (r"\smash[b]{x}\underbrace{x+y}", "xx+y"),
        (r"\binom{n}{k}", "(n choose k)"),
        # tables
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", "(1, 2; 3, 4)"),
        (r"\begin{cases}a & x>0\\b\end{cases}", "{a x > 0; b}"),
        (r"\begin{align}H &= a \\ &= b \\[2pt] c &= d\end{align}", "H = a = b; c = d"),
        (r"\begin{array}{cc}1&2\end{array}", "(1, 2)"),
        (r"\begin{array}1\end{array}", "(1)"),
        (r"\begin{bmatrix}1&2", "[1, 2]"),
        (r"\begin{}a\end{}", "a"),
        # mistakes
        (r"\foo{x}+\bar", "foo x+"),
        ("x}y{z", "xyz"),
        (r"{a\end{x}b}c", "abc"),
        (r"\frac{a}", "a/"),
        (r"\sqrt[3", "∛"),
        ("\\", ""),
        ("", ""),
    ],
)
def test_reading(source, text):
    assert to_unicode(source) == text


LATEX = "\\{}[]^_&$%~' ab1+=|()fracsqrtend\n"


@given(st.text(alphabet=LATEX, max_size=60) | st.text(max_size=30))
def test_never_raises_and_leaves_no_braced_macro(source):
    text = to_unicode(source)
    assert "\n" not in text
    assert "\\frac" not in text
    assert "\\sqrt" not in text


@pytest.mark.parametrize(
    "hostile",
    ["{", "\\frac", "x^", "\\text{$", "\\left(", "\\begin{pmatrix}", "a&", "\\ket{", "x'",
     "\\sqrt[", "\\over ", "\\hat", "}", "\\qty{", "\\qty{a}", "^", "\\not", "\\begin{align}a\\\\"],
)  # fmt: skip
def test_hostile_formula_takes_bounded_time(hostile):
    source = hostile * (LENGTH_LIMIT // len(hostile))
    start = time.perf_counter()
    assert len(to_unicode(source)) <= 2 * LENGTH_LIMIT
    assert time.perf_counter() - start < 2


def test_deep_nesting_is_read_without_structure():
    assert to_unicode("\\foo{" * 100 + "x" + "}" * 100).split() == ["foo"] * 100 + ["x"]
    assert to_unicode("\\hat" * 100 + "x").split() == ["hat"] * 99 + ["hatx"]
