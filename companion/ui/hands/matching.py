"""How well a line fits the words that were typed. Pure: no Qt."""

import re

from companion.ui.marks import Ranges, folded, word_ranges

_BETWEEN = re.compile(r"[\W_]+")
_START, _WORD, _ALSO, _INSIDE, _INITIALS, _LETTERS = 0, 1, 3, 4, 6, 9
_FEW = 3


def searchable(text: str) -> str:
    """A text folded to words, each after one space."""
    letters = text.lower() if text.isascii() else folded(text)
    return f" {_BETWEEN.sub(' ', letters).strip()}"


def mismatch(words: tuple[str, ...], title: str, also: str = "") -> int | None:
    """How far a line is from what was typed: 0 fits best; None does not fit.

    Args:
        words: folded.
        title: what is looked at first, `searchable`.
        also: what counts less, `searchable`.
    """
    total = 0
    for word in words:
        found = _mismatch(word, title, also)
        if found is None:
            return None
        total += found
    return total


def _mismatch(word: str, title: str, also: str) -> int | None:
    start = f" {word}"
    if title.startswith(start):
        return _START
    if start in title:
        return _WORD
    if start in also:
        return _ALSO
    if len(word) > 1 and word in title:
        return _INSIDE
    if len(word) > 1 and "".join(part[0] for part in title.split()).startswith(word):
        return _INITIALS
    is_near = len(word) >= _FEW and any(_has_letters(word, part) for part in title.split())
    return _LETTERS if is_near else None


def _has_letters(word: str, part: str) -> bool:
    """Whether a word of the title has the letters in this order, the first at its start."""
    if part[0] != word[0]:
        return False
    letters = iter(part)
    return all(letter in letters for letter in word)


def shown_ranges(title: str, words: tuple[str, ...]) -> Ranges:
    """What to make strong in a title: beginnings of words, else the first place inside one."""
    found = word_ranges(title, words)
    if found or not words:
        return found
    plain = folded(title)
    places = ((plain.find(word), len(word)) for word in words if len(word) > 1)
    return tuple((place, length) for place, length in places if place >= 0)
