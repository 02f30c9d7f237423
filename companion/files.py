"""Files put in place whole: nobody ever sees half of one."""

import os
import tempfile
from pathlib import Path

from companion.errors import CannotWriteFile


def is_folder(place: Path) -> bool:
    """Whether it is a folder; not where that cannot be told (rights, a lost disk, a long name)."""
    try:
        return place.is_dir()
    except OSError:
        return False


def save_file(target: Path, data: bytes) -> None:
    """Write a file that the person asked for: `replace_file`, with an error to show.

    Raises:
        CannotWriteFile: what was there is untouched.
    """
    try:
        replace_file(target, data)
    except OSError as error:
        raise CannotWriteFile(path=target, detail=error.strerror or error) from error


def replace_file(target: Path, data: bytes) -> None:
    """Write a file so that others see the old one or the new one, after a power cut too.

    Raises:
        OSError: what was there is untouched.
    """
    if target.exists() and not (target.is_file() or target.is_dir()):
        # A pipe or a device is written into; a file in its place would be the end of it.
        target.write_bytes(data)
        return
    target = target.resolve()  # what a link leads to changes, not the link
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the rights of the file there is, else those of a new one (mkstemp's are its own)."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
