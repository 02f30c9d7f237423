"""Lists of people and timetables are made in the worker before somebody looks at them."""

from pytestqt.qtbot import QtBot

from companion.domain import day_grids
from companion.services import people_list
from companion.services.people_list import directory
from companion.ui.made_ahead import MadeAhead
from companion.ui.main_window import MainWindow
from companion.ui.people import rows
from companion.ui.people.rows import people_rows


def test_the_people_are_known_before_they_are_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    MadeAhead(window)
    window.library.programme_changed.emit()
    entries, context = window.library.entries, window.library.context
    qtbot.waitUntil(lambda: people_list._listed.last[0] is entries)
    people = directory(entries)
    qtbot.waitUntil(lambda: rows._closed.last[0] is people)
    made = rows._closed.last[2]
    window.pages.go("people")
    assert window.shell.people.people.row_model.rows is made
    assert made == people_rows(list(people), (), context)
    assert len(made) > len(people) > 0


def test_the_timetable_is_known_before_it_is_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    day_grids._last.made = None
    MadeAhead(window)
    window.library.programme_changed.emit()
    entries, zone = window.library.entries, window.library.context.zone
    qtbot.waitUntil(lambda: day_grids._last.made is not None)
    qtbot.waitUntil(lambda: not window.runner.is_busy)
    made = day_grids.day_grids(entries, zone)
    assert made is day_grids._last.made[1]  # type: ignore[index]  # waited for above
    window.pages.open("timetable")
    view = window.shell.timetable
    assert view.grid._grid is made.grid(view.day)
    assert view.grid.tiles.tiles
