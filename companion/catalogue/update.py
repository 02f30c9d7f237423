"""An update of the list of editions, kept beside the database.

The bundled list and the update are joined edition by edition. Where both hold an edition, the one
counts whose list was gathered later (`updated`); an update that does not say when counts, as the
person asked for it. So a newer release of the program shows what it knows, whatever was accepted
before, and neither list can hide an edition of the other.
"""

import contextlib
import os
import stat
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from companion.catalogue.reader import MAX_BYTES, Catalogue, read_bundled, read_catalogue
from companion.domain.edition import Edition
from companion.errors import CannotReadFile, CannotWriteFile, Said, SaidAll
from companion.ports.catalogue import CatalogueInUse

FILE_NAME = "catalogue.toml"


class UpdatedCatalogue:
    """Implements `companion.ports.catalogue.CatalogueStore`.

    Files are read again only when they changed.
    """

    def __init__(self, data_dir: Path) -> None:
        self._path = data_dir / FILE_NAME
        self._seen: tuple[object, CatalogueInUse] | None = None

    def editions(self) -> tuple[Edition, ...]:
        """The editions by year."""
        return self.in_use().editions

    def in_use(self) -> CatalogueInUse:
        """Both lists together; without a readable update it is the bundled one."""
        state = _state(self._path)
        if self._seen is None or self._seen[0] != state:
            self._seen = (state, self._read_both(is_there=state is not None))
        return self._seen[1]

    def _read_both(self, *, is_there: bool) -> CatalogueInUse:
        bundled = read_bundled()
        if not is_there:
            return CatalogueInUse(bundled.editions)
        try:
            update = read_catalogue(self.read(self._path), FILE_NAME)
            return _joined(bundled, update, FILE_NAME)
        except CannotReadFile as error:
            notice = SaidAll(error.message, Said("The list that comes with the program is used."))
            return CatalogueInUse(bundled.editions, notice=notice)

    def read(self, path: Path) -> bytes:
        """A list from a file.

        Raises:
            CannotReadFile: not a file, not to be read, or larger than any list.
        """
        try:
            # Opening a pipe would wait for a writer.
            if not stat.S_ISREG(path.stat().st_mode):
                raise CannotReadFile(path=path, detail="it is not a file")
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
        except (OSError, ValueError) as error:  # ValueError: a name that holds a NUL
            detail = getattr(error, "strerror", None) or "there is no such file"
            raise CannotReadFile(path=path, detail=detail) from error

    def accept(self, data: bytes, name: str) -> CatalogueInUse:
        """Check a list completely, and go by it from now on.

        Raises:
            CannotReadFile: something in it cannot be accepted; the list in use stays.
            CannotWriteFile: the list in use stays.
        """
        _joined(read_bundled(), read_catalogue(data, name), name)
        part = self._path.with_name(f"{FILE_NAME}.{os.getpid()}.part")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise CannotWriteFile(path=self._path, detail=error.strerror) from error
        return self.in_use()

    def reset(self) -> None:
        """Go by the bundled list again.

        Raises:
            CannotWriteFile: the list in use stays.
        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise CannotWriteFile(path=self._path, detail=error.strerror) from error


def _state(path: Path) -> object:
    """What changes when the file does; None while there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _joined(bundled: Catalogue, update: Catalogue, name: str) -> CatalogueInUse:
    if update.short_name != bundled.short_name:
        raise CannotReadFile(
            path=name,
            detail=Said(
                "it lists {other}, not {own}", other=update.short_name, own=bundled.short_name
            ),
        )
    counts = (update.updated or date.max) >= (bundled.updated or date.min)
    weaker, stronger = (bundled, update) if counts else (update, bundled)
    joined = {item.key: item for item in (*weaker.editions, *stronger.editions)}
    _refuse_shared_events(joined.values(), name)
    before = {item.key: item for item in bundled.editions}
    return CatalogueInUse(
        editions=tuple(joined[key] for key in sorted(joined)),
        own=tuple(key for key in sorted(joined) if joined[key] != before.get(key)),
        updated=update.updated,
    )


def _refuse_shared_events(editions: Iterable[Edition], name: str) -> None:
    """An event means one edition; two lists, each right in itself, may differ in which."""
    owners: dict[str, str] = {}
    for item in editions:
        if item.address is None:
            continue
        owner = owners.setdefault(item.address.event_id.key, item.key)
        if owner != item.key:
            detail = Said(
                "it gives {key} the event {url} of {owner}",
                key=item.key,
                url=item.address.url,
                owner=owner,
            )
            raise CannotReadFile(path=name, detail=detail)
