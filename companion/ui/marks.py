"""Which letters of a text match what was typed. Pure: no Qt."""

import unicodedata
from functools import lru_cache

OPEN, CLOSE = "\x02", "\x03"
"""Around matched words in snippets, as `companion.ports.SearchHit` has them."""

_LETTERS = str.maketrans("łøđðıßæœþŁØĐ", "lodđisaoplod")
Ranges = tuple[tuple[int, int], ...]


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1].translate(_LETTERS)
    return (base or char).casefold()[:1] or char


def folded(text: str) -> str:
    """Without case and accents, letter for letter, so that places stay the same."""
    return "".join(_letter(char) for char in text)


def query_words(text: str) -> tuple[str, ...]:
    """What was typed, word by word, folded."""
    letters = "".join(char if char.isalnum() else " " for char in folded(text))
    return tuple(dict.fromkeys(letters.split()))


def word_ranges(text: str, words: tuple[str, ...]) -> Ranges:
    """Start and length of each beginning of a word that was typed."""
    plain = folded(text)
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(plain):
        starts_word = plain[place].isalnum() and (place == 0 or not plain[place - 1].isalnum())
        lengths = [len(w) for w in words if plain.startswith(w, place)] if starts_word else []
        if lengths:
            found.append((place, max(lengths)))
        place += max(lengths, default=1)
    return tuple(found)


def split_marks(snippet: str) -> tuple[str, Ranges]:
    """A snippet without its marks, and what stood between them."""
    plain: list[str] = []
    ranges: list[tuple[int, int]] = []
    length = start = 0
    for char in snippet.replace("\n", " "):
        if char == OPEN:
            start = length
        elif char == CLOSE:
            ranges.append((start, length - start))
        else:
            plain.append(char)
            length += 1
    return "".join(plain), tuple(ranges)


def utf16_ranges(text: str, ranges: Ranges) -> Ranges:
    """The same ranges as Qt counts them."""
    if text.isascii() or all(ord(char) < 0x10000 for char in text):
        return ranges

    def units(part: str) -> int:
        return len(part.encode("utf-16-le")) // 2

    return tuple((units(text[:s]), units(text[s : s + n])) for s, n in ranges)
