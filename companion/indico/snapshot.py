"""Recorded answers of one edition: a zip file, or a folder with the same three files.

`manifest.json` says what they are of, `event.json` and `timetable.json` are the two bodies as they
came, only without e-mail hashes. Reading goes through `source.read_answers`, as a sync does.
"""

import contextlib
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.domain.times import iso
from companion.errors import (
    CannotReadFile,
    CannotWriteFile,
    Refused,
    Said,
    UnusableFile,
    UsageError,
)
from companion.indico.source import EVENT, TIMETABLE, read_answers
from companion.indico.urls import parse
from companion.ports.answers import Snapshot
from companion.ports.fetching import FetchedProgramme

FORMAT = 1
MANIFEST = "manifest.json"
MANIFEST_LIMIT = 64 * 1024
BODY_LIMIT = 64 * 1024 * 1024

_PRIVATE = re.compile(rb'"(emailHash|email_hash|email)"\s*:\s*"(?:[^"\\]|\\.)*"')

Reader = Callable[[str, int], bytes]
"""Reads one of the three files, given its name and the most that is read of it."""


class Manifest(msgspec.Struct, frozen=True):
    """What a snapshot says of itself; `recorded` is when the site made the answers, UTC."""

    format: int
    key: str
    number: int
    base_url: str
    sample: bool = False
    title: str = ""
    timezone: str = ""
    recorded: str = ""
    note: str = ""


class SnapshotFiles:
    """Implements `ports.SnapshotStore`."""

    def write(self, path: Path, key: str, fetched: FetchedProgramme) -> None:
        """Pack answers into a zip file; an older file is replaced only once that worked.

        Raises:
            CannotWriteFile: the place cannot be written.
        """
        part = path.with_name(path.name + ".part")
        try:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
                packed.writestr(MANIFEST, msgspec.json.encode(_manifest(key, fetched)))
                for answer in fetched.answers:
                    packed.writestr(f"{answer.name}.json", without_hashes(answer.body))
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise CannotWriteFile(
                path=path, detail=error.strerror or type(error).__name__
            ) from error

    def read(self, path: Path) -> Snapshot:
        """The answers and what they are of.

        Raises:
            CannotReadFile: not a snapshot, damaged, or too large.
        """
        try:
            return _read_from(path)
        except (Refused, UsageError) as error:
            raise UnusableFile(path=path, detail=error.message) from error
        except _Unusable as error:
            raise CannotReadFile(path=path, detail=error) from error
        except OSError as error:
            detail = error.strerror or type(error).__name__
            raise CannotReadFile(path=path, detail=detail) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise CannotReadFile(path=path, detail="it is no snapshot, or a damaged one") from error


class _Unusable(Exception):
    """Why a snapshot cannot be used, in words that follow its name and a colon."""


def _manifest(key: str, fetched: FetchedProgramme) -> Manifest:
    address, event = fetched.address, fetched.programme.event
    return Manifest(
        format=FORMAT,
        key=key,
        number=address.event_id.number,
        base_url=address.base_url,
        sample=address.event_id.is_sample,
        title=event.title,
        timezone=event.timezone,
        recorded=iso(fetched.generated_dt) or "",
    )


def without_hashes(body: bytes) -> bytes:
    """The same JSON without e-mail hashes: unsalted MD5 of addresses, so as good as addresses.

    Within a JSON text every quote is escaped, so the pattern meets keys only.
    """
    return _PRIVATE.sub(rb'"\1":null', body)


def _read_from(path: Path) -> Snapshot:
    if path.is_dir():
        return _read(lambda name, limit: _read_file(path / name, limit))
    if path.exists() and not path.is_file():  # a pipe would wait, a device never end
        raise _Unusable(Said("it is not a file"))
    with zipfile.ZipFile(path) as packed:
        return _read(lambda name, limit: _read_packed(packed, name, limit))


def _read(reader: Reader) -> Snapshot:
    manifest = _read_manifest(reader(MANIFEST, MANIFEST_LIMIT))
    bodies = [reader(f"{name}.json", BODY_LIMIT) for name in (EVENT, TIMETABLE)]
    fetched = read_answers(_address(manifest), *bodies)
    notes = (manifest.note,) if manifest.note else ()
    return Snapshot(manifest.key, fetched, is_sample=manifest.sample, notes=notes)


def _read_manifest(content: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _Unusable(Said("its {name} cannot be read", name=MANIFEST)) from error
    if manifest.format != FORMAT:
        raise _Unusable(
            Said(
                "it has format {found}, and this program reads {known}",
                found=manifest.format,
                known=FORMAT,
            )
        )
    return manifest


def _address(manifest: Manifest) -> EventAddress:
    """Where the answers belong; a sample never to a real server, nor the other way round."""
    if manifest.sample:
        return EventAddress(EventId(SAMPLE_HOST, manifest.number), f"https://{SAMPLE_HOST}")
    found = parse(f"{manifest.base_url}/event/{manifest.number}/")
    if not isinstance(found, EventAddress):
        raise _Unusable(Said("it names no Indico server"))
    return found


def _read_file(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return _capped(file.read(limit + 1), path.name, limit)


def _read_packed(packed: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """Only the names we know are looked for, so no path in the file leads anywhere."""
    try:
        info = packed.getinfo(name)
    except KeyError as error:
        raise _Unusable(Said("{name} is missing in it", name=name)) from error
    with packed.open(info) as file:
        return _capped(file.read(limit + 1), name, limit)


def _capped(content: bytes, name: str, limit: int) -> bytes:
    if len(content) > limit:
        raise _Unusable(
            Said("its {name} is larger than {limit} KiB", name=name, limit=limit // 1024)
        )
    return content
