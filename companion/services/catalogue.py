"""The list of editions, and its updates."""

from dataclasses import dataclass
from pathlib import Path

from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.catalogue import CatalogueInUse, CatalogueStore
from companion.ports.fetching import Downloader
from companion.services.editions import EditionsService


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """What an update brought.

    Attributes:
        added: keys that were not known before.
        changed: keys of which something else is said now.
        removed: keys of an earlier update that are not known any more.
    """

    in_use: CatalogueInUse
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


class CatalogueService:
    """Which list of editions the program goes by."""

    def __init__(
        self, store: CatalogueStore, downloader: Downloader, editions: EditionsService
    ) -> None:
        self._store = store
        self._downloader = downloader
        self._editions = editions

    def in_use(self) -> CatalogueInUse:
        """The list that the program goes by."""
        return self._store.in_use()

    def update(
        self,
        source: str,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> CatalogueReport:
        """Take another list; one that is broken, hostile or elsewhere changes nothing.

        Args:
            source: a file, or an https address.
            progress: told of a download.
            cancelled: asked during a download.

        Raises:
            CannotReadFile: the file, or what it holds, cannot be used.
            InsecureAddress, UsageError: another address than https.
            Unreachable, Refused, Cancelled: of a download.
            CannotWriteFile: the data folder cannot be written.
        """
        before = self._store.in_use()
        data = (
            self._downloader.download(source, progress=progress, cancelled=cancelled)
            if "://" in source
            else self._store.read(Path(source))
        )
        after = self._store.accept(data, source)
        self._editions.adopt_keys()
        return _report(before, after)

    def reset(self) -> CatalogueReport:
        """Go by the list that comes with the program again.

        Raises:
            CannotWriteFile: the data folder cannot be written.
        """
        before = self._store.in_use()
        self._store.reset()
        self._editions.adopt_keys()
        return _report(before, self._store.in_use())


def _report(before: CatalogueInUse, after: CatalogueInUse) -> CatalogueReport:
    then = {item.key: item for item in before.editions}
    now = {item.key: item for item in after.editions}
    return CatalogueReport(
        after,
        added=tuple(key for key in now if key not in then),
        changed=tuple(key for key in now if key in then and now[key] != then[key]),
        removed=tuple(key for key in then if key not in now),
    )
