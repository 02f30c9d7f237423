"""A picture of the real window, drawn without a display."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QEventLoop,
    QLocale,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from companion.errors import BugError, CannotReadFile, CannotWriteFile
from companion.ui.one_shot import is_waiting, one_shot

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.main_window import MainWindow
    from companion.ui.theme import Look

_PATIENCE_MS = 60_000
_LOOK_MS = 5
_QUIET_TURNS = 80
"""Long lists lay out a few rows per turn; until then they draw none."""


class PictureOrder(Protocol):
    """What to draw; see `companion.cli.render.Picture`."""

    @property
    def view(self) -> str: ...
    @property
    def output(self) -> Path: ...
    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def theme(self) -> str: ...
    @property
    def scale(self) -> float: ...
    @property
    def zone(self) -> str: ...
    @property
    def edition(self) -> str | None: ...
    @property
    def query(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def shapes(self) -> Path | None: ...


def render(picture: PictureOrder, services: "Services") -> tuple[int, int]:
    """Draw a view of the window, or a sheet of formulas; returns how many pixels it has.

    `scale` and the platform are fixed by the first picture of a process.

    Raises:
        CannotReadFile: the file of formulas could not be read.
        CannotWriteFile: the picture could not be saved.
    """
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_SCALE_FACTOR"] = str(picture.scale)
        qInstallMessageHandler(_told)
    # After the environment: Qt reads it when the application is made.
    from companion.ui.application import make_application  # noqa: PLC0415
    from companion.ui.collector import garbage_kept  # noqa: PLC0415
    from companion.ui.i18n import use_language  # noqa: PLC0415
    from companion.ui.theme import Look  # noqa: PLC0415

    make_application()
    use_language(picture.language, QLocale(QLocale.Language.English))
    look = Look(picture.theme)
    look.apply()
    draw = _sheet if picture.view == "formulas" else _window
    with garbage_kept():
        image = draw(picture, services, look)
    if not image.save(str(picture.output)):
        raise CannotWriteFile(path=picture.output, detail="the picture was not saved")
    return image.width(), image.height()


def _told(_kind: QtMsgType, _place: QMessageLogContext, text: str) -> None:
    """Qt's warnings, but for what the platform without a display says of each window."""
    if sys.stderr and "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _window(picture: PictureOrder, services: "Services", look: "Look") -> QImage:
    """Open the window with a view, wait until all its tasks are done, and take its picture."""
    from companion.ui.main_window import MainWindow  # noqa: PLC0415 - see `render`

    window = MainWindow(services, look, zone_name=picture.zone, is_online=False)
    window.library.key = picture.edition
    window.resize(*picture.size)
    window.show()
    try:
        _settle(window, window.start)
        _settle(window, lambda: window.open_view(picture.view, picture.query))
        front = window.calendars.dialog or window.keeping.dialog or window
        front.resize(*picture.size)
        _settle(window, front.update)
        return front.grab().toImage()
    finally:
        window.discard()


def _sheet(picture: PictureOrder, services: "Services", look: "Look") -> QImage:
    """Every formula of a file, or of the programmes that are stored."""
    from companion.ui.formulas import sheet  # noqa: PLC0415 - for this picture only

    try:
        found = list(
            sheet.formulas_in(picture.shapes)
            if picture.shapes
            else sheet.formulas_of(services, picture.edition)
        )
    except (OSError, UnicodeDecodeError) as error:
        raise CannotReadFile(path=picture.shapes, detail=str(error)) from error
    return sheet.sheet(sheet.drawn(found), look, picture.size[0], picture.scale)


def _settle(window: "MainWindow", act: Callable[[], None]) -> None:
    """Do something and wait until nothing is under way any more."""
    loop = QEventLoop()
    patience = one_shot(loop, loop.quit, _PATIENCE_MS)

    # A job's outcome may start another job, and layouts settle in turns of the loop.
    quiet_turns = 0

    def look_again() -> None:
        nonlocal quiet_turns
        is_busy = window.runner.is_busy or is_waiting(window)
        quiet_turns = 0 if is_busy else quiet_turns + 1
        if quiet_turns > _QUIET_TURNS:
            loop.quit()
        else:
            again.start(_LOOK_MS if is_busy else 0)

    again = one_shot(loop, look_again)
    act()
    patience.start()
    again.start()
    loop.exec()
    if window.runner.is_busy:
        raise BugError(detail="the window did not come to rest")
