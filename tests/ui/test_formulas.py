"""Formulas in the text of a talk, and texts that mean harm, through the widgets that show them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.cli.render import Picture
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.errors import CannotReadFile
from companion.services.programme import TalkDetail
from companion.text.page import page_text
from companion.ui.context import ViewContext
from companion.ui.control.formulas import FormulaDrawer
from companion.ui.control.reading import Reading, ReadyTalk
from companion.ui.formulas.sheet import drawn, formulas_in, formulas_of, summary
from companion.ui.render import render
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.talk_page import TalkPage
from companion.ui.views.talk_view import TalkView
from companion.ui.views.text_pane import TextPane
from tests.support.programmes import make_contribution, make_event

ENTRY = Entry(EntryRef("k", EntryKind.CONTRIBUTION, 1), "Talk")


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


class Shown:
    """A pane whose formulas are drawn."""

    def __init__(self, look: Look, runner: TaskRunner, qtbot: QtBot) -> None:
        self.pane = TextPane(look)
        qtbot.addWidget(self.pane)
        self.pane.set_drawer(FormulaDrawer(runner))
        self.pane.resize(500, 300)
        self.pane.show()
        self._runner, self._qtbot = runner, qtbot

    def text(self, raw: str) -> TextPane:
        self.pane.show_text(page_text(raw))
        self._qtbot.waitUntil(lambda: not self._runner.is_busy)
        return self.pane

    def image(self, raw: str) -> QImage:
        return self.text(raw).grab().toImage()


@pytest.fixture
def shown(look: Look, runner: TaskRunner, qtbot: QtBot) -> Shown:
    return Shown(look, runner, qtbot)


def rows_with_ink(image: QImage, left: int, right: int) -> list[int]:
    """Where anything dark is, between two columns."""
    return [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 110 for x in range(left, right))
    ]


def ends(pane: TextPane) -> list[int]:
    """The x of the right end of each character."""
    cursor, found = QTextCursor(pane.document()), []
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        found.append(pane.cursorRect(cursor).left())
    return found


@pytest.mark.parametrize("source", ["H", "x_2", "\\frac{a}{b}H", "\\sum_i^n H"])
def test_formulas_stand_on_the_baseline_of_the_words(shown: Shown, source: str) -> None:
    pane = shown.text(f"H ${source}$ H $H$ H")
    image, at = pane.grab().toImage(), ends(pane)
    words = rows_with_ink(image, 0, at[0])
    drawn = rows_with_ink(image, at[5] + 1, at[6])
    assert words
    assert abs(words[-1] - drawn[-1]) <= 1


def test_they_are_words_until_drawn_and_ink_afterwards(
    look: Look, runner: TaskRunner, qtbot: QtBot
) -> None:
    pane, alike = TextPane(look), TextPane(look)
    for one, raw in ((pane, "word $xy$"), (alike, "word xy")):
        qtbot.addWidget(one)
        one.resize(300, 200)
        one.show()
        one.show_text(page_text(raw))
    in_words = pane.grab().toImage()
    assert in_words == alike.grab().toImage()
    pane.set_drawer(FormulaDrawer(runner))
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert pane.grab().toImage() != in_words
    pane.show_text(page_text("again $xy$, and $\\ket{\\psi}$"))
    assert pane.accessibleDescription() == "again xy, and |ψ⟩"


def test_they_take_the_colours_of_the_theme_and_the_size_of_the_text(
    shown: Shown, look: Look
) -> None:
    pane = shown.text("$M M M$")
    small = ends(pane)[0]
    assert _darkest(pane) < 60
    look.set_theme("dark")
    assert _lightest(pane) > 200
    look.set_scale(2.0)
    assert ends(pane)[0] == pytest.approx(2 * small, abs=3)


def _darkest(pane: TextPane) -> int:
    return min(color.lightness() for color in _colors(pane))


def _lightest(pane: TextPane) -> int:
    return max(color.lightness() for color in _colors(pane))


def _colors(pane: TextPane) -> list[QColor]:
    image = pane.viewport().grab().toImage()
    return [image.pixelColor(x, y) for x in range(2, 40) for y in range(2, min(20, image.height()))]


def test_a_selected_formula_is_seen_on_the_colour_of_the_selection(shown: Shown) -> None:
    pane = shown.text("$M M M$")
    pane.selectAll()
    ground = pane.palette().highlight().color()
    image = pane.viewport().grab().toImage()
    seen = [image.pixelColor(x, y) for x in range(4, 40) for y in range(2, 20)]
    assert ground in seen
    assert any(abs(color.lightness() - ground.lightness()) > 60 for color in seen)


def test_no_line_begins_with_the_comma_behind_a_formula(shown: Shown) -> None:
    pane = shown.text("word " * 3 + "(word ($x$), of $d$-dimensional $n$th, or [$y$].")
    assert pane.toPlainText() == "word " * 3 + "(word \ufffc of \ufffcdimensional \ufffc or \ufffc"
    assert pane.accessibleDescription().endswith("(x), of d-dimensional nth, or [y].")
    for width in range(120, 420, 4):
        pane.resize(width, 300)
        block = pane.document().begin()
        starts = [block.layout().lineAt(n).textStart() for n in range(block.layout().lineCount())]
        assert not {block.text()[start] for start in starts} & set(",.)-t")
    pane.selectAll()
    pane.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("(word ($x$), of $d$-dimensional $n$th, or [$y$].")


def test_signs_beside_a_formula_are_drawn_with_it(shown: Shown) -> None:
    assert ends(shown.text("$x$,"))[0] > ends(shown.text("$x$"))[0] + 2
    assert shown.text("($\\def\\x{1}$),").toPlainText() == "(\\def\\x{1}),"


def test_what_is_copied_is_what_was_typed(shown: Shown) -> None:
    pane = shown.text("Let $\\ket{\\psi}$ be\n\n$$x=1$$\n\n\\begin{align}a\\end{align}")
    pane.selectAll()
    pane.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied == "Let $\\ket{\\psi}$ be\n$$x=1$$\n\\begin{align}a\\end{align}"


def test_what_cannot_be_drawn_is_its_source(shown: Shown) -> None:
    pane = shown.text("a $\\def\\x{<1>}$ b $y$")
    assert pane.toPlainText() == "a \\def\\x{<1>} b \ufffc"
    assert "font-family" in pane.toHtml().partition("\\def")[0].rpartition("<span")[2]


def test_a_wide_formula_shrinks_and_a_wider_one_is_scrolled(shown: Shown) -> None:
    pane = shown.text("$" + "x+" * 22 + "x$")
    assert pane.document().size().width() <= pane.width()
    assert pane.horizontalScrollBar().maximum() == 0
    pane = shown.text("words first\n\n$" + "x+" * 60 + "x$")
    assert pane.horizontalScrollBar().maximum() > 0
    assert pane.viewport().height() >= pane.document().size().height()


def test_displayed_formulas_are_centred_on_lines_of_their_own(shown: Shown) -> None:
    pane = shown.text("before $$x=1$$ after")
    lines = [pane.document().findBlockByNumber(n) for n in range(pane.document().blockCount())]
    assert [block.text().strip() for block in lines] == ["before", "\ufffc", "after"]
    cursor = QTextCursor(lines[1])
    left = pane.cursorRect(cursor).left()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    assert left + pane.cursorRect(cursor).left() == pytest.approx(pane.viewport().width(), abs=3)


def test_another_text_forgets_what_was_to_be_drawn(shown: Shown, qtbot: QtBot) -> None:
    many = " ".join(f"$a_{{{number}}}$" for number in range(200))
    shown.pane.show_text(page_text(many))
    pane = shown.text("now $z$")
    assert pane.toPlainText() == "now \ufffc"


# --- texts that mean harm ----------------------------------------------------------------------


class Reader:
    """A talk's page that reads texts as the window does, with a heart that beats."""

    def __init__(self, look: Look, runner: TaskRunner, qtbot: QtBot) -> None:
        self._raw, self._runner, self._qtbot = "", runner, qtbot
        self.view = TalkView(look)
        qtbot.addWidget(self.view)
        self.view.resize(600, 700)
        self.view.show()
        programme = SimpleNamespace(talk=self._talk)
        self._reading = Reading(SimpleNamespace(programme=programme), runner)  # type: ignore[arg-type]
        self._reading.ready.connect(self._on_ready)
        self._beat = QTimer(self.view)
        self._beat.setInterval(0)
        self._beat.timeout.connect(self._on_beat)
        self.worst_s, self._last = 0.0, 0.0
        self.view.show_entry(ENTRY, (ENTRY,), ViewContext(key="k"))
        self.page.text.set_drawer(FormulaDrawer(runner))

    @property
    def page(self) -> TalkPage:
        assert self.view.page is not None
        return self.view.page

    def _talk(self, _ref: EntryRef) -> TalkDetail:
        return TalkDetail(ENTRY, make_contribution(1, description=self._raw), make_event(), "")

    def _on_ready(self, ready: ReadyTalk) -> None:
        self.view.show_detail(ready.detail, ready.text)

    def _on_beat(self) -> None:
        now = perf_counter()
        self.worst_s, self._last = max(self.worst_s, now - self._last), now

    def read(self, raw: str) -> None:
        self._raw, self.worst_s, self._last = raw, 0.0, perf_counter()
        self._beat.start()
        self._reading.read(ENTRY.ref)
        self._qtbot.waitUntil(lambda: not self._runner.is_busy, timeout=20_000)
        if self.page.text.is_cut:
            self.page.rest.click()
            self._qtbot.waitUntil(lambda: not self.page.text.is_growing)
        self._beat.stop()


@pytest.fixture
def reader(look: Look, runner: TaskRunner, qtbot: QtBot) -> Reader:
    made = Reader(look, runner, qtbot)
    made.read("warm $x$")
    return made


_MB = 1_000_000
HOSTILE = {
    "ten megabytes": ("word " * 2 * _MB, "word word"),
    "one word of ten megabytes": ("x" * 10 * _MB, "xxxx"),
    "a picture of ten megabytes": (
        f'<p>a<img src="data:image/png;base64,{"A" * 10 * _MB}"></p><p>after</p>',
        "after",
    ),
    "nested elements": ("<div>" * 10_000 + "end", "end"),
    "nested tables": ("<table><tr><td>" * 10_000 + "end", "end"),
    "nested marks": ("<b>" * 10_000 + "end" + "</b>" * 10_000, "end"),
    "nested quotes": ("> " * 10_000 + "end", "end"),
    "a wide table": ("|" + "a|" * 500 + "\n|" + "-|" * 500 + "\n" + "|b" * 15_000, "b"),
    "unbalanced dollars": ("a $b " * 100_000, "a $b a $b"),
    "nothing but dollars": ("$" * 10 * _MB, "$$$"),
    "formulas without end": (" ".join(f"$x_{{{n}}}$" for n in range(6_000)), "\ufffc"),
    "a formula without end": ("$$" + "+".join(f"x_{{{n}}}" for n in range(400)) + "$$", "x_{0}"),
    "a deep formula": ("$" + "\\frac{a}{" * 24 + "b" + "}" * 24 + "$", ""),
    "brackets": ("[" * 100_000, "[[["),
    "entities": ("<p>" + "&lt;" * 100_000, "<<<"),
}
_LIMIT_S = 0.1
_ATTEMPTS = 8


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_stalls_the_window_and_each_can_be_read(reader: Reader, name: str) -> None:
    raw, readable = HOSTILE[name]
    worst = []
    # Another process may have the processor just then; it does not have it each time.
    while len(worst) < _ATTEMPTS and min(worst, default=1) > _LIMIT_S:
        reader.read(raw)
        worst.append(reader.worst_s)
    assert readable in reader.page.text.toPlainText()
    assert min(worst) <= _LIMIT_S


def test_a_long_text_is_shown_in_part_until_asked_for(reader: Reader, qtbot: QtBot) -> None:
    page, words = reader.page, page_text("word " * 5_000)
    detail = replace(reader._talk(ENTRY.ref))
    reader.view.show_detail(detail, words)
    first = len(page.text.toPlainText())
    assert page.rest.isVisible()
    page.rest.click()
    qtbot.waitUntil(lambda: not page.text.is_growing)
    assert not page.rest.isVisible()
    assert len(page.text.toPlainText()) > 2 * first
    assert page.text.toPlainText().split() == ["word"] * 5_000


@pytest.mark.parametrize(
    "raw",
    [
        "<script>fetch('http://127.0.0.1:9/')</script><p>ab</p>",
        '<p>a<img src="http://127.0.0.1:9/x.png">b</p>',
        '<p>a<img src="file:///etc/hostname">b</p>',
        "a![](file:///etc/hostname)b",
        '<p style="background: url(http://127.0.0.1:9/x)">ab</p>',
        "<style>@import url(file:///etc/hostname)</style><p>ab</p>",
        '<p>ab<link rel="stylesheet" href="http://127.0.0.1:9/x.css"></p>',
        '<p>a<a href="javascript:alert(1)">b</a></p>',
        "a[b](javascript:alert(1))",
        "a[b](file:///etc/hostname)",
        '<p>ab<img src="formula:0"></p>',
    ],
)
def test_nothing_is_loaded_and_no_link_leads_astray(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, raw: str
) -> None:
    loaded: list[object] = []
    monkeypatch.setattr(QTextDocument, "loadResource", lambda *args: loaded.append(args))
    reader.read(raw)
    pane = reader.page.text
    pane.grab()
    assert pane.toPlainText().replace("[image]", "").strip() == "ab"
    assert loaded == []
    html = pane.toHtml()
    assert "javascript" not in html
    assert "file:" not in html
    assert "127.0.0.1" not in html


# --- the contact sheet -------------------------------------------------------------------------


def test_a_sheet_shows_every_formula_of_the_programmes_stored(
    services: Companion, tmp_path: Path, look: Look
) -> None:
    del look
    target = tmp_path / "sheet.png"
    width, height = render(Picture("formulas", target, (900, 600)), services)
    image = QImage(str(target))
    assert (image.width(), image.height()) == (width, height)
    assert width == 900
    samples = drawn(formulas_of(services, None))
    assert len(samples) == 60
    assert all(sample.ink for sample in samples)
    assert summary(samples).startswith("60 formulas, 60 drawn; median ")
    assert height > len(samples) / 2 * 60


def test_a_sheet_of_a_file_says_what_could_not_be_drawn(
    services: Companion, tmp_path: Path, look: Look
) -> None:
    del look
    source, target = tmp_path / "shapes.txt", tmp_path / "sheet.png"
    source.write_text("# mine\n$x$\n$\\def\\x{y}$ and $x$\n")
    assert summary(drawn(formulas_in(source))).startswith("2 formulas, 1 drawn")
    render(Picture("formulas", target, shapes=source), services)
    assert rows_with_ink(QImage(str(target)), 16, 200)
    with pytest.raises(CannotReadFile):
        render(Picture("formulas", target, shapes=tmp_path / "none.txt"), services)
