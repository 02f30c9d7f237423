import json
from pathlib import Path

import pytest

from companion import settings
from companion.errors import CannotWriteFile, UsageError
from companion.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_every_setting_is_declared_once_and_its_default_is_valid() -> None:
    keys = [setting.key for setting in settings.ALL]
    assert len(set(keys)) == len(keys)
    for setting in settings.ALL:
        assert setting.is_valid(setting.default)
        assert setting.description


def test_defaults_hold_without_a_file(file: Path) -> None:
    assert Settings(file).get(settings.THEME) == "system"
    assert Settings(file).get(settings.REMINDER_MINUTES) == 10
    assert not file.exists()


def test_values_last(file: Path) -> None:
    Settings(file).set(settings.REMINDER_MINUTES, 0)
    Settings(file).set(settings.ZONE, "Australia/Melbourne")
    later = Settings(file)
    assert later.get(settings.REMINDER_MINUTES) == 0
    assert later.get(settings.ZONE) == "Australia/Melbourne"
    assert not later.notice


def test_reset_returns_to_the_default(file: Path) -> None:
    mine = Settings(file)
    mine.set(settings.THEME, "dark")
    mine.reset(settings.THEME)
    assert mine.get(settings.THEME) == "system"
    assert json.loads(file.read_text()) == {}


def test_unchanged_values_are_not_written(file: Path) -> None:
    mine = Settings(file)
    mine.set(settings.THEME, "dark")
    file.chmod(0o600)
    before = file.stat().st_ino
    mine.set(settings.THEME, "dark")
    assert file.stat().st_ino == before


def test_two_processes_keep_each_others_changes(file: Path) -> None:
    window, command = Settings(file), Settings(file)
    command.set(settings.REMINDER_MINUTES, 5)
    window.set(settings.THEME, "light")
    assert Settings(file).get(settings.REMINDER_MINUTES) == 5
    assert window.get(settings.REMINDER_MINUTES) == 5


def test_names_of_other_versions_are_kept(file: Path) -> None:
    file.write_text('{"from_the_future": [1], "theme": "neon"}')
    mine = Settings(file)
    assert mine.get(settings.THEME) == "system"
    mine.set(settings.VIEW, "search")
    assert json.loads(file.read_text()) == {
        "from_the_future": [1],
        "theme": "neon",
        "view": "search",
    }


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (settings.THEME, "blue"),
        (settings.LANGUAGE, ""),
        (settings.ZONE, "Mars/Olympus"),
        (settings.ZONE, "../etc"),
        (settings.REMINDER_MINUTES, -1),
        (settings.REMINDER_MINUTES, 1441),
        (settings.REMINDER_MINUTES, True),
    ],
)
def test_unusable_values_are_refused_with_the_choices(
    file: Path, setting: settings.Setting[str], value: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Settings(file).set(setting, value)
    assert str(value) in str(caught.value)
    assert setting.choices in str(caught.value)
    assert not file.exists()


def test_wrong_types_in_the_file_count_as_not_set(file: Path) -> None:
    file.write_text('{"reminder_minutes": "ten", "zone": 1, "view": null}')
    mine = Settings(file)
    assert [mine.get(s) for s in (settings.ZONE, settings.VIEW)] == ["event", "programme"]
    assert mine.get(settings.REMINDER_MINUTES) == 10


@pytest.mark.parametrize("damaged", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_damaged_file_is_set_aside(file: Path, damaged: bytes) -> None:
    file.write_bytes(damaged)
    mine = Settings(file)
    assert "settings.damaged.json" in mine.notice
    assert file.with_name("settings.damaged.json").read_bytes() == damaged
    mine.set(settings.THEME, "dark")
    assert Settings(file).get(settings.THEME) == "dark"


def test_damaged_file_that_cannot_be_moved(file: Path) -> None:
    file.write_text("{")
    file.with_name("settings.damaged.json").mkdir()
    mine = Settings(file)
    assert "defaults are used" in mine.notice
    assert mine.get(settings.THEME) == "system"


def test_unreadable_file_is_said_and_left(file: Path) -> None:
    file.mkdir()
    mine = Settings(file)
    assert str(file) in mine.notice
    with pytest.raises(CannotWriteFile, match=r"settings\.json"):
        mine.set(settings.THEME, "dark")
    assert mine.get(settings.THEME) == "dark"
    assert file.is_dir()
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_missing_folder_is_said_when_writing(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile):
        Settings(tmp_path / "gone" / "settings.json").set(settings.THEME, "dark")


def test_reading_by_hand_is_easy(file: Path) -> None:
    Settings(file).set(settings.EDITION, "naïve")
    assert file.read_text("utf-8") == '{\n  "edition": "naïve"\n}\n'


def test_several_are_kept_with_one_write_and_unusable_ones_left_out(file: Path) -> None:
    mine = Settings(file)
    mine.set_all([(settings.THEME, "dark"), (settings.THEME, "pink"), (settings.EDITION, "k")])
    again = Settings(file)
    assert (again.get(settings.THEME), again.get(settings.EDITION)) == ("dark", "k")
