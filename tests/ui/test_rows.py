from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.people import PersonLink
from companion.ports.programmes import SearchHit
from companion.services.agenda import Agenda, NowRow, ResultRow
from companion.ui.context import ViewContext, colors_of, starred_overlaps
from companion.ui.marks import query_words
from companion.ui.models.row_model import RowModel
from companion.ui.models.side_model import SideModel, SideRow
from companion.ui.theme import Look
from companion.ui.widgets.row_list import RowList
from companion.ui.words import badges, sentence, speakers_line, talk_title, title_of
from tests.ui.conftest import NOW

MELBOURNE = ZoneInfo("Australia/Melbourne")
SPEAKER = PersonLink("Ada", "Okafor", "CERN", person_id=1)


def entry(ident: int, start: int = 0, length: int = 20, **values: object) -> Entry:
    """A talk that starts so many minutes after now."""
    ref = EntryRef("k", EntryKind.CONTRIBUTION, ident)
    start_dt = NOW + timedelta(minutes=start)
    made = Entry(ref, f"Talk {ident}", start_dt, start_dt + timedelta(minutes=length))
    return replace(made, **{"block_id": 9, "speakers": (SPEAKER,), **values})  # type: ignore[arg-type]  # real fields


def block(start: int, length: int) -> Entry:
    ref = EntryRef("k", EntryKind.BLOCK, 9)
    start_dt = NOW + timedelta(minutes=start)
    end_dt = start_dt + timedelta(minutes=length)
    return Entry(ref, "Theory", start_dt, end_dt, session_title="Theory", block_id=9)


def context(entries: tuple[Entry, ...], now_after: int = 0) -> ViewContext:
    return ViewContext(
        key="k",
        zone=MELBOURNE,
        event_zone=MELBOURNE,
        now=NOW + timedelta(minutes=now_after),
        colors=colors_of(entries),
        overlaps=starred_overlaps(entries),
    )


def rows(entries: tuple[Entry, ...], now_after: int = 0) -> tuple[object, ...]:
    shown = context(entries, now_after)
    agenda = Agenda(entries, MELBOURNE)
    return agenda.rows(agenda.days[0], shown.now, shown.overlaps)


ENTRIES = (block(-30, 120), *(entry(n, 20 * n - 30) for n in range(5)))


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = RowModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows(ENTRIES), context(ENTRIES))  # type: ignore[arg-type]  # rows
    model.set_rows(rows(ENTRIES, 40), context(ENTRIES, 40))  # type: ignore[arg-type]  # as above
    model.set_rows(rows(ENTRIES[:3]), context(ENTRIES))  # type: ignore[arg-type]  # as above
    model.set_rows((), context(()))
    tester.deleteLater()


def test_the_side_model_keeps_the_rules_of_qt(qtbot: QtBot) -> None:
    model = SideModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.set_rows((SideRow("a", "A"), SideRow("b", "B")))
    assert not model.set_rows((SideRow("a", "A"), SideRow("b", "B")))
    assert model.set_rows((SideRow("a", "A", "more"), SideRow("b", "B")))
    assert model.place_of("b") == 1
    tester.deleteLater()


@pytest.fixture
def show(look: Look, qtbot: QtBot) -> Callable[..., RowList]:
    def show_list(
        entries: tuple[Entry, ...] = ENTRIES, size: tuple[int, int] = (460, 500)
    ) -> RowList:
        made = RowList(look)
        qtbot.addWidget(made)
        made.resize(*size)
        made.set_rows(rows(entries), context(entries))  # type: ignore[arg-type]  # rows
        made.show()
        return made

    return show_list


def test_the_line_of_now_moves_without_losing_the_place(show: Callable[..., RowList]) -> None:
    shown = show()
    shown.select(EntryRef("k", EntryKind.CONTRIBUTION, 3))
    before = shown.row_model.now_row()
    resets: list[int] = []
    shown.row_model.modelReset.connect(lambda: resets.append(1))
    shown.set_rows(rows(ENTRIES, 25), context(ENTRIES, 25))  # type: ignore[arg-type]  # rows
    assert shown.row_model.now_row() > before
    assert shown.current_ref() == EntryRef("k", EntryKind.CONTRIBUTION, 3)
    assert not resets
    assert sum(isinstance(row, NowRow) for row in shown.row_model.rows) == 1


def test_a_click_on_the_star_asks_for_it_and_selects_nothing(
    show: Callable[..., RowList], qtbot: QtBot
) -> None:
    shown = show()
    index = shown.row_model.index(shown.row_model.row_of(ENTRIES[1].ref))
    star = shown.row_delegate.star_rect(shown.visualRect(index)).center()
    with qtbot.waitSignal(shown.star_requested) as asked:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert asked.args == [(ENTRIES[1].ref,), Star.STARRED]
    assert shown.current_ref() is None


def test_arrows_go_from_talk_to_talk_and_enter_opens(
    show: Callable[..., RowList], qtbot: QtBot
) -> None:
    shown = show()
    shown.select_first()
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current_ref() == ENTRIES[3].ref
    with qtbot.waitSignal(shown.talk_opened) as opened:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert opened.args == [ENTRIES[3].ref]


def test_the_header_of_a_block_sticks_to_the_top(show: Callable[..., RowList]) -> None:
    shown = show(size=(460, 160))
    assert shown.stuck_header() is None
    shown.verticalScrollBar().setValue(60)
    stuck = shown.stuck_header()
    assert stuck is not None
    assert stuck[0].block == ENTRIES[0]
    assert stuck[1].top() == 0
    shown.grab()


def test_a_talk_brought_in_sight_is_not_under_the_header(show: Callable[..., RowList]) -> None:
    shown = show(size=(460, 160))
    shown.verticalScrollBar().setValue(200)
    shown.select(ENTRIES[2].ref)
    top = shown.visualRect(shown.currentIndex()).top()
    assert top >= shown.row_delegate.ink.metrics.header_height


def test_long_titles_take_two_lines_and_the_rest_is_a_tooltip(
    show: Callable[..., RowList],
) -> None:
    long = (replace(entry(1), title="barren plateaus " * 15),)
    shown, short = show(long), show((entry(1),))

    def height(of: RowList) -> int:
        return of.row_delegate.height_of(of.row_model.rows[0], 440)

    assert height(shown) - height(short) == pytest.approx(18, abs=2)
    lines = shown.row_delegate.ink.metrics.title.lines(title_of(long[0].title), 300)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_emoji_and_chinese_break_without_being_cut_apart(show: Callable[..., RowList]) -> None:
    measure = show().row_delegate.ink.metrics.title
    title = "🐈👩‍🔬 量子机器学习中的贫瘠高原" * 3
    lines = measure.lines(title, 200)
    assert title.startswith(lines[0].rstrip("…"))
    assert "\ufffd" not in "".join(lines)


def test_a_row_reads_as_a_sentence() -> None:
    talk = entry(1, -10, room_name="Aula", star=Star.STARRED, has_materials=True)
    shown = rows((block(-30, 120), talk))
    said = sentence(shown[1], context((talk,)))  # type: ignore[arg-type]  # a row
    assert said == (
        "10:28\u2009–\u200910:48, Talk 1, by Ada Okafor · CERN, Aula, "
        "running now, materials, starred"
    )


def test_badges_say_what_needs_a_decision() -> None:
    one = entry(1, 10, 30, star=Star.STARRED)
    two = entry(2, 28, 30, star=Star.STARRED, block_id=None, changed_dt=NOW)
    entries = (block(-30, 120), one, two)
    shown = [row for row in rows(entries) if getattr(row, "overlaps", ())]
    words = badges(shown[1], context(entries))  # type: ignore[arg-type]  # a talk's row
    assert words == (("changed just now", False), ("overlaps 12 min with “Talk 1”", True))


def test_a_talk_that_was_withdrawn_says_so() -> None:
    gone = entry(1, 10, star=Star.STARRED, state=EntryState.WITHDRAWN)
    shown = rows((block(-30, 120), gone))
    words = [text for text, _ in badges(shown[-1], context((gone,)))]  # type: ignore[arg-type]  # as above
    assert words == ["no longer in the programme"]


def test_titles_show_no_latex_and_posters_name_their_authors() -> None:
    assert title_of(r"Learning $|\psi\rangle$") == "Learning |ψ⟩"
    assert speakers_line(entry(1, speakers=(), authors=(SPEAKER,))) == "Ada Okafor · CERN"


def test_painting_every_kind_of_row_leaves_no_warning(show: Callable[..., RowList]) -> None:
    entries = (
        *ENTRIES,
        entry(20, 5, is_poster=True, board_number="7", star=Star.TENTATIVE),
        replace(entry(21), ref=EntryRef("k", EntryKind.BREAK, 1), block_id=None),
        entry(22, 30, block_id=None, state=EntryState.WITHDRAWN, star=Star.STARRED),
    )
    shown = show(entries)
    shown.setFocus()
    assert not shown.grab().isNull()
    assert shown.indexAt(QPoint(10, 10)).isValid()


def test_the_scroll_bar_is_seen_where_there_is_something_to_scroll(
    show: Callable[..., RowList], look: Look
) -> None:
    shown, widths = show(size=(460, 1500)), set()
    bar = shown.verticalScrollBar()
    for height, is_seen in ((1500, False), (300, True)):
        shown.resize(460, height)
        QApplication.processEvents()
        widths.add(shown.viewport().width())
        ink = bar.grab().toImage().pixelColor(bar.width() // 2, 20).name()
        assert (bar.maximum() > 0, ink == look.tokens.outline) == (is_seen, is_seen)
    assert len(widths) == 1


@pytest.mark.parametrize("title", ["", "  ", "\u200b", "\u200e \n"])
def test_a_talk_without_a_title_can_be_seen_and_is_said(
    show: Callable[..., RowList], title: str
) -> None:
    assert talk_title(title) == "Untitled"
    entries = (block(-30, 120), entry(1, title=title))
    shown = show(entries)
    said = shown.row_model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Untitled" in said


def test_a_match_in_arabic_is_marked_where_it_is_written(
    show: Callable[..., RowList], look: Look
) -> None:
    shown = show()
    title = "مقدمة في التعلم الآلي الكمي"
    ref = EntryRef("k", EntryKind.CONTRIBUTION, 1)
    hit = SearchHit(ref, title, "", "title", NOW)
    shown.set_rows((ResultRow(hit, query_words("مقدمة"), MELBOURNE),), context(()))
    metrics = shown.row_delegate.ink.metrics
    picture = shown.viewport().grab().toImage()
    left, width = metrics.title_left, round(metrics.title.width(title))
    marked = [
        x for x in range(left, left + width) if picture.pixelColor(x, 12).name() == look.tokens.mark
    ]
    assert marked
    assert min(marked) > left + width // 2  # the first word stands at the right
