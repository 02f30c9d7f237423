"""The window used as a person does, by real keys and clicks, on a real display.

    python -m tests.desktop.walk PICTURES

Starts the program on Xvfb with a window manager, with no network and nothing stored: the sample is
offered and taken; then search, star, drag a talk onto another program, change zone, timetable,
agenda, export. After each step stands a picture in the folder; what was done is checked from
outside, by the command line and the files that were written.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.screen import Hands, display, wait_for

NOW = "2024-11-25T08:40:00+11:00"
OFFLINE = {"LANG": "C.UTF-8", "https_proxy": "http://127.0.0.1:9", "no_proxy": ""}
"""Nobody listens there, so that no site can be reached."""
FIRST_STAR = (684, 208)
"""Where the star of the first row is, in a window of 1280 x 800."""
TARGET = (960, 600)
"""Where the window of the other program is."""


class Walk:
    """The steps, in order."""

    def __init__(self, hands: Hands, data: Path, home: Path) -> None:
        self._hands, self._data, self._home = hands, data, home
        self._first = ""

    def all_steps(self) -> Iterator[str]:
        """Do them one by one; yields the name of each when it was done."""
        for step in (
            self.no_network,
            self.sample,
            self.search,
            self.star,
            self.drag,
            self.zone,
            self.timetable,
            self.agenda,
            self.export,
        ):
            step()
            yield step.__name__

    def no_network(self) -> None:
        """The sites are asked at a first start; without an answer the page says so."""
        self._hands.picture("no-network")

    def sample(self) -> None:
        """The second button of the first page."""
        self._hands.keys("Tab", "Return")
        wait_for(lambda: len(self._talks()) > 100, "the sample is stored")
        self._hands.picture("open")

    def search(self) -> None:
        self._hands.keys("ctrl+f")
        self._hands.types("quantum kernel")
        self._hands.picture("search")
        self._hands.keys("Escape")

    def star(self) -> None:
        """One by a click on a row, one by its key."""
        assert not self._starred()
        self._hands.click(*FIRST_STAR)
        wait_for(lambda: len(self._starred()) == 1, "a click stars a talk")
        (self._first,) = self._starred()
        self._hands.keys("Down", "Down", "s")
        wait_for(lambda: len(self._starred()) == 2, "S stars the talk chosen")
        self._hands.picture("star")

    def drag(self) -> None:
        """A talk onto the window of another program, which gets its .ics and its text."""
        (title,) = (talk["title"] for talk in self._talks() if talk["ref"] == self._first)
        got = self._home / "dropped.json"
        with _process("tests.desktop.target", *map(str, TARGET), str(got)) as process:
            self._hands.wait_for_window(process)
            self._hands.drag((FIRST_STAR[0] - 250, FIRST_STAR[1]), tuple(c + 60 for c in TARGET))
            wait_for(got.exists, "the other program gets the talk")
            self._hands.picture("dropped")
        dropped = json.loads(got.read_text("utf-8"))
        assert dropped["text"].splitlines()[0] == title
        ((name, content),) = dropped["files"].items()
        assert name.endswith(".ics")
        assert content == dropped["calendar"]
        assert content.count("BEGIN:VEVENT") == 1
        (summary,) = re.findall("^SUMMARY:(.*?)\r$", content.replace("\r\n ", ""), re.MULTILINE)
        assert summary.replace("\\,", ",").endswith(
            title
        )  # before it stands that the talk is invented

    def zone(self) -> None:
        self._hands.keys("z")
        wait_for(lambda: self._setting("zone") == "local", "Z shows my time")
        self._hands.picture("zone")
        self._hands.keys("z")
        wait_for(lambda: self._setting("zone") == "event", "Z again shows conference time")

    def timetable(self) -> None:
        self._hands.keys("t")
        self._hands.picture("timetable")

    def agenda(self) -> None:
        self._hands.keys("ctrl+3")
        self._hands.picture("agenda")

    def export(self) -> None:
        """Ctrl+E shows what will be written, Enter writes it where it says."""
        target = self._home / "sample-2024.ics"
        self._hands.keys("ctrl+e")
        self._hands.picture("export")
        self._hands.keys("Return")
        wait_for(target.exists, "a calendar file is written")
        assert target.read_bytes().count(b"BEGIN:VEVENT") == 2
        self._hands.picture("exported")

    def _talks(self) -> list[dict[str, str]]:
        done = _companion(self._data, "programme", "--json", "--edition", "sample-2024")
        return list(json.loads(done)) if done.startswith(b"[") else []

    def _starred(self) -> list[str]:
        done = _companion(self._data, "programme", "--bookmarked", "--json")
        return [entry["ref"] for entry in json.loads(done)]

    def _setting(self, name: str) -> str:
        for file in self._data.rglob("settings.json"):
            return str(json.loads(file.read_text()).get(name, ""))
        return ""


def _companion(data: Path, *words: str) -> bytes:
    command = [sys.executable, "-m", "companion", "--data-dir", str(data), *words]
    return subprocess.run(command, check=False, capture_output=True).stdout


@contextmanager
def _process(module: str, *words: str) -> Iterator[int]:
    """Another program on the same display; its process number."""
    with subprocess.Popen([sys.executable, "-m", module, *words]) as process:
        try:
            yield process.pid
        finally:
            process.terminate()


@contextmanager
def _window(data: Path) -> Iterator[int]:
    """The program with a window; its process number."""
    command = [sys.executable, "-m", "companion", "--data-dir", str(data), "--now", NOW]
    home = {"HOME": str(data.parent)}
    with subprocess.Popen(command, env={**os.environ, **OFFLINE, **home}) as process:
        try:
            yield process.pid
        finally:
            process.terminate()


def main(pictures: Path) -> None:
    """Do all steps and leave a picture of each."""
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, display() as name:
        data = Path(folder) / "data"
        hands = Hands(name, pictures)
        with _window(data) as process:
            hands.window_of(process)
            for step in Walk(hands, data, Path(folder)).all_steps():
                print(f"done: {step}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else Path("build/desktop"))
