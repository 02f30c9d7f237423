r"""LaTeX formulas as readable Unicode on one line: |ψ⟩ = ∑ᵢ αᵢ|i⟩, O(√n), ∂C/∂θⱼ.

For titles, lists, calendars, search and screen readers. It reads what authors write, mistakes
included, and always answers: unknown macros give their name, odd braces vanish. Written for this
project since the ready-made converter drops grouping (docs/decisions/0007-text-and-formulas.md).
"""

import re
from functools import lru_cache

from companion.text import quantities, symbols
from companion.text.latex_words import TEXT_MACROS, words
from companion.text.rows import Row
from companion.text.scripts import accented, fraction, root, subscript, superscript
from companion.text.wordlist import names

LENGTH_LIMIT = 10_000
_DEPTH_LIMIT = 60

_TOKEN = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}|\\[A-Za-z]+\*?|\\.|%[^\n]*|\s+|.", re.DOTALL)
_BARE = re.compile(r"\\(?:begin|end)\s*\{[^{}]*\}|\\(?=[A-Za-z])|[{}]|\\.")
_ENVIRONMENT = re.compile(r"\\(begin|end)\s*\{\s*([A-Za-z]*)\*?\s*\}")
_SPACES = re.compile(r"\s+")
_FENCES = {"pmatrix": "()", "bmatrix": "[]", "Bmatrix": "{}", "vmatrix": "||", "Vmatrix": "‖‖",
           "matrix": "()", "smallmatrix": "()", "array": "()", "cases": ("{", "}")}  # fmt: skip
_FRACTIONS = names("frac dfrac tfrac cfrac nicefrac sfrac flatfrac")
_INFIX = {"over": "/", "choose": " choose ", "atop": " / "}
_CELL_END = frozenset(("&", "\\\\", "\\cr"))
_EQUALS = frozenset("=<>")
_RELATED = frozenset(symbols.RELATIONS.values())


class _TooDeepError(Exception):
    """Nesting that no author writes."""


@lru_cache(maxsize=2_000)
def to_unicode(source: str) -> str:
    """The formula in Unicode, on one line. Never raises; linear in the source."""
    source = source[:LENGTH_LIMIT]
    try:
        return _SPACES.sub(" ", _Reader(_TOKEN.findall(source)).everything())
    except _TooDeepError:
        return _SPACES.sub(" ", _BARE.sub(" ", source)).strip()


class _Reader:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, tokens: list[str], depth: int = 0) -> None:
        self._tokens = tokens
        self._pos = 0
        self._depth = depth

    def everything(self) -> str:
        parts: list[str] = []
        while self._pos < len(self._tokens):
            parts.append(self._row(frozenset(), tight=False))
            # A brace or an \end too many stopped the row.
            self._pos += 1
        return "".join(parts)

    # Tokens

    def _peek(self) -> str:
        return self._tokens[self._pos] if self._pos < len(self._tokens) else ""

    def _next(self) -> str:
        sign = self._peek()
        self._pos += 1
        return sign

    def _skip_space(self) -> None:
        while self._peek()[:1].isspace() or self._peek()[:1] == "%":
            self._pos += 1

    # Rows and arguments

    def _row(self, stops: frozenset[str], *, tight: bool) -> str:
        """Atoms up to a stop, a closing brace or an end, which are left to the caller."""
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise _TooDeepError
        row = Row(tight)
        while (sign := self._peek()) and sign not in stops:
            if sign == "}" or sign.startswith("\\end"):
                break
            self._pos += 1
            name = sign[1:]
            if sign[0] == "\\" and name in _INFIX:
                self._infix(name, row, stops)
            else:
                self._atom(sign, row)
        self._depth -= 1
        return row.joined()

    def _infix(self, name: str, row: Row, stops: frozenset[str]) -> None:
        above = row.restart()
        below = self._row(stops, tight=row.tight)
        if name == "over":
            row.add(fraction(above, below), "frac")
        else:
            row.add(f"({above.strip()}{_INFIX[name]}{below.strip()})")

    def _argument(self, *, tight: bool = False) -> str:
        """The next group or sign, read; empty at the end."""
        self._skip_space()
        sign = self._peek()
        if not sign or sign == "}" or sign.startswith("\\end"):
            return ""
        self._pos += 1
        if sign == "{":
            return self._group(tight=tight)
        self._depth += 1
        if self._depth > _DEPTH_LIMIT:
            raise _TooDeepError
        row = Row(tight)
        self._atom(sign, row)
        self._depth -= 1
        return row.joined()

    def _group(self, *, tight: bool) -> str:
        text = self._row(frozenset(), tight=tight)
        while self._peek().startswith("\\end"):
            self._pos += 1
            text += self._row(frozenset(), tight=tight)
        self._pos += 1
        return text

    def _optional(self) -> str:
        """The argument in square brackets, if there is one."""
        self._skip_space()
        if self._peek() != "[":
            return ""
        self._pos += 1
        text = self._row(frozenset("]"), tight=True)
        if self._peek() == "]":
            self._pos += 1
        return text

    def _raw_argument(self) -> str:
        """The next group as it was typed, without its braces."""
        self._skip_space()
        if self._peek() != "{":
            return self._next()
        start = self._pos + 1
        depth = 0
        while sign := self._next():
            depth += (sign == "{") - (sign == "}")
            if not depth:
                break
        return "".join(self._tokens[start : self._pos - 1])

    # Atoms

    def _atom(self, sign: str, row: Row) -> None:
        first = sign[0]
        if first == "\\":
            self._macro(sign[1:], row)
        elif first.isspace():
            row.gap = True
        elif first == "{":
            row.add(self._group(tight=row.tight))
        elif first in "^_":
            self._script(first, row)
        else:
            self._character(first, row)

    def _script(self, mark: str, row: Row) -> None:
        argument = self._argument(tight=True)
        row.attach(superscript(argument) if mark == "^" else subscript(argument))

    def _character(self, character: str, row: Row) -> None:
        if character == "~":
            row.add(" ")
        elif character == "'":
            row.attach("′")
        elif character in _EQUALS:
            row.add(character, "rel")
        elif character in "+-*:,;":
            row.add("−" if character == "-" else character, "bin")
        elif character not in "%&$":
            # % begins a comment, & and $ are leftovers.
            row.add(character)

    def _macro(self, name: str, row: Row) -> None:
        if name.startswith("begin"):
            self._environment("\\" + name, row)
        elif name in symbols.TEMPLATES or name.rstrip("*") in symbols.TEMPLATES:
            count, template = symbols.TEMPLATES[name.rstrip("*")]
            row.add(template.format(*[self._argument(tight=row.tight) for _ in range(count)]))
        elif not (self._structure(name, row) or self._symbol(name, row)):
            row.add(name.rstrip("*"), "fn")

    def _symbol(self, name: str, row: Row) -> bool:
        if name in symbols.SPACES or name == "\\":
            row.add(" ")
        elif name in symbols.ORDINARY:
            row.add(symbols.ORDINARY[name])
        elif name in symbols.RELATIONS:
            row.add(symbols.RELATIONS[name], "rel")
        elif name in symbols.OPERATORS:
            row.gap = not row.tight
            row.add(symbols.OPERATORS[name], "bin")
            row.gap = not row.tight
        elif name in symbols.LARGE:
            row.add(symbols.LARGE[name], "large")
        elif name in symbols.FUNCTION_WORDS or name in symbols.FUNCTIONS:
            row.add(symbols.FUNCTION_WORDS.get(name, name), "fn")
        else:
            return self._ignored(name)
        return True

    def _ignored(self, name: str) -> bool:
        if name in ("left", "right", "middle"):
            self._skip_space()
            if self._peek() == ".":
                self._pos += 1
        return name in symbols.IGNORED

    def _structure(self, name: str, row: Row) -> bool:
        """Macros whose arguments need more than a template. Says whether `name` is one."""
        if name in _FRACTIONS:
            row.add(fraction(self._argument(), self._argument()), "frac")
        elif name == "sqrt":
            degree = self._optional()
            row.add(root(self._argument(), degree))
        elif name in symbols.ACCENTS:
            row.add(accented(self._argument(tight=row.tight), symbols.ACCENTS[name]))
        elif name in TEXT_MACROS:
            self._text(row)
        elif name.rstrip("*") in ("operatorname", "mathop", "operatornamewithlimits"):
            row.add(self._argument(tight=False).strip(), "fn")
        elif name.startswith("math") or name in ("bm", "boldsymbol", "pmb", "bold", "Bbb", "vb"):
            self._font(name, row)
        else:
            return self._rarity(name, row)
        return True

    def _rarity(self, name: str, row: Row) -> bool:
        if name in ("braket", "Braket"):
            self._braket(row)
        elif name in ("expval", "ev", "expectationvalue"):
            self._expectation(row)
        elif name == "not":
            negated = self._argument()
            row.add(symbols.NEGATED.get(negated, negated + "\u0338" if negated else ""), "rel")
        elif name in ("overset", "underset", "smash"):
            self._stacked(name, row)
        elif name.startswith("x") and name[1:] in symbols.RELATIONS:
            label = self._optional() + self._argument(tight=True)
            row.add(symbols.RELATIONS[name[1:]] + superscript(label), "rel")
        elif name in ("SI", "si", "unit", "num", "ce", "qty", "ang"):
            self._quantity(name, row)
        elif name in ("bmod", "mod"):
            row.add("mod", "fn")
        else:
            return False
        return True

    def _font(self, name: str, row: Row) -> None:
        if name in ("mathstrut", "mathbin", "mathrel", "mathord", "mathopen", "mathclose"):
            return
        text = self._argument(tight=row.tight)
        if name in ("mathbb", "mathbbm", "mathds", "Bbb"):
            text = "".join(map(symbols.double_struck, text))
        kind = "word" if text.isalpha() and len(text) > 1 else "ord"
        row.add(text, "fn" if text in symbols.FUNCTIONS else kind)

    def _braket(self, row: Row) -> None:
        left = self._argument(tight=row.tight)
        self._skip_space()
        if self._peek() == "{" and "|" not in left:
            left += "|" + self._argument(tight=row.tight)
        row.add(f"⟨{left}⟩")

    def _expectation(self, row: Row) -> None:
        inner = self._argument(tight=row.tight)
        self._skip_space()
        if self._peek() == "{":
            state = self._argument(tight=row.tight)
            inner = f"{state}|{inner}|{state}"
        row.add(f"⟨{inner}⟩")

    def _stacked(self, name: str, row: Row) -> None:
        if name == "smash":
            self._optional()
            row.add(self._argument(tight=row.tight))
            return
        script = self._argument(tight=True)
        script = superscript(script) if name == "overset" else subscript(script)
        row.add(self._argument() + script)

    def _quantity(self, name: str, row: Row) -> None:
        if name == "ce":
            row.add(quantities.chemistry(self._raw_argument()), "word")
        elif name == "num":
            row.add(self._raw_argument())
        elif name == "ang":
            row.add(self._raw_argument() + "°")
        elif name in ("si", "unit"):
            row.add(quantities.unit(self._raw_argument()), "word")
        else:
            self._number_and_unit(name, row)

    def _number_and_unit(self, name: str, row: Row) -> None:
        r"""`\SI{5}{\tesla}`, and `\qty` likewise; with one argument that is physics' brackets."""
        start = self._pos
        if name == "qty" and self._peek() != "{":
            return
        number = self._raw_argument()
        self._skip_space()
        if name == "SI" or self._peek() == "{":
            row.add(f"{number} {quantities.unit(self._raw_argument())}".strip(), "word")
        else:
            self._pos = start
            row.add(self._argument(tight=row.tight))

    def _text(self, row: Row) -> None:
        pieces = self._raw_argument().split("$")
        if len(pieces) % 2 == 0:
            pieces = ["".join(pieces)]
        read = [words(piece) if index % 2 == 0 else self._nested(piece)
                for index, piece in enumerate(pieces)]  # fmt: skip
        row.add("".join(read), "text")

    def _nested(self, source: str) -> str:
        reader = _Reader(_TOKEN.findall(source), self._depth)
        return reader.everything()

    # Tables

    def _environment(self, sign: str, row: Row) -> None:
        match = _ENVIRONMENT.match(sign)
        name = match[2] if match else ""
        if name == "array" or name.startswith("alignat"):
            self._skip_space()
            if self._peek() == "{":
                self._raw_argument()
        fences = _FENCES.get(name)
        lines = self._lines(" " if name == "cases" else (", " if fences else ""))
        text = "; ".join(lines) if fences else _equations(lines, "; ")
        row.add(f"{fences[0]}{text}{fences[1]}" if fences else text)

    def _lines(self, separator: str) -> list[str]:
        """The rows up to the environment's end, each joined from its cells."""
        lines: list[list[str]] = [[]]
        while True:
            lines[-1].append(self._row(_CELL_END, tight=False).strip())
            sign = self._next()
            if not sign or sign.startswith("\\end"):
                break
            if sign in ("\\\\", "\\cr"):
                lines.append([])
                self._optional()
        joined = [_equations(list(filter(None, cells)), separator) for cells in lines]
        return [line for line in joined if line]


def _equations(parts: list[str], separator: str) -> str:
    """Parts on one line: one that begins with a relation goes on the last one."""
    text = ""
    for part in parts:
        goes_on = part[0] in _EQUALS or part[0] in _RELATED
        text += (" " if goes_on else separator) + part if text else part
    return text
