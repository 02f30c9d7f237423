"""Files that the person asked for."""

import os
from contextlib import suppress
from pathlib import Path

from companion.errors import CannotWriteFile


def replace_file(target: Path, data: bytes) -> None:
    """Put a file in place in one step, so that nobody ever sees half of it.

    Raises:
        CannotWriteFile: what was there is untouched.
    """
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise CannotWriteFile(path=target, detail=error.strerror or error) from error
