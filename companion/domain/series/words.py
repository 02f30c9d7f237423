"""The words of titles and abstracts, for counting: without markup, formulas, links and code."""

import html
import re
from functools import lru_cache

from companion.domain.series.latin import listed, plain

_DROPPED = re.compile(
    r"""
      <(script|style)\b.*?</\1\s*>          # never text
    | ```.*?``` | `[^`\n]*`                   # code
    | \$\$.*?\$\$ | \$(?=\S)[^$\n]{1,300}\$    # formulas
    | \\\(.*?\\\) | \\\[.*?\\\] | \\begin\{(\w+\*?)\}.*?\\end\{\2\}
    | https?://\S+ | www\.\S+ | \S+@\S+\.\w+
    | </?[a-zA-Z][^<>]*> | <!--.*?-->
    | \\[a-zA-Z]+
    """,
    re.DOTALL | re.VERBOSE,
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|em|i|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE
)
_LONGEST = 20_000  # characters of one text; an abstract has 2,000
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_HYPHEN = re.compile(r"-")
_APOSTROPHE = re.compile(r"['’]s?$|['’]")

COMMON = listed(
    """
    a about above across after again against all allow allows almost along already also although
    always am among an and another any are around as at available based be became because become
    becomes been before behind being below best better between beyond both but by can cannot case
    cases certain could de did different do does doing done due during e each either end enough et
    etc even ever every far few finally find finds first focus for from full further furthermore
    g generally get give given gives good great had has have having he hence her here him his how
    however i if important in include including indeed instead into is it its itself just know
    known large larger last later least less let like likely long lower made main make makes making
    many may me means might more moreover most much must my namely near nearly need needs new next
    no nor not now number of off often on once one only onto or order other others our out over own
    particular per perhaps possible provide provides put quite rather really recent recently same
    second see seen several shall she should show showed showing shown shows similar simple since
    small so some still such take taken than that the their them then there thereby therefore these
    they third this those though three through throughout thus to together too toward towards two
    under until up upon us use used useful uses using various versus very via vs was way ways we
    well were what when where whereas whether which while who whole whose why wide will with within
    without would yes yet you your
    """
)
"""English words that say nothing of a subject."""

CONFERENCE = listed(
    """
    abstract achieve achieved adapt adapted add address adds advance advances advantage analyse
    analysis analyze answer answers applied apply approach approaches arxiv aspect author back
    board break carry challenge challenges close closing collaboration come comes community
    compare compared comparison concept conference confirm confirms consider considered
    contribute contributed contribution current day decide decides demonstrate demonstrated
    demonstrates describe develop developed development dinner discuss discussed discussion
    domain effect effective effects efficient enable enables equal establish evaluate evaluated
    exist existing experiments explore explored framework future go grow grows help helps idea
    ideas improve improved industry insight insights introduce introduced investigate
    investigated invited issue joint keep keeps keynote lecture lunch method methods modern
    motivate name note novel obtain obtained offer opening organiser organizer outline outlook
    paper paragraph part participant perform performance performed poster posters potential
    preprint presence present presentation presented presents previous previously problem
    problems program programme progress project promise promising propose proposed proposes
    prove proven question questions reach registration related remain remains remark remarks
    report research result results review rise rises room run scale scheme school section serve
    serves session sessions setting settings speaker speakers step student students studied
    studies study suggest summary table talk talks task tasks team technique techniques ten
    tested thousand today tool tools topic topics toy turn turns tutorial tutorials type
    understand understanding welcome win wins work works workshop year years
    """
)
"""Words of every abstract and every programme."""

SUBJECT = listed(
    """
    quantum machine learning learn algorithm data classical qml qtml model system theory state field
    high hard hardness open text time general experiment experimental error function number
    efficient information computer computing
    """
)
"""What the whole series is about: no topic alone, but part of many (“quantum kernel”)."""

_NAMES = listed(
    "bayesian boltzmann born bell clifford fourier gaussian grover hamiltonian hamiltonians "
    "hilbert ising lie markov markovian monte carlo pauli rydberg wasserstein"
)
"""Always with a capital, also where they only ever begin a title."""

_KEEP_S = listed("bias gas lens loss class mass process analysis basis axis chaos series")
_SPELLINGS = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"ising$"), "izing"),
    (re.compile(r"i[sz]e[ds]?$"), "ize"),
    (re.compile(r"y[sz]e[ds]?$"), "yze"),
    (re.compile(r"our$"), "or"),
    (re.compile(r"metriz"), "meteriz"),  # parametrized, parameterized
)


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """What people would read aloud of a text in Markdown or HTML; ` . ` where something was."""
    flowing = _INLINE.sub("", text[:_LONGEST])
    return html.unescape(_DROPPED.sub(" . ", flowing)).replace("*", "").replace("_", " ")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One form for singular and plural, British and American: `kernels` is `kernel`."""
    bare = _singular(plain(_APOSTROPHE.sub("", word)))
    if len(bare) > 5:
        for pattern, other in _SPELLINGS:
            bare = pattern.sub(other, bare)
    return bare


def _singular(word: str) -> str:
    if (
        len(word) < 4
        or word in _KEEP_S
        or not word.endswith("s")
        or word.endswith(("ss", "is"))
        or (word.endswith("us") and not word.endswith("eaus"))
    ):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1]


def runs(text: str) -> list[list[str]]:
    """The words as they stand, in runs that no punctuation parts."""
    return [_WORD.findall(part) for part in _PARTS.split(clean(text)) if part.strip()]


_PARTS = re.compile(r"[.,;:!?&()\[\]{}|“”\"«»\n/]+|\s[–—-]\s")


def phrases_as_written(text: str) -> list[list[str]]:
    """The words in runs that no punctuation parts, hyphens split."""
    return [[part for word in run for part in _HYPHEN.split(word) if part] for run in runs(text)]


def phrases(text: str) -> list[list[str]]:
    """Words that stand side by side, in their one form; stop words part them."""
    found: list[list[str]] = []
    for run in phrases_as_written(text):
        current: list[str] = []
        for part in run:
            if is_content(stemmed := stem(part)):
                current.append(stemmed)
            elif current:
                found.append(current)
                current = []
        if current:
            found.append(current)
    return found


@lru_cache(maxsize=65536)
def is_content(word: str) -> bool:
    """Whether a stem is more than a stop word, a number or a letter."""
    return len(word) > 1 and word not in _STOPPED and not word.isdigit()


_STOPPED = frozenset(stem(word) for word in COMMON | CONFERENCE) | COMMON | CONFERENCE


def usual_case(word: str, *, first: bool) -> str:
    """Lower case where the capital is only that of a beginning sentence."""
    lowered = word.lower()
    if lowered in _NAMES:
        return word.capitalize()
    return lowered if first and word[1:].islower() else word
