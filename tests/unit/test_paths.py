from pathlib import Path

import pytest

from companion import paths
from companion.errors import BugError, ReadOnly


def test_given_folder_holds_everything(tmp_path: Path) -> None:
    found = paths.locate(tmp_path, {paths.DATA_DIR_VARIABLE: "/elsewhere"})
    assert found.data_dir == tmp_path
    assert found.database == tmp_path / "companion.sqlite3"
    assert found.settings_file == tmp_path / "config" / "settings.json"
    assert found.cache_dir == tmp_path / "cache"
    assert found.log_file == tmp_path / "companion.log"


def test_variable_holds_everything(tmp_path: Path) -> None:
    found = paths.locate(None, {paths.DATA_DIR_VARIABLE: str(tmp_path)})
    assert {found.data_dir, found.cache_dir.parent, found.config_dir.parent} == {tmp_path}


def test_folder_is_absolute_and_home_is_expanded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert paths.locate(Path("here"), {}).data_dir == tmp_path / "here"
    assert paths.locate(Path("~/there"), {}).data_dir == tmp_path / "home" / "there"


@pytest.mark.parametrize("environ", [{}, {paths.DATA_DIR_VARIABLE: ""}])
def test_default_folders_are_those_of_the_system(environ: dict[str, str]) -> None:
    found = paths.locate(None, environ)
    assert len({found.data_dir, found.cache_dir, found.config_dir}) > 1
    for folder in (found.data_dir, found.cache_dir, found.config_dir):
        assert folder.is_absolute()
        assert "qtml-companion" in folder.parts


def test_create_makes_private_folders_and_may_be_repeated(tmp_path: Path) -> None:
    found = paths.locate(tmp_path / "a" / "b", {})
    found.create()
    found.create()
    for folder in (found.data_dir, found.cache_dir, found.config_dir):
        assert folder.is_dir()
        assert folder.stat().st_mode & 0o077 == 0


def test_create_says_which_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnly, match="file"):
        paths.locate(tmp_path / "file", {}).create()


def test_resources_of_the_checkout_are_found() -> None:
    assert paths.resource("editions.toml").is_file()
    assert paths.resource("sample").is_dir()


def test_resources_inside_an_installed_package_come_first(tmp_path: Path) -> None:
    package = tmp_path / "companion"
    for folder in (package / "_resources", tmp_path / "resources"):
        folder.mkdir(parents=True)
        (folder / "editions.toml").touch()
    (tmp_path / "resources" / "only-here").touch()
    assert paths.resource("editions.toml", package) == package / "_resources" / "editions.toml"
    assert paths.resource("only-here", package) == tmp_path / "resources" / "only-here"


def test_missing_resource_is_our_fault() -> None:
    with pytest.raises(BugError, match=r"icons/none\.svg"):
        paths.resource("icons/none.svg")
