"""Superscripts, subscripts, accents and brackets in Unicode, one string at a time."""

import re
import unicodedata

_PLAIN = "0123456789+−-=()abcdefghijklmnoprstuvwxyzβγδεθιχφ"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵋᶿᶥᵡᵠ"
_SUPER = dict(zip(_PLAIN, _RAISED, strict=True))
# These look raised as they are.
_SUPER |= {c: c for c in "*†‡′″°±∓"} | {"∘": "°", "⊤": "ᵀ"}
_SUPER_CAPITALS = dict(zip("ABDEGHIJKLMNOPRTUVW", "ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", strict=True))
_SUB = dict(
    zip("0123456789+−-=()aehijklmnoprstuvxβγρφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True)
) | {"±": "±", "∓": "∓"}  # fmt: skip

_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_SIMPLE = re.compile(r"[0-9A-Za-zα-ωΑ-Ω]+")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "|": "|", "‖": "‖", "⌊": "⌋", "⌈": "⌉"}
# What binds looser than a fraction's bar or a root.
_LOOSE = re.compile(r"[\s+\u2212=<>±∓×·,;/⊗⊕→≤≥≈∈-]")
_FACTOR = re.compile(r"\d+(?:\.\d+)?[^\d.]")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}


def superscript(text: str) -> str:
    """`text` raised: in Unicode's raised characters, else after a caret."""
    text = text.strip()
    if text in _SUPER_CAPITALS:
        return _SUPER_CAPITALS[text]
    if text[:1] in "*†′" and len(text) > 1:
        return text[:1] + superscript(text[1:])
    return _scripted(text, _SUPER, "^")


def subscript(text: str) -> str:
    """`text` lowered: in Unicode's lowered characters, else after an underscore."""
    return _scripted(text.strip().removeprefix("_"), _SUB, "_")


def _scripted(text: str, table: dict[str, str], mark: str) -> str:
    if not text:
        return ""
    # Lowered words ("ₘₐₓ") are harder to read than "_max", and few fonts are even in them.
    if not _WORD.search(text) and all(character in table for character in text):
        return "".join(table[character] for character in text)
    bare = text.lstrip("⊗⊕×")
    simple = _SIMPLE if mark == "_" or bare != text else _WORD
    if len(text) == 1 or not bare or simple.fullmatch(bare) or is_enclosed(text):
        return mark + text
    return f"{mark}({text})"


def accented(text: str, mark: str) -> str:
    """`text` under an accent: on each letter of a short word, else on its first character."""
    if not text or text[0].isspace():
        return text
    if 1 < len(text) <= 8 and text.isalpha():
        return unicodedata.normalize("NFC", "".join(character + mark for character in text))
    return unicodedata.normalize("NFC", text[0] + mark + text[1:])


def is_enclosed(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    closer = _BRACKETS.get(text[:1])
    if closer is None or len(text) < 2 or text[-1] != closer:
        return False
    inner = text[1:-1]
    if closer == text[0]:
        return closer not in inner
    depth = 0
    for character in inner:
        depth += (character == text[0]) - (character == closer)
        if depth < 0:
            return False
    return True


def fraction(numerator: str, denominator: str) -> str:
    """A fraction on one line: a/b, (a + b)/(2m)."""
    above, below = _bracketed(numerator.strip()), denominator.strip()
    below = f"({below})" if _FACTOR.match(below) else _bracketed(below)
    return f"{above}/{below}"


def root(text: str, degree: str = "") -> str:
    """A root: √n, √(n + 1), ∛x, ⁿ√x."""
    degree, text = degree.strip(), text.strip()
    sign = _ROOTS.get(degree) or superscript(degree) + "√"
    simple = len(text) < 2 or is_enclosed(text) or text.replace("_", "").replace(".", "").isalnum()
    return f"{sign}{text}" if simple else f"{sign}({text})"


def _bracketed(text: str) -> str:
    """`text`, in brackets if an operator outside of brackets would tear it apart."""
    if len(text) < 2 or is_enclosed(text):
        return text
    depth = 0
    for character in text[1:] if text[0] == "−" else text:
        depth += (character in "([{⟨⌊⌈") - (character in ")]}⟩⌋⌉")
        if depth <= 0 and _LOOSE.match(character):
            return f"({text})"
    return text
