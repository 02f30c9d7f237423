"""What a file is that somebody drops on the window: told by what is in it, not by its name."""

from enum import StrEnum
from pathlib import Path

from companion.errors import CannotReadFile, Said
from companion.files import is_folder

_LOOKED_AT = 4096
_MANIFEST = "manifest.json"


class FileKind(StrEnum):
    """Files that this program opens."""

    SNAPSHOT = "snapshot"
    CALENDAR = "calendar"
    STARS = "stars"
    CATALOGUE = "catalogue"


def kind_of(path: Path) -> FileKind:
    """The kind of a file or folder; whether it is whole is for its reader to say.

    Raises:
        CannotReadFile: it cannot be opened, or is none of them.
    """
    if is_folder(path) and (path / _MANIFEST).is_file():
        return FileKind.SNAPSHOT
    try:
        if path.exists() and not path.is_file():  # a pipe would wait, a device never end
            raise CannotReadFile(path=path, detail=Said("it is not a file"))
        with path.open("rb") as file:
            found = _kind(file.read(_LOOKED_AT), path.suffix.lower())
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        raise CannotReadFile(path=path, detail=detail) from error
    if found is None:
        detail = "it is no recorded edition, calendar, file of stars or list of editions"
        raise CannotReadFile(path=path, detail=detail)
    return found


def _kind(start: bytes, suffix: str) -> FileKind | None:
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"PK"):
        return FileKind.SNAPSHOT
    if head[:15].upper() == b"BEGIN:VCALENDAR":
        return FileKind.CALENDAR
    if head.startswith(b"{"):
        return FileKind.STARS
    return FileKind.CATALOGUE if suffix == ".toml" else None
