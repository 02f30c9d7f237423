"""The series in the window, over both samples: glance, map, comparison, follow-ups, from afar."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.series.followups import Confidence
from companion.domain.series.glance import Fact, SeriesState
from companion.domain.series.map import Place
from companion.domain.series.matching import Certainty
from companion.domain.series.remote import Verdict
from companion.ui.context import ViewContext
from companion.ui.series.compare_parts import ORGANISATIONS, PEOPLE, SIZES, TOPICS
from companion.ui.series.compare_rows import APART, SAME
from companion.ui.series.compare_view import CompareView
from companion.ui.series.followups_part import FollowUpsPart
from companion.ui.series.pages import COMPARE, GLANCE, REMOTE, VIEWS, SeriesPages
from companion.ui.series.person_choice import PersonChoice
from companion.ui.series.remote_choices import AFAR, SITE
from companion.ui.series.remote_view import RemotePlanView
from companion.ui.series.series_view import SeriesView
from companion.ui.series.talks_panel import Behind
from companion.ui.series.words import countdown_words, fact_words, next_words, source_words
from companion.ui.series.world_map import Stop, WorldMap, drawn_land, label_box
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.talk_parts import TalkLine
from tests.ui.conftest import NOW

MELBOURNE, ZURICH = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/Zurich")
CONTEXT = ViewContext(
    key="sample-2024", zone=MELBOURNE, event_zone=MELBOURNE, reader_zone=ZURICH, now=NOW
)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


def settle(qtbot: QtBot, runner: TaskRunner) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not runner.is_busy)
        qtbot.wait(1)


def opened(qtbot: QtBot, runner: TaskRunner, view: QWidget) -> None:
    qtbot.addWidget(view)
    view.resize(1060, 720)
    view.show()
    settle(qtbot, runner)


# --- at a glance ---------------------------------------------------------------------------------


@pytest.fixture
def glance(look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot) -> SeriesView:
    view = SeriesView(look, services, runner)
    view.set_context(CONTEXT)
    opened(qtbot, runner, view)
    return view


def test_all_editions_stand_on_one_line(glance: SeriesView, services: Companion) -> None:
    years = [stop.item.year for stop in glance.line.stops if not stop.item.is_sample]
    assert years == list(range(2017, 2027))
    words = "Now: QTML 2024 in Melbourne. There it is Tue 26 Nov 10:38."
    assert glance.sentence.text() == words
    ahead = [item for item in services.series.glance() if item.state is not SeriesState.RUNNING]
    assert next_words(ahead).startswith("Next: QTML 2025 in Singapore, ")
    assert next_words(()) == "The next edition is not known yet."
    assert all(stop.accessibleName() for stop in glance.line.stops)


def test_every_fact_shows_its_source_and_what_is_unknown_says_so(glance: SeriesView) -> None:
    glance.choose("qtml2022")
    texts = glance.facts.texts()
    assert "City: Naples (unverified)" in texts
    assert any(text.startswith("Time there now: ") for text in texts)
    assert any("blog" in item.text() for item in glance.facts.sources.items)  # type: ignore[attr-defined]  # labels
    glance.choose("qtml2020")
    texts = glance.facts.texts()
    assert "City: not known" in texts
    assert "Clocks there: not known" in texts


def test_hours_are_not_counted_to_a_midnight_that_starts_nothing(services: Companion) -> None:
    eve = datetime(2024, 11, 24, 12, tzinfo=UTC)  # 23:00 in Melbourne
    services.clock = lambda: eve
    items = services.series.glance()
    assert next_words(items) == "Next: QTML 2024 in Melbourne, tomorrow."
    sample = next(item for item in items if item.key == "sample-2024")
    assert countdown_words(sample) == "in 9 h"


def test_a_stop_is_chosen_by_mouse_and_by_arrow_keys(glance: SeriesView, qtbot: QtBot) -> None:
    first, second = glance.line.stops[:2]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert glance.key == first.item.key
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert glance.key == second.item.key
    assert second.isChecked()


def test_the_chosen_stop_is_in_sight_in_a_narrow_window(
    look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    view = SeriesView(look, services, runner)
    view.set_context(CONTEXT)
    opened(qtbot, runner, view)
    view.choose("sample-2024")
    settle(qtbot, runner)
    view.resize(560, 600)
    stop = view.line.stops[-1]
    port = view.line.viewport()
    qtbot.waitUntil(lambda: stop.mapTo(port, QPoint(stop.width(), 0)).x() <= port.width())


def test_a_downloaded_edition_can_be_opened(glance: SeriesView, qtbot: QtBot) -> None:
    glance.choose("sample-2023")
    assert glance.facts.title.text().startswith("Sample: ")
    assert not glance.facts.links.isVisible()
    with qtbot.waitSignal(glance.edition_chosen) as chosen:
        qtbot.mouseClick(glance.facts.open, Qt.MouseButton.LeftButton)
    assert chosen.args == ["sample-2023"]
    glance.choose("qtml2019")
    assert not glance.facts.open.isVisible()
    assert glance.facts.links.isVisible()


def test_the_map_says_the_way_in_words(glance: SeriesView) -> None:
    words = glance.map.accessibleDescription()
    assert words.index("Geneva 2023") < words.index("Melbourne 2024") < words.index("Singapore")
    assert "QTML 2020" in glance.aside.text()


def test_facts_below_the_map_in_a_narrow_window(glance: SeriesView, qtbot: QtBot) -> None:
    assert glance.facts.mapTo(glance, QPointF()).x() > glance.map.width()
    glance.resize(560, 720)
    qtbot.waitUntil(lambda: glance.facts.y() > glance.map.y() + glance.map.height() / 2)


def test_labels_of_near_cities_never_overlap() -> None:
    area, size = QRectF(0, 0, 640, 300), QSize(90, 15)
    dots = [QPointF(320 + 9 * step, 100 + 6 * step) for step in range(4)]
    taken = [QRectF(dot.x() - 8, dot.y() - 8, 16, 16) for dot in dots]
    boxes = []
    for dot in dots:
        box, _ = label_box(dot, size, taken, area)
        taken.append(box)
        boxes.append(box)
    assert all(area.contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))


def test_the_map_is_drawn_in_both_themes(look: Look, qtbot: QtBot) -> None:
    shown = WorldMap(look)
    qtbot.addWidget(shown)
    shown.resize(600, 300)
    empty = shown.grab().toImage()
    shown.set_land(drawn_land([[Place(0, 0), Place(60, 0), Place(60, 40)]]))
    shown.set_stops(
        [Stop("A", (2017,), Place(10, 45), ("a",)), Stop("B", (2018,), Place(170, 0), ())]
    )
    light = shown.grab().toImage()
    assert light != empty
    look.set_theme("dark")
    assert shown.grab().toImage() != light


def test_facts_in_words() -> None:
    assert fact_words(Fact()) == "not known"
    assert source_words(Fact()) == "no source says so"
    assert fact_words(Fact("Verona", "a blog")) == "Verona (unverified)"
    assert source_words(Fact("Verona", "a blog")) == "source: a blog"


# --- comparison ----------------------------------------------------------------------------------


@pytest.fixture
def compare(look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot) -> CompareView:
    view = CompareView(look, services, runner)
    opened(qtbot, runner, view)
    return view


def test_both_samples_are_compared_by_default(compare: CompareView) -> None:
    assert compare.pair == ("sample-2023", "sample-2024")
    QAbstractItemModelTester(compare.parts.people.rich_model)
    QAbstractItemModelTester(compare.parts.topics.table_model)
    heads = [row.sentence for row in compare.parts.people.rich_model.rows if row.is_header]
    assert [head.rsplit(",", 1)[0] for head in heads] == [
        "Came back: certain",
        "Came back: likely",
        "Perhaps came back: doubtful",
        "New people",
        "Not in the later edition",
    ]


def test_a_person_leads_to_the_talks_then_and_now(compare: CompareView, qtbot: QtBot) -> None:
    compare.parts.people.select_first()
    behind = compare.panel.behind
    assert behind is not None
    assert "Certain: " in behind.lines[2]
    lines = compare.panel.findChildren(TalkLine)
    assert {line.entry.ref for line in lines} == {*behind.then, *behind.now}
    with qtbot.waitSignal(compare.talk_opened) as shown:
        qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert shown.args == [lines[0].entry.ref]


def choose_match(compare: CompareView, certainty: Certainty) -> tuple[object, ...]:
    assert compare.found is not None
    match = next(item for item in compare.found.returning if item.certainty is certainty)
    value = ("match", match.old.key, match.new.key)
    choose_row(compare, value)
    return value


def choose_row(compare: CompareView, value: tuple[object, ...]) -> None:
    rows = compare.parts.people.rich_model.rows
    place = next(i for i, row in enumerate(rows) if row.value == value)
    compare.parts.people.setCurrentIndex(compare.parts.people.rich_model.index(place))


def certainty_of(compare: CompareView, value: tuple[object, ...]) -> Certainty | None:
    assert compare.found is not None
    for match in compare.found.returning:
        if (match.old.key, match.new.key) == value[1:]:
            return match.certainty
    return None


@pytest.mark.parametrize(("name", "after"), [(SAME, Certainty.CERTAIN), (APART, None)])
def test_a_doubtful_person_is_merged_or_parted_by_hand_and_back(
    compare: CompareView, runner: TaskRunner, qtbot: QtBot, name: str, after: Certainty | None
) -> None:
    value = choose_match(compare, Certainty.DOUBTFUL)
    place = 0 if name == SAME else 1
    qtbot.mouseClick(compare.panel.buttons[place], Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert certainty_of(compare, value) is after
    assert compare.undo_button.isVisible()
    qtbot.mouseClick(compare.undo_button, Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert certainty_of(compare, value) is Certainty.DOUBTFUL
    assert not compare.undo_button.isVisible()


def test_whoever_has_another_name_now_is_merged_by_hand_and_back(
    compare: CompareView, runner: TaskRunner, qtbot: QtBot
) -> None:
    assert compare.found is not None
    old, new = compare.found.gone[0], compare.found.new[0]
    choose_row(compare, ("new", new.key))
    (button,) = compare.panel.buttons
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = next(child for child in compare.children() if isinstance(child, PersonChoice))
    dialog.accept()
    assert dialog.isVisible(), "nobody is proposed who has nothing of the name"
    qtbot.keyClicks(dialog.filter, "nobody of that name")
    dialog.accept()
    assert dialog.isVisible()
    dialog.filter.setText(old.name)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    settle(qtbot, runner)
    assert certainty_of(compare, ("match", old.key, new.key)) is Certainty.CERTAIN
    qtbot.mouseClick(compare.undo_button, Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert certainty_of(compare, ("match", old.key, new.key)) is None


def test_who_was_parted_is_found_first_and_merged_again(
    compare: CompareView, runner: TaskRunner, qtbot: QtBot
) -> None:
    _, old, new = value = choose_match(compare, Certainty.CERTAIN)
    qtbot.mouseClick(compare.panel.buttons[0], Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    choose_row(compare, ("gone", old))
    qtbot.mouseClick(compare.panel.buttons[0], Qt.MouseButton.LeftButton)
    dialog = next(child for child in compare.children() if isinstance(child, PersonChoice))
    assert dialog.list.currentIndex().data(Qt.ItemDataRole.UserRole).key == new
    dialog.accept()
    settle(qtbot, runner)
    assert certainty_of(compare, value) is Certainty.CERTAIN


def test_hundreds_of_talks_are_shown_in_steps(compare: CompareView, qtbot: QtBot) -> None:
    refs = tuple(ref for ref in compare.compared.programmes.entries if "2024" in ref.edition_key)
    compare.panel.show_behind(Behind("Everybody", now=refs), compare.compared.programmes)
    lines = compare.panel.now.items
    assert len(lines) == 31
    more = lines[-1]
    assert isinstance(more, QAbstractButton)
    assert more.text() == f"{len(refs) - 30} more talks"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(compare.panel.now.items) == 91


def test_one_edition_twice_asks_for_two(
    compare: CompareView, runner: TaskRunner, qtbot: QtBot
) -> None:
    compare.compare("sample-2024", "sample-2024")
    settle(qtbot, runner)
    assert compare.empty.text().startswith("Choose two different editions")
    assert compare.old.isVisible()


def test_organisations_topics_and_sizes_lead_to_talks_and_numbers(compare: CompareView) -> None:
    found = compare.found
    assert found is not None
    compare.show_page(ORGANISATIONS)
    compare.parts.organisations.select_first()
    assert compare.panel.behind is not None
    assert compare.panel.behind.title == found.organisations.both[0].name
    compare.show_page(TOPICS)
    term = compare.parts.topics.table_model.rows[0].value
    assert compare.panel.behind.title == term
    compare.parts.topics.selectRow(1)
    term = compare.parts.topics.table_model.rows[1].value
    topic = next(topic for topic in found.topics if topic.term == term)
    assert compare.panel.behind is not None
    assert compare.panel.behind.now == topic.now
    compare.show_page(SIZES)
    assert not compare.panel.isVisible()
    cells = [row.cells for row in compare.parts.sizes.table_model.rows]
    assert ("Talks", str(found.sizes[0].talks), str(found.sizes[1].talks)) in cells


def test_the_plots_say_their_numbers(compare: CompareView) -> None:
    assert compare.found is not None
    then, now = compare.found.sizes
    compare.show_page("topics")
    compare.show_page("sizes")
    words = compare.parts.size_plot.accessibleDescription()
    assert f"Posters: {then.posters} then, {now.posters} now" in words
    assert len(compare.parts.topic_plot.bars) > 5
    for plot in (compare.parts.size_plot, compare.parts.topic_plot):
        assert not plot.grab().isNull()


def test_the_editions_can_be_chosen(compare: CompareView, runner: TaskRunner, qtbot: QtBot) -> None:
    compare.compare("sample-2024", "sample-2023")
    settle(qtbot, runner)
    assert compare.found is not None
    assert compare.found.old_key == "sample-2024"
    assert compare.old.currentData() == "sample-2024"
    compare.compare("sample-2024", "sample-2024")
    settle(qtbot, runner)
    assert compare.empty.isVisible()


def test_one_programme_is_nothing_to_compare(
    look: Look, empty_services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    view = CompareView(look, empty_services, runner)
    opened(qtbot, runner, view)
    assert "Two programmes are needed" in view.empty.text()
    assert not view.old.isVisible()


# --- follow-ups ----------------------------------------------------------------------------------


@pytest.fixture
def followed(services: Companion) -> EntryRef:
    """A talk of the later sample that carries on one of the earlier."""
    pairs = services.follow_ups.between("sample-2023", "sample-2024")
    return next(item.newer.ref for item in pairs if item.confidence is Confidence.VERY_LIKELY)


@pytest.fixture
def part(
    look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot, followed: EntryRef
) -> FollowUpsPart:
    made = FollowUpsPart(look, services, runner)
    qtbot.addWidget(made)
    made.show_talk(followed, CONTEXT)
    settle(qtbot, runner)
    return made


def button(part: QWidget, words: str) -> QAbstractButton:
    return next(
        item
        for item in part.findChildren(QAbstractButton)
        if item.isVisible() and item.text() == words
    )


def test_a_follow_up_says_why_and_how_sure(part: FollowUpsPart, qtbot: QtBot) -> None:
    assert part.isVisible()
    (line,) = part.findChildren(TalkLine)
    assert "Sample: QTML 2023" in line.accessibleName()
    labels = [item.text() for item in part.findChildren(QLabel)]
    assert any(text.startswith("Very likely: ") and " in both" in text for text in labels)
    with qtbot.waitSignal(part.talk_requested) as asked:
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert asked.args == [line.entry.ref]


def test_a_follow_up_is_confirmed_dismissed_and_restored(
    part: FollowUpsPart, services: Companion, runner: TaskRunner, qtbot: QtBot, followed: EntryRef
) -> None:
    def now() -> list[Confidence]:
        return [item.confidence for item in services.follow_ups.of_talk(followed)]

    qtbot.mouseClick(button(part, "Confirm"), Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert now() == [Confidence.CONFIRMED]
    qtbot.mouseClick(button(part, "Dismiss"), Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert now() == []
    assert part.isVisible()
    qtbot.mouseClick(button(part, "Undo"), Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert now() == [Confidence.CONFIRMED]


def test_without_a_talk_the_part_is_hidden(
    part: FollowUpsPart, runner: TaskRunner, qtbot: QtBot
) -> None:
    part.show_talk(None)
    settle(qtbot, runner)
    assert not part.isVisible()


# --- from afar -----------------------------------------------------------------------------------


@pytest.fixture
def remote(look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot) -> RemotePlanView:
    view = RemotePlanView(look, services, runner)
    view.choices.zone.setCurrentText("Europe/Zurich")
    view.set_context(CONTEXT)
    opened(qtbot, runner, view)
    return view


def sentences(view: RemotePlanView) -> list[str]:
    return [row.sentence for row in view.list.rich_model.rows if not row.is_header]


def test_each_talk_stands_once_with_both_clocks_and_a_verdict(
    remote: RemotePlanView, services: Companion
) -> None:
    plan = services.remote.plan("sample-2024", "Europe/Zurich", "07:00-23:00")
    refs = [row.ref for row in remote.list.rich_model.rows if row.ref]
    assert refs == [talk.ref for talk in plan]
    zones = remote.choices.zone
    assert zones.currentText() == "Europe/Zurich"
    assert zones.findText("Pacific/Auckland") > zones.findText("Africa/Cairo") >= 0
    first = sentences(remote)[0]
    assert "23:00" in first
    assert "by night" in first
    assert "in Melbourne" in first


def test_other_waking_hours_make_another_plan(
    remote: RemotePlanView, runner: TaskRunner, qtbot: QtBot
) -> None:
    before = remote.summary.text()
    remote.choices.awake_from.setCurrentText("20:00")
    remote.choices.awake_to.setCurrentText("12:00")
    remote.reload()
    settle(qtbot, runner)
    assert remote.reader.awake == "20:00-12:00"
    assert remote.summary.text() != before
    assert "live" in sentences(remote)[0]


def test_a_zone_that_is_none_is_said_in_words(
    remote: RemotePlanView, runner: TaskRunner, qtbot: QtBot
) -> None:
    remote.choices.zone.setCurrentText("Europe/Zuri")
    remote.reload()
    settle(qtbot, runner)
    assert "Europe/Zuri" in remote.empty.text()
    assert not remote.list.isVisible()


def test_verdicts_filter_the_list(remote: RemotePlanView, qtbot: QtBot) -> None:
    for verdict in (Verdict.NIGHT, Verdict.LATER):
        qtbot.mouseClick(remote.verdicts[verdict], Qt.MouseButton.LeftButton)
    assert all("live" in sentence for sentence in sentences(remote))
    qtbot.mouseClick(remote.verdicts[Verdict.LIVE], Qt.MouseButton.LeftButton)
    assert "No talk fits" in remote.empty.text()


def test_one_click_stars_the_plan_and_one_takes_it_back(
    remote: RemotePlanView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    event_id = services.editions.stored("sample-2024").address.event_id
    plan = services.remote.plan("sample-2024", "Europe/Zurich", remote.reader.awake)
    kept = next(talk.ref for talk in plan if talk.verdict is Verdict.NIGHT)
    services.bookmarks.set_star([kept], Star.STARRED)
    with qtbot.waitSignal(remote.stars_changed):
        qtbot.mouseClick(remote.apply_button, Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    stars = {mark.db_id: mark.star for mark in services.database.user.bookmarks(event_id)}
    live = {talk.ref.ident for talk in plan if talk.verdict is Verdict.LIVE}
    later = {talk.ref.ident for talk in plan if talk.verdict is Verdict.LATER}
    starred = {db_id for db_id, star in stars.items() if star is Star.STARRED}
    assert starred == live | {kept.ident}
    assert {db_id for db_id, star in stars.items() if star is Star.TENTATIVE} == later
    qtbot.mouseClick(remote.undo_button, Qt.MouseButton.LeftButton)
    settle(qtbot, runner)
    assert [mark.db_id for mark in services.database.user.bookmarks(event_id)] == [kept.ident]


def test_jet_lag_of_the_first_days_is_told(remote: RemotePlanView) -> None:
    remote.show_place(SITE)
    assert len(sentences(remote)) == 3
    assert "fall into your night at home" in sentences(remote)[0]
    assert not remote.apply_button.isVisible()
    remote.show_place(AFAR)
    assert remote.apply_button.isVisible()


def test_enter_opens_a_talk_of_the_plan(remote: RemotePlanView, qtbot: QtBot) -> None:
    remote.list.select_first()
    with qtbot.waitSignal(remote.talk_opened) as shown:
        qtbot.keyClick(remote.list, Qt.Key.Key_Return)
    assert shown.args == [*remote.selected_refs()]


def test_without_a_programme_there_is_no_plan(
    look: Look, empty_services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    view = RemotePlanView(look, empty_services, runner)
    view.set_context(ViewContext(key="qtml2026"))
    opened(qtbot, runner, view)
    assert "no programme to plan with" in view.empty.text()


# --- all three under one switch ------------------------------------------------------------------


@pytest.fixture
def pages(look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot) -> SeriesPages:
    view = SeriesPages(look, services, runner)
    view.set_context(CONTEXT)
    opened(qtbot, runner, view)
    return view


def test_the_switch_shows_one_of_three(
    pages: SeriesPages, runner: TaskRunner, qtbot: QtBot
) -> None:
    for name in (COMPARE, REMOTE, GLANCE):
        pages.switch.chosen.emit(name)
        settle(qtbot, runner)
        assert pages.page == name
        assert pages.shown.isVisible()
        pages.reload()
        pages.focus_content()
        settle(qtbot, runner)
    assert pages.selected_refs() == ()


def test_nothing_that_takes_the_keyboard_is_nameless(
    pages: SeriesPages, runner: TaskRunner, qtbot: QtBot
) -> None:
    for name in VIEWS:
        pages.show_page(name)
        settle(qtbot, runner)
        for page in (PEOPLE, ORGANISATIONS, TOPICS, SIZES):
            pages.compare.show_page(page)
            for kind in (QAbstractButton, QAbstractItemView, QComboBox):
                for item in pages.findChildren(kind):
                    if item.isVisible() and item.focusPolicy() != Qt.FocusPolicy.NoFocus:
                        assert item.accessibleName() or getattr(item, "text", str)(), item


def test_an_unknown_edition_is_said_and_signals_are_passed_on(
    pages: SeriesPages, runner: TaskRunner, qtbot: QtBot
) -> None:
    pages.show_page(REMOTE)
    settle(qtbot, runner)
    pages.set_context(ViewContext(key="nowhere"))
    qtbot.waitUntil(lambda: "nowhere" in pages.remote.empty.text())
    error = RuntimeError("broken")
    with qtbot.waitSignal(pages.failed) as told:
        pages.compare.failed.emit(error)
    assert told.args == [error]
    ref = EntryRef("sample-2024", EntryKind.CONTRIBUTION, 1)
    with qtbot.waitSignal(pages.talk_opened) as shown:
        pages.compare.talk_opened.emit(ref)
    assert shown.args == [ref]
