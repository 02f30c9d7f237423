"""Following from where people, topics and searches are met; what is new and suggested."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.series.follows import FollowKind
from companion.domain.series.reasons import STARRED_BEFORE, because
from companion.ui.main_window import MainWindow
from companion.ui.series.compare_parts import ORGANISATIONS, TOPICS
from companion.ui.series.pages import FOR_ME, SeriesPages
from companion.ui.series.words import reasons_words
from companion.ui.widgets.follow_button import FollowButton
from tests.ui.changed import add_talk, talks
from tests.ui.conftest import NOW, settle


def button_in(view: QWidget) -> FollowButton:
    return next(b for b in view.findChildren(FollowButton) if b.isVisible())


def press(window: MainWindow, qtbot: QtBot, view: QWidget) -> FollowButton:
    button = button_in(view)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    return button


def for_me(window: MainWindow, qtbot: QtBot) -> SeriesPages:
    window.open_view(FOR_ME)
    settle(qtbot, window)
    view = window.shell.page_view
    assert isinstance(view, SeriesPages)
    return view


def followed(services: Companion) -> list[tuple[FollowKind, str]]:
    return [(item.kind, item.name) for item in services.follow.all()]


def test_a_person_is_followed_and_no_longer(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    window.pages.go("people")
    people = window.shell.people
    people.people.select_first()
    settle(qtbot, window)
    row = people.people.current_person()
    assert row is not None
    name = row.parts.person.name
    button = press(window, qtbot, people)
    assert followed(services) == [(FollowKind.PERSON, name)]
    assert (button.text(), button.accessibleName()) == ("Following", f"Stop following “{name}”")
    press(window, qtbot, people)
    assert followed(services) == []
    assert button.text() == "Follow"


def test_a_search_is_followed(window: MainWindow, services: Companion, qtbot: QtBot) -> None:
    window.commands.search_for("kernel")
    settle(qtbot, window)
    press(window, qtbot, window.shell.search)
    assert followed(services) == [(FollowKind.SEARCH, "kernel")]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("people", FollowKind.PERSON),
        (ORGANISATIONS, FollowKind.ORGANISATION),
        (TOPICS, FollowKind.TOPIC),
    ],
)
def test_the_line_of_a_comparison_is_followed(
    window: MainWindow, services: Companion, qtbot: QtBot, page: str, kind: FollowKind
) -> None:
    window.open_view("compare")
    settle(qtbot, window)
    view = window.shell.page_view.compare
    view.show_page(page)
    settle(qtbot, window)
    press(window, qtbot, view)
    assert followed(services) == [(kind, view.panel.behind.title)]


def test_a_new_talk_of_somebody_followed_is_news(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    one = talks(services)[0]
    services.follow.follow(FollowKind.PERSON, one.speakers[0].name)
    fresh = replace(one, db_id=99_001, friendly_id=99_001, title="Something new")
    add_talk(services, fresh, NOW + timedelta(minutes=1))
    window.library.reload()
    window.follows.refresh()
    settle(qtbot, window)
    row = next(p for p in window.pages.side.pages() if p.name == "series")
    assert (row.count, row.is_badge) == ("1", True)
    view = for_me(window, qtbot).for_me
    texts = [item.sentence for item in view.talks.rich_model.rows]
    assert texts[0] == "New in what you follow, 1"
    assert texts[1].startswith("Something new, ")
    assert texts[1].endswith(f"You follow Person: {one.speakers[0].name}")
    view.focus_content()
    qtbot.keyClick(view.talks, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.shell.talk.ref == EntryRef("sample-2024", EntryKind.CONTRIBUTION, 99_001)
    services.clock = lambda: NOW + timedelta(minutes=2)
    window.pages.go("programme")
    settle(qtbot, window)
    assert next(p for p in window.pages.side.pages() if p.name == "series").count == ""


def test_stars_of_the_last_edition_suggest_talks_with_reasons(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    old = services.follow_ups.between("sample-2023", "sample-2024")[0].older
    services.bookmarks.set_star([old.ref], Star.STARRED)
    view = for_me(window, qtbot).for_me
    texts = [item.sentence for item in view.talks.rich_model.rows]
    assert texts[0].startswith("Suggested by your stars, ")
    assert "you starred “" in texts[1]


def test_reasons_name_titles_without_the_marks_of_formulas() -> None:
    why = because(STARRED_BEFORE, title=r"Is $\mathsf{BQP}$ enough?")
    assert reasons_words([why]) == "you starred “Is BQP enough?”"


def test_a_topic_is_typed_and_taken_back(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    view = for_me(window, qtbot).for_me
    assert not view.add.isEnabled()
    qtbot.keyClicks(view.name, "quantum kernels")
    qtbot.keyClick(view.name, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert followed(services) == [(FollowKind.TOPIC, "quantum kernels")]
    assert view.follows.item(0).text().startswith("Topic: quantum kernels · ")
    qtbot.mouseClick(view.unfollow, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert followed(services) == []
    assert not view.unfollow.isEnabled()
