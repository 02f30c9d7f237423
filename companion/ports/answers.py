"""Answers kept in files: recorded editions, and what was refused."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from companion.ports.fetching import FetchedProgramme, RawAnswer


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A recorded edition, read through the same code path as a sync."""

    key: str
    fetched: FetchedProgramme
    is_sample: bool = False
    notes: tuple[str, ...] = ()


class SnapshotStore(Protocol):
    """Recorded answers of one edition in one file or folder."""

    def write(self, path: Path, key: str, fetched: FetchedProgramme) -> None:
        """Pack the answers that `fetched` holds."""

    def read(self, path: Path) -> Snapshot:
        """The answers and what they are of.

        Raises:
            CannotReadFile: not a snapshot, damaged, or too large.
        """


class RefusedAnswers(Protocol):
    """Keeps the last refused answers of each edition, for a report."""

    def keep(self, key: str, answers: tuple[RawAnswer, ...], now: datetime) -> None:
        """Keep them; older ones of the edition make room. Never raises."""
