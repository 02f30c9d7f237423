r"""LaTeX macros by what has to be done with them before ziamath reads them."""

from companion.text.wordlist import names

REFUSED = names(
    "def edef gdef xdef let newcommand renewcommand providecommand newenvironment "
    "DeclareMathOperator require input include write catcode csname expandafter futurelet "
    "loop repeat class style unicode verb cssId special"
)

# Macros with so many arguments; {0} stands for the first. ‹ and › are fences that grow if needed.
TEMPLATES: dict[str, tuple[int, str]] = {
    "ket": (1, "‹|{0}›⟩"), "Ket": (1, "‹|{0}›⟩"), "bra": (1, "‹⟨{0}›|"), "Bra": (1, "‹⟨{0}›|"),
    "ketbra": (2, r"‹|{0}›⟩‹⟨{1}›|"), "dyad": (2, "‹|{0}›⟩‹⟨{1}›|"),
    "outerproduct": (2, "‹|{0}›⟩‹⟨{1}›|"), "op": (2, "‹|{0}›⟩‹⟨{1}›|"),
    "proj": (1, "‹|{0}›⟩‹⟨{0}›|"), "innerproduct": (2, "‹⟨{0}|{1}›⟩"), "ip": (2, "‹⟨{0}|{1}›⟩"),
    "mean": (1, "‹⟨{0}›⟩"),
    "mel": (3, "‹⟨{0}|{1}|{2}›⟩"),
    "matrixel": (3, "‹⟨{0}|{1}|{2}›⟩"), "matrixelement": (3, "‹⟨{0}|{1}|{2}›⟩"),
    "norm": (1, "‹‖{0}›‖"), "Norm": (1, "‹‖{0}›‖"), "abs": (1, "‹|{0}›|"),
    "absolutevalue": (1, "‹|{0}›|"), "ceil": (1, "‹⌈{0}›⌉"), "floor": (1, "‹⌊{0}›⌋"),
    "comm": (2, "‹[{0},{1}›]"), "commutator": (2, "‹[{0},{1}›]"), "order": (1, "O‹({0}›)"),
    "set": (1, r"‹\lbrace {0}›\rbrace "), "acomm": (2, r"‹\lbrace {0},{1}›\rbrace "),
    "anticommutator": (2, r"‹\lbrace {0},{1}›\rbrace "),
    "dd": (1, r"\mathrm{{d}}{0}"), "dv": (2, r"\frac{{\mathrm{{d}}{0}}}{{\mathrm{{d}}{1}}}"),
    "derivative": (2, r"\frac{{\mathrm{{d}}{0}}}{{\mathrm{{d}}{1}}}"),
    "pdv": (2, r"\frac{{\partial {0}}}{{\partial {1}}}"),
    "partialderivative": (2, r"\frac{{\partial {0}}}{{\partial {1}}}"),
    "binom": (2, r"\left({{{0}\atop {1}}}\right)"), "dbinom": (2, r"\left({{{0}\atop {1}}}\right)"),
    "tbinom": (2, r"\left({{{0}\atop {1}}}\right)"),
    "nicefrac": (2, "{{{0}}}/{{{1}}}"), "sfrac": (2, "{{{0}}}/{{{1}}}"),
    "flatfrac": (2, "{{{0}}}/{{{1}}}"), "textcolor": (2, "{1}"), "color": (1, ""),
    "colorbox": (2, "{1}"), "href": (2, "{1}"), "label": (1, ""), "tag": (1, ""), "vspace": (1, ""),
    "footnote": (1, ""), "raisebox": (2, "{1}"), "cite": (1, "[{0}]"), "mathbin": (1, "{{{0}}}"),
    "mathrel": (1, "{{{0}}}"), "mathord": (1, "{{{0}}}"), "mathopen": (1, "{{{0}}}"),
    "mathclose": (1, "{{{0}}}"), "mathpunct": (1, "{{{0}}}"), "mathinner": (1, "{{{0}}}"),
    "vphantom": (1, ""), "pmod": (1, r"\ (\mathrm{{mod}}\ {0})"), "vb": (1, r"\mathbf{{{0}}}"),
    "vu": (1, r"\hat{{\mathbf{{{0}}}}}"), "va": (1, r"\vec{{{0}}}"), "bold": (1, r"\mathbf{{{0}}}"),
    "mathbfit": (1, r"\bm{{{0}}}"), "symbf": (1, r"\mathbf{{{0}}}"),
    "ul": (1, r"\underline{{{0}}}"),
    "mathscr": (1, r"\mathcal{{{0}}}"), "overbar": (1, r"\overline{{{0}}}"),
    "eqref": (1, "({0})"), "ref": (1, "{0}"), "url": (1, r"\text{{{0}}}"), "boxed": (1, "{0}"),
}  # fmt: skip

OPERATORS = names(
    "Tr tr Trace trace rank diag sign sgn span supp Var Cov polylog poly erf Res Img Ker Hom End "
    "Aut vol conv argmax argmin softmax ReLU id lcm ad Ad const"
)
SHORTHANDS = {
    "R": r"\mathbb{R}", "C": r"\mathbb{C}", "N": r"\mathbb{N}", "Z": r"\mathbb{Z}",
    "Q": r"\mathbb{Q}", "E": r"\mathbb{E}", "F": r"\mathbb{F}", "reals": r"\mathbb{R}",
    "complexes": r"\mathbb{C}", "one": "𝟙", "openone": "𝟙", "eps": r"\epsilon ",
    "dag": r"\dagger ", "Re": r"\operatorname{Re}", "Im": r"\operatorname{Im}",
    "degree": r"{}^{\circ}", "bmod": r"\ \mathrm{mod}\ ", "mod": r"\ \mathrm{mod}\ ",
    "argmin": r"\argmin ", "argmax": r"\argmax ", "trace": r"\operatorname{Tr}",
    "textdegree": r"{}^{\circ}", "defeq": "≔", "coloneqq": "≔", "coloneq": "≔", "iff": "⟺",
    "implies": "⟹", "impliedby": "⟸", "textellipsis": r"\ldots ", "AA": "Å", "euro": "€",
    "llbracket": "⟦", "rrbracket": "⟧", "textmu": "μ", "micro": "μ", "slash": "/",
    "lVert": r"\|", "rVert": r"\|", "Vert": r"\|", "lvert": "|", "rvert": "|", "vert": "|",
}  # fmt: skip
DROPPED = names(
    "nonumber notag nolimits centering noindent par protect relax null allowbreak nobreak break "
    "boldmath unboldmath upright small large Large normalsize footnotesize tiny scriptsize "
    "displaylimits mathstrut strut hfill newline hline left. right. - / @"
)
TEXTS = names("text textrm textnormal textup textmd mbox hbox fbox textsc textsl intertext emph")
STYLED_TEXTS = names("textbf textit textsf texttt")
SWITCHES = names("rm bf it sf tt cal frak mit")
BLANK = SWITCHES | {" ", "~"}
ARROWS = {
    "xrightarrow": "⟶", "xleftarrow": "⟵", "xleftrightarrow": "⟷", "xRightarrow": "⟹",
    "xLeftarrow": "⟸", "xmapsto": "⟼", "xlongequal": "=", "xrightleftharpoons": "⇌",
    "xhookrightarrow": "↪",
}  # fmt: skip
LIMIT_OPERATORS = names(
    "sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigwedge bigvee lim max "
    "min sup inf limsup liminf argmin argmax det gcd Pr bigsqcup biguplus bigodot"
)
TALL = ("\\frac", "\\dfrac", "\\sum", "\\prod", "\\int", "\\begin", "\\left", "\\binom", "\\cfrac")
PLAIN_ENVIRONMENTS = names("equation displaymath math")
ALIGNED = names("align alignat aligned alignedat eqnarray flalign split")
CENTRED = names("gather gathered multline")
# Other names of the same macro.
SAME = {
    "Braket": "braket", "ev": "expval", "expectationvalue": "expval", "mathbbm": "mathbb",
    "mathds": "mathbb", "Bbb": "mathbb", "mathbbold": "mathbb",
}  # fmt: skip
