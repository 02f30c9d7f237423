"""`python -m tests.bench`: prints one table; each figure beside its floor and its goal."""

import sys

from tests.bench import core, window
from tests.bench.table import print_table


def main() -> int:
    """Measure everything; 1 if a goal was missed."""
    rows = [*window.measure(), *core.measure()]
    print_table(rows)
    return 0 if all(row.is_met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
