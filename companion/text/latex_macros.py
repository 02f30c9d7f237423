r"""Macros that ziamath does not know, written with those it does.

Quantum notation (`\ket`, `\ketbra`), shorthands that authors define for themselves (`\Tr`, `\R`),
units, old font switches, environments. What could define macros or reach outside is refused.
"""

from collections.abc import Iterable

from companion.text import latex_tables as tables
from companion.text import quantities
from companion.text.latex_tree import Group, Item
from companion.text.latex_words import words


class RefusedError(Exception):
    """A macro that no formula in an abstract needs, such as one that defines others."""


def expand(group: Group, *, display: bool) -> str:
    """The group as LaTeX for ziamath.

    Raises:
        RefusedError: it holds a macro that no formula needs.
    """
    return _Expander(display).group(group)


class _Expander:
    def __init__(self, display: bool) -> None:
        self._display = display
        self._environments = 0

    def group(self, group: Group) -> str:
        reader = _Reader(_fences_balanced(group.items))
        parts: list[str] = []
        while (item := reader.next()) is not None:
            parts.append(self._item(item, reader))
        return _without_dangling("".join(parts))

    def _item(self, item: Item, reader: "_Reader") -> str:
        if isinstance(item, Group):
            return "{" + self.group(item) + "}"
        if item.startswith(("\\begin", "\\end")):
            return self._environment(item, reader)
        if item in ("^", "_"):
            return self._script(item, reader)
        if item[0] == "\\":
            return self._macro(item[1:], reader)
        if item == "&" and not self._environments:
            return ""
        return {"$": "", "#": r"\#", "ˆ": "^"}.get(item, item)

    def _script(self, mark: str, reader: "_Reader") -> str:
        r"""A script mark: with a base if it has none, with `\rm` as part of the script."""
        base = "{}" if reader.begins() else ""
        following = reader.peek()
        if isinstance(following, str) and following[1:] in tables.SWITCHES:
            reader.next()
            return f"{base}{mark}{{{following} {self._argument(reader)}}}"
        return base + mark

    def _macro(self, name: str, reader: "_Reader") -> str:
        if name in tables.REFUSED:
            raise RefusedError(name)
        if name in tables.TEMPLATES:
            count, template = tables.TEMPLATES[name]
            if name == "color" and not isinstance(reader.peek(), Group):
                return ""
            return _grown(template, [self._argument(reader) for _ in range(count)])
        if name in tables.SHORTHANDS:
            return tables.SHORTHANDS[name]
        if name.rstrip("*") in tables.OPERATORS:
            return rf"\operatorname{{{name}}}"
        return self._special(name, reader)

    def _special(self, name: str, reader: "_Reader") -> str:
        readers = {
            "braket": self._braket,
            "expval": self._expectation,
            "substack": self._substack,
            "mathbb": self._blackboard,
        }
        reader_of = readers.get(tables.SAME.get(name, name))
        if reader_of:
            return reader_of(reader)
        if name in tables.TEXTS or name in tables.STYLED_TEXTS:
            return self._text(name, reader)
        if name.rstrip("*") in ("operatorname", "operatornamewithlimits", "mathop"):
            return self._operator(name, reader)
        if name in tables.ARROWS:
            return self._arrow(name, reader)
        return self._rarity(name, reader)

    def _rarity(self, name: str, reader: "_Reader") -> str:
        if name in ("SI", "qty", "si", "unit", "num", "ce", "ang"):
            return self._quantity(name, reader)
        if name == "smash":
            reader.optional()
            return "{" + self._argument(reader) + "}"
        if name == "limits":
            return r"\limits " if reader.before() in tables.LIMIT_OPERATORS else ""
        if name in ("\\", "cr", "newline"):
            reader.optional()
            return r"\\ " if self._display or self._environments else r"\ "
        if name in tables.DROPPED:
            return ""
        return f"\\{name} " if name[-1].isalpha() else f"\\{name}"

    def _argument(self, reader: "_Reader") -> str:
        item = reader.argument()
        if item is None:
            return ""
        return self.group(item) if isinstance(item, Group) else self._item(item, reader)

    def _text(self, name: str, reader: "_Reader") -> str:
        item = reader.argument()
        raw = item.source() if isinstance(item, Group) else item or ""
        macro = f"\\{name}" if name in tables.STYLED_TEXTS else "\\text"
        pieces = raw.split("$") if raw.count("$") % 2 == 0 else [raw.replace("$", "")]
        parts = []
        for index, piece in enumerate(pieces):
            plain = words(piece).replace("{", "").replace("}", "").replace("\\", "")
            # What XML would read as markup.
            plain = plain.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
            parts.append("{" + piece + "}" if index % 2 else f"{macro}{{{plain}}}")
        return "".join(part for part in parts if part != f"{macro}{{}}") or "{}"

    def _braket(self, reader: "_Reader") -> str:
        left = self._argument(reader)
        if isinstance(reader.peek(), Group) and "|" not in left:
            left += "|" + self._argument(reader)
        return _grown("‹⟨{0}›⟩", [left])

    def _expectation(self, reader: "_Reader") -> str:
        inner = self._argument(reader)
        if isinstance(reader.peek(), Group):
            return _grown("‹⟨{1}|{0}|{1}›⟩", [inner, self._argument(reader)])
        return _grown("‹⟨{0}›⟩", [inner])

    def _substack(self, reader: "_Reader") -> str:
        self._environments += 1
        lines = self._argument(reader)
        self._environments -= 1
        return rf"\substack{{{lines}}}"

    def _operator(self, name: str, reader: "_Reader") -> str:
        item = reader.argument()
        raw = item.source() if isinstance(item, Group) else item or ""
        word = words(raw.replace("\\,", " ").replace("\\!", "")).strip()
        under = name != "operatorname"
        parts = item.items if isinstance(item, Group) else [item]
        plain = all(isinstance(part, str) and _is_plain(part) for part in parts)
        if plain and word.replace(" ", "").isalpha() and word.isascii():
            known = {"argmin": r"\argmin ", "argmax": r"\argmax "}.get(word.replace(" ", ""))
            # The converter drops spaces in names; this stands for one (`mathml.SPACE_IN_NAME`).
            spaced = word.replace(" ", "QzQ")
            return known or rf"\operatorname{'*' if under else ''}{{{spaced}}}"
        body = self.group(item) if isinstance(item, Group) else raw
        return rf"{{\mathrm{{{body}}}}}" if name != "mathop" else f"{{{body}}}"

    def _blackboard(self, reader: "_Reader") -> str:
        body = self._argument(reader).strip()
        if body == "1":
            return "𝟙"
        return rf"\mathbb{{{body}}}"

    def _arrow(self, name: str, reader: "_Reader") -> str:
        below = reader.optional()
        above = self._argument(reader)
        arrow = rf"\overset{{{above}}}{{{tables.ARROWS[name]}}}"
        if below:
            arrow = rf"\underset{{{self.group(Group(below))}}}{{{arrow}}}"
        return rf"\;{arrow}\;"

    def _quantity(self, name: str, reader: "_Reader") -> str:
        first = reader.argument()
        raw = first.source() if isinstance(first, Group) else first or ""
        if name == "ce":
            return rf"\text{{{quantities.chemistry(raw)}}}"
        if name in ("si", "unit"):
            return rf"\text{{{quantities.unit(raw)}}}"
        if name in ("num", "ang"):
            return raw + (r"^{\circ}" if name == "ang" else "")
        if not isinstance(reader.peek(), Group) and name == "qty":
            # \qty of physics, not of siunitx: \qty{…} and \qty(…) are brackets that grow.
            return self._item(first, reader) if first is not None else ""
        second = reader.argument()
        unit = quantities.unit(second.source() if isinstance(second, Group) else second or "")
        return rf"{raw}\,\text{{{unit}}}"

    def _environment(self, token: str, reader: "_Reader") -> str:
        begins = token.startswith("\\begin")
        name = token[token.index("{") + 1 : -1].strip().rstrip("*")
        if name in tables.PLAIN_ENVIRONMENTS:
            return ""
        if begins and (name.startswith(("alignat", "alignedat")) or name == "subarray"):
            reader.argument()
        if begins and name != "array":
            reader.optional()
        word = "begin" if begins else "end"
        self._environments += 1 if begins else -1
        if name in tables.ALIGNED:
            return rf"\{word}{{align*}}"
        if name in tables.CENTRED:
            return rf"\{word}{{matrix}}"
        if name in ("dcases", "rcases"):
            return rf"\{word}{{cases}}"
        return rf"\{word}{{{name}}}"


class _Reader:
    """The items of one group, one after the other."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._pos = 0

    def next(self) -> Item | None:
        if self._pos >= len(self._items):
            return None
        self._pos += 1
        return self._items[self._pos - 1]

    def peek(self) -> Item | None:
        """The next item that is no space."""
        while self._pos < len(self._items) and self._items[self._pos] == " ":
            self._pos += 1
        return self._items[self._pos] if self._pos < len(self._items) else None

    def argument(self) -> Item | None:
        self.peek()
        return self.next()

    def optional(self) -> list[Item]:
        """The items in square brackets, if that is what comes next."""
        if self.peek() != "[" or "]" not in self._items[self._pos :]:
            return []
        end = self._items.index("]", self._pos)
        inner = self._items[self._pos + 1 : end]
        self._pos = end + 1
        return inner

    def begins(self) -> bool:
        """Whether nothing but spaces and font switches came before the last item."""
        earlier = self._items[: self._pos - 1]
        return all(isinstance(item, str) and item.lstrip("\\") in tables.BLANK for item in earlier)

    def before(self) -> str:
        """The macro before the last item, without its backslash; empty if it is none."""
        item = self._items[self._pos - 2] if self._pos > 1 else ""
        return item[1:] if isinstance(item, str) and item[:1] == "\\" else ""


def _is_plain(token: str) -> bool:
    """Whether a token is a letter or space, which a function's name may hold."""
    return token[0] != "\\" or token in ("\\,", "\\ ", "\\!", "\\;")


def _grown(template: str, arguments: list[str]) -> str:
    r"""A template filled in; its fences grow with `\left` if something tall is inside."""
    tall = any(sign in argument for argument in arguments for sign in tables.TALL)
    text = template.format(*arguments)
    opener, closer = ("\\left", "\\right") if tall else ("", "")
    text = text.replace("‹", opener).replace("›", closer)
    for sign, macro in (("⟩", "\\rangle "), ("⟨", "\\langle "), ("‖", "\\|"), ("⌈", "\\lceil "),
                        ("⌉", "\\rceil "), ("⌊", "\\lfloor "), ("⌋", "\\rfloor ")):  # fmt: skip
        text = text.replace(sign, macro)
    return text


def _fences_balanced(items: Iterable[Item]) -> list[Item]:
    r"""The items; without `\left` and `\right` if they do not match."""
    kept = list(items)
    depth = 0
    for item in kept:
        depth += (item == "\\left") - (item == "\\right")
        if depth < 0:
            break
    if depth == 0:
        return kept
    loose: list[Item] = []
    for index, item in enumerate(kept):
        fence = item in ("\\left", "\\right", "\\middle")
        silent = item == "." and index > 0 and kept[index - 1] in ("\\left", "\\right")
        if not fence and not silent:
            loose.append(item)
    return loose


def _without_dangling(source: str) -> str:
    """The source without a script mark that nothing follows."""
    stripped = source.rstrip()
    while stripped.endswith(("^", "_")) and not stripped.endswith(("\\_", "\\^")):
        stripped = stripped[:-1].rstrip()
    return stripped if stripped != source.rstrip() else source
