import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.quality.tools import ROOT, tracked_files

CODE = {".py", ".sh", ".toml", ".md", ".yml", ".xml", ".desktop", ".sql", ""}
ME = Path(__file__)


@cache
def text_of(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def lines_with(pattern: str, suffixes: set[str] | None = None) -> Iterator[str]:
    """`file:line: text` of every match in the files that are or would be committed."""
    wanted = re.compile(pattern)
    for file in tracked_files():
        if file == ME or (suffixes and file.suffix not in suffixes):
            continue
        text = text_of(file)
        for found in wanted.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            yield f"{file.relative_to(ROOT)}:{line}: {text[found.start() : found.end() + 40]!r}"


def test_files_are_found() -> None:
    names = {str(file.relative_to(ROOT)) for file in tracked_files()}
    assert {"pyproject.toml", "companion/errors.py", "resources/editions.toml"} <= names


def test_nothing_is_left_to_do_in_the_code() -> None:
    assert not list(lines_with(r"\b(?:TODO|FIXME|XXX)\b", CODE))


def test_no_paths_of_the_machine_it_was_written_on() -> None:
    # A letter first, for which `re` looks ten times sooner than behind every one.
    paths = r"/(?<![\w./:-]/)(?:root|work|Users|home/(?!ada\b)\w+|workspace)/[\w.]"
    assert not list(lines_with(paths))


def test_no_hosts_that_packages_came_from() -> None:
    assert not list(lines_with(r"index-url|find-links|trusted-host", CODE))
    assert not (ROOT / "uv.lock").exists()


@pytest.mark.parametrize(
    "secret",
    [
        r"\bindp_[A-Za-z0-9]{20}",
        r"(?i)[\"']email_?hash[\"']\s*:\s*[\"'][0-9a-f]{32}",
    ],
)
def test_no_secrets(secret: str) -> None:
    assert not list(lines_with(secret))


def test_private_keys_are_those_of_the_loopback_server_only() -> None:
    found = lines_with(r"-----BEGIN [A-Z ]*PRIVATE KEY")
    assert not [line for line in found if not line.startswith("tests/data/tls/")]
