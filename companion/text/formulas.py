r"""Finding the formulas in text as authors type it: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, environments.

Indico shows abstracts through MathJax, so authors write LaTeX among Markdown or HTML, with prices
and code beside it. Found are formulas; prices, escaped dollars, code, tags, addresses and a lone
dollar stay text. One pass over the text; nothing is searched twice.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from companion.text.money import BLANK_LINE, is_formula, is_prose
from companion.text.tags import TAG
from companion.text.wordlist import names

INLINE_LIMIT = 2_000
DISPLAY_LIMIT = 10_000

_ENVIRONMENTS = names(
    "equation align alignat aligned eqnarray gather gathered multline flalign displaymath math "
    "split cases matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array"
)
_STOP = re.compile(
    rf"\\begin\s*\{{(?P<env>(?:{'|'.join(sorted(_ENVIRONMENTS))})\*?)\}}"
    r"|\\(?P<escaped>.)|(?P<dollars>\$+)|(?P<ticks>`+)"
    r"|(?P<code><(?P<codetag>code|pre)(?=[\s>]))|(?P<lt><)"
    r"|(?P<address>https?://[^\s<>()\[\]]*|\]\((?:mailto:|[/#]|www\.)[^\s()]*)",
    re.DOTALL | re.IGNORECASE,
)
_TO_DOLLAR = re.compile(r"[^$\\]*+(?:\\.[^$\\]*+)*+", re.DOTALL)
_TICKS = re.compile(r"`+")
_CODE_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("code", "pre")}
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,30});", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# \[1\], \[2, 3\], \[hep-ph\]: brackets that Markdown editors escaped, not displayed formulas.
_CITATION = re.compile(
    r"\s*(?:\d{1,4}(?:\s*[,;\u2013-]\s*\d{1,4})*|[A-Za-z][a-z]+(?:[ -][a-z]+)*)\s*"
)
_OPEN_TEXT = re.compile(r"\\(?:text[a-z]*|mbox|hbox|mathrm)\s*$")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as its author wrote it.

    Attributes:
        source: LaTeX without its dollars or brackets; an environment is kept whole.
        display: whether it stands on a line of its own.
    """

    source: str
    display: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A formula and its place: `text[start:end]`, delimiters included."""

    start: int
    end: int
    formula: Formula


def find(text: str, *, backticks: bool = False, code: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """The formulas of a text, in order, never overlapping.

    Args:
        text: Markdown, HTML or plain text.
        backticks: whether backticks enclose code, as in Markdown.
        code: ranges that hold code blocks, in order.
    """
    return _Scanner(text, backticks, code).run()


def replaced(
    text: str,
    spans: Iterable[Span],
    shown: Callable[[Formula], str],
    between: Callable[[str], str] = str,
) -> str:
    """The text with its formulas replaced by `shown`, and what is between them by `between`."""
    parts: list[str] = []
    end = 0
    for span in spans:
        parts += between(text[end : span.start]), shown(span.formula)
        end = span.end
    return "".join((*parts, between(text[end:])))


class _Scanner:
    def __init__(self, text: str, backticks: bool, code: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.spans: list[Span] = []
        self._backticks = backticks
        self._code = code
        self._code_starts = [start for start, _end in code]
        self._next: dict[str, int] = {}
        self._unclosed: set[str] = set()
        self._ticks: dict[int, list[int]] | None = None

    def run(self) -> list[Span]:
        pos = 0
        while match := _STOP.search(self.text, pos):
            pos = self._after_code(match.start()) or self._after(match)
        return self.spans

    def _after(self, match: re.Match[str]) -> int:
        """Where to go on, having noted the formula that begins here, if one does."""
        readers = {
            "env": self._environment,
            "escaped": self._bracket,
            "dollars": self._dollars,
            "ticks": self._after_ticks,
            "code": self._after_element,
            "lt": self._after_tag,
        }
        reader = readers.get(match.lastgroup or "")
        return reader(match) if reader else match.end()

    def _after_tag(self, match: re.Match[str]) -> int:
        tag = TAG.match(self.text, match.start())
        return tag.end() if tag else match.end()

    def _environment(self, match: re.Match[str]) -> int:
        closer = f"\\end{{{match['env']}}}"
        at = self._find(closer, match.end())
        if at < 0 or at - match.start() > DISPLAY_LIMIT:
            return match.end()
        end = at + len(closer)
        return self._note(match.start(), end, self.text[match.start() : end], display=True)

    def _bracket(self, match: re.Match[str]) -> int:
        opener = match["escaped"]
        if opener not in "([":
            return match.end()
        at = self._find("\\)" if opener == "(" else "\\]", match.end())
        limit = INLINE_LIMIT if opener == "(" else DISPLAY_LIMIT
        content = self.text[match.end() : at] if 0 <= at <= match.end() + limit else ""
        if not content.strip() or (opener == "[" and _CITATION.fullmatch(content)):
            return match.end()
        return self._note(match.start(), at + 2, content, display=opener == "[")

    def _dollars(self, match: re.Match[str]) -> int:
        count = len(match["dollars"])
        if count > 2:
            return match.end()
        if count == 2:
            at = self._find("$$", match.end())
            content = self.text[match.end() : at] if 0 <= at <= match.end() + DISPLAY_LIMIT else ""
            accepted = bool(content.strip()) and not (
                BLANK_LINE.search(content.strip()) and is_prose(content)
            )
            end = at + 2
        else:
            end = self._closing_dollar(match.end()) + 1
            content = self.text[match.end() : end - 1]
            before = self.text[max(0, match.start() - 1) : match.start()]
            after = self.text[end : end + 1]
            accepted = end > 0 and is_formula(content, before, after)
            accepted = accepted and not (self._backticks and "`" in content)
        if not accepted:
            return match.end()
        return self._note(match.start(), end, content, display=count == 2)

    def _closing_dollar(self, start: int) -> int:
        r"""Index of the dollar that ends a formula, past those in `\text{…$x$…}`; -1 if none."""
        at = self._next_dollar(start)
        brace = self.text.rfind("{", start, max(at, start))
        if at < 0 or brace < 0 or self.text.find("}", brace, at) >= 0:
            return at
        if not _OPEN_TEXT.search(self.text[max(start, brace - 16) : brace]):
            return at
        inner = self._next_dollar(at + 1)
        outer = self._next_dollar(inner + 1) if inner >= 0 else -1
        source = self.text[start:outer]
        return outer if outer >= 0 and source.count("{") == source.count("}") else at

    def _next_dollar(self, start: int) -> int:
        match = _TO_DOLLAR.match(self.text, start, start + INLINE_LIMIT + 1)
        end = match.end() if match else start
        return end if self.text[end : end + 1] == "$" else -1

    def _after_ticks(self, match: re.Match[str]) -> int:
        """After the code span that begins here: the next run of as many backticks ends it."""
        if not self._backticks:
            return match.end()
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self.text):
                self._ticks.setdefault(len(run.group()), []).append(run.end())
        ends = self._ticks[len(match["ticks"])]
        index = bisect_right(ends, match.end())
        return ends[index] if index < len(ends) else match.end()

    def _after_element(self, match: re.Match[str]) -> int:
        name = match["codetag"].lower()
        closer = None if name in self._unclosed else _CODE_END[name].search(self.text, match.end())
        if closer is None:
            self._unclosed.add(name)
            return match.end()
        return closer.start()

    def _after_code(self, pos: int) -> int:
        """The end of the code block around `pos`; 0 outside of any."""
        index = bisect_right(self._code_starts, pos) - 1
        end = self._code[index][1] if index >= 0 else 0
        return end if pos < end else 0

    def _find(self, closer: str, start: int) -> int:
        """Like `str.find`, but remembers, so that many openers cost one search."""
        known = self._next.get(closer, 0)
        if known < start and known >= 0:
            known = self.text.find(closer, start)
            self._next[closer] = known
        return known

    def _note(self, start: int, end: int, source: str, *, display: bool) -> int:
        """Note a formula unless code begins inside it. Returns where to go on."""
        index = bisect_right(self._code_starts, start)
        if index < len(self._code) and self._code[index][0] < end:
            return start + 2
        self.spans.append(Span(start, end, Formula(_plain_source(source), display)))
        return end


def _plain_source(source: str) -> str:
    """The formula without what an HTML editor put into it."""
    if "<" in source:
        source = TAG.sub("", _BREAK.sub("\n", source))
    if "&" in source:
        source = _ENTITY.sub(lambda match: html.unescape(match.group()), source)
    return source.replace("\xa0", " ").strip()
