"""Says which system libraries Qt misses here; exit status 1 if it misses any.

The libraries behind a plugin are opened only when a window is about to be shown, so importing
QtWidgets proves too little: the plugin that would show it is opened as well.
"""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


def wanted_plugins() -> Iterator[str]:
    """The platform plugins that this session can use; `offscreen` always."""
    yield "qoffscreen"
    if os.environ.get("WAYLAND_DISPLAY"):
        yield "qwayland"
    elif os.environ.get("DISPLAY"):
        yield "qxcb"


def complaint() -> str | None:
    """The first thing that cannot be loaded, in the loader's words.

    Imported in a process of its own, since a failed import leaves half of Qt behind.
    """
    modules = "QtWidgets, QtSvg, QtNetwork, QtPrintSupport"
    command = [sys.executable, "-c", f"from PySide6 import {modules}"]
    imported = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if imported.returncode:
        return imported.stderr.strip().splitlines()[-1]

    from PySide6.QtCore import QLibraryInfo  # noqa: PLC0415 - only where it can be imported

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    for name in wanted_plugins():
        try:
            ctypes.CDLL(str(plugins / f"lib{name}.so"))
        except OSError as error:
            return str(error)
    return None


if __name__ == "__main__":
    found = complaint()
    if found:
        print(found)  # noqa: T201 - a script
    sys.exit(found is not None)
