import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vUri

from companion.errors import BugError
from companion.ical.lines import LIMIT, Text, TextList, clean, fold, to_bytes

ANYTHING = st.text(st.characters(), max_size=300)
"""All of Unicode: controls, noncharacters and halves of surrogate pairs too."""

TRICKY = st.text(st.sampled_from('\\\\\\nN;,:"\n\r\t ^é漢😀\x00\x85\u2028\ud800'), max_size=200)


def file_with(text: str) -> bytes:
    event = Event()
    event["UID"] = Text("1")
    event["DESCRIPTION"] = Text(text)
    calendar = Calendar()
    calendar.add_component(event)
    return to_bytes(calendar)


@given(ANYTHING | TRICKY)
@example("\\N")
@example("\\n")
@example("C:\\Notes\\\n")
@example("a" * 62 + "\\" * 200)
@example("😀" * 100)
@example("\r\n\r \n")
def test_any_text_reads_back_equal_in_two_parsers(text):
    data = file_with(text)

    assert str(Event.from_ical(_only_event(data))["DESCRIPTION"]) == clean(text)
    judged = vobject.readOne(data.decode()).vevent.description.value
    assert judged == clean(text)


def _only_event(data: bytes) -> bytes:
    return data[data.index(b"BEGIN:VEVENT") : data.index(b"END:VCALENDAR")]


@given(ANYTHING | TRICKY)
@example("\\" * 500)
def test_no_line_is_over_75_octets_or_cut_inside_a_character(text):
    data = file_with(text)

    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= LIMIT for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()  # a cut character would raise


@given(ANYTHING)
def test_clean_text_holds_nothing_that_the_format_forbids(text):
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    cleaned.encode()
    assert not any((ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160 for c in cleaned)


def test_clean_text_keeps_what_people_see():
    assert clean("a\r\nb\rc\u2028d\x0be\x00f\x7f\ud83dg\ti") == "a\nb\nc\nd\nef\ufffdg\ti"
    assert clean("naïve 漢字 😀 \u200d") == "naïve 漢字 😀 \u200d"


def test_lines_are_folded_as_late_as_possible():
    assert fold(b"x" * 75) == b"x" * 75 + b"\r\n"
    assert fold(b"x" * 76) == b"x" * 75 + b"\r\n x\r\n"
    assert fold(b"x" * 74 + "é".encode()) == b"x" * 74 + b"\r\n " + "é".encode() + b"\r\n"


def test_an_escape_is_not_parted_but_escaped_backslashes_are():
    assert fold(b"x" * 74 + b"\\n") == b"x" * 74 + b"\r\n \\n\r\n"
    assert fold(b"x" * 73 + b"\\\\n") == b"x" * 73 + b"\\\\\r\n n\r\n"


@given(st.lists(st.text(st.characters(), min_size=1, max_size=30), min_size=1, max_size=4))
def test_categories_read_back_one_by_one(texts):
    event = Event()
    event["CATEGORIES"] = TextList.of((*texts, "last"))
    expected = [shown for text in texts if (shown := " ".join(clean(text).split()))]

    judged = vobject.readOne(to_bytes(event).decode()).categories.value
    assert judged == [*expected, "last"]


class Unsafe(vUri):
    def to_ical(self) -> bytes:
        return b"https://example.org/\r\nX-EVIL:1"


def test_a_value_that_would_break_out_of_its_line_is_a_bug_of_ours():
    event = Event()
    event["URL"] = Unsafe("https://example.org/")

    with pytest.raises(BugError, match="URL"):
        to_bytes(event)
