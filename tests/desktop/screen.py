"""A display of its own, with a window manager, that real keys and clicks are sent to."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = (1280, 800)
_PATIENCE_S = 20.0
_STEPS = 20


class NotSeen(AssertionError):
    """Something that a person would have seen by now did not happen."""


@contextmanager
def display() -> Iterator[str]:
    """Xvfb with openbox; gives the name of the display, such as `:99`."""
    width, height = SIZE
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        name = f":{answer.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
    )
    try:
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


def wait_for(seen: Callable[[], bool], what: str) -> None:
    """Look until it is so.

    Raises:
        NotSeen: it was not, for 20 seconds.
    """
    end = time.monotonic() + _PATIENCE_S
    while not seen():
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(0.05)


class Hands:
    """Keys and mouse of a person, by xdotool; `window` is what they point at.

    Pictures are of the whole screen, taken from outside the program.
    """

    def __init__(self, name: str, pictures: Path) -> None:
        from PySide6.QtGui import QGuiApplication

        os.environ.update(DISPLAY=name, QT_QPA_PLATFORM="xcb")
        self._app = QGuiApplication.instance() or QGuiApplication(["hands"])
        self._pictures = pictures
        self._taken = 0
        self._last: bytes = b""

    def do(self, *words: str) -> str:
        """Run xdotool; returns what it printed."""
        done = subprocess.run(
            ["xdotool", *words], check=True, capture_output=True, text=True, timeout=_PATIENCE_S
        )
        return done.stdout.strip()

    def wait_for_window(self, process: int, *words: str) -> str:
        """The visible window of a program, once there is one."""
        found = ["search", "--onlyvisible", "--pid", str(process), *words]

        def is_there() -> bool:
            done = subprocess.run(["xdotool", *found], capture_output=True, text=True, check=False)
            return bool(done.stdout.strip())

        wait_for(is_there, "the window comes up")
        return self.do(*found).split()[0]

    def window_of(self, process: int) -> str:
        """The same for our program, which gets the whole screen."""
        window = self.wait_for_window(process, "--name", "QTML Companion")
        self.do("windowactivate", window)
        self.do("windowmove", window, "0", "0")
        self.do("windowsize", window, *map(str, SIZE))
        return window

    def keys(self, *names: str) -> None:
        """Press keys or chords one after the other, such as `ctrl+f`."""
        self.do("key", "--clearmodifiers", "--delay", "40", *names)

    def types(self, text: str) -> None:
        """Type a text as a person does."""
        self.do("type", "--delay", "25", text)

    def click(self, x: int, y: int) -> None:
        """Left click at a place on the screen."""
        self.do("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, slowly enough to be followed, and drop."""
        self.do("mousemove", *map(str, start), "mousedown", "1")
        try:
            for step in range(1, _STEPS + 1):
                x, y = (a + (b - a) * step // _STEPS for a, b in zip(start, end, strict=True))
                self.do("mousemove", str(x), str(y), "sleep", "0.04")
            # Once more over the target, for whoever began late; then time to answer.
            self.do("mousemove", str(end[0] + 2), str(end[1] + 2), "sleep", "0.3")
        finally:
            self.do("mouseup", "1")

    def picture(self, name: str) -> Path:
        """Wait until the screen is calm and differs from the last picture; save it.

        Raises:
            NotSeen: the screen still shows the last picture.
        """
        path = self._pictures / f"{self._taken:02}-{name}.png"
        before, shown = b"", self._pixels()

        def is_new_and_calm() -> bool:
            nonlocal before, shown
            before, shown = shown, self._pixels()
            return before == shown != self._last

        wait_for(is_new_and_calm, f"the screen changes: {name}")
        self._grab().save(str(path))
        self._taken += 1
        self._last = shown
        return path

    def _grab(self):
        return self._app.primaryScreen().grabWindow(0).toImage()

    def _pixels(self) -> bytes:
        time.sleep(0.25)  # a cursor that blinks is the same again after a second at most
        image = self._grab()  # holds the memory that is read in the next line
        return bytes(image.constBits())
