"""Letters as search compares them: no case, no accents, one width, one form.

Both the indexed texts and the words asked for are folded, so “Łukasz”, “lukasz” and “ŁUKASZ” in
any Unicode form find each other. Everything that is neither a letter nor a digit becomes a space.
"""

import re
from unicodedata import category, normalize

# Letters that Unicode does not take apart into a base and a mark.
_SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
    "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ƶ": "z", "ƀ": "b",
}  # fmt: skip

# Scripts written without spaces.
_CJK_CHARACTER = re.compile(
    "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def fold(text: str) -> str:
    """The folded text; as long as the original unless it holds ligatures, ß, æ or the like."""
    return text.translate(_TABLE)


def index_text(text: str) -> str:
    """Folded, and every character of a script without spaces a word of its own."""
    folded = fold(text)
    return folded if folded.isascii() else _CJK_CHARACTER.sub(r" \g<0> ", folded)


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as the index has them: nothing but letters and digits."""
    return tuple(index_text(text).split())


def places_of(text: str) -> tuple[list[int], list[int]] | None:
    """Where in `text` what each character of its index text came from begins and ends.

    A mark without a letter of its own belongs to the character before it. None if each stands
    where it stood.
    """
    if text.isascii() or _stay_single(set(text) - _SINGLE):
        return None
    starts: list[int] = []
    ends: list[int] = []
    for place, letter in enumerate(text):
        count = len(index_text(letter))
        starts += [place] * count
        ends += [place + 1] * count
        if not count and ends:
            ends[-1] = place + 1
    return starts, ends


_SINGLE = set(map(chr, range(128)))
"""Characters known to be one in the index, too: programmes hold some hundred different ones."""


def _stay_single(letters: set[str]) -> bool:
    if any(len(index_text(letter)) != 1 for letter in letters):
        return False
    _SINGLE.update(letters)
    return True


def _fold_character(character: str) -> str:
    decomposed = normalize("NFKD", character.casefold())
    # Once more: “™” is taken apart into capital letters.
    parts = [_part(part) for part in normalize("NFKD", decomposed.casefold())]
    folded = "".join(parts)
    return folded if not folded.isspace() else " "


def _part(character: str) -> str:
    kind = category(character)[0]
    if kind == "M":
        return ""
    return _SPECIAL.get(character, character) if kind in "LN" else " "


class _Table(dict[int, str]):
    """For `str.translate`; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


_TABLE = _Table()
