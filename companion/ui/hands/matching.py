"""How well a line fits the words that were typed. Pure: no Qt."""

from companion.ui.marks import Ranges, folded, word_ranges

_START, _WORD, _ALSO, _INSIDE, _INITIALS, _LETTERS = 0, 1, 3, 4, 6, 9
_FEW = 3


def searchable(text: str) -> str:
    """A text folded to words, each after one space."""
    letters = text.lower() if text.isascii() else folded(text)
    return " " + " ".join("".join(c if c.isalnum() else " " for c in letters).split())


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
    return _LETTERS if len(word) >= _FEW and _has_letters(word, title) else None


def _has_letters(word: str, title: str) -> bool:
    """Whether the letters stand in the title in this order, the first at the start of a word."""
    place = title.find(f" {word[0]}")
    if place < 0:
        return False
    for letter in word:
        place = title.find(letter, place)
        if place < 0:
            return False
        place += 1
    return True


def shown_ranges(title: str, words: tuple[str, ...]) -> Ranges:
    """What to make strong in a title: beginnings of words, else the first place inside one."""
    found = word_ranges(title, words)
    if found or not words:
        return found
    plain = folded(title)
    places = ((plain.find(word), len(word)) for word in words if len(word) > 1)
    return tuple((place, length) for place, length in places if place >= 0)
