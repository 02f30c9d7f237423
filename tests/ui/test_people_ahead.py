"""The list of people is made in the worker before somebody looks at it."""

from pytestqt.qtbot import QtBot

from companion.services import people_list
from companion.services.people_list import directory
from companion.ui.main_window import MainWindow
from companion.ui.people import rows
from companion.ui.people.rows import people_rows
from companion.ui.people_ahead import PeopleAhead


def test_the_people_are_known_before_they_are_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    PeopleAhead(window)
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
