"""Draws formulas off the GUI thread and remembers them."""

from collections.abc import Iterable, Mapping
from itertools import islice
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.ui.tasks import Lane, Task, TaskRunner

if TYPE_CHECKING:
    from companion.text.formulas import Formula
    from companion.ui.formulas.ink import Ink

Inks = Mapping["Formula", "Ink | None"]
"""Drawn formulas; None for those that cannot be drawn."""

_LIMIT = 4_000
_TURN_S = 0.05
_PAUSE_S = 0.02
"""Before each turn, so that the window paints what it has: both need the interpreter's lock."""


class FormulaDrawer(QObject):
    """Every formula is drawn once: an outline fits any size and any colour.

    Signals:
        drawn: some more are ready (`Inks`).
    """

    drawn = Signal(object)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._known: dict[Formula, Ink | None] = {}

    def known(self, formulas: Iterable["Formula"]) -> Inks:
        """Those that are drawn already."""
        return {formula: self._known[formula] for formula in formulas if formula in self._known}

    def draw(self, formulas: Iterable["Formula"]) -> None:
        """Draw those that are not; what was asked for before and is not drawn is forgotten."""
        missing = tuple(dict.fromkeys(f for f in formulas if f not in self._known))
        self._runner.drop("formulas")
        if missing:
            self._run(missing)

    def _run(self, missing: tuple["Formula", ...]) -> None:
        """A few at a time, so that the first ones show soon and another talk need not wait."""
        self._runner.run(
            Lane.FORMULAS,
            lambda task: _drawn(missing, task),
            lambda inks: self._on_drawn(missing, inks),
            key="formulas",
        )

    def _on_drawn(self, missing: tuple["Formula", ...], inks: Inks) -> None:
        self._known.update(inks)
        excess = max(0, len(self._known) - _LIMIT)
        for formula in list(islice(self._known, excess)):
            del self._known[formula]
        rest = missing[len(inks) :]
        if rest:
            self._run(rest)
        self.drawn.emit(inks)


def _drawn(formulas: tuple["Formula", ...], task: Task) -> Inks:
    """As many as can be drawn in a short while, at least one. Runs in the formulas' lane."""
    # Not before the first formula.
    from companion.text.outline import outline  # noqa: PLC0415
    from companion.text.typeset import CannotTypeset  # noqa: PLC0415
    from companion.ui.formulas.ink import ink_of  # noqa: PLC0415

    sleep(_PAUSE_S)
    inks: dict[Formula, Ink | None] = {}
    end = perf_counter() + _TURN_S
    for formula in formulas:
        try:
            inks[formula] = ink_of(outline(formula.source, display=formula.display))
        except CannotTypeset:
            inks[formula] = None
        if task.cancelled() or perf_counter() > end:
            break
    return inks
