"""One row of a formula in Unicode, and the spaces between its atoms."""

from dataclasses import dataclass, field

_OPENERS = frozenset("([{⟨")
_CLOSERS = frozenset(")]}⟩⌉⌋|‖,;.:!′/")
_AFTER_FUNCTION = _CLOSERS | frozenset("([{⟨⌈⌊−+")


@dataclass(slots=True)
class Row:
    """Atoms of a formula being joined, with the spaces that a reader needs.

    The kind of the last atom is one of: "" (nothing yet), ord, word, fn (a function's name), large
    (a sum), frac, bin, rel, text.
    """

    tight: bool
    parts: list[str] = field(default_factory=list)
    kind: str = ""
    gap: bool = False

    def add(self, text: str, kind: str = "ord") -> None:
        """Add an atom, after a space if it needs one."""
        if not text:
            return
        if self.parts and self._spaced(text, kind):
            self.parts.append(" ")
        joins = kind == "ord" and self.kind in ("ord", "word") and not self.gap
        if joins and _is_letters(text) and _is_letters(self.parts[-1]):
            kind = "word"
        self.parts.append(text)
        self.kind, self.gap = kind, False

    def attach(self, text: str) -> None:
        """Add a script: it belongs to the last atom, whatever that is."""
        if not text:
            return
        self.parts.append(text)
        self.kind = self.kind or "ord"
        self.gap = False

    def joined(self) -> str:
        """Everything so far."""
        return "".join(self.parts)

    def restart(self) -> str:
        """Everything so far, taken out."""
        text, self.parts, self.kind = self.joined(), [], ""
        return text

    def _spaced(self, text: str, kind: str) -> bool:
        """Whether a space belongs between the last atom and this one."""
        last, first = self.parts[-1][-1:], text[0]
        if last.isspace() or first.isspace():
            return False
        if "rel" in (kind, self.kind):
            return not self.tight
        if last in _OPENERS or first in ")]}⟩":
            return False
        return self._names_apart(last, first, kind) or self._as_typed(last, first, kind)

    def _names_apart(self, last: str, first: str, kind: str) -> bool:
        """Whether two atoms would be read as one without a space."""
        if self.kind == "fn":
            return first not in _AFTER_FUNCTION
        if self.kind in ("large", "frac") and kind != "bin":
            return first not in _CLOSERS
        if kind in ("fn", "large", "frac"):
            return last.isalnum() or last in ")]}⟩"
        return self.parts[-1][0] in "^_" and len(self.parts[-1]) > 1 and first.isalnum()

    def _as_typed(self, last: str, first: str, kind: str) -> bool:
        """Whether the author's own space says something: around words and signs it does."""
        kinds = {kind, self.kind}
        worded = bool(kinds & {"word", "text"}) or (last.isdecimal() and first.isalpha())
        return self.gap and (worded or ("bin" in kinds and not self.tight))


def _is_letters(text: str) -> bool:
    return text.isascii() and text.isalpha()
