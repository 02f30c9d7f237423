"""Telling what stands between two dollars: a formula, or words between two prices."""

import re
from collections.abc import Iterable

from companion.text.wordlist import names

BLANK_LINE = re.compile(r"\n[ \t]*\n")
_STRONG = re.compile(r"\\[A-Za-z,;!%{}|]|[\^_]")
_RELATION = re.compile(r"[=<>+~|/*\u2212-]")
_MACRO = re.compile(r"\\(?:text[a-z]*|mbox|operatorname\*?|math[a-z]+)\s*\{[^{}]*\}|\\[A-Za-z]+")
_WORD = re.compile(r"[A-Za-z]{2,}")
_STOPWORDS = names("a and or for the to of per in is at by with from on as are an not")
_FUNCTIONS = names("sin cos tan log exp min max lim sup inf det dim ker arg mod sgn")


def is_formula(content: str, before: str, after: str) -> bool:
    """Whether what stands between two single dollars is one; see the tests for the cases."""
    if not content.strip() or BLANK_LINE.search(content):
        return False
    if _STRONG.search(content):
        price = content[0].isdigit() and content[-1].isspace() and after.isdigit()
        return not price and not is_prose(content)
    if content.strip() in ("<", ">", "="):
        return True  # $>$5 qubits: no price
    # "US$5", "5$", "$5 and $10": dollars that touch a letter or digit outside, and nothing of LaTeX
    # inside, are money.
    if before.isalnum() or after.isdigit() or is_prose(content):
        return False
    even = content[0].isspace() == content[-1].isspace()
    return even or bool(_RELATION.search(content))


def is_prose(content: str) -> bool:
    """Whether these are words between two stray dollars, not mathematics."""
    bare = _MACRO.sub(" ", content)
    words = [word.lower() for word in _WORD.findall(bare)]
    plain = [word for word in words if len(word) > 2 and word not in _FUNCTIONS]
    common = _common(words)
    if _STRONG.search(content):
        return len(plain) >= 4 or (len(plain) >= 2 and common >= 2)
    if content.strip()[0].isdigit():
        return len(plain) >= 2 or common >= 1
    return len(plain) >= 4 or (len(words) >= 2 and common >= 1)


def _common(words: Iterable[str]) -> int:
    return sum(word in _STOPWORDS for word in words)
