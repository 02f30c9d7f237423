"""Posters through their widget."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind
from companion.services.agenda import TalkRow, with_star
from companion.ui.delegates.talk_row import talk_text
from companion.ui.theme import Look
from companion.ui.views.posters_view import BOARD, STARRED, PostersView
from companion.ui.widgets.segments import Segments
from tests.support.entries import block, talk
from tests.ui.showing import lines, ref, show


def press(switch: Segments, value: str, qtbot: QtBot) -> None:
    for button in switch.findChildren(QToolButton):
        if button.property("value") == value:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_posters_stand_under_their_sessions(look: Look, qtbot: QtBot) -> None:
    view = show(PostersView(look), qtbot)
    assert lines(view.list.row_model.rows) == ["Posters", 52, 51, "", 71]
    assert view.summary.text() == "3 posters"


def test_by_board_with_their_days(look: Look, qtbot: QtBot) -> None:
    view = show(PostersView(look), qtbot)
    view.select(ref(51))
    press(view.orders, BOARD, qtbot)
    rows = view.list.row_model.rows
    assert lines(rows) == [52, 71, 51]
    assert view.selected_refs() == (ref(51),)
    texts = [talk_text(row, view.context) for row in rows if isinstance(row, TalkRow)]
    assert [(t.start, t.end) for t in texts] == [
        ("12:00", "Mon 25"),
        ("–", ""),
        ("12:00", "Mon 25"),
    ]
    assert ("poster P-2", False) in texts[0].badges
    model = view.list.row_model
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Monday 25 November 2024, 12:00")


def test_only_starred_ones(look: Look, qtbot: QtBot) -> None:
    view = show(PostersView(look), qtbot)
    press(view.onlys, STARRED, qtbot)
    assert view.empty.isVisible()
    assert "Choose All" in view.empty.text()
    mine = with_star(view.entries, frozenset({ref(71)}), Star.STARRED)
    view.set_entries(mine, view.context)
    assert lines(view.list.row_model.rows) == ["", 71]
    assert view.summary.text() == "1 starred poster"
    press(view.onlys, "all", qtbot)
    assert view.summary.text() == "3 posters"


def test_the_posters_of_a_session_come_to_the_top(look: Look, qtbot: QtBot) -> None:
    first = [talk(100 + n, 0, 60, block_id=1, is_poster=True) for n in range(20)]
    second = [talk(200 + n, 90, 60, block_id=2, is_poster=True) for n in range(20)]
    waiting = [
        talk(300 + n, None, is_poster=True, session_id=3, session_title="Late posters")
        for n in range(20)
    ]
    blocks = (
        block(1, 0, 60, is_poster=True),
        block(2, 90, 60, is_poster=True),
        block(3, 180, 60, title="Late posters", session_title="Late posters", is_poster=True),
    )
    view = show(PostersView(look), qtbot, (*blocks, *first, *second, *waiting))
    view.set_only(STARRED)
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    for ident, poster in ((2, 200), (3, 300), (1, 100)):
        assert view.show_block(ref(ident, EntryKind.BLOCK))
        assert view.selected_refs() == (ref(poster),)
        assert view.list.visualRect(view.list.currentIndex()).top() < 80
    assert not view.show_block(ref(9, EntryKind.BLOCK))


def test_no_posters_at_all(look: Look, qtbot: QtBot) -> None:
    view = show(PostersView(look), qtbot, (talk(1, 0),))
    assert "has no posters" in view.empty.text()
    assert "Press Sync" in view.empty.text()
    assert view.bar.isHidden()
