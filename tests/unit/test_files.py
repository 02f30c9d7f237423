"""Files put in place whole."""

import os
from pathlib import Path

import pytest

from companion.errors import CannotWriteFile
from companion.files import is_folder, replace_file, save_file


def test_a_folder_is_one_only_where_that_can_be_told(tmp_path: Path) -> None:
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / "none")
    assert not is_folder(tmp_path / ("n" * 300))


@pytest.mark.skipif(os.name != "posix", reason="rights of files are a thing of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_replaced_file_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "talks.ics"
    target.write_bytes(b"old")
    target.chmod(mode)
    replace_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    save_file(tmp_path / "talks.ics", b"new")
    rights = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(rights) == 1


def test_a_file_that_cannot_be_replaced_leaves_no_rest(tmp_path: Path) -> None:
    blocked = tmp_path / "talks.ics"
    blocked.mkdir()
    with pytest.raises(OSError, match="talks"):
        replace_file(blocked, b"")
    with pytest.raises(CannotWriteFile, match="talks"):
        save_file(blocked, b"")
    assert list(tmp_path.iterdir()) == [blocked]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_into_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    replace_file(pipe, b"text")
    assert os.read(reader, 10) == b"text"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_link_stays_a_link_to_the_new_text(tmp_path: Path) -> None:
    real, link = tmp_path / "real.ics", tmp_path / "link.ics"
    real.write_bytes(b"old")
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
