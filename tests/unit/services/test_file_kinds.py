"""Files are told apart by what is in them."""

import os
from pathlib import Path

import pytest

from companion.errors import CannotReadFile
from companion.services.file_kinds import FileKind, kind_of


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("qtml.bin", b"PK\x03\x04rest", FileKind.SNAPSHOT),
        ("agenda.txt", b"\xef\xbb\xbfbegin:vcalendar\r\n", FileKind.CALENDAR),
        ("stars", b'\n{"format": "qtml-companion/user-data"}', FileKind.STARS),
        ("editions.TOML", b"[[edition]]", FileKind.CATALOGUE),
    ],
)
def test_a_file_is_told_by_its_beginning(
    tmp_path: Path, name: str, content: bytes, kind: FileKind
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert kind_of(path) is kind


def test_a_folder_with_a_manifest_is_a_recorded_edition(tmp_path: Path) -> None:
    with pytest.raises(CannotReadFile):
        kind_of(tmp_path)
    (tmp_path / "manifest.json").write_text("{}")
    assert kind_of(tmp_path) is FileKind.SNAPSHOT


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotReadFile, match="it is not a file"):
        kind_of(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["missing", "nul\0", "picture.png"])
def test_anything_else_is_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(CannotReadFile, match="cannot be used"):
        kind_of(tmp_path / name)
