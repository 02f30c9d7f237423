"""The schema, step by step; the number of steps is its version (`PRAGMA user_version`)."""

from companion.storage.migrations import v001_initial, v002_series
from companion.storage.migrations.step import Step

STEPS: tuple[Step, ...] = (v001_initial.STEP, v002_series.STEP)

SCHEMA_VERSION = len(STEPS)
"""The version that this program reads and writes."""
