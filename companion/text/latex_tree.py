r"""LaTeX of one formula as a tree of groups, and back: braces balanced, comments gone.

A tree rather than regular expressions, since macros have arguments with braces in them. Its depth
and size are bounded, so that no source can make it, or what reads its output, run away.
"""

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"\\(?:begin|end)\s*\{\s*[A-Za-z]+\*?\s*\}|\\[A-Za-z]+\*?|\\.|%[^\n]*\n|\s+|.", re.DOTALL
)
_STARRED = frozenset(("\\operatorname*",))


class TooDeepError(Exception):
    """More levels of braces than any author writes."""


@dataclass(slots=True)
class Group:
    """What stands between two braces: strings (tokens) and groups."""

    items: "list[str | Group]" = field(default_factory=list)

    def source(self) -> str:
        """The group as LaTeX, without its own braces."""
        return "".join(_source(item) for item in self.items)


Item = str | Group


def _source(item: Item) -> str:
    if isinstance(item, Group):
        return "{" + item.source() + "}"
    # A macro's name must not run into a letter that follows.
    return item + " " if item[0] == "\\" and item[-1].isalpha() else item


def parse(source: str, limit: int) -> Group:
    """The tree of a source; missing braces are added, superfluous ones dropped.

    Raises:
        TooDeepError: there are more than `limit` levels of braces.
    """
    stack = [Group()]
    for sign in _tokens(source):
        if sign == "{":
            group = Group()
            stack[-1].items.append(group)
            stack.append(group)
            if len(stack) > limit:
                raise TooDeepError
        elif sign != "}":
            stack[-1].items.append(sign)
        elif len(stack) > 1:
            stack.pop()
    return stack[0]


def _tokens(source: str) -> list[str]:
    r"""Macros, characters, spaces and whole `\begin{…}`; no comments."""
    tokens: list[str] = []
    for sign in _TOKEN.findall(source):
        if sign[0] == "%":
            # A comment reaches to the end of its line; a last "%" is a percent sign.
            tokens.append("\\%" if len(sign) == 1 else " ")
        elif sign[-1] == "*" and len(sign) > 2 and sign[0] == "\\" and sign not in _STARRED:
            tokens += [sign[:-1], "*"]
        else:
            tokens.append(" " if sign.isspace() else sign)
    if tokens[-1:] == ["\\"]:
        # Nothing follows that it could escape.
        tokens.pop()
    return tokens
