"""Filters through their widgets: the panel, the chips, and what the views then show."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.filter_text import write_filters
from companion.domain.filters import Facet, Filter, Flag
from companion.services.agenda import ResultRow, TalkRow
from companion.settings import FILTERS
from companion.storage.first_paint import FirstPaint
from companion.ui.filters.bar import FilterBar
from companion.ui.filters.options import OptionRow
from companion.ui.filters.panel import FilterPanel
from companion.ui.main_window import MainWindow
from companion.ui.theme import Look
from tests.support.entries import MELBOURNE
from tests.ui.conftest import OpenWindow, settle

THEORY = "Theory of quantum learning"
LEFT = Qt.MouseButton.LeftButton
Click = Callable[[str], None]


def talks(window: MainWindow) -> list[str]:
    """What the list of the programme shows of all days."""
    programme = window.shell.programme
    shown: list[str] = []
    for day in programme.days:
        programme.show_day(day)
        rows = programme.list.row_model.rows
        shown += [row.entry.title for row in rows if isinstance(row, TalkRow)]
    return shown


def panel_of(window: MainWindow) -> FilterPanel:
    assert window.filters.panel is not None
    return window.filters.panel


def bar_of(window: MainWindow) -> FilterBar:
    assert window.filters.bar is not None
    return window.filters.bar


@pytest.fixture
def click(window: MainWindow, qtbot: QtBot) -> Click:
    """Opens the panel by its button and clicks a choice."""

    def click_one(text: str) -> None:
        if window.filters.panel is None or not panel_of(window).isVisible():
            qtbot.mouseClick(window.shell.top_bar.filters, LEFT)
        options = panel_of(window).options
        rows = options.options.rows
        place = next(i for i, r in enumerate(rows) if isinstance(r, OptionRow) and r.text == text)
        index = options.options.index(place)
        options.scrollTo(index)
        qtbot.mouseClick(options.viewport(), LEFT, pos=options.visualRect(index).center())

    return click_one


def said(window: MainWindow, text: str) -> str:
    model = panel_of(window).options.options
    place = next(i for i, row in enumerate(model.rows) if row.text == text)
    return str(model.index(place).data(Qt.ItemDataRole.AccessibleTextRole))


def test_a_choice_goes_from_only_to_without_to_neither(window: MainWindow, click: Click) -> None:
    assert len(talks(window)) == 116
    click(THEORY)
    assert said(window, THEORY) == f"Track: {THEORY}, 30 talks, only these"
    assert len(talks(window)) == 30
    assert bar_of(window).count.text() == "30 of 116 talks"
    assert panel_of(window).count.text() == "30 of 116 talks"
    assert window.shell.top_bar.filters.accessibleName() == "1 filter"
    click(THEORY)
    assert said(window, THEORY).endswith("without these")
    assert len(talks(window)) == 86
    assert [chip.text() for chip in bar_of(window).chips] == [f"not {THEORY}"]
    click(THEORY)
    assert said(window, THEORY).endswith("not filtered")
    assert len(talks(window)) == 116
    assert not bar_of(window).isVisible()
    assert window.shell.top_bar.filters.accessibleName() == "Filters"


def test_counts_narrow_with_what_is_chosen_of_the_other_kinds(
    window: MainWindow, click: Click, qtbot: QtBot
) -> None:
    def count(text: str) -> int:
        rows = panel_of(window).options.options.rows
        return next(r.count for r in rows if isinstance(r, OptionRow) and r.text == text)

    click("Posters")
    others = {r.text for r in panel_of(window).options.options.rows}
    assert count("Posters") == len(talks(window))
    assert 0 < count(THEORY) < 30
    expected = count(THEORY)
    other = count("Applications and hardware")
    click(THEORY)
    assert len(talks(window)) == expected
    assert count(THEORY) == expected
    assert count("Applications and hardware") == other  # another track would add its talks
    assert count("Thu 28 Nov") == 0
    assert {r.text for r in panel_of(window).options.options.rows} == others
    assert said(window, "Thu 28 Nov") == "Day: Thu 28 Nov, 0 talks, not filtered"


def test_over_a_search_the_panel_counts_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText("tensor")
    settle(qtbot, window)
    qtbot.mouseClick(window.shell.top_bar.filters, LEFT)
    settle(qtbot, window)
    rows = window.shell.search.list.row_model.rows
    hits = [row for row in rows if isinstance(row, ResultRow)]
    assert panel_of(window).count.text() == f"{len(hits)} of {len(hits)} talks"
    posters = panel_of(window).options.options.rows[3]
    assert isinstance(posters, OptionRow)
    panel_of(window).options.toggled.emit(posters)
    settle(qtbot, window)
    rows = window.shell.search.list.row_model.rows
    assert sum(isinstance(row, ResultRow) for row in rows) == posters.count
    assert panel_of(window).count.text() == f"{posters.count} of {len(hits)} talks"


def test_the_panel_by_keys_alone(window: MainWindow, qtbot: QtBot) -> None:
    key = Qt.Key.Key_F
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, key, modifiers)
    options = panel_of(window).options
    assert options.hasFocus()
    for _ in range(2):
        qtbot.keyClick(options, Qt.Key.Key_Down)
    qtbot.keyClick(options, Qt.Key.Key_Space)
    assert window.library.context.chosen == Filter().with_flag(Flag.POSTER, wanted=True)
    qtbot.keyClick(options, Qt.Key.Key_Return)
    assert window.library.context.chosen == Filter().with_flag(Flag.POSTER, wanted=False)
    qtbot.keyClick(options, Qt.Key.Key_Escape)
    assert not panel_of(window).isVisible()


def test_a_chip_takes_its_filter_away_and_clear_all_of_them(
    window: MainWindow, click: Click, qtbot: QtBot
) -> None:
    for text in (THEORY, "Posters", "Thu 28 Nov"):
        click(text)
    panel_of(window).close()
    chips = bar_of(window).chips
    assert [chip.text() for chip in chips] == ["Posters", "Thu 28 Nov", THEORY]
    assert chips[2].accessibleName() == f"Remove the filter Track: only {THEORY}"
    qtbot.mouseClick(chips[1], LEFT)
    assert [chip.text() for chip in bar_of(window).chips] == ["Posters", THEORY]
    qtbot.mouseClick(bar_of(window).clear, LEFT)
    assert len(talks(window)) == 116


def test_filters_that_hide_everything_are_named_and_can_be_cleared(
    window: MainWindow, qtbot: QtBot
) -> None:
    chosen = Filter().with_flag(Flag.STARRED, wanted=True).with_value(Facet.TRACK, THEORY, True)
    window.library.set_filter(chosen)
    empty = window.shell.programme.empty
    assert empty.isVisible()
    assert empty.text() == (
        f"Your filters hide everything here: “Starred”, “{THEORY}”.\n"
        "Without “Starred” there would be 30 talks."
    )
    qtbot.mouseClick(empty.clear, LEFT)
    assert not empty.isVisible()
    assert len(talks(window)) == 116


def test_the_timetable_greys_what_does_not_match(window: MainWindow) -> None:
    window.pages.open("timetable")
    grid = window.shell.timetable.grid
    window.library.set_filter(Filter().with_flag(Flag.MATERIALS, wanted=True))
    marks, content = grid.marks(), grid._content
    greyed = [
        tile.entry.title
        for place, tile in enumerate(grid.tiles.tiles)
        if tile.entry.is_contribution and content.state(place, marks).is_greyed
    ]
    assert "Welcome address" in greyed
    assert "Logical qubits meet learning" not in greyed
    said = grid.tiles.index(grid.tiles.place_of(grid.tiles.tiles[0].entry.ref)).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert "Welcome address" in said
    assert said.endswith("not among the filtered")
    assert len(window.shell.timetable.days) == 5  # of the talks without a time none has slides


def test_posters_and_agenda_follow_and_say_why_they_are_empty(window: MainWindow) -> None:
    window.library.set_filter(Filter().with_flag(Flag.POSTER, wanted=False))
    window.pages.open("posters")
    assert window.shell.posters.empty.text().startswith("Your filters hide everything here")
    assert window.shell.posters.empty.clear.isVisible()
    window.pages.open("agenda")
    assert "Nothing is starred yet" in window.shell.agenda.empty.text()
    assert not window.shell.agenda.empty.clear.isVisible()
    window.pages.open("people")
    assert not bar_of(window).isVisible()


def test_search_and_filters_add_up_over_all_editions(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    search = window.shell.search
    window.library.set_filter(Filter().with_flag(Flag.MATERIALS, wanted=True))
    settle(qtbot, window)
    hits = [row.hit for row in search.list.row_model.rows if isinstance(row, ResultRow)]
    assert {hit.ref.edition_key for hit in hits} == {"sample-2023", "sample-2024"}
    for hit in hits:
        entries = window.services.programme.entries(hit.ref.edition_key)
        assert next(e for e in entries if e.ref == hit.ref).has_materials
    assert "hidden by filters" in search.summary.text()
    window.library.set_filter(Filter().with_value(Facet.ROOM, "No such room", True))
    settle(qtbot, window)
    assert "your filters hide all" in search.empty.text()
    qtbot.mouseClick(search.empty.clear, LEFT)
    settle(qtbot, window)
    assert search.list.isVisible()


def test_each_edition_has_its_filter_and_keeps_it_between_starts(
    open_window: OpenWindow, services: Companion, qtbot: QtBot
) -> None:
    window = open_window()
    window.library.set_filter(Filter().with_value(Facet.TRACK, THEORY, True))
    window.shell.sidebar.edition_chosen.emit("sample-2023")
    settle(qtbot, window)
    assert not window.library.context.chosen
    window.close()
    again = open_window()
    again.shell.sidebar.edition_chosen.emit("sample-2024")
    settle(qtbot, again)
    assert len(talks(again)) == 30
    assert bar_of(again).isVisible()


def test_the_first_picture_of_one_day_does_not_claim_that_filters_hide_everything(
    services: Companion, look: Look, qtbot: QtBot
) -> None:
    thursday = Filter().with_value(Facet.DAY, "2024-11-28", True)
    services.settings.set(FILTERS, write_filters({"sample-2024": thursday}))
    stored = services.editions.stored("sample-2024")
    entries = services.programme.entries("sample-2024")
    tuesday = tuple(e for e in entries if e.start_dt and e.start_dt.day == 26)
    first = FirstPaint((stored,), stored, tuesday)
    window = MainWindow(services, look, first=first, reader_zone=MELBOURNE, is_online=False)
    qtbot.addWidget(window)
    window.show()
    assert window.shell.programme.list.isVisible()
    window.start()
    qtbot.waitUntil(lambda: window.library.is_loaded)
    settle(qtbot, window)
    assert window.shell.programme.days == (date(2024, 11, 28),)
    window.discard()


def test_search_in_this_edition_means_the_one_shown(window: MainWindow, qtbot: QtBot) -> None:
    for key in ("sample-2024", "sample-2023"):
        window.shell.sidebar.edition_chosen.emit(key)
        settle(qtbot, window)
        window.shell.top_bar.search.setText("quantum")
        settle(qtbot, window)
        this = next(
            b for b in window.shell.search.scope.findChildren(QToolButton) if b.text() == "This one"
        )
        qtbot.mouseClick(this, LEFT)
        settle(qtbot, window)
        rows = window.shell.search.list.row_model.rows
        assert {r.hit.ref.edition_key for r in rows if isinstance(r, ResultRow)} == {key}
