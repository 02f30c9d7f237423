"""Search: what is found, in which order, with which words around it."""

from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventId
from companion.domain.people import PersonLink
from companion.domain.timetable import Contribution, Subcontribution
from companion.ports.programmes import SearchHit, SearchQuery
from companion.storage.database import Database
from tests.faults.counts import times
from tests.support.programmes import (
    EVENT_ID,
    KEY,
    NOW,
    START,
    make_contribution,
    make_event,
    make_person,
    make_programme,
    make_update,
    with_talk,
    without_talks,
)

BLANK = {
    "title": "",
    "description": "",
    "keywords": (),
    "speakers": (),
    "primary_authors": (),
    "coauthors": (),
    "session_title": None,
    "track": None,
    "type": None,
}


def blank(db_id: int, **fields: object) -> Contribution:
    return make_contribution(db_id, **(BLANK | fields))


def store(database: Database, *talks: Contribution) -> None:
    database.programmes.apply(make_update(make_programme(0, contributions=talks)))


def find(database: Database, text: str, **query: object) -> list[int]:
    hits = database.programmes.search(SearchQuery(text, **query))  # type: ignore[arg-type]
    return [hit.ref.ident for hit in hits]


def first(database: Database, text: str) -> SearchHit:
    return database.programmes.search(SearchQuery(text))[0]


FIELDS = [
    ("title", {"title": "Barren plateaus"}, "barren"),
    ("people", {"speakers": (make_person(0),)}, "sorensen"),
    ("people", {"coauthors": (make_person(0),)}, "eth zurich"),
    ("session", {"session_title": "Plenary"}, "plen"),
    ("session", {"track": "Theory"}, "theory"),
    ("keywords", {"keywords": ("shadow tomography",)}, "tomography"),
    ("keywords", {"type": "Tutorial"}, "tutorial"),
    ("keywords", {"board_number": "P42"}, "p42"),
    ("keywords", {"code": "TUT-1"}, "tut-1"),
    ("text", {"description": "A **bold** claim"}, "claim"),
    ("text", {"subcontributions": (Subcontribution(9, 1, "Second part"),)}, "second"),
    (
        "people",
        {"subcontributions": (Subcontribution(9, 1, "x", speakers=(make_person(3),)),)},
        "dmitri",
    ),
]


@pytest.mark.parametrize(("field", "fields", "words"), FIELDS)
def test_each_field_is_searched_and_named(
    database: Database, field: str, fields: dict[str, object], words: str
) -> None:
    store(database, blank(1, title="Something else") if field != "title" else blank(1), blank(2))
    database.programmes.apply(
        make_update(
            make_programme(0, contributions=(blank(1, **fields), blank(2))),
            before=database.programmes.programme(EVENT_ID),
        )
    )
    assert find(database, words) == [1]
    assert first(database, words).field == field


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Lukasz", "Łukasz"),
        ("Weiß", "weiss"),
        ("Weiss", "weiß"),
        ("Sørensen", "SORENSEN"),
        ("Sorensen", "sørens"),
        ("Dvořák", "dvorak"),
        ("Dvorak", "dvořák"),
        ("Dvořák", "Dvor\u030ca\u0301k"),
        ("Æsir", "aesir"),
        ("Đorđe", "dorde"),
        ("ﬁeld", "field"),
        ("Quantum", "ＱＵＡＮ"),
        ("量子機械学習", "機械"),
        ("量子機械学習", "学習"),
        ("양자컴퓨팅", "양자"),
        ("O’Brien", "o'brien"),
        ("state-of-the-art", "state-of-the-art"),
        ("state of the art", "state-of-th"),
    ],
)
def test_names_are_found_however_they_are_typed(database: Database, name: str, typed: str) -> None:
    store(database, blank(1, title=f"by {name} himself"), blank(2, title="nothing here"))
    assert find(database, typed) == [1]
    marked = first(database, typed).snippet.partition("\x02")[2].partition("\x03")[0]
    assert marked
    assert marked in name


def test_letters_of_cjk_must_stand_together(database: Database) -> None:
    store(database, blank(1, title="量の子"), blank(2, title="量子"))
    assert find(database, "量子") == [2]
    assert first(database, "量子").snippet == "\x02量子\x03"


def test_words_match_as_prefixes_and_all_of_them(database: Database) -> None:
    store(
        database,
        blank(1, title="Quantum kernels"),
        blank(2, title="Quantum walks", description="no kernel method here"),
        blank(3, title="Classical kernels"),
    )
    assert find(database, "quan kern") == [1, 2]
    assert find(database, "kern quan kern") == [1, 2]
    assert find(database, "antum") == []
    hit = database.programmes.search(SearchQuery("quan kern"))[1]
    assert (hit.field, hit.snippet) == ("title", "\x02Quantum\x03 walks")


def test_titles_and_people_come_before_texts(database: Database) -> None:
    store(
        database,
        blank(1, title="Other", description="kernel " * 3),
        blank(2, title="Other", speakers=(PersonLink("Kernel", "Sanders"),)),
        blank(3, title="Kernel methods"),
    )
    assert find(database, "kernel") == [3, 2, 1]


def test_a_hit_says_what_a_list_shows(database: Database) -> None:
    speakers = (make_person(0), make_person(1))
    store(database, blank(1, title=r"On $\ket{0}$ states", speakers=speakers))
    database.user.set_star(EVENT_ID, [1], Star.TENTATIVE, NOW)
    assert first(database, "states") == SearchHit(
        ref=EntryRef(KEY, EntryKind.CONTRIBUTION, 1),
        title=r"On $\ket{0}$ states",
        snippet="On |0⟩ \x02states\x03",
        field="title",
        start_dt=START,
        star=Star.TENTATIVE,
        speakers="Ada Sørensen, Bohdan Sørensen",
    )


def test_a_snippet_is_cut_at_words_around_the_match(database: Database) -> None:
    text = "begin " + "filler " * 60 + "the needle of it " + "after " * 60 + "end"
    store(database, blank(1, description=text))
    snippet = first(database, "needle").snippet
    assert snippet.startswith("…filler ")
    assert snippet.endswith(" after…")
    assert " the \x02needle\x03 of it " in snippet
    assert 100 < len(snippet) < 200


def test_withdrawn_talks_are_found_only_when_starred(database: Database) -> None:
    before = make_programme(0, contributions=(blank(1, title="Kernel"), blank(2, title="Kernel")))
    database.programmes.apply(make_update(before))
    database.programmes.apply(make_update(without_talks(before, 1, 2), before=before))
    assert find(database, "kernel") == []
    database.user.set_star(EVENT_ID, [2], Star.STARRED, NOW)
    assert find(database, "kernel") == [2]


def test_a_change_reaches_the_index(database: Database) -> None:
    before = make_programme(3)
    database.programmes.apply(make_update(before))
    after = with_talk(before, 2, title="Zebra")
    database.programmes.apply(make_update(after, before=before))
    assert find(database, "zebra") == [2]
    assert 2 not in find(database, before.contributions[1].title.split()[0])


def test_search_stays_within_the_editions_named_and_the_limit(database: Database) -> None:
    other, third = EventId("other.example.org", 7), EventId("third.example.org", 1)
    for event_id in (EVENT_ID, other, third):
        event = make_event(event_id=event_id)
        database.programmes.apply(
            make_update(make_programme(4, event=event), key=event_id.host.partition(".")[0])
        )
    assert len(find(database, "case")) == 12
    hits = database.programmes.search(SearchQuery("case", (EVENT_ID, third)))
    assert {hit.ref.edition_key for hit in hits} == {"indico", "third"}
    assert len(hits) == 8
    assert len(find(database, "case", limit=5)) == 5


@pytest.mark.parametrize("text", ["", "   ", '"', "+", "\x00", "😀", "()*:^-", "\ud800", "…"])
def test_what_holds_no_letter_finds_nothing(database: Database, text: str) -> None:
    store(database, blank(1, title="anything"))
    assert find(database, text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("c++", 'say "c++', "AND", "OR NOT", "NEAR(", "NEAR(a b, 2)", "ket|", "title:x", "a*"),
        *("^a", "-a", "{a b}: c", "a AND (b", "x" * 100_000, "a " * 5000, "'; DROP TABLE t"),
    ],
)
def test_nothing_that_is_typed_is_syntax(database: Database, text: str) -> None:
    store(database, blank(1, title="c and or not near ket title a b x drop"))
    find(database, text)


def test_marks_are_looked_past(database: Database) -> None:
    store(database, blank(1, title="C++ for $|\\mathrm{ket}\\rangle$"), blank(2, title="Rust"))
    assert find(database, "c++") == [1]
    assert find(database, "ket|") == [1]


@given(st.text(max_size=40))
@settings(
    max_examples=times(30, 500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_is_safe(database: Database, text: str) -> None:
    if not database.programmes.editions():
        description = text.encode("utf-8", "ignore").decode()
        store(database, blank(1, title="Quantum", description=description))
    for hit in database.programmes.search(SearchQuery(text)):
        assert hit.snippet.count("\x02") == hit.snippet.count("\x03")


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd"])


@given(st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=5))
@settings(
    max_examples=times(30, 500),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_every_title_is_found_by_its_own_words(database: Database, words: list[str]) -> None:
    before = database.programmes.programme(EVENT_ID)
    title = " ".join(words)
    programme = make_programme(0, contributions=(blank(1, title=title), blank(2)))
    database.programmes.apply(make_update(programme, before=before))
    for typed in (title, title.upper(), normalize("NFD", title)):
        (hit,) = database.programmes.search(SearchQuery(typed))
        assert hit.ref.ident == 1
        assert hit.snippet.replace("\x02", "").replace("\x03", "") == normalize("NFC", title)
        assert hit.snippet.startswith("\x02")
