"""How much was tried, for the summary of a run; and whether the full form is asked for."""

import os
from collections import Counter

FULL = os.environ.get("QTML_COMPANION_FULL_FAULTS") == "1"
TRIED: Counter[str] = Counter()


def times(short: int, full: int) -> int:
    """How often: the short form belongs to `make test`, the full one to `make test-faults`."""
    return full if FULL else short
