from datetime import timedelta

import pytest

from companion.domain.entry import Entry, EntryKind, EntryRef, by_start
from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.domain.people import PersonLink, unique
from companion.domain.timetable import Contribution, Programme
from companion.errors import BugError, UnknownReference
from tests.unit.domain.make import NINE, event

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("event_id", "key", "hostname"),
    [
        (EventId("indico.cern.ch", 1288979), "indico.cern.ch-1288979", "indico.cern.ch"),
        (EventId("127.0.0.1:8000", 1), "127.0.0.1-8000-1", "127.0.0.1"),
        (EventId("localhost", 5), "localhost-5", "localhost"),
        (EventId("sample", 2024), "sample.-2024", "sample"),
    ],
)
def test_an_event_has_one_key_and_a_host_without_port(
    event_id: EventId, key: str, hostname: str
) -> None:
    assert event_id.key == key
    assert event_id.hostname == hostname


def test_the_same_number_on_another_host_is_another_event() -> None:
    assert EventId("indico.qtml2024.org", 1) != EventId("indico.cern.ch", 1)


def test_the_page_of_an_event_is_under_its_base() -> None:
    address = EventAddress(EventId("a.org", 7), "https://a.org/indico")
    assert address.url == "https://a.org/indico/event/7/"


@pytest.mark.parametrize(
    ("text", "kind", "ident"),
    [
        ("qtml2024/126", EntryKind.CONTRIBUTION, 126),
        ("qtml2024/block-47", EntryKind.BLOCK, 47),
        ("127.0.0.1-8000-1/break-145", EntryKind.BREAK, 145),
    ],
)
def test_a_reference_reads_back_as_written(text: str, kind: EntryKind, ident: int) -> None:
    ref = EntryRef.parse(text)
    assert (ref.kind, ref.ident) == (kind, ident)
    assert str(ref) == text


@pytest.mark.parametrize("text", ["", "126", "qtml2024/", "qtml2024/x-5", "/5", "a/-5", "a/٣"])
def test_what_is_no_reference_is_refused_by_name(text: str) -> None:
    with pytest.raises(UnknownReference) as caught:
        EntryRef.parse(text)
    assert text in caught.value.message


def test_a_person_in_two_roles_is_one_person() -> None:
    ana = PersonLink("Ana", "Ruiz", person_id=5, link_id=1)
    again = PersonLink("Ana", "Ruiz", person_id=5, link_id=2)
    unnumbered = PersonLink("Bo", "Li", "ETH")
    assert unique((ana, unnumbered, again, unnumbered)) == (ana, unnumbered)
    assert ana.sort_key < unnumbered.sort_key or ana.sort_key > unnumbered.sort_key
    talk = Contribution(
        1, 1, "T", speakers=(ana,), primary_authors=(again,), coauthors=(unnumbered,)
    )
    assert talk.people == (ana, unnumbered)
    assert talk.authors == (again, unnumbered)
    assert not talk.is_scheduled


def test_namesakes_without_id_are_told_apart_by_affiliation() -> None:
    one, other = PersonLink("Bo", "Li", "ETH"), PersonLink("Bo", "Li", "MIT")
    assert unique((one, other)) == (one, other)
    assert one.content != other.content


def test_entries_stand_by_start_with_blocks_before_their_talks() -> None:
    block = Entry(EntryRef("k", EntryKind.BLOCK, 3), "b", NINE, NINE + 2 * HOUR)
    first = Entry(EntryRef("k", EntryKind.CONTRIBUTION, 4), "t", NINE, NINE + HOUR)
    pause = Entry(EntryRef("k", EntryKind.BREAK, 5), "p", NINE + HOUR, NINE + 2 * HOUR)
    unscheduled = Entry(EntryRef("k", EntryKind.CONTRIBUTION, 1), "u")
    entries = [unscheduled, pause, first, block]
    assert sorted(entries, key=by_start) == [block, first, pause, unscheduled]


def test_the_sample_is_known_by_its_host() -> None:
    assert EventId(SAMPLE_HOST, 1).is_sample
    assert not EventId("indico.cern.ch", 1).is_sample


def test_entries_without_time_come_last_by_number() -> None:
    refs = [EntryRef("k", EntryKind.CONTRIBUTION, n) for n in (1, 2)]
    late, early = Entry(refs[0], "a", friendly_id=9), Entry(refs[1], "b", friendly_id=3)
    assert sorted([late, early], key=by_start) == [early, late]
    assert late.is_contribution
    assert late.people == ()


def test_a_bug_reads_as_one() -> None:
    error = BugError(detail="two plus two")
    assert "two plus two" in error.message
    assert "report" in error.next_step


def test_a_programme_without_talks_and_blocks_is_empty() -> None:
    assert Programme(event()).is_empty
    assert not Programme(event(), contributions=(Contribution(1, 1, "T"),)).is_empty
