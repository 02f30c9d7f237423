"""Acronyms and the long forms they stand for, as texts define them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from companion.domain.series.words import clean, stem, usual_case

KNOWN: Mapping[str, str] = {
    "CNN": "convolutional neural network",
    "GAN": "generative adversarial network",
    "LLM": "large language model",
    "LSTM": "long short-term memory",
    "MPS": "matrix product state",
    "NISQ": "noisy intermediate-scale quantum",
    "NTK": "neural tangent kernel",
    "PQC": "parametrised quantum circuit",
    "QAOA": "quantum approximate optimisation algorithm",
    "QBM": "quantum Boltzmann machine",
    "QCBM": "quantum circuit Born machine",
    "QCNN": "quantum convolutional neural network",
    "QEC": "quantum error correction",
    "QELM": "quantum extreme learning machine",
    "QGAN": "quantum generative adversarial network",
    "QML": "quantum machine learning",
    "QNN": "quantum neural network",
    "QRC": "quantum reservoir computing",
    "QRL": "quantum reinforcement learning",
    "QSVM": "quantum support vector machine",
    "RBM": "restricted Boltzmann machine",
    "SVM": "support vector machine",
    "TDA": "topological data analysis",
    "VAE": "variational autoencoder",
    "VQA": "variational quantum algorithm",
    "VQC": "variational quantum circuit",
    "VQE": "variational quantum eigensolver",
}
"""Those of the field that nobody spells out any more."""

_SHORT = r"[A-Z][A-Za-z]{0,6}[A-Z]s?"
_LONG_FIRST = re.compile(rf"((?:[\w'’-]+\s+){{1,7}}[\w'’-]+)\s*\(({_SHORT})\)")
_SHORT_FIRST = re.compile(rf"\b({_SHORT})\s*\(((?:[\w'’-]+\s+){{1,7}}[\w'’-]+)\)")
_IN_BRACKETS = re.compile(rf"\({_SHORT}\)")
_BEFORE_BRACKETS = re.compile(rf"\b{_SHORT}\s*\(")
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"of", "and", "the", "for", "in", "with", "to", "a"})


def definitions(text: str) -> list[tuple[str, str]]:
    """Pairs (acronym, long form) that a text defines: “variational quantum circuit (VQC)”."""
    cleaned = clean(text)
    pairs: list[tuple[str, str]] = []
    # Looking for up to eight words before every bracket takes long; most texts have no acronym.
    if _IN_BRACKETS.search(cleaned):
        pairs += [(short, long) for long, short in _LONG_FIRST.findall(cleaned)]
    if _BEFORE_BRACKETS.search(cleaned):
        pairs += _SHORT_FIRST.findall(cleaned)
    found = ((short.removesuffix("s"), _meant(short, long)) for short, long in pairs)
    return [(short, long) for short, long in found if long]


def _meant(short: str, long: str) -> str:
    """The last words of `long` whose first letters make `short`; empty if none do."""
    letters = short.removesuffix("s").casefold()
    words = _WORD.findall(long)
    for start in range(len(words) - 1):
        rest = words[start:]
        full = [word for word in rest if word.casefold() not in _SMALL]
        initials = "".join(word[0] for word in full).casefold()
        if rest[0] in full and initials == letters:
            return " ".join([usual_case(rest[0], first=True), *rest[1:]])
    return ""


def long_forms(texts: Iterable[str]) -> dict[str, str]:
    """Acronym → long form: the one most often defined in the texts, else the known one."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[str, str] = {}
    for text in texts:
        for short, long in definitions(text):
            key = term_of(long)
            told[short][key] += 1
            seen.setdefault(key, long)
    return {**KNOWN, **{short: seen[_most_told(counts)] for short, counts in told.items()}}


def _most_told(counts: Counter[str]) -> str:
    return min(counts, key=lambda key: (-counts[key], key))


def term_of(text: str) -> str:
    """The stems of a long form, as terms are counted; small words are left out."""
    words = (word for word in _WORD.findall(text) if word.casefold() not in _SMALL)
    return " ".join(stem(word) for word in words)
