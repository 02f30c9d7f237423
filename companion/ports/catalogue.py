"""The list of editions that the program goes by."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from companion.domain.edition import Edition


@dataclass(frozen=True, slots=True)
class CatalogueInUse:
    """The list of editions that the program goes by.

    Attributes:
        editions: by year.
        own: keys of the editions that are not as the bundled list has them.
        updated: when the facts of the update were gathered; None without one, or if it is silent.
        notice: why a stored update cannot be used; empty if all is well.
    """

    editions: tuple[Edition, ...]
    own: tuple[str, ...] = ()
    updated: date | None = None
    notice: str = ""


class CatalogueStore(Protocol):
    """The list of editions: the bundled one, and an update that the person accepted."""

    def in_use(self) -> CatalogueInUse:
        """Both together. Never raises: without a readable update it is the bundled list."""

    def read(self, path: Path) -> bytes:
        """A list from a file.

        Raises:
            CannotReadFile: not a file, not to be read, or larger than any list.
        """

    def accept(self, data: bytes, name: str) -> CatalogueInUse:
        """Check a list completely, and go by it from now on.

        Raises:
            CannotReadFile: something in it cannot be accepted; the list in use stays.
            CannotWriteFile: the list in use stays.
        """

    def reset(self) -> None:
        """Go by the bundled list again.

        Raises:
            CannotWriteFile: the list in use stays.
        """
