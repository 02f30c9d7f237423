import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion import paths
from companion.catalogue import parse_catalogue
from companion.domain.event import EventAddress, EventId
from companion.errors import CannotReadFile

HEAD = 'schema = 1\nseries = "Series"\nshort_name = "QTML"\n'
BUNDLED = paths.resource("editions.toml").read_bytes()


def edition(*lines: str, year: int = 2030, sourced: str = "") -> str:
    names = ", ".join(f'"{name}"' for name in sourced.split())
    source = f'sources = [{{ keys = [{names}], source = "a page" }}]' if names else ""
    return "\n".join(["[[edition]]", f"year = {year}", *lines, source, ""])


def parse(*editions: str, head: str = HEAD):
    return parse_catalogue((head + "".join(editions)).encode(), "list.toml")


def refusal(*editions: str, head: str = HEAD) -> str:
    with pytest.raises(CannotReadFile) as caught:
        parse(*editions, head=head)
    message = str(caught.value)
    assert message.startswith("list.toml cannot be used: ")
    return message


def test_an_edition_of_which_only_the_year_is_known() -> None:
    (found,) = parse(edition())
    assert (found.key, found.title, found.year) == ("qtml2030", "QTML 2030", 2030)
    assert found.city is found.address is None
    assert found.unverified == frozenset()
    assert not found.sources


def test_editions_come_by_year() -> None:
    found = parse(edition(year=2031), edition(year=2029), edition(year=2030))
    assert [item.year for item in found] == [2029, 2030, 2031]


def test_names_of_facts_become_names_of_fields() -> None:
    (found,) = parse(
        edition(
            "start_date = 2030-11-01",
            "end_date = 2030-11-01",
            'dates_source = "the poster"',
            'programme = "https://a.org/p.pdf"',
            'programme_archive = "https://archive.org/a"',
            'unverified = ["end_date", "programme_archive"]',
            sourced="start_date end_date dates_source programme programme_archive",
        )
    )
    assert found.start_day == found.end_day == date(2030, 11, 1)
    assert found.unverified == {"end_day"}
    assert found.sources == {
        "start_day": "the poster",
        "end_day": "the poster",
        "programme_url": "a page",
    }


@pytest.mark.parametrize(
    ("base", "host", "base_url"),
    [
        ("https://a.org", "a.org", "https://a.org"),
        ("https://A.org:443/", "a.org", "https://a.org"),
        ("https://a.org:8443", "a.org:8443", "https://a.org:8443"),
        ("https://a.org/indico/", "a.org", "https://a.org/indico"),
    ],
)
def test_every_form_of_an_address_means_the_same_event(base: str, host: str, base_url: str) -> None:
    (found,) = parse(edition(f'indico = {{ base = "{base}", event_id = 7 }}', sourced="indico"))
    assert found.address == EventAddress(EventId(host, 7), base_url)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('city = "Bern"\ncolour = "red"', "“colour” is not known here"),
        ("city = 7", "city: is not a text"),
        ('city = "a\\u0007b"', "city: has control characters"),
        (f'city = "{"x" * 2001}"', "city: is longer than 2000 characters"),
        ('number = "8"', "number: is not a whole number"),
        ("number = true", "number: is not a whole number"),
        ("number = 8.0", "number: is not a whole number"),
        ("number = 0", "number: is not a positive number of usual size"),
        ("number = 99999999999", "number: is not a positive number of usual size"),
        ('start_date = "2030-11-01"', "start_date: is not a date such as 2024-11-25"),
        ("start_date = 2030-11-01T09:00:00Z", "start_date: is not a date such as 2024-11-25"),
        ('timezone = "Bern"', "timezone: “Bern” is not a time zone"),
        ('timezone = "../../etc/passwd"', "timezone: “../../etc/passwd” is not a time zone"),
        ('website = "http://a.org/"', "website: “http://a.org/” is not an https address"),
        ('website = "javascript:x"', "website: “javascript:x” is not an https address"),
        ('website = "https://"', "website: “https://” is not an address"),
        ('website = "https://localhost/"', "website: “https://localhost/” is not an address"),
        ('website = "https://a.org@b.org/"', "“https://a.org@b.org/” is not an address"),
        ('website = "https://a.org/ b"', "“https://a.org/ b” is not an address"),
        ('website = "https://a.org:0/"', "“https://a.org:0/” is not an address"),
        ('website = "https://a.org:x/"', "“https://a.org:x/” is not an address"),
        ('website = "https://[::1/"', "“https://[::1/” is not an address"),
        ('indico = "https://a.org"', "indico: needs base and event_id, and nothing else"),
        ('indico = { base = "https://a.org" }', "indico: needs base and event_id"),
        ('indico = { base = "http://a.org", event_id = 1 }', "is not an https address"),
        ('indico = { base = "https://a.org?x", event_id = 1 }', "has more than host and path"),
        ('indico = { base = "https://a.org", event_id = "1" }', "is not a whole number"),
        ("notes = 7", "notes: is not a text"),
        ('unverified = "city"', "unverified: is not a list of names"),
        ('unverified = ["city"]', "unverified: 'city' is not a fact of this edition"),
        ('unverified = ["year"]', "unverified: 'year' is not a fact of this edition"),
        ("unverified = [7]", "unverified: 7 is not a fact of this edition"),
        ("sources = 7", "sources: is not a list"),
        ("sources = [7]", "sources: each needs keys and source, and nothing else"),
        ('sources = [{ keys = ["city"], source = "x" }]', "'city' is not a fact of this edition"),
        ('city = "Bern"\nvenue = "Hall"', "sources: there is none for city, venue"),
        ('city = "Bern"\nsources = [{ keys = ["city"], source = 7 }]', "sources: is not a text"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(line: str, complaint: str) -> None:
    message = refusal(edition(year=2029), edition(line))
    assert "edition 2: " in message
    assert complaint in message


def test_days_in_the_wrong_order() -> None:
    lines = edition("start_date = 2030-11-02\nend_date = 2030-11-01")
    assert "edition 1: end_date is before start_date" in refusal(lines)


@pytest.mark.parametrize("year", ["1989", "2101", '"2030"', "true"])
def test_impossible_years(year: str) -> None:
    assert "edition 1: year: " in refusal(f"[[edition]]\nyear = {year}\n")


def test_an_edition_needs_its_year() -> None:
    assert "edition 1: year: is not a whole number" in refusal("[[edition]]\n")


def test_repeated_editions_and_events() -> None:
    indico = 'indico = { base = "https://a.org", event_id = 7 }'
    assert "the edition QTML 2030 is given twice" in refusal(edition(), edition())
    twice = [edition(indico, year=year, sourced="indico") for year in (2029, 2030)]
    assert "the event https://a.org/event/7/ is given twice" in refusal(*twice)


@pytest.mark.parametrize(
    ("head", "complaint"),
    [
        ("", "it is no list of editions"),
        ('schema = "1"\n', "its schema is 1, this"),
        ("schema = true\n", "its schema is True, this"),
        ("schema = 2\nnew = 1\n", "its schema is 2, this version of the program reads 1"),
        (HEAD + "extra = 1\n", "“extra” is not known here"),
        ("schema = 1\n", "short_name: is not a text"),
    ],
)
def test_wrong_heads(head: str, complaint: str) -> None:
    assert complaint in refusal(edition(), head=head)


@pytest.mark.parametrize("editions", ["", "edition = 7\n", "edition = []\n"])
def test_lists_without_editions(editions: str) -> None:
    assert "it needs between 1 and 200 editions" in refusal(editions)


def test_too_many_editions_and_what_is_none() -> None:
    assert "between 1 and 200" in refusal("[[edition]]\n" * 201)
    assert "edition 1: is not a table" in refusal("edition = [7]\n")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"<html>", "it is damaged"),
        (b"a = " + b"[" * 100_000, "it is damaged"),
        (b"#" * (50 * 1024 * 1024), "it is larger than 1 MiB"),
        (b"a." * 250_000 + b"a = 1", "it has a key of more than 16 parts"),
        (b'["a"' + b' . "a"' * 150_000 + b"]", "it has a key of more than 16 parts"),
        (b"a = " + b"1" * 5000, "a number in it is too long"),
    ],
)
def test_what_is_no_list_at_all(data: bytes, complaint: str) -> None:
    with pytest.raises(CannotReadFile, match=re.escape(complaint)):
        parse_catalogue(data)


def test_the_mark_of_some_editors_at_the_beginning_is_passed_by() -> None:
    assert parse_catalogue(b"\xef\xbb\xbf" + BUNDLED) == parse_catalogue(BUNDLED)


@given(cut=st.integers(min_value=0, max_value=len(BUNDLED) - 1))
def test_a_cut_list_is_whole_editions_or_refused(cut: int) -> None:
    whole = parse_catalogue(BUNDLED)
    try:
        found = parse_catalogue(BUNDLED[:cut])
    except CannotReadFile:
        return
    complete, last = found[:-1], found[-1]
    assert complete == whole[: len(complete)]
    assert last.key == whole[len(complete)].key


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(CannotReadFile):
        parse_catalogue(data)
