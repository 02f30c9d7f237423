"""What is imported ahead is there, and only what is there can be imported."""

import sys
from importlib.util import find_spec

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from companion.ui.ahead import MODULES, TALK_MODULES, Ahead


def test_modules_are_imported_one_after_the_other(qtbot: QtBot) -> None:
    parent = QObject()
    done: list[str] = []
    ahead = Ahead(
        parent,
        ("colorsys", "companion.ui.widgets.flow_layout"),
        then=(lambda: done.append("then"),),
        pause_ms=0,
    )
    assert ahead.is_done
    ahead.begin()
    assert not done
    qtbot.waitUntil(lambda: ahead.is_done)
    assert "companion.ui.widgets.flow_layout" in sys.modules
    assert done == ["then"]


def test_every_module_named_exists() -> None:
    assert [name for name in (*TALK_MODULES, *MODULES) if find_spec(name) is None] == []
