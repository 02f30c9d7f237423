"""Putting calendar files and folders in place, so that nobody ever sees half of one."""

import re
from collections.abc import Mapping
from pathlib import Path

from companion.domain.calendar import Action, CalendarEntry, CalendarPlan, EntryStatus
from companion.errors import CannotWriteFile
from companion.files import is_folder, save_file

_BEGIN = b"BEGIN:VCALENDAR"
_BOM = b"\xef\xbb\xbf"


def write_folder(folder: Path, plan: CalendarPlan, resources: Mapping[str, bytes]) -> int:
    """Bring a folder with one file per entry (vdir) up to date; returns the bytes written.

    Files of others stay as they are, and so does what somebody changed in an entry of ours, until
    its talk changes. Entries that are over are marked as cancelled, not removed: programs that
    follow the folder would not say why they are gone.

    Raises:
        CannotWriteFile: files before it are in place.
    """
    written = 0
    for entry in plan.entries:
        path = folder / file_name(entry.uid)
        if _is_due(entry, path, resources[entry.uid]):
            save_file(path, resources[entry.uid])
            written += len(resources[entry.uid])
    return written


def file_name(uid: str) -> str:
    """A name for an entry's file that every file system and server takes."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", uid) + ".ics"


def is_calendar(path: Path) -> bool:
    """Whether a file begins as a calendar does; so does one that is not there yet.

    Raises:
        CannotWriteFile: it cannot be looked at.
    """
    try:
        with path.open("rb") as file:
            start = file.read(len(_BOM + _BEGIN)).removeprefix(_BOM)
    except FileNotFoundError:
        return True
    except OSError as error:
        raise CannotWriteFile(path=path, detail=error.strerror or error) from error
    return start.upper().startswith(_BEGIN)


def demand_file(path: Path) -> None:
    """A folder that was meant as a file is not filled with a file for each entry.

    Raises:
        CannotWriteFile: it is a folder.
    """
    if is_folder(path):
        raise CannotWriteFile(path=path, detail="it is a folder")


def spare_others(path: Path) -> None:
    """Nothing that somebody wrote is lost to a name typed wrongly.

    Raises:
        CannotWriteFile: there is a file already, and it is no calendar.
    """
    try:
        has_words = path.is_file() and path.stat().st_size > 0
    except OSError as error:
        raise CannotWriteFile(path=path, detail=error.strerror or error) from error
    if has_words and not is_calendar(path):
        detail = "there is a file of that name already, which is no calendar"
        raise CannotWriteFile(path=path, detail=detail)


def _is_due(entry: CalendarEntry, path: Path, data: bytes) -> bool:
    try:
        present = path.read_bytes()
    except FileNotFoundError:
        return entry.status is not EntryStatus.CANCELLED
    except OSError as error:
        raise CannotWriteFile(path=path, detail=error.strerror or error) from error
    return entry.action is not Action.SAME and present != data
