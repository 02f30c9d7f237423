"""Organisations behind the affiliations that people type.

“ETH Zürich” and “ETH Zurich”, “NUS” and “National University of Singapore” are one; departments
and places beside the name do not count. A support for matching people, never a proof.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from companion.domain.series.latin import listed, plain

_SMALL = listed(
    "the of for and in at on a an de la le les du des der die das fur und di del della degli e y i"
    " do da dos d l"
)
_LEGAL = listed("inc ltd gmbh ag sas sa srl llc corp corporation limited plc co pty bv spa")
_WORDS = {
    same: word
    for word, others in {
        "university": "universitat universite universita universidad universidade universiteit "
        "universitet universitetet univ uni univerza uniwersytet univerzita yliopisto",
        "institute": "institut instituto istituto inst institutes",
        "technical": "technische technique tecnica tecnico technological politecnica polytechnic "
        "polytechnique politecnico tech",
        "technology": "technologie tecnologia",
        "centre": "center centro zentrum",
        "laboratory": "lab labs laboratories laboratoire laboratorio",
        "department": "dept dep departement dipartimento departamento",
        "national": "nationale nazionale nacional natl",
        "research": "recherche ricerca forschung",
        "science": "sciences",
        "quantum": "quantique quantistica cuantica",
        "munich": "munchen muenchen",
        "zurich": "zuerich",
        "geneva": "geneve genf",
        "vienna": "wien",
        "cologne": "koln koeln",
        "rome": "roma",
        "milan": "milano",
        "turin": "torino",
        "naples": "napoli",
        "padua": "padova",
        "prague": "praha",
        "warsaw": "warszawa",
        "copenhagen": "kobenhavn koebenhavn",
        "lisbon": "lisboa",
        "free": "freie libre",
    }.items()
    for same in others.split()
}
_KNOWN = {
    "eth": "eth zurich",
    "ethz": "eth zurich",
    "swiss federal institute technology zurich": "eth zurich",
    "federal institute technology zurich": "eth zurich",
    "ecole technical federale lausanne": "epfl",
    "swiss federal institute technology lausanne": "epfl",
    "european organization nuclear research": "cern",
    "european organisation nuclear research": "cern",
    "tu munich": "technical university munich",
    "tum": "technical university munich",
    "lmu": "ludwig maximilians university munich",
    "lmu munich": "ludwig maximilians university munich",
    "fu berlin": "free university berlin",
    "tu berlin": "technical university berlin",
    "nus": "national university singapore",
    "cqt": "centre quantum technologies",
    "cqt singapore": "centre quantum technologies",
    "lanl": "los alamos national laboratory",
    "mit": "massachusetts institute technology",
    "caltech": "california institute technology",
    "pi": "perimeter institute",
    "perimeter institute theoretical physics": "perimeter institute",
    "deutsches elektronen synchrotron": "desy",
    "deutsches elektronen synchrotron desy": "desy",
}
_ONE_WORD = listed(
    "ibm google microsoft amazon aws nvidia xanadu pasqal quantinuum rigetti ionq quera psiquantum "
    "terra zapata fujitsu hitachi toshiba bosch bmw siemens airbus multiverse qunasys classiq "
    "alice iqm dwave icfo desy cern epfl csiro kaist"
)
_CAMPUSES = ("university of california", "indian institute of technology", "university of texas")
_UNITS = listed("department faculty school division group section chair college")
_ORGANISATION = listed(
    "university institute laboratory centre academy council foundation observatory hospital agency "
    "ministry society"
)
_MANY_PLACES = listed("cnrs infn csic inria cnr fraunhofer helmholtz")
_SPLIT = re.compile(r"\s*[,;/|\n]\s*|\s+[–—-]\s+")
_BRACKETS = re.compile(r"[()\[\]]")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,5}\d?")


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation as an affiliation names it.

    Attributes:
        key: the same for the usual spellings of it.
        name: as it was typed, without department and place.
    """

    key: str
    name: str


@lru_cache(maxsize=8192)
def organisations(affiliation: str) -> tuple[Organisation, ...]:
    """The organisations that an affiliation names, largest first where that can be told.

    A department with its university is the university; a place is none. Empty for no affiliation.
    """
    parts = _parts(affiliation)
    found = [_organisation(part) for part in parts]
    kept = [item for item in found if _rank(item) < 3] or [item for item in found if item.key][:1]
    largest = [item for item in kept if _rank(item) == 0] or kept
    by_key: dict[str, Organisation] = {}
    for item in largest:
        by_key.setdefault(item.key, item)
    return tuple(by_key.values())


def _parts(affiliation: str) -> list[str]:
    text = _BRACKETS.sub(" , ", affiliation)
    parts = [part.strip(" .") for part in _SPLIT.split(text)]
    parts = [part for part in parts if _WORD.search(part)]
    for position, part in enumerate(parts[:-1]):
        if plain(part).removeprefix("the ") in _CAMPUSES:
            parts[position : position + 2] = [f"{part} {parts[position + 1]}"]
            break
    return parts


def _organisation(part: str) -> Organisation:
    words = [_WORDS.get(word, word) for word in _WORD.findall(plain(part).replace("'", " "))]
    words = [word for word in words if word not in _SMALL and word not in _LEGAL]
    if words and words[0] in _ONE_WORD:
        words = words[:1]
    if words[:1] == ["uc"]:
        words[:1] = ["university", "california"]
    key = " ".join(words)
    key = _KNOWN.get(key, key)
    if "university" in key.split() and key.split()[0] != "university":
        # “Melbourne University” is the University of Melbourne.
        words = [word for word in key.split() if word != "university"]
        key = " ".join(["university", *words])
    return Organisation(key, part)


def _rank(item: Organisation) -> int:
    """0 a university or company, 1 an institute, 2 an acronym, 3 a department or place."""
    words = item.key.split()
    if not words or words[0] in _UNITS:
        return 3
    if words[0] == "university" or item.key in _ONE_WORD or item.key in _KNOWN.values():
        return 0
    if _ORGANISATION & set(words):
        return 1
    return 2 if _ACRONYM.fullmatch(item.name) else 3


@lru_cache(maxsize=65536)
def same_organisation(one: str, other: str) -> bool:
    """Whether two affiliations name the same organisation; False if one of them is empty."""
    first, second = organisations(one), organisations(other)
    shared = {item.key for item in first} & {item.key for item in second}
    if shared - _MANY_PLACES:
        return True
    return any(_is_acronym(a, b) or _is_acronym(b, a) for a in first for b in second)


def _is_acronym(short: Organisation, long: Organisation) -> bool:
    """Whether a name of capitals is made of the first letters of a long one."""
    if not _ACRONYM.fullmatch(short.name):
        return False
    return short.name.casefold() == acronym(long)


def acronym(item: Organisation) -> str:
    """The first letters of its words, without the small ones; empty for fewer than three."""
    words = [word for word in _WORD.findall(plain(item.name)) if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 2 else ""


def joined_keys(found: dict[str, Organisation]) -> dict[str, str]:
    """Key → key to use, with acronyms joined to the one long name here that they stand for.

    An acronym that two long names share stays itself: nothing is merged on a guess.
    """
    longs: dict[str, set[str]] = {}
    for item in found.values():
        if letters := acronym(item):
            longs.setdefault(letters, set()).add(item.key)
    joined = {}
    for key, item in found.items():
        meant = longs.get(key, set()) if _ACRONYM.fullmatch(item.name) else set()
        joined[key] = min(meant) if len(meant) == 1 else key
    return joined
