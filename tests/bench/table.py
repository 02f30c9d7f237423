"""One table of figures, each beside its floor and its goal."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement.

    Attributes:
        ours: in `unit`; floor: the same work done as barely as possible, in the same run.
        goal: largest ratio to the floor (where there is one) or largest value.
    """

    name: str
    ours: float
    unit: str = "ms"
    floor: float | None = None
    goal: float | None = None

    @property
    def ratio(self) -> float | None:
        return None if self.floor is None else self.ours / self.floor

    @property
    def is_met(self) -> bool:
        measured = self.ours if self.ratio is None else self.ratio
        return self.goal is None or measured <= self.goal


def print_table(rows: Sequence[Row]) -> None:
    """Aligned, with a mark where a goal is missed."""
    print(f"{'measured':46} {'ours':>10} {'floor':>10} {'ratio':>7} {'goal':>9}")
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:.1f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        kind = "x" if row.ratio is not None else f" {row.unit}"
        goal = "" if row.goal is None else f"{row.goal:g}{kind}"
        mark = "" if row.is_met else "  <- missed"
        print(f"{row.name:46} {row.ours:7.1f} {row.unit:2} {floor:>10} {ratio:>7} {goal:>9}{mark}")


def median_ms(work: Callable[[], object], runs: int = 5) -> float:
    """Median of several runs, in milliseconds."""
    return statistics.median(_timed_ms(work) for _ in range(runs))


def each_ms(works: Sequence[Callable[[], object]]) -> list[float]:
    """Each once, in milliseconds, sorted."""
    return sorted(_timed_ms(work) for work in works)


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


def _timed_ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
