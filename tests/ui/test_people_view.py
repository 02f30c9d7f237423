"""People through their widget."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.services.agenda import with_star
from companion.ui.people.people_list import PeopleModel
from companion.ui.people.rows import PersonRow
from companion.ui.theme import Look
from companion.ui.views.people_view import PeopleView
from tests.support.entries import conference, context, person, talk
from tests.ui.showing import lines, ref, show


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> PeopleView:
    return show(PeopleView(look), qtbot)


def shown(view: PeopleView) -> list[object]:
    return lines(view.people.row_model.rows)


def said(view: PeopleView) -> list[str]:
    model = view.people.row_model
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(n), role) for n in range(model.rowCount())]


def test_everyone_under_their_letter(view: PeopleView) -> None:
    assert shown(view) == ["A", "Abel, Ada", "O", "Ødegaard, Bo"]
    assert said(view)[1] == "Abel, Ada, CERN, speaker, 2 talks, closed"
    assert view.summary.text() == "2 names"
    assert view.field.placeholderText() == view.field.accessibleName()


def test_a_click_opens_and_closes_somebody(view: PeopleView, qtbot: QtBot) -> None:
    people = view.people
    at = people.visualRect(people.row_model.index(1)).center()
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(view) == ["A", "Abel, Ada", 11, 12, "O", "Ødegaard, Bo"]
    assert said(view)[2].startswith("speaker: Monday 25 November 2024, 09:00")
    assert said(view)[3].startswith("author: Monday 25 November 2024, 09:30")
    qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown(view) == ["A", "Abel, Ada", "O", "Ødegaard, Bo"]


def test_keys_open_close_and_lead_back(view: PeopleView, qtbot: QtBot) -> None:
    people = view.people
    view.focus_content()
    assert view.field.hasFocus()
    qtbot.keyClick(view.field, Qt.Key.Key_Down)
    assert people.hasFocus()
    assert people.current_person() is not None
    qtbot.keyClick(people, Qt.Key.Key_Right)
    assert shown(view)[2] == 11
    with qtbot.waitSignal(view.talk_activated) as told:
        qtbot.keyClick(people, Qt.Key.Key_Down)
    assert told.args == [ref(11)]
    assert view.selected_refs() == (ref(11),)
    with qtbot.waitSignal(view.talk_opened):
        qtbot.keyClick(people, Qt.Key.Key_Return)
    qtbot.keyClick(people, Qt.Key.Key_Left)
    assert people.current_person() is not None
    qtbot.keyClick(people, Qt.Key.Key_Left)
    assert shown(view) == ["A", "Abel, Ada", "O", "Ødegaard, Bo"]
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert shown(view)[2] == 11


def test_typing_narrows_the_list_and_the_only_one_is_opened(view: PeopleView, qtbot: QtBot) -> None:
    qtbot.keyClicks(view.field, "odeg")
    assert shown(view) == ["O", "Ødegaard, Bo", 12, 71]
    assert view.summary.text() == "1 name"
    qtbot.keyClicks(view.field, "x")
    assert view.empty.isVisible()
    assert view.empty.text().startswith("Nobody here is called “odegx”")
    qtbot.keyClick(view.field, Qt.Key.Key_Return)
    assert view.selected_refs() == ()
    qtbot.keyClick(view.field, Qt.Key.Key_Escape)
    assert shown(view) == ["A", "Abel, Ada", "O", "Ødegaard, Bo"]
    assert view.field.text() == ""


def test_a_talk_can_be_starred_and_stays_current(view: PeopleView, qtbot: QtBot) -> None:
    people = view.people
    assert view.show_person(person("Bo", "Ødegaard"))
    assert view.select(ref(12))
    rect = people.visualRect(people.currentIndex())
    with qtbot.waitSignal(view.star_requested) as asked:
        at = rect.topRight()
        at.setX(at.x() - 20)
        at.setY(at.y() + 16)
        qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [(ref(12),), Star.STARRED]
    starred = with_star(conference(), frozenset({ref(12)}), Star.STARRED)
    view.set_entries(starred, context(starred))
    assert view.selected_refs() == (ref(12),)
    with qtbot.waitSignal(view.talk_clicked):
        qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    more = (*starred, talk(13, 0, speakers=(person("Cy", "Aaron"),)))
    view.set_entries(more, context(more))
    assert view.selected_refs() == (ref(12),)


def test_somebody_unknown_and_another_edition(view: PeopleView) -> None:
    assert not view.show_person(person("No", "Body"))
    view.show_person(person("Ada", "Abel"))
    assert isinstance(view.people.current_person(), PersonRow)
    assert not view.people.select_person(("x",))
    view.field.setText("abel")
    view.set_entries((), replace(view.context, key="qtml2023"))
    assert view.field.text() == ""
    assert "names nobody yet" in view.empty.text()
    assert "Press Sync" in view.empty.text()


def test_the_only_one_by_name_keeps_the_ring(view: PeopleView, qtbot: QtBot) -> None:
    view.show_person(person("Ada", "Abel"))
    view.set_entries(view.entries, replace(view.context))
    current = view.people.current_person()
    assert current is not None
    assert current.title == "Abel, Ada"
    del qtbot


def test_the_model_keeps_the_rules(qtbot: QtBot) -> None:
    del qtbot
    from companion.services.people_list import directory
    from companion.ui.people.rows import people_rows

    model = PeopleModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    people, about = directory(conference()), context(conference())
    for opened in (set(), {people[0].person.identity}):
        model.set_rows(people_rows(people, opened, about), about)
    model.set_rows((), about)
    tester.deleteLater()


def test_namesakes_are_told_apart(view: PeopleView) -> None:
    here, there = (
        person("Wei", "Li", "Bonn", person_id=7),
        person("Wei", "Li", "Kyoto", person_id=8),
    )
    entries = (talk(1, 0, speakers=(here,)), talk(2, 30, speakers=(there,)))
    view.set_entries(entries, context(entries))
    assert view.show_person(there)
    assert shown(view) == ["L", "Li, Wei", "Li, Wei", 2]
    assert view.show_person(here)
    assert shown(view) == ["L", "Li, Wei", 1, "Li, Wei", 2]
    current = view.people.current_person()
    assert current is not None
    assert current.parts.person is here
