from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.errors import DiskFull, NameNotFound, TooManyGone
from companion.services.agenda import ResultRow
from companion.services.sync_report import SyncReport, SyncStatus
from companion.settings import ZONE
from companion.ui.dialogs.zone_dialog import ZoneDialog
from companion.ui.main_window import MainWindow
from companion.ui.theme import Look
from companion.ui.views.talk_page import TalkPage
from tests.ui.conftest import OpenWindow, settle

if TYPE_CHECKING:
    from companion.domain.entry import EntryRef

FIRST_TITLE = "Welcome address"


def dialog_of(window: MainWindow, kind: type[QDialog]) -> QDialog:
    return next(child for child in window.findChildren(kind) if child.isVisible())


def page_of(window: MainWindow) -> TalkPage:
    page = window.shell.talk.page
    assert page is not None
    return page


def titles(window: MainWindow) -> list[str]:
    model = window.shell.programme.list.row_model
    return [model.index(place).data() for place in range(model.rowCount())]


# --- what is shown at once ------------------------------------------------------------------------


def test_the_running_day_is_shown_with_the_running_talk_beside_it(window: MainWindow) -> None:
    shell = window.shell
    assert window.windowTitle() == "SAMPLE QTML 2024 (invented talks) – QTML Companion"
    assert shell.top_bar.sample.isVisible()
    assert "Sample" in shell.footer.left.text()
    assert shell.footer.right.text() == "116 talks · works offline"
    assert shell.programme.day is not None
    assert shell.programme.day.day == 26
    assert shell.talk.entry is not None
    assert "running now" in page_of(window).facts.texts[0]
    assert page_of(window).text.toPlainText()


def test_every_talk_stands_on_one_day_and_in_any_zone(window: MainWindow) -> None:
    for name in ("event", "local", "Pacific/Kiritimati"):
        window.commands.set_zone(name)
        seen: list[EntryRef] = []
        for day in window.shell.programme.days:
            window.shell.programme.show_day(day)
            rows = window.shell.programme.list.row_model.rows
            seen += [row.entry.ref for row in rows if hasattr(row, "entry")]
        talks = [ref for ref in seen if ref.kind.value == "contribution"]
        assert len(talks) == len(set(talks)) == 116


def test_the_zone_switch_regroups_the_days_and_is_remembered(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    days = window.shell.programme.days
    qtbot.mouseClick(window.shell.top_bar.local_zone, Qt.MouseButton.LeftButton)
    assert window.shell.programme.days != days
    assert window.shell.programme.days[0] is not None
    assert window.shell.programme.days[0].day == 24
    assert services.settings.get(ZONE) == "local"
    qtbot.keyClick(window, Qt.Key.Key_Z)
    assert window.shell.programme.days == days


def test_any_zone_can_be_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.other_zone.click()
    dialog = dialog_of(window, ZoneDialog)
    assert isinstance(dialog, ZoneDialog)
    qtbot.keyClicks(dialog.filter, "tokyo")
    dialog.accept()
    assert window.library.zone_name == "Asia/Tokyo"
    assert window.shell.top_bar.other_zone.text() == "Tokyo"


def test_days_change_by_keys_and_by_chips(window: MainWindow, qtbot: QtBot) -> None:
    programme = window.shell.programme
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert programme.day is not None
    assert programme.day.day == 27
    chip = programme.day_bar._group.buttons()[0]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert programme.day.day == 25
    qtbot.keyClick(window, Qt.Key.Key_N)
    assert programme.day.day == 26
    assert programme.list.row_model.now_row() >= 0


# --- stars ----------------------------------------------------------------------------------------


def test_a_star_is_shown_at_once_and_stored_behind(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    ref = window.shell.talk.ref
    assert ref is not None
    qtbot.keyClick(window.shell.programme.list, Qt.Key.Key_S)
    entry = window.library.entry(ref)
    assert entry is not None
    assert entry.star is Star.STARRED
    assert page_of(window).actions_row.star.text() == "Starred"
    settle(qtbot, window)
    assert services.programme.entry(ref).star is Star.STARRED
    assert "1 starred" in window.shell.footer.right.text()


def test_a_star_that_cannot_be_stored_is_taken_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr("companion.services.bookmarks.BookmarksService.set_star", full)
    ref = window.shell.talk.ref
    assert ref is not None
    window.library.set_star([ref], Star.STARRED)
    settle(qtbot, window)
    entry = window.library.entry(ref)
    assert entry is not None
    assert entry.star is Star.NONE
    assert window.shell.message_bar.text.startswith("The disk is full")


# --- search ---------------------------------------------------------------------------------------


def test_results_come_while_typing_grouped_by_edition(window: MainWindow, qtbot: QtBot) -> None:
    edit, search = window.shell.top_bar.search, window.shell.search
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(edit, "quantum")
    settle(qtbot, window)
    assert window.shell.middle.currentWidget() is search
    rows = search.list.row_model.rows
    assert [r.title for r in rows if not isinstance(r, ResultRow)] == [
        "Sample: QTML 2024",
        "Sample: QTML 2023",
    ]
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    settle(qtbot, window)
    assert window.shell.talk.entry is not None
    assert window.shell.talk.entry.ref == search.first_ref()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert edit.text() == ""
    assert window.shell.middle.currentWidget() is window.shell.programme


def test_a_search_without_results_says_what_to_try(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText('zzzqqq "AND')
    settle(qtbot, window)
    assert window.shell.search.empty.isVisible()
    assert window.shell.search.empty.text().endswith("try fewer of them.")
    window.shell.top_bar.search.setText("zzzqqq")
    settle(qtbot, window)
    assert window.shell.search.empty.text().endswith("try fewer letters.")
    window.shell.search.scope_chosen.emit("this")
    settle(qtbot, window)
    assert window.shell.search.empty.text().endswith("or search all editions.")


def test_a_result_of_another_edition_shows_its_own_clock(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    rows = window.shell.search.list.row_model.rows
    other = next(
        row.hit.ref
        for row in rows
        if isinstance(row, ResultRow) and row.hit.ref.edition_key == "sample-2023"
    )
    window.shell.search.list.select_and_tell(other)
    settle(qtbot, window)
    assert window.shell.talk.ref == other
    assert page_of(window).facts.texts[0].startswith(("Zurich", "Time"))


def test_a_star_on_a_result_shows_there_too(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    ref = window.shell.search.first_ref()
    assert ref is not None
    window.library.set_star([ref], Star.STARRED)
    rows = window.shell.search.list.row_model.rows
    stars = [r.hit.star for r in rows if isinstance(r, ResultRow) and r.hit.ref == ref]
    assert stars == [Star.STARRED]


def test_the_search_can_stay_in_one_edition(window: MainWindow, qtbot: QtBot) -> None:
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    window.shell.search.scope.chosen.emit("this")
    settle(qtbot, window)
    answer = window.shell.search.answer
    assert answer is not None
    assert {hit.ref.edition_key for hit in answer.hits} == {"sample-2024"}


# --- sync -----------------------------------------------------------------------------------------


def test_the_sample_says_that_it_has_no_site(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.shell.message_bar.text.startswith("The sample has no site")


def test_a_failed_sync_says_what_to_do_and_offers_to_try_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.watch.sync_edition("qtml2024")
    assert window.shell.top_bar.sync.accessibleName() == "Cancel"
    settle(qtbot, window)
    bar = window.shell.message_bar
    assert "indico.qtml2024.org" in bar.text
    assert bar.message is not None
    assert bar.message.action == "Try again"
    assert window.shell.top_bar.sync.accessibleName() == "Sync"
    bar._action.click()
    assert window.syncing.is_running
    settle(qtbot, window)


def test_a_suspicious_answer_can_be_taken_by_hand(window: MainWindow) -> None:
    error = TooManyGone(gone=60, known=116, host="indico.qtml2024.org")
    report = SyncReport("qtml2024", SyncStatus.REFUSED, error.message, error=error)
    window.syncing.finished.emit((report,))
    message = window.shell.message_bar.message
    assert message is not None
    assert message.action == "Take the new programme"


def test_the_first_start_tries_the_sites_and_then_offers_the_sample(
    open_window: OpenWindow, empty_services: Companion, qtbot: QtBot
) -> None:
    window = open_window(of=empty_services, is_online=True)
    shell = window.shell
    settle(qtbot, window)
    assert shell.stage.currentWidget() is shell.first_run
    assert "was not found" in shell.first_run.status.text()
    shell.first_run.sample.setFocus()
    qtbot.keyClick(shell.first_run.sample, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert shell.stage.currentWidget() is shell.splitter
    assert window.library.key == "sample-2024"
    assert shell.programme.list.row_model.rowCount() > 0


@pytest.mark.parametrize("size", [(360, 420), (480, 420), (640, 480), (1280, 800)])
def test_the_first_page_is_whole_in_any_window(
    open_window: OpenWindow, empty_services: Companion, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window = open_window(size, empty_services)
    first = window.shell.first_run
    settle(qtbot, window)
    labels = [made for made in first.findChildren(QLabel) if made.isVisible() and made.text()]
    assert labels
    for made in labels:
        assert made.height() >= made.heightForWidth(made.width()), made.text()
    first.sample.setFocus()
    assert first.sample.height() >= first.sample.sizeHint().height()
    # What opens the left column would open nothing.
    assert not window.shell.top_bar.sidebar_button.isVisible()


def test_the_sample_can_be_removed(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["remove_samples"].trigger()
    settle(qtbot, window)
    assert not window.library.has_programmes
    assert window.shell.stage.currentWidget() is window.shell.first_run


def test_an_edition_without_a_programme_says_what_is_known(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.shell.sidebar.edition_chosen.emit("qtml2026")
    settle(qtbot, window)
    assert window.shell.middle.currentWidget() is window.shell.edition
    assert "City Stellenbosch, South Africa" in window.shell.edition.facts.texts
    assert not window.shell.edition.sync.isVisible()


# --- room -----------------------------------------------------------------------------------------


def test_two_panes_without_the_left_column_which_opens_on_demand(
    open_window: OpenWindow,
) -> None:
    shell = open_window((900, 600)).shell
    assert not shell.sidebar.isVisible()
    assert shell.talk.isVisible()
    shell.top_bar.sidebar_button.click()
    assert shell.sidebar.isVisible()
    assert not shell.talk.isVisible()


def test_one_pane_with_a_way_back(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window((600, 700))
    shell = window.shell
    assert not shell.talk.isVisible()
    rows = shell.programme.list
    place = next(i for i, t in enumerate(titles(window)) if t == FIRST_TITLE)
    middle = rows.visualRect(rows.row_model.index(place)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shell.talk.isVisible()
    assert not shell.middle.isVisible()
    assert page_of(window).title.text() == FIRST_TITLE
    qtbot.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)
    assert shell.middle.isVisible()


def test_larger_text_takes_room_from_the_panes(open_window: OpenWindow, look: Look) -> None:
    shell = open_window((1280, 800)).shell
    look.set_scale(2.0)
    assert not shell.sidebar.isVisible()
    look.set_scale(1.0)
    assert shell.sidebar.isVisible()


def test_the_theme_can_be_forced(window: MainWindow, look: Look) -> None:
    window.actions_["theme_dark"].trigger()
    assert look.tokens.is_dark
    image = window.grab().toImage()
    assert image.pixelColor(700, 700).name() == look.tokens.pane


def test_the_window_returns_where_it_was(open_window: OpenWindow) -> None:
    first = open_window((1000, 640))
    first.shell.splitter.setSizes([180, 400, 420])
    sizes = first.shell.splitter.sizes()
    first.close()
    second = open_window((1000, 640))
    assert second.shell.splitter.sizes() == sizes


def test_an_error_of_a_job_is_shown_in_plain_words(window: MainWindow) -> None:
    window.runner.failed.emit(NameNotFound(host="indico.qtml2024.org"))
    assert window.shell.message_bar.text == (
        "The name indico.qtml2024.org was not found. Your stored programme is unchanged. "
        "Check the network, or the address for a typo."
    )
    window.runner.failed.emit(RuntimeError("x"))
    assert "RuntimeError" in window.shell.message_bar.text
