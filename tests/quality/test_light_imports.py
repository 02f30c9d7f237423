import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "PySide6",
    "sqlalchemy",
    "requests",
    "icalendar",
    "ziamath",
    "markdown_it",
    "nh3",
    "msgspec",
}
LIGHT = [
    "companion",
    "companion.catalogue",
    "companion.domain.decide",
    "companion.log",
    "companion.paths",
    "companion.ports.calendar",
    "companion.ports.programmes",
    "companion.settings",
    "companion.services.sync",
    "companion.services.export",
]


@pytest.mark.parametrize("module", LIGHT)
def test_starting_does_not_pay_for_what_it_does_not_use(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & (HEAVY | {"platformdirs"})


WINDOW = """
import sys
from pathlib import Path
import companion.app as program
from companion.ui import application
from companion.ui.theme import Look
application.make_application()
look = Look("light")
look.apply()
services = program.Companion(program.paths.locate(Path(sys.argv[1])), program.utc_now)
window = application.MainWindow(services, look)
window.show()
window.shell.programme.list.repaint()
from PySide6 import QtWidgets
print(*sys.modules, *vars(QtWidgets))
"""


def test_the_first_picture_sets_up_no_more_of_qt_than_it_shows(tmp_path: Path) -> None:
    """PySide makes classes when they are asked for, and all widgets for one it cannot name.

    The usual reasons for a failure: `viewport()` of a list that did not make its own, `style()`.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WINDOW, str(tmp_path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    late = {"QStyle", "QMessageBox", "QCalendarWidget", "PySide6.QtNetwork", "logging.handlers"}
    assert not late & set(done.stdout.split())


def test_the_page_of_a_talk_reads_no_text_in_the_thread_of_the_window() -> None:
    """What reads LaTeX and HTML is imported by the job that reads the talk."""
    code = "import sys, companion.ui.views.talk_page; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True
    )
    reading = {name for name in done.stdout.split() if name.startswith("companion.text.")}
    assert reading == {"companion.text.marked"}
