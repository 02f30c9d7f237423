"""The settings: each declared once, kept in one JSON file.

A value that cannot be used (typed by hand, written by another version) counts as not set and is
left in the file; so are names this version does not know, which a newer one may have written.
"""

import contextlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from companion.domain.times import zone
from companion.errors import CannotWriteFile, Said, UsageError
from companion.frozen import frozen

T = TypeVar("T", str, int)
_DAY_MINUTES = 24 * 60
_MOST_PIXELS = 10_000


@frozen
class Setting(Generic[T]):
    """One setting.

    Attributes:
        key: its name in the file.
        default: used where it is not set.
        description: what it does, for people.
        accepts: whether a value of the right type can be used.
        choices: what can be used, in words.
    """

    key: str
    default: T
    description: str
    accepts: Callable[[T], bool] = lambda _value: True
    choices: str = "any text"

    def is_valid(self, value: object) -> bool:
        """Whether a value, of any type, can be used."""
        return type(value) is type(self.default) and self.accepts(value)


def _one_of(key: str, default: str, description: str, *names: str) -> Setting[str]:
    return Setting(key, default, description, frozenset(names).__contains__, ", ".join(names))


def _is_zone(name: str) -> bool:
    if name in {"event", "local"}:
        return True
    try:
        zone(name)
    except UsageError:
        return False
    return True


THEME = _one_of("theme", "system", "Colours of the window", "system", "light", "dark")
LANGUAGE = _one_of("language", "system", "Language of the window", "system", "en", "fr")
ZONE = Setting(
    "zone",
    "event",
    "Zone in which times are shown",
    _is_zone,
    "event, local, or a zone such as Europe/Zurich",
)
REMINDER_MINUTES = Setting(
    "reminder_minutes",
    10,
    "Minutes before a starred talk at which to remind; 0 for never",
    lambda minutes: 0 <= minutes <= _DAY_MINUTES,
    f"0 to {_DAY_MINUTES}",
)
TEXT_SIZE = Setting(
    "text_size",
    100,
    "Size of the text in the window, in percent",
    lambda percent: 80 <= percent <= 200,
    "80 to 200",
)
ON, OFF = "on", "off"
BACKGROUND_CHECKS = _one_of(
    "background_checks", ON, "Look for changes while the window is open", ON, OFF
)
CALENDAR_CHOICE = Setting("calendar_choice", "", "Form and place of the last export, JSON")
EDITION = Setting("edition", "", "Key of the edition shown last")
EDITION_NAMES = Setting("edition_names", "", "What stored editions are called, JSON")
VIEW = Setting("view", "programme", "View shown last")
FORM = _one_of("form", "programme", "Form of the programme", "programme", "timetable")
AGENDA_FORM = _one_of("agenda_form", "list", "Form of my agenda", "list", "timetable")
TIMETABLE_ZOOM = Setting(
    "timetable_zoom",
    0,
    "Pixels an hour in the timetable; 0 for what fits",
    lambda pixels: 0 <= pixels <= _MOST_PIXELS,
    f"0 to {_MOST_PIXELS}",
)
SEARCH_SCOPE = _one_of(
    "search_scope", "all", "Where to search: all editions or this", "all", "this"
)
FILTERS = Setting("filters", "", "Filters of each edition, JSON")
CHANGES_SEEN = Setting("changes_seen", "", "When the changes were last looked at, ISO 8601")
CHANGES_SEEN_PARTS = Setting(
    "changes_seen_parts", "", "When some of the changes were last looked at, JSON"
)
REMINDED = Setting("reminded", "", "Coming talks of which the person was reminded already")
WINDOW_GEOMETRY = Setting("window_geometry", "", "Place and size of the window, base64")
WINDOW_STATE = Setting("window_state", "", "Tool bars and docks of the window, base64")
SPLITTER_STATE = Setting("splitter_state", "", "Widths of the columns, base64")

ALL: tuple[Setting[str] | Setting[int], ...] = (
    THEME,
    LANGUAGE,
    ZONE,
    TEXT_SIZE,
    REMINDER_MINUTES,
    BACKGROUND_CHECKS,
    CALENDAR_CHOICE,
    EDITION,
    EDITION_NAMES,
    VIEW,
    FORM,
    AGENDA_FORM,
    TIMETABLE_ZOOM,
    SEARCH_SCOPE,
    FILTERS,
    CHANGES_SEEN,
    CHANGES_SEEN_PARTS,
    REMINDED,
    WINDOW_GEOMETRY,
    WINDOW_STATE,
    SPLITTER_STATE,
)


class Settings:
    """The settings of one person.

    Attributes:
        notice: what to tell the person about the file, or empty.
    """

    def __init__(self, file: Path) -> None:
        self.notice = ""
        self._file = file
        self._values = self._read()

    def get(self, setting: Setting[T]) -> T:
        """The value, or the default."""
        value = self._values.get(setting.key)
        return value if setting.is_valid(value) else setting.default  # type: ignore[return-value]  # is_valid looked

    def set(self, setting: Setting[T], value: T) -> None:
        """Change a value and keep it, unless it is what it was.

        The file is read again first, so that a window and a command line at the same time do not
        undo each other's changes.

        Raises:
            UsageError: the value cannot be used.
            CannotWriteFile: the value holds until the program ends.
        """
        if not setting.is_valid(value):
            raise UsageError(
                detail=f"“{value}” cannot be used for {setting.key}; choices: {setting.choices}"
            )
        self._change({setting.key: value})

    def set_all(self, values: Iterable[tuple[Setting[str] | Setting[int], str | int]]) -> None:
        """Keep several values with one write; those that cannot be used are left out.

        Raises:
            CannotWriteFile: the values hold until the program ends.
        """
        self._change({s.key: value for s, value in values if s.is_valid(value)})

    def reset(self, setting: Setting[T]) -> None:
        """Return to the default.

        Raises:
            CannotWriteFile: the default holds until the program ends.
        """
        self._change({setting.key: None})

    def _change(self, changes: dict[str, object]) -> None:
        values = {**self._read(), **changes}
        values = {key: value for key, value in values.items() if value is not None}
        if values != self._values:
            self._values = values
            self._write()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):  # not JSON, or not UTF-8
            values = None
        except OSError as error:
            self.notice = Said(
                "{file} cannot be read ({reason}); defaults are used.",
                file=self._file,
                reason=error.strerror,
            )
            return {}
        if not isinstance(values, dict):
            self._set_aside()
            return {}
        return values

    def _set_aside(self) -> None:
        aside = self._file.with_suffix(".damaged.json")
        try:
            self._file.replace(aside)
        except OSError as error:
            self.notice = Said(
                "{file} is damaged ({reason}); defaults are used.",
                file=self._file,
                reason=error.strerror,
            )
        else:
            self.notice = Said(
                "The settings were damaged; they were set aside as {file}.", file=aside
            )

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
        temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}.tmp")
        try:
            temporary.write_text(text + "\n", encoding="utf-8")
            temporary.replace(self._file)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise CannotWriteFile(path=self._file, detail=error.strerror) from error
