"""Keys and mouse that work everywhere in the window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.settings import TEXT_SIZE
from companion.ui.main_window import MainWindow
from companion.ui.models.row_model import ref_of
from companion.ui.theme import Look
from companion.ui.widgets.row_list import RowList
from tests.ui.conftest import settle

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def star(window: MainWindow, ref: EntryRef) -> Star:
    entry = window.library.entry(ref)
    assert entry is not None
    return entry.star


def talks_of(rows: RowList) -> list[EntryRef]:
    return [ref for row in rows.row_model.rows if (ref := ref_of(row))]


def click(
    rows: RowList,
    ref: EntryRef,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    index = rows.row_model.index(rows.row_model.row_of(ref))
    rows.scrollTo(index)
    point = rows.visualRect(index).topLeft() + QPoint(120, 24)
    QTest.mouseClick(rows.viewport(), button, keys, point)


# --- stars ----------------------------------------------------------------------------------------


def test_stars_are_taken_back_step_by_step_and_done_again(
    window: MainWindow, qtbot: QtBot, services: Companion
) -> None:
    rows, bar = window.shell.programme.list, window.shell.message_bar
    first, second = talks_of(rows)[:2]
    rows.select(first)
    qtbot.keyClick(rows, KEY.Key_S)
    rows.select(second)
    qtbot.keyClick(rows, KEY.Key_S, SHIFT)
    assert (star(window, first), star(window, second)) == (Star.STARRED, Star.TENTATIVE)
    assert "tentative" in rows.row_model.index(rows.row_model.row_of(second)).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert not bar.isVisible()
    qtbot.keyClick(rows, KEY.Key_S)
    assert star(window, second) is Star.NONE
    assert bar.text.startswith("No longer starred: ")
    assert bar.message is not None
    assert bar.message.action == "Undo"
    bar._action.click()
    assert star(window, second) is Star.TENTATIVE
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert (star(window, first), star(window, second)) == (Star.NONE, Star.NONE)
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert bar.text == "There is no star to take back."
    qtbot.keyClick(window, KEY.Key_Z, CTRL | SHIFT)
    assert bar.text.startswith("Starred: ")
    settle(qtbot, window)
    assert services.programme.entry(first).star is Star.STARRED


def test_several_selected_talks_are_starred_and_unstarred_together(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows = window.shell.programme.list
    refs = talks_of(rows)[:3]
    rows.select(refs[0])
    rows.setFocus()
    window.library.set_star(refs[:1], Star.STARRED)
    while len(rows.selected_refs()) < 3:
        qtbot.keyClick(rows, KEY.Key_Down, SHIFT)
    assert rows.selected_refs() == tuple(refs)
    qtbot.keyClick(rows, KEY.Key_S)
    assert {star(window, ref) for ref in refs} == {Star.STARRED}
    qtbot.keyClick(rows, KEY.Key_S)
    assert {star(window, ref) for ref in refs} == {Star.NONE}
    assert window.shell.message_bar.text == "3 talks lost their star."
    for _ in range(2):
        qtbot.keyClick(window, KEY.Key_Z, CTRL)
    assert [star(window, ref) for ref in refs] == [Star.STARRED, Star.NONE, Star.NONE]
    qtbot.keyClick(rows, KEY.Key_A, CTRL)
    assert rows.selected_refs() == tuple(talks_of(rows))


def found_in_another_edition(window: MainWindow, qtbot: QtBot) -> tuple[RowList, EntryRef]:
    """The results of a search, and one of them."""
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    rows = window.shell.search.list
    return rows, next(ref for ref in talks_of(rows) if ref.edition_key == "sample-2023")


def test_a_talk_of_another_edition_can_be_starred_and_unstarred_by_key(
    window: MainWindow, qtbot: QtBot, services: Companion
) -> None:
    rows, other = found_in_another_edition(window, qtbot)
    rows.select_and_tell(other)
    settle(qtbot, window)
    rows.setFocus()
    for wanted, words in ((Star.STARRED, "Starred"), (Star.NONE, "Star")):
        qtbot.keyClick(rows, KEY.Key_S)
        settle(qtbot, window)
        assert services.programme.entry(other).star is wanted
        page = window.shell.talk.page
        assert page is not None
        assert page.actions_row.star.text() == words
    qtbot.keyClick(rows, KEY.Key_Z, CTRL)
    settle(qtbot, window)
    assert services.programme.entry(other).star is Star.STARRED


def test_a_star_of_another_edition_is_taken_back_to_what_it_was(
    window: MainWindow, qtbot: QtBot, services: Companion
) -> None:
    _rows, other = found_in_another_edition(window, qtbot)
    for star in (Star.STARRED, Star.TENTATIVE):
        window.library.set_star([other], star)
    for wanted in (Star.STARRED, Star.NONE):
        window.actions_["undo_star"].trigger()
        settle(qtbot, window)
        assert services.programme.entry(other).star is wanted


def test_a_star_taken_back_while_another_edition_is_shown_is_named(
    window: MainWindow, qtbot: QtBot
) -> None:
    bar, rows = window.shell.message_bar, window.shell.programme.list
    ref = talks_of(rows)[0]
    window.library.set_star([ref], Star.STARRED)
    window.shell.sidebar.edition_chosen.emit("sample-2023")
    settle(qtbot, window)
    window.actions_["undo_star"].trigger()
    assert bar.text == "No longer starred: Welcome address"
    window.shell.top_bar.search.setText("welcome")
    settle(qtbot, window)
    window.library.set_star([ref], Star.STARRED)
    window.actions_["undo_star"].trigger()
    assert bar.text == "No longer starred: Welcome address"


# --- places ---------------------------------------------------------------------------------------


def test_back_and_forward_lead_through_views_days_talks_and_searches(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell, places = window.shell, window.hands.places
    rows = shell.programme.list
    first, second = talks_of(rows)[2:4]
    click(rows, first)
    settle(qtbot, window)
    click(rows, second)
    settle(qtbot, window)
    start = shell.programme.day
    qtbot.keyClick(window, KEY.Key_PageDown)
    settle(qtbot, window)
    qtbot.keyClick(window, KEY.Key_4, CTRL)
    settle(qtbot, window)
    qtbot.keyClicks(shell.top_bar.search, "kernel")
    settle(qtbot, window)
    assert shell.front == "search"

    def back() -> None:
        qtbot.keyClick(window, KEY.Key_Left, ALT)
        settle(qtbot, window)

    back()
    assert (shell.front, shell.top_bar.search.text()) == ("posters", "")
    back()
    assert shell.front == "programme"
    assert shell.programme.day != start
    back()
    assert (shell.programme.day, shell.talk.ref) == (start, second)
    assert rows.selected_refs() == (second,)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.BackButton, pos=QPoint(120, 60))
    settle(qtbot, window)
    assert (shell.talk.ref, rows.selected_refs()) == (first, (first,))
    for _ in range(5):
        QTest.mouseClick(window, Qt.MouseButton.ForwardButton)
        settle(qtbot, window)
    assert (shell.front, shell.top_bar.search.text()) == ("search", "kernel")
    assert not places.can_go_forward
    assert not window.actions_["forward"].isEnabled()
    assert window.actions_["back"].isEnabled()


def test_back_leads_to_the_edition_before(
    window: MainWindow, qtbot: QtBot, services: Companion
) -> None:
    settle(qtbot, window)
    talk = window.shell.talk.ref
    window.shell.sidebar.edition_chosen.emit("sample-2023")
    settle(qtbot, window)
    assert window.library.key == "sample-2023"
    window.actions_["back"].trigger()
    settle(qtbot, window)
    assert (window.library.key, window.shell.talk.ref) == ("sample-2024", talk)
    services.database.programmes.remove(services.editions.stored("sample-2023").address.event_id)
    window.actions_["forward"].trigger()
    settle(qtbot, window)
    assert window.library.key == "sample-2024"
    qtbot.keyClick(window, KEY.Key_4, CTRL)
    settle(qtbot, window)
    window.actions_["back"].trigger()
    settle(qtbot, window)
    assert window.shell.front == "programme"
    window.actions_["forward"].trigger()
    settle(qtbot, window)
    assert window.shell.front == "posters"


# --- text size ------------------------------------------------------------------------------------


def test_text_grows_and_shrinks_at_once_and_stays_so(
    window: MainWindow, qtbot: QtBot, look: Look, services: Companion
) -> None:
    rows = window.shell.programme.list
    before = rows.visualRect(rows.row_model.index(1)).height()
    for _ in range(20):
        qtbot.keyClick(window, KEY.Key_Plus, CTRL)
    assert look.fonts.scale == 2.0
    assert services.settings.get(TEXT_SIZE) == 200
    settle(qtbot, window)
    assert rows.visualRect(rows.row_model.index(1)).height() > 1.5 * before
    for _ in range(20):
        qtbot.keyClick(window, KEY.Key_Minus, CTRL)
    assert look.fonts.scale == 0.8
    qtbot.keyClick(window, KEY.Key_0, CTRL)
    assert services.settings.get(TEXT_SIZE) == 100


def test_large_text_leaves_nothing_out(window: MainWindow, qtbot: QtBot, look: Look) -> None:
    window.open_view("posters")
    settle(qtbot, window)
    view = window.shell.posters
    one_row = view.bar.height()
    look.set_scale(2.0)
    settle(qtbot, window)
    assert view.bar.height() > 1.8 * one_row
    for switch in (view.onlys, view.orders):
        assert switch.width() >= switch.sizeHint().width()
    words = view.summary
    assert words.text() == "60 posters"
    assert words.width() >= words.fontMetrics().horizontalAdvance(words.text())
    look.set_scale(1.0)
    settle(qtbot, window)
    assert view.bar.height() == one_row
