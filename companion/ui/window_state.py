"""Size, place and splitters of the window, kept between starts."""

import contextlib
from collections.abc import Iterable

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from companion.errors import CannotWriteFile
from companion.settings import SPLITTER_STATE, WINDOW_GEOMETRY, Setting, Settings, T

DEFAULT_SIZE = (1280, 800)
DEFAULT_PANES = (212, 504, 564)


def restore(window: QMainWindow, splitter: QSplitter, settings: Settings) -> None:
    """Give the window the place it had; a sensible one the first time."""
    window.resize(*DEFAULT_SIZE)
    splitter.setSizes(list(DEFAULT_PANES))
    if geometry := settings.get(WINDOW_GEOMETRY):
        window.restoreGeometry(_bytes(geometry))
    if state := settings.get(SPLITTER_STATE):
        splitter.restoreState(_bytes(state))


Kept = tuple[Setting[str] | Setting[int], str | int]
"""A setting and its value."""


def save(
    window: QMainWindow, splitter: QSplitter, settings: Settings, others: Iterable[Kept] = ()
) -> None:
    """Remember them and others with one write; a full disk must not keep the window open."""
    places: tuple[Kept, ...] = (
        (WINDOW_GEOMETRY, _text(window.saveGeometry())),
        (SPLITTER_STATE, _text(splitter.saveState())),
    )
    with contextlib.suppress(CannotWriteFile):
        settings.set_all((*places, *others))


def keep(settings: Settings, setting: Setting[T], value: T) -> None:
    """Remember a choice, if the settings can be written."""
    with contextlib.suppress(CannotWriteFile):
        settings.set(setting, value)


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")
