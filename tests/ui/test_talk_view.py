import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.materials import Material, MaterialType
from companion.domain.people import PersonLink
from companion.services.programme import TalkDetail
from companion.text.marked import PageText
from companion.text.page import page_text
from companion.ui.context import ViewContext
from companion.ui.main_window import MainWindow
from companion.ui.theme import Look
from companion.ui.views.talk_facts import both_clocks, facts
from companion.ui.views.talk_page import TalkPage
from companion.ui.views.talk_parts import TalkLine, material_text
from companion.ui.views.talk_view import TalkView
from companion.ui.views.text_pane import TextPane
from tests.support.programmes import make_contribution, make_event
from tests.ui.conftest import settle

MELBOURNE, ZURICH = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/Zurich")
START = datetime(2024, 11, 24, 22, tzinfo=UTC)
CONTEXT = ViewContext(key="k", zone=MELBOURNE, event_zone=MELBOURNE, reader_zone=ZURICH, now=START)
TALK = Entry(
    EntryRef("k", EntryKind.CONTRIBUTION, 1),
    "Shadows of $|\\psi\\rangle$",
    START,
    START + timedelta(minutes=40),
    friendly_id=3,
    session_title="Theory",
    room_name="Aula",
    speakers=(PersonLink("Ada", "Okafor", "CERN & <co>", person_id=1),),
    authors=(PersonLink("Bo", "Weiß", person_id=2),),
)


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> TalkView:
    made = TalkView(look)
    qtbot.addWidget(made)
    made.resize(600, 700)
    made.show()
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been handed to the browser."""
    links: list[str] = []

    def open_url(url: QUrl) -> bool:
        links.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return links


def page_of(view: TalkView) -> TalkPage:
    assert view.page is not None
    return view.page


def detail(
    url: str = "https://indico.example.org/event/7/contributions/1/", **fields: object
) -> TalkDetail:
    item = make_contribution(1, **fields)
    return TalkDetail(TALK, item, make_event(), url)


def test_both_clocks_are_told_with_the_difference_in_words() -> None:
    lines = facts(TALK, CONTEXT)
    assert (lines[0].label, lines[0].value) == ("Melbourne", "Mon 25 Nov, 09:00\u2009–\u200909:40")
    assert lines[0].note == "40 min, running now"
    assert lines[1].value == "Sun 24 Nov, 23:00\u2009–\u200923:40"
    assert lines[1].note == "in Zurich, 10 h earlier, the day before"
    assert both_clocks(TALK, CONTEXT) == ("Mon 25 Nov 09:00 in Melbourne, Sun 24 Nov 23:00 for you")


def test_who_is_there_sees_one_clock() -> None:
    here = replace(CONTEXT, reader_zone=MELBOURNE)
    assert [line.label for line in facts(TALK, here)] == ["Melbourne", "Room"]


def test_what_has_no_time_or_is_gone_says_so() -> None:
    gone = replace(
        TALK,
        start_dt=None,
        end_dt=None,
        state=EntryState.WITHDRAWN,
        withdrawn_dt=START - timedelta(hours=3),
    )
    told = [f"{line.value} {line.note}".strip() for line in facts(gone, CONTEXT)]
    assert told == [
        "not yet scheduled",
        "Aula",
        "no longer in the programme since Mon 25 Nov, 06:00 3 h ago",
    ]


def test_the_page_shows_the_row_at_once_and_the_text_when_it_comes(view: TalkView) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    assert page_of(view).title.text() == "Shadows of |ψ⟩"
    view.show_detail(detail(), page_text("We *show* it."))
    text = page_of(view).text
    assert text.toPlainText().strip() == "We show it."
    assert page_of(view).actions_row.open.isEnabled()


def test_the_text_of_another_talk_comes_too_late(view: TalkView) -> None:
    other = replace(TALK, ref=EntryRef("k", EntryKind.CONTRIBUTION, 2), title="Other")
    view.show_entry(other, (TALK, other), CONTEXT)
    view.show_detail(detail(), PageText(("<p>late</p>",)))
    text = page_of(view).text
    assert text.toPlainText() == ""


def test_a_talk_without_a_text_says_who_has_not_published_it(view: TalkView) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    view.show_detail(detail(), PageText())
    text = page_of(view).text
    assert "published no text" in text.toPlainText()


def test_foreign_names_are_shown_as_they_are_and_lead_to_their_talks(
    view: TalkView, qtbot: QtBot
) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    people = page_of(view).people
    assert "CERN &amp; &lt;co&gt;" in people.text()
    with qtbot.waitSignal(view.person_requested) as asked:
        people.linkActivated.emit(href_of(people, "Bo Weiß"))
    assert asked.args[0].name == "Bo Weiß"


def href_of(people: QLabel, name: str) -> str:
    """Where a name leads."""
    found = re.search(rf'href="([^"]*)"[^>]*>{re.escape(name)}</a>', people.text())
    assert found is not None
    return found[1]


def test_the_star_says_its_state(view: TalkView, qtbot: QtBot) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    assert page_of(view).actions_row.star.text() == "Star"
    with qtbot.waitSignal(view.star_requested) as asked:
        page_of(view).actions_row.star.click()
    assert asked.args == [(TALK.ref,), Star.STARRED]
    view.set_entries((replace(TALK, star=Star.STARRED),), CONTEXT)
    assert page_of(view).actions_row.star.text() == "Starred"


def test_half_a_star_is_set_and_taken_back(view: TalkView, qtbot: QtBot) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    buttons = page_of(view).actions_row
    for star, wanted in ((Star.STARRED, Star.TENTATIVE), (Star.TENTATIVE, Star.NONE)):
        view.set_entries((replace(TALK, star=star),), CONTEXT)
        with qtbot.waitSignal(view.star_requested) as asked:
            buttons.tentative.click()
        assert asked.args == [(TALK.ref,), wanted]
        assert buttons.tentative.isChecked() == (star is Star.TENTATIVE)
    assert buttons.star.text() == "Star"


def test_of_many_people_the_first_are_named_and_the_others_on_demand(view: TalkView) -> None:
    crowd = tuple(PersonLink("Ada", f"Number{n:02}", person_id=n) for n in range(40))
    view.show_entry(replace(TALK, speakers=crowd[:1], authors=crowd), (TALK,), CONTEXT)
    people = page_of(view).people
    assert "Number09" in people.text()
    assert "Number10" not in people.text()
    assert "and 30 more" in people.text()
    people.linkActivated.emit("everyone:")
    assert "Number39" in people.text()
    assert "more" not in people.text()
    view.show_entry(replace(TALK, speakers=(), authors=crowd[:14]), (TALK,), CONTEXT)
    assert "Number13" in people.text()


def test_the_link_is_copied_and_the_page_opened(view: TalkView, opened: list[str]) -> None:
    view.show_entry(TALK, (TALK,), CONTEXT)
    view.show_detail(detail(), PageText(("<p>x</p>",)))
    page_of(view).actions_row.copy.click()
    page_of(view).actions_row.open.click()
    address = "https://indico.example.org/event/7/contributions/1/"
    assert page_of(view).actions_row.copy.text() == "Link copied"
    assert QGuiApplication.clipboard().text() == address
    assert opened == [address]


def test_a_sample_leads_nowhere(view: TalkView) -> None:
    view.show_entry(TALK, (TALK,), replace(CONTEXT, is_sample=True))
    material = Material(1, "Slides", MaterialType.FILE, "https://example.org/a.pdf", size=2_000_000)
    view.show_detail(detail("", materials=(material,)), PageText(("<p>x</p>",)))
    assert not page_of(view).actions_row.open.isEnabled()
    assert not page_of(view).actions_row.copy.isEnabled()
    assert not [w for w in page_of(view).materials.items if isinstance(w, QPushButton)]


def test_materials_open_in_the_browser_and_protected_ones_do_not(
    view: TalkView, opened: list[str]
) -> None:
    slides = Material(
        1, "Slides", MaterialType.FILE, "https://e.org/a.pdf", filename="a.pdf", size=1_900_000
    )
    secret = Material(2, "Draft", MaterialType.FILE, is_protected=True)
    view.show_entry(TALK, (TALK,), CONTEXT)
    view.show_detail(detail(materials=(slides, secret)), PageText(("<p>x</p>",)))
    buttons = [w for w in page_of(view).materials.items if isinstance(w, QPushButton)]
    assert [button.text() for button in buttons] == ["Slides · a.pdf · 1.8 MB"]
    buttons[0].click()
    assert opened == ["https://e.org/a.pdf"]
    assert material_text(secret) == "Draft · only after a login on the site"


def test_nothing_is_wider_than_the_page(view: TalkView, qtbot: QtBot) -> None:
    words = "Ω" * 5 + " 量子机器学习 🎉 " + "a title of many words " * 9
    name = "slides_of_a_talk_with_a_name_that_never_ends_" * 4
    slides = Material(1, name, MaterialType.FILE, "https://e.org/a.pdf", filename="b")
    view.resize(360, 700)
    view.show_entry(replace(TALK, title=words), (TALK,), CONTEXT)
    formula = "$$" + "\\frac{a}{b}+" * 40 + "x$$"
    view.show_detail(detail(materials=(slides,)), page_text(f"{'x' * 400}\n\n{formula}"))
    page = page_of(view)
    view.grab()
    # A scroll bar that has just come takes its room in the next turn.
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
    link = page.materials.items[0]
    assert isinstance(link, QPushButton)
    assert "…" in link.text()
    assert link.accessibleName() == f"{name} · b"


def test_talks_around_it_are_named_with_the_reason(view: TalkView, qtbot: QtBot) -> None:
    before = replace(TALK, ref=EntryRef("k", EntryKind.CONTRIBUTION, 2), block_id=5, friendly_id=1)
    this = replace(TALK, block_id=5)
    beside = replace(TALK, ref=EntryRef("k", EntryKind.CONTRIBUTION, 4), block_id=6)
    view.show_entry(this, (before, this, beside), CONTEXT)
    qtbot.waitUntil(lambda: bool(page_of(view).related.items))
    lines = [w for w in page_of(view).related.items if isinstance(w, TalkLine)]
    assert [line.accessibleName() for line in lines] == [
        "Before it in the same session: Shadows of |ψ⟩",
        "At the same time in Aula: Shadows of |ψ⟩",
    ]
    with qtbot.waitSignal(view.talk_requested) as asked:
        lines[1].click()
    assert asked.args == [beside.ref]


@pytest.mark.parametrize(
    "html",
    [
        '<p>a<img src="file:///etc/hostname">b</p>',
        '<p>a<img src="http://127.0.0.1:9/track.png">b</p>',
        '<p>ab</p><link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
        '<p style="background-image: url(file:///etc/hostname)">ab</p>',
    ],
)
def test_nothing_is_loaded_even_if_a_text_was_not_cleaned(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, html: str
) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *args: loaded.append(args))
    pane = TextPane(look)
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    pane.show_text(PageText((html,)))
    pane.show()
    pane.grab()
    assert pane.toPlainText().replace("\ufffc", "") == "ab"
    assert loaded == []


def test_the_text_is_as_high_as_it_is_long(look: Look, qtbot: QtBot) -> None:
    pane = TextPane(look)
    qtbot.addWidget(pane)
    pane.resize(300, 10)
    pane.show_text(PageText(("<p>word </p>" * 30,)))
    pane.show()
    qtbot.waitUntil(lambda: pane.height() >= pane.document().size().height())


# --- in the window --------------------------------------------------------------------------------


def test_a_person_of_a_talk_leads_to_them_in_the_list_of_people(
    window: MainWindow, qtbot: QtBot
) -> None:
    entry = window.shell.talk.entry
    assert entry is not None
    name = entry.people[0].name
    people = page_of(window.shell.talk).people
    people.linkActivated.emit(href_of(people, name))
    settle(qtbot, window)
    assert window.shell.front == "people"
    shown = window.shell.people.people.current_person()
    assert shown is not None
    assert shown.parts.person.name == name
    assert window.shell.people.people.hasFocus()
    window.shell.talk.person_requested.emit(PersonLink("Nobody", "Here"))
    settle(qtbot, window)
    assert window.shell.top_bar.search.text() == "Nobody Here"


def test_formulas_of_the_sample_are_drawn_beside_the_list(window: MainWindow, qtbot: QtBot) -> None:
    ref = EntryRef("sample-2024", EntryKind.CONTRIBUTION, 216)
    window.open_talk(ref)
    settle(qtbot, window)
    pane = page_of(window.shell.talk).text
    assert len(pane.text.formulas) == 3
    assert pane.drawn_count == 3
