"""The one QApplication, and the window for people."""

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from companion import APP_ID, APP_NAME, __version__
from companion.settings import LANGUAGE, TEXT_SIZE, THEME
from companion.ui.crash import CrashWatch
from companion.ui.i18n import use_language
from companion.ui.main_window import MainWindow
from companion.ui.theme import FUSION, Look
from companion.ui.words import defer_formulas

if TYPE_CHECKING:
    from companion.services.registry import Services
    from companion.ui.control.first_data import FirstData

_BREATH_MS = 2
"""Between imports behind the first picture. Not 0: timers of 0 ms leave others no turn."""


def make_application() -> QApplication:
    """The running application, or a new one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setProperty(FUSION, True)
    app.setApplicationName(APP_NAME)
    app.setApplicationVersion(__version__)
    # Wayland finds icon and name of a window by this; it equals the desktop file's base name.
    app.setDesktopFileName(APP_ID)
    return app


def has_display() -> bool:
    """Whether a window could be shown to somebody."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_window(services: "Services", first: "FirstData | None" = None) -> int:
    """Show the window until it is closed; returns the exit code.

    If another process shows this folder already, its window comes forward instead.

    Args:
        services: of this process.
        first: what was read with plain sqlite3; None reads everything behind an empty window.
    """
    from companion.ui.first_picture import FirstPicture  # noqa: PLC0415 - not for pictures
    from companion.ui.single_instance import SingleInstance, raise_window  # noqa: PLC0415

    app = make_application()
    instance = SingleInstance(services.data_dir)
    if not instance.claim():
        return 0
    settings = services.settings
    use_language(settings.get(LANGUAGE), QLocale.system())
    look = Look(settings.get(THEME), scale=settings.get(TEXT_SIZE) / 100)
    look.apply()
    defer_formulas()
    window = MainWindow(services, look, first=first)
    app.aboutToQuit.connect(window.runner.shut_down)
    crashes = CrashWatch()
    crashes.crashed.connect(window.show_error)
    crashes.install()
    instance.raise_requested.connect(lambda: raise_window(window))
    first_picture = FirstPicture(window)
    first_picture.painted.connect(window.start)
    first_picture.painted.connect(instance.listen)
    first_picture.painted.connect(lambda: _work_behind(window))
    window.show()
    return int(app.exec())


def _work_behind(window: MainWindow) -> None:
    """What goes on beside the window, once people can see it."""
    # Not before the first picture.
    from companion.ui.ahead import TALK_MODULES, Ahead, ask_a_text, views_ahead  # noqa: PLC0415
    from companion.ui.background import Background  # noqa: PLC0415
    from companion.ui.collector import Collector  # noqa: PLC0415
    from companion.ui.made_ahead import MadeAhead  # noqa: PLC0415

    # While the database is opened: a talk is shown as soon as the programme is read.
    then = (ask_a_text, window.shell.talk.prepare, window.shell.talk.dress)
    Ahead(window, TALK_MODULES, then=then, pause_ms=_BREATH_MS).begin()
    Background(window)
    MadeAhead(window)
    window.library.editions_changed.connect(views_ahead(window).begin)
    # Whoever started us may have put off collecting garbage until the first picture.
    Collector(window)
