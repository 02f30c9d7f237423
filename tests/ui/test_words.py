from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, QUrl

from companion.ui import format as fmt
from companion.ui.i18n import translate, use_language
from companion.ui.links import is_safe
from companion.ui.marks import (
    folded,
    from_mark,
    query_words,
    split_marks,
    utf16_ranges,
    with_gap,
    word_ranges,
)
from companion.ui.panes import Panes, visible_panes

MELBOURNE, ZURICH = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/Zurich")
NINE = datetime(2024, 11, 24, 22, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en", QLocale.c())


def test_times_are_those_of_the_zone_shown() -> None:
    assert fmt.time_text(NINE, MELBOURNE) == "09:00"
    assert fmt.time_text(NINE, ZURICH) == "23:00"


def test_a_range_over_midnight_names_the_other_day() -> None:
    end = NINE + timedelta(hours=2)
    assert fmt.time_range(NINE, end, MELBOURNE) == "09:00\u2009–\u200911:00"
    assert fmt.time_range(NINE, end, ZURICH) == "23:00\u2009–\u2009Mon 25 Nov 01:00"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 11, 25), date(2024, 11, 29), "25–29 Nov"),
        (date(2024, 11, 30), date(2024, 12, 4), "30 Nov – 4 Dec"),
        (date(2024, 11, 30), date(2024, 11, 30), "30 Nov"),
    ],
)
def test_spans_of_days_are_short(first: date, last: date, text: str) -> None:
    assert fmt.day_span(first, last) == text


def test_the_offset_is_said_in_hours_and_minutes() -> None:
    assert fmt.offset_text(NINE, ZURICH, MELBOURNE) == "10 h earlier"
    assert fmt.offset_text(NINE, ZoneInfo("Asia/Kathmandu"), ZURICH) == "4 h 45 min later"
    assert not fmt.offset_text(NINE, ZURICH, ZoneInfo("Europe/Paris"))


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "just now"), (12, "12 min ago"), (180, "3 h ago"), (60 * 24 * 5, "5 days ago")],
)
def test_ages_are_rounded(minutes: int, text: str) -> None:
    assert fmt.ago_text(NINE - timedelta(minutes=minutes), NINE) == text


def test_plurals_are_resolved_in_english() -> None:
    assert translate("Any", "%n talk(s)", "", 1) == "1 talk"
    assert translate("Any", "%n talk(s)", "", 2) == "2 talks"


def test_typed_words_are_found_whatever_their_accents() -> None:
    assert folded("Łódź ß") == "lodz s"
    assert query_words("Quantum c++ quantum") == ("quantum", "c")
    assert word_ranges("Schrödinger’s schroeder", ("schrodi",)) == ((0, 7),)
    assert word_ranges("unquantum", ("quantum",)) == ()


def test_marks_of_a_snippet_become_places() -> None:
    assert split_marks("a \x02quantum\x03 leap") == ("a quantum leap", ((2, 7),))
    assert utf16_ranges("🐈 cat", ((2, 3),)) == ((3, 3),)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://indico.cern.ch/event/1", True),
        ("mailto:chair@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https:///nowhere", False),
        ("relative/path", False),
    ],
)
def test_only_web_and_mail_links_leave_the_program(address: str, safe: bool) -> None:
    assert is_safe(QUrl(address)) is safe


@pytest.mark.parametrize(
    ("width", "drawer", "talk", "panes"),
    [
        (1280, False, False, Panes(sidebar=True, view=True, talk=True)),
        (900, False, False, Panes(sidebar=False, view=True, talk=True)),
        (900, True, False, Panes(sidebar=True, view=True, talk=False)),
        (600, False, False, Panes(sidebar=False, view=True, talk=False)),
        (600, False, True, Panes(sidebar=False, view=False, talk=True)),
        (600, True, True, Panes(sidebar=True, view=False, talk=False)),
    ],
)
def test_panes_give_way_in_narrow_windows(
    width: int, drawer: bool, talk: bool, panes: Panes
) -> None:
    assert visible_panes(width, is_drawer_open=drawer, is_talk_open=talk) == panes
    assert panes.count <= (3 if width >= 1000 else 2 if width >= 640 else 1)


def test_a_matched_word_that_would_be_cut_is_brought_in_sight() -> None:
    title = "Escaping exponential concentration of quantum kernels"
    assert with_gap(title, word_ranges(title, ("quantum",))) == "Escaping … quantum kernels"
    assert with_gap("Quantum kernels", ((0, 7),)) == "Quantum kernels"
    text = "classical shadows, tomography, symmetric states and a quantum leap"
    moved, ranges = from_mark(text, word_ranges(text, ("quantum",)))
    assert moved == "… symmetric states and a quantum leap"
    assert [moved[start : start + length] for start, length in ranges] == ["quantum"]
    assert from_mark("a quantum leap", ((2, 7),)) == ("a quantum leap", ((2, 7),))
