"""The one place that asks for a file name; tests replace it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_save_name(
    parent: QWidget, title: str, suggestion: Path, name_filter: str, done: Callable[[Path], None]
) -> None:
    """Ask where to write a file; `done` gets the path, unless the person changes their mind."""
    dialog = QFileDialog(parent, title, str(suggestion.parent), name_filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def ask_open_name(
    parent: QWidget, title: str, name_filter: str, done: Callable[[Path], None]
) -> None:
    """Ask for a file to read; `done` gets the path, unless the person changes their mind."""
    dialog = QFileDialog(parent, title, documents(), name_filter)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()


def documents() -> str:
    """Where people keep files; their home where the system names a folder that is not there."""
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((place for place in places if Path(place).is_dir()), str(Path.home()))


def ask_folder_name(
    parent: QWidget, title: str, suggestion: Path, done: Callable[[Path], None]
) -> None:
    """Ask for a folder; `done` gets the path, unless the person changes their mind."""
    dialog = QFileDialog(parent, title, str(suggestion.parent))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda name: done(Path(name)))
    dialog.open()
