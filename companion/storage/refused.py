"""Keeps refused answers as files, so that a report can show what the server said."""

import logging
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from companion.ports.fetching import RawAnswer

KEPT = 3
"""Refused syncs kept per edition."""
_EMAIL_HASH = re.compile(rb'("emailHash"\s*:\s*)"[^"]*"')
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_log = logging.getLogger(__name__)


class RefusedFolder:
    """One folder per refused sync, named by edition and time."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, key: str, answers: tuple[RawAnswer, ...], now: datetime) -> None:
        """Keep the answers without e-mail hashes; a full disk or the like is only logged."""
        name = _UNSAFE.sub("-", key)
        folder = self._root / f"{name}.{now.astimezone(UTC):%Y%m%dT%H%M%S%fZ}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for answer in answers:
                body = _EMAIL_HASH.sub(rb"\1null", answer.body)
                (folder / f"{_UNSAFE.sub('-', answer.name)}.json").write_bytes(body)
            for old in sorted(self._root.glob(f"{name}.*"))[:-KEPT]:
                _remove(old)
        except OSError as error:
            _log.warning("a refused answer could not be kept: %s", error)


def _remove(folder: Path) -> None:
    for file in folder.iterdir():
        with suppress(OSError):
            file.unlink()
    folder.rmdir()
