"""Counts what held and what did not."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from tests.indico_server.processes import say

SHOWN = 6


class Checks:
    """Each check is told at once; `close` sums up."""

    def __init__(self) -> None:
        self._passed = 0
        self._failed = 0

    def true(self, what: str, holds: bool) -> None:
        """Something holds."""
        self._note(what, [] if holds else ["it does not hold"])

    def equal(self, what: str, found: object, right: object) -> None:
        """Two values are equal."""
        self._note(what, [] if found == right else [f"found {found!r}", f"right {right!r}"])

    def none(self, what: str, problems: Iterable[object]) -> None:
        """No problem was found."""
        self._note(what, [str(problem) for problem in problems])

    def same_set(self, what: str, found: AbstractSet[object], right: AbstractSet[object]) -> None:
        """Two sets are equal."""
        missing = [f"missing: {item}" for item in sorted(map(str, right - found))]
        extra = [f"too much: {item}" for item in sorted(map(str, found - right))]
        self._note(what, missing + extra)

    def close(self) -> int:
        """The closing line; returns the exit code."""
        print(f"{self._passed} passed, {self._failed} failed", flush=True)
        return 1 if self._failed or not self._passed else 0

    def _note(self, what: str, problems: list[str]) -> None:
        if not problems:
            self._passed += 1
            say(f"ok    {what}")
            return
        self._failed += 1
        say(f"WRONG {what}")
        for problem in problems[:SHOWN]:
            say(f"      {problem[:400]}")
        if len(problems) > SHOWN:
            say(f"      and {len(problems) - SHOWN} more")
