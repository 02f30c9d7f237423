"""Which letters of a text match what was typed. Pure: no Qt."""

import re
import unicodedata
from functools import lru_cache

OPEN, CLOSE = "\x02", "\x03"
"""Around matched words in snippets, as `companion.ports.programmes.SearchHit` has them."""

_LETTERS = str.maketrans("łøđðıßæœþŁØĐ", "lodđisaoplod")
_HEAD, _LEAD = 14, 16
"""Letters kept of the beginning of a title, and before a matched word of a text."""
Ranges = tuple[tuple[int, int], ...]


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1].translate(_LETTERS)
    return (base or char).casefold()[:1] or char


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Without case and accents, letter for letter, so that places stay the same."""
    return "".join(_letter(char) for char in text)


def query_words(text: str) -> tuple[str, ...]:
    """What was typed, word by word, folded."""
    letters = "".join(char if char.isalnum() else " " for char in folded(text))
    return tuple(dict.fromkeys(letters.split()))


def word_ranges(text: str, words: tuple[str, ...]) -> Ranges:
    """Start and length of each beginning of a word that was typed."""
    if not words:
        return ()
    found = _beginnings(words).finditer(folded(text))
    return tuple((match.start(), len(match[0])) for match in found)


@lru_cache(maxsize=64)
def _beginnings(words: tuple[str, ...]) -> re.Pattern[str]:
    """After no letter or digit, the longest of the words."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, longest_first))})")


def reads_leftwards(text: str) -> bool:
    """Whether a part of it is Hebrew, Arabic or the like: its letters are not where one counts."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text)


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


def with_gap(title: str, ranges: Ranges) -> str:
    """A title of which the first matched word would not be seen: its first words, then that one."""
    start = ranges[0][0]
    head = title[:_HEAD].rpartition(" ")[0]
    return f"{head} … {title[start:]}" if start > len(head) else title


def from_mark(text: str, ranges: Ranges) -> tuple[str, Ranges]:
    """A snippet from shortly before its first matched word."""
    cut = text.rfind(" ", 0, max(0, ranges[0][0] - _LEAD)) + 1
    if not cut:
        return text, ranges
    return f"… {text[cut:]}", tuple((start - cut + 2, length) for start, length in ranges)


def utf16_ranges(text: str, ranges: Ranges) -> Ranges:
    """The same ranges as Qt counts them."""
    if text.isascii() or all(ord(char) < 0x10000 for char in text):
        return ranges

    def units(part: str) -> int:
        return len(part.encode("utf-16-le")) // 2

    return tuple((units(text[:s]), units(text[s : s + n])) for s, n in ranges)
