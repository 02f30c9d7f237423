"""Figures about formulas: how many are drawn, how long it takes, what is left raw.

    python tests/bench/formulas.py [REAL.json ...]

Reads the project's own corpus, and lists of {"tex": ...} as people typed them where such files are
given or lie in ../shared/formulas.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from companion.text.formulas import Formula, find
from companion.text.typeset import CannotTypeset, typeset
from companion.text.unicode_math import to_unicode

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "data" / "formulas" / "qml.txt"
SHARED = ROOT.parent / "shared" / "formulas"


def read(path: Path) -> list[str]:
    if path.suffix == ".json":
        return [entry["tex"] for entry in json.loads(path.read_text())]
    return [line for line in path.read_text().splitlines() if not line.startswith("#")]


def report(path: Path) -> None:
    """Print the figures of one file, and every formula that is not drawn."""
    lines = read(path)
    found = [(line, span.formula) for line in lines for span in find(line)]
    seconds, refused = _drawn(found)
    raw = [line for line, formula in found if set(to_unicode(formula.source)) & set("\\$")]
    ordered = sorted(seconds)
    sys.stdout.write(
        f"{path.name}: {len(lines)} lines, {len(found)} formulas, {len(refused)} not drawn, "
        f"{len(raw)} raw in Unicode; median {statistics.median(ordered) * 1000:.1f} ms, "
        f"p99 {ordered[int(0.99 * (len(ordered) - 1))] * 1000:.1f} ms, "
        f"longest {ordered[-1] * 1000:.1f} ms\n"
    )
    for line, reason in refused:
        sys.stdout.write(f"  not drawn: {line}  ({reason})\n")


def _drawn(found: list[tuple[str, Formula]]) -> tuple[list[float], list[tuple[str, str]]]:
    typeset("x", display=False, size_px=14.0, color="black")
    seconds, refused = [], []
    for line, formula in found:
        start = time.perf_counter()
        try:
            typeset(formula.source, display=formula.display, size_px=14.0, color="black")
        except CannotTypeset as error:
            refused.append((line, str(error)))
        seconds.append(time.perf_counter() - start)
    return seconds, refused


def main() -> int:
    given = [Path(argument) for argument in sys.argv[1:]]
    for path in [CORPUS, *(given or sorted(SHARED.glob("*.json")))]:
        report(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
