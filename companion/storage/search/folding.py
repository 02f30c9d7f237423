"""Letters as search compares them: no case, no accents, one width, one form.

Both the indexed texts and the words asked for are folded, so “Łukasz”, “lukasz” and “ŁUKASZ” in
any Unicode form find each other. Everything that is neither a letter nor a digit becomes a space.
"""

import re
from unicodedata import category, normalize

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Characters of scripts written without spaces, as ranges for a regular expression."""

# Letters that Unicode does not take apart into a base and a mark.
_SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th",
    "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ƶ": "z", "ƀ": "b",
}  # fmt: skip

_CJK_CHARACTER = re.compile(f"[{CJK}]")


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


def fold_with_places(text: str) -> tuple[str, list[int] | None]:
    """Folded, with the place in `text` of every character, and of the end; None if the same."""
    folded = fold(text)
    if text.isascii() or all(len(fold(letter)) == 1 for letter in set(text)):
        return folded, None
    places = [place for place, letter in enumerate(text) for _ in fold(letter)]
    return folded, [*places, len(text)]


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
