import json
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from companion.catalogue import bundled_catalogue, bundled_samples, sample_folder
from companion.domain.edition import Edition
from companion.domain.event import EventId

EDITIONS = {edition.key: edition for edition in bundled_catalogue()}


def test_the_series_is_complete_and_in_order() -> None:
    assert list(EDITIONS) == [f"qtml{year}" for year in range(2017, 2027)]


def test_editions_with_an_indico() -> None:
    with_event = {key: e.address.event_id for key, e in EDITIONS.items() if e.address}
    assert with_event == {
        "qtml2023": EventId("indico.cern.ch", 1288979),
        "qtml2024": EventId("indico.qtml2024.org", 1),
    }


def test_facts_of_2023() -> None:
    edition = EDITIONS["qtml2023"]
    assert (edition.title, edition.number) == ("QTML 2023", 7)
    assert (edition.start_day, edition.end_day) == (date(2023, 11, 19), date(2023, 11, 24))
    assert (edition.city, edition.country, edition.venue) == (
        "Geneva",
        "Switzerland",
        "CERN, Meyrin",
    )
    assert edition.website == "https://qtml-2023.web.cern.ch/"
    assert edition.programme_url == "https://indico.cern.ch/event/1288979/"
    assert edition.sources["start_day"].startswith("sciencebusiness.net")
    assert edition.unverified == {"timezone"}


def test_unknown_facts_are_absent() -> None:
    edition = EDITIONS["qtml2025"]
    assert edition.number is edition.start_day is edition.website is edition.address is None
    assert EDITIONS["qtml2020"].city is None


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_every_fact_names_its_source(edition: Edition) -> None:
    facts = ["number", "city", "country", "timezone", "start_day", "end_day", "venue", "host"]
    facts += ["website", "programme_url", "address"]
    known = {fact for fact in facts if getattr(edition, fact) is not None}
    assert known == set(edition.sources)
    assert edition.unverified <= known


def test_samples_cannot_be_mistaken_for_editions() -> None:
    samples = {edition.key: edition for edition in bundled_samples()}
    assert {key: e.address.event_id for key, e in samples.items() if e.address} == {
        "sample-2023": EventId("sample.invalid", 1288979),
        "sample-2024": EventId("sample.invalid", 1),
    }
    for edition in samples.values():
        assert edition.title.startswith("Sample")
        assert "invented" in edition.notes
        assert edition.timezone
        assert ZoneInfo(edition.timezone)
        assert edition.website is None


@pytest.mark.parametrize("sample", bundled_samples(), ids=lambda edition: edition.key)
def test_sample_answers_are_those_of_their_event(sample: Edition) -> None:
    assert sample.address
    number = sample.address.event_id.number
    event = json.loads((sample_folder(sample.key) / "event.json").read_bytes())
    timetable = json.loads((sample_folder(sample.key) / "timetable.json").read_bytes())
    assert event["results"][0]["id"] == str(number)
    assert event["results"][0]["timezone"] == sample.timezone
    assert len(event["results"][0]["contributions"]) > 110
    assert list(timetable["results"]) == [str(number)]
