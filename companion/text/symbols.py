"""LaTeX macros and the Unicode characters they stand for.

Tables only. Letters in calligraphic, script and Gothic type become plain letters elsewhere: few
system fonts hold those characters, and a search for O(n) should find them.
"""

from companion.text.wordlist import names

_ORDINARY = r"""
alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ
varSigma Σ varPhi Φ varPsi Ψ varOmega Ω digamma ϝ hbar ℏ hslash ℏ ell ℓ imath ı jmath ȷ Re ℜ Im ℑ
wp ℘ aleph ℵ beth ℶ partial ∂ nabla ∇ infty ∞ infinity ∞ emptyset ∅ varnothing ∅ forall ∀ exists ∃
nexists ∄ top ⊤ bot ⊥ angle ∠ triangle △ Box □ square □ blacksquare ■ Diamond ◇ diamond ⋄
bigstar ★ star ⋆ dagger † dag † ddagger ‡ prime ′ dprime ″ degree ° circ ∘ bullet • cdot · cdotp ·
ldotp . ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱
textellipsis … surd √ neg ¬ lnot ¬ sharp ♯ flat ♭ natural ♮ S § P ¶ copyright © textregistered ®
pounds £ euro € yen ¥ checkmark ✓ complement ∁ eth ð mho ℧ odot ⊙ ast * langle ⟨ rangle ⟩ lbrace {
rbrace } lbrack [ rbrack ] lparen ( rparen ) lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ vert | Vert ‖
lvert | rvert | lVert ‖ rVert ‖ backslash \ slash / colon : llbracket ⟦ rrbracket ⟧ lgroup (
rgroup ) mathparagraph ¶ textasciitilde ~ textbackslash \ textbar | sun ☉ astrosun ☉ textdegree °
textmu µ textmicro µ textdollar $ textless < textgreater > textperiodcentered · aa å AA Å ae æ
AE Æ textendash – textemdash — textquotedblleft “ textquotedblright ” textquoteleft ‘
textquoteright ’ oe œ OE Œ o ø O Ø l ł L Ł ss ß i ı j ȷ dh ð th þ
"""

_OPERATORS = r"""
pm ± mp ∓ times × div ÷ otimes ⊗ oplus ⊕ ominus ⊖ oslash ⊘ boxtimes ⊠ boxplus ⊞ cup ∪ cap ∩
sqcup ⊔ sqcap ⊓ uplus ⊎ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ wr ≀ amalg ⨿
bigcirc ◯ ltimes ⋉ rtimes ⋊ bowtie ⋈ oplus ⊕ centerdot · veebar ⊻ barwedge ⊼ xor ⊕
"""

_RELATIONS = r"""
leq ≤ le ≤ geq ≥ ge ≥ leqslant ⩽ geqslant ⩾ lt < gt > ll ≪ gg ≫ lll ⋘ ggg ⋙ neq ≠ ne ≠ equiv ≡
approx ≈ approxeq ≊ cong ≅ sim ∼ simeq ≃ nsim ≁ propto ∝ varpropto ∝ asymp ≍ doteq ≐ triangleq ≜
coloneqq ≔ coloneq ≔ eqqcolon ≕ defeq ≔ lesssim ≲ gtrsim ≳ lessgtr ≶ gtrless ≷ lessapprox ⪅
gtrapprox ⪆ prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ in ∈ notin ∉ ni ∋ owns ∋
subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏
sqsubseteq ⊑ sqsupset ⊐ sqsupseteq ⊒ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ vdash ⊢ dashv ⊣
models ⊨ vDash ⊨ to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵
leftrightarrow ↔ longleftrightarrow ⟷ Rightarrow ⇒ Longrightarrow ⟹ implies ⟹ Leftarrow ⇐
Longleftarrow ⟸ impliedby ⟸ Leftrightarrow ⇔ Longleftrightarrow ⟺ iff ⟺ mapsto ↦ longmapsto ⟼
hookrightarrow ↪ hookleftarrow ↩ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓
nearrow ↗ searrow ↘ nwarrow ↖ swarrow ↙ rightharpoonup ⇀ leftharpoonup ↼ rightleftharpoons ⇌
leadsto ⇝ rightsquigarrow ⇝ twoheadrightarrow ↠ upharpoonright ↾ therefore ∴ because ∵
longrightarrows ⇉ rightrightarrows ⇉
"""

_LARGE = r"""
sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
bigodot ⨀ bigwedge ⋀ bigvee ⋁ bigsqcup ⨆ biguplus ⨄ intop ∫
"""

FUNCTIONS = names(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf "
    "limsup ln log max min mod Pr sec sin sinh sup tan tanh sgn sign diag rank span supp tr Tr "
    "poly polylog argmin argmax esssup"
)
# The words of functions whose macro is not their name.
FUNCTION_WORDS = {
    "argmin": "arg min", "argmax": "arg max", "trace": "Tr", "Trace": "Tr", "rank": "rank",
    "liminf": "lim inf", "limsup": "lim sup", "Var": "Var", "Cov": "Cov", "varlimsup": "lim sup",
    "varliminf": "lim inf", "cotg": "cot", "tg": "tan", "Probability": "Pr",
}  # fmt: skip

# Combining characters, by accent macro.
ACCENTS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0305", "tilde": "\u0303",
    "widetilde": "\u0303", "vec": "\u20d7", "overrightarrow": "\u20d7", "dot": "\u0307",
    "ddot": "\u0308", "dddot": "\u20db", "acute": "\u0301", "grave": "\u0300", "breve": "\u0306",
    "check": "\u030c", "widecheck": "\u030c", "mathring": "\u030a", "underline": "\u0332",
    "underbar": "\u0332",
}  # fmt: skip
# Accents in words: \"o, \'e, \c c.
TEXT_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip

SPACES = names(
    "quad qquad space enspace thinspace medspace thickspace nobreakspace Space , : ; >"
) | {" ", "\n", "\t"}

# Macros with so many arguments, and how they read.
TEMPLATES: dict[str, tuple[int, str]] = {
    "ket": (1, "|{0}⟩"), "Ket": (1, "|{0}⟩"), "bra": (1, "⟨{0}|"), "Bra": (1, "⟨{0}|"),
    "ketbra": (2, "|{0}⟩⟨{1}|"), "Ketbra": (2, "|{0}⟩⟨{1}|"), "KetBra": (2, "|{0}⟩⟨{1}|"),
    "dyad": (2, "|{0}⟩⟨{1}|"), "outerproduct": (2, "|{0}⟩⟨{1}|"), "op": (2, "|{0}⟩⟨{1}|"),
    "innerproduct": (2, "⟨{0}|{1}⟩"), "ip": (2, "⟨{0}|{1}⟩"), "proj": (1, "|{0}⟩⟨{0}|"),
    "mean": (1, "⟨{0}⟩"), "mel": (3, "⟨{0}|{1}|{2}⟩"), "matrixel": (3, "⟨{0}|{1}|{2}⟩"),
    "matrixelement": (3, "⟨{0}|{1}|{2}⟩"), "norm": (1, "‖{0}‖"), "Norm": (1, "‖{0}‖"),
    "abs": (1, "|{0}|"), "absolutevalue": (1, "|{0}|"), "ceil": (1, "⌈{0}⌉"),
    "floor": (1, "⌊{0}⌋"), "set": (1, "{{{0}}}"), "comm": (2, "[{0}, {1}]"),
    "commutator": (2, "[{0}, {1}]"), "acomm": (2, "{{{0}, {1}}}"),
    "anticommutator": (2, "{{{0}, {1}}}"), "binom": (2, "({0} choose {1})"),
    "dbinom": (2, "({0} choose {1})"), "tbinom": (2, "({0} choose {1})"),
    "dd": (1, "d{0}"), "dv": (2, "d{0}/d{1}"), "derivative": (2, "d{0}/d{1}"),
    "pdv": (2, "∂{0}/∂{1}"), "partialderivative": (2, "∂{0}/∂{1}"), "pmod": (1, " (mod {0})"),
    "textcolor": (2, "{1}"), "color": (1, ""), "colorbox": (2, "{1}"), "href": (2, "{1}"),
    "url": (1, "{0}"), "phantom": (1, ""), "hphantom": (1, ""), "vphantom": (1, ""),
    "label": (1, ""), "tag": (1, " ({0})"), "hspace": (1, " "), "vspace": (1, " "),
    "mspace": (1, " "), "raisebox": (2, "{1}"), "stackrel": (2, "{1}"), "cite": (1, "[{0}]"),
    "ref": (1, "{0}"), "eqref": (1, "({0})"), "footnote": (1, ""), "mathchoice": (4, "{1}"),
    "underbrace": (1, "{0}"), "overbrace": (1, "{0}"), "substack": (1, "{0}"),
    "boxed": (1, "{0}"), "fbox": (1, "{0}"), "cancel": (1, "{0}"),
    "order": (1, "O({0})"), "eval": (1, "{0}"), "genfrac": (6, "{4}/{5}"),
}  # fmt: skip

# Switches and hints without a reading of their own.
IGNORED = names(
    "rm bf it sf tt cal frak scr sl em left right middle big Big bigg Bigg bigl Bigl biggl Biggl "
    "bigr Bigr biggr Biggr bigm Bigm biggm Biggm displaystyle textstyle scriptstyle "
    "scriptscriptstyle limits nolimits nonumber notag hline hfill strut mathstrut relax null "
    "allowbreak nobreak break newline linebreak centering small large Large normalsize "
    "footnotesize tiny scriptsize mit boldmath unboldmath negthinspace negmedspace noindent par "
    "protect upright ! / - @ )"
)

_DOUBLE_STRUCK = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙"}


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


ORDINARY = _pairs(_ORDINARY) | {"_": "_", "#": "#", "%": "%", "&": "&", "$": "$", "{": "{"} | {
    "}": "}", "|": "‖", "one": "𝟙", "id": "𝟙", "openone": "𝟙", "euro": "€",
}  # fmt: skip
OPERATORS = _pairs(_OPERATORS)
RELATIONS = _pairs(_RELATIONS)
LARGE = _pairs(_LARGE)
NEGATED = {"=": "≠", "∈": "∉", "⊂": "⊄", "⊆": "⊈", "⊃": "⊅", "⊇": "⊉", "≡": "≢", "∼": "≁",
           "≈": "≉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∃": "∄", "∣": "∤", "∥": "∦",
           "→": "↛", "⇒": "⇏", "⊢": "⊬", "⊨": "⊭", "≅": "≇", "≃": "≄"}  # fmt: skip


def double_struck(letter: str) -> str:
    """A blackboard-bold letter: ℝ, 𝔼, 𝟙; what has no such form stays."""
    if letter in _DOUBLE_STRUCK:
        return _DOUBLE_STRUCK[letter]
    if "A" <= letter <= "Z":
        return chr(0x1D538 + ord(letter) - ord("A"))
    return letter
