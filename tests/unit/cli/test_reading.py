"""editions, programme, show, search, bookmark and changes on the sample."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.cli.lines import entry_line
from companion.cli.main import VERBS
from companion.cli.talk_lines import entry_lines
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.people import PersonLink
from tests.unit.cli.conftest import Book, Cli

EDITION = {
    "key",
    "title",
    "number",
    "year",
    "city",
    "country",
    "timezone",
    "start",
    "end",
    "website",
    "programme_url",
    "state",
    "synced_at",
    "contributions",
}
ENTRY = {
    "kind",
    "ref",
    "db_id",
    "friendly_id",
    "title",
    "start",
    "end",
    "day",
    "session",
    "block_title",
    "room",
    "venue",
    "track",
    "type",
    "code",
    "board_number",
    "is_poster",
    "speakers",
    "authors",
    "bookmarked",
    "state",
}
KEYNOTE = "Dequantised topological data analysis"


def test_editions_list_the_series_and_what_is_stored(sample: Cli) -> None:
    editions = {item["key"]: item for item in sample("editions", "--json").json}
    assert {f"qtml{year}" for year in range(2017, 2027)} <= editions.keys()
    assert all(item.keys() >= EDITION for item in editions.values())
    assert editions["qtml2024"]["state"] == "catalogue"
    assert editions["sample-2024"]["state"] == "sample"
    assert editions["sample-2024"]["contributions"] == 116
    assert editions["qtml2023"]["start"] == "2023-11-19"
    lines = sample("editions").out
    assert "qtml2024: QTML 2024; Melbourne, Australia; 2024-11-25 to 2024-11-29" in lines


def test_a_programme_holds_every_entry_once_with_every_key(sample: Cli) -> None:
    entries = sample("programme", "--edition", "sample-2024", "--json").json
    refs = [entry["ref"] for entry in entries]
    assert len(refs) == len(set(refs))
    assert all(entry.keys() >= ENTRY for entry in entries)
    talks = [entry for entry in entries if entry["kind"] == "contribution"]
    assert len(talks) == 116
    assert all(entry["db_id"] is None for entry in entries if entry["kind"] != "contribution")
    starts = [entry["start"] for entry in entries if entry["start"]]
    assert starts == sorted(starts, key=datetime.fromisoformat)
    assert all(entry["day"] is None for entry in entries[len(starts) :])


def test_times_and_days_are_those_of_the_zone_asked_for(melbourne: Book) -> None:
    def keynote(*options: str) -> tuple[str, str]:
        found = next(e for e in melbourne.programme(*options) if e["title"] == KEYNOTE)
        return found["start"], found["day"]

    assert keynote() == ("2024-11-26T09:00:00+11:00", "2024-11-26")
    assert keynote("--zone", "Europe/Zurich") == ("2024-11-25T23:00:00+01:00", "2024-11-25")
    assert keynote("--zone", "local")[0].startswith("2024-11-2")


def test_a_day_is_a_day_of_the_zone_shown(melbourne: Book) -> None:
    day = ("--day", "2024-11-25")
    there = {entry["title"] for entry in melbourne.programme(*day)}
    here = {entry["title"] for entry in melbourne.programme(*day, "--zone", "Europe/Zurich")}
    assert KEYNOTE not in there
    assert KEYNOTE in here


def test_without_an_edition_the_running_one_is_shown(sample: Cli) -> None:
    during = sample("programme", "--json", "--now", "2023-11-21T10:00:00+01:00").json
    assert during[0]["ref"].startswith("sample-2023/")
    before = sample("programme", "--json", "--now", "2024-01-01").json
    assert before[0]["ref"].startswith("sample-2024/")


def test_people_read_a_programme_as_lines(melbourne: Book) -> None:
    out = melbourne.cli("programme").out
    assert out.startswith(f"QTML 2024 [{melbourne.key}]; times in Australia/Melbourne\n")
    assert "Tuesday 26 November 2024" in out
    assert f"09:00–10:00  {KEYNOTE} · Lars Nakamura · Copland Theatre" in out
    assert "break: Coffee break (Foyer)" in out
    assert "Not yet scheduled" in out
    assert "$" not in out


def test_one_talk_is_shown_with_safe_text(melbourne: Book) -> None:
    talk = melbourne.cli("show", f"{melbourne.key}/126", "--json").json
    assert talk.keys() >= ENTRY | {
        "description_html",
        "description_text",
        "materials",
        "references",
        "subcontributions",
        "url",
    }
    assert [reference["type"] for reference in talk["references"]] == ["DOI"]
    assert {item["title"] for item in talk["materials"]} == {"Slides.pdf", "Source"}
    assert "<em>systematically</em>" in talk["description_html"]
    assert "*" not in talk["description_text"]
    assert talk["url"].endswith("/event/1/contributions/126/")
    lines = melbourne.cli("show", f"{melbourne.key}/126").out
    assert "Selma Oliveira, University of Waterloo" in lines
    assert "Tuesday 26 November 2024, 10:30–11:10 (Australia/Melbourne)" in lines
    assert "Session: Theory of learning – morning" in lines
    assert "Place: Copland Theatre, University of Melbourne" in lines
    assert "DOI: 10." in lines
    assert "Slides.pdf" in lines


def test_links_of_the_sample_are_off(sample: Cli) -> None:
    entries = sample("programme", "--edition", "sample-2024", "--json").json
    talks = [e["ref"] for e in entries if e["kind"] == "contribution"]
    for ref in talks[:12]:
        shown = sample("show", ref, "--json").json
        addresses = [shown["url"], *(item["url"] or "" for item in shown["materials"])]
        assert not any("127.0.0.1" in url or "sample.invalid" in url for url in addresses)
    assert not sample("show", talks[0]).out.endswith("/\n")


def test_parts_of_a_talk_are_shown(melbourne: Book) -> None:
    parts = melbourne.cli("show", f"{melbourne.key}/129", "--json").json["subcontributions"]
    assert parts
    assert all(part["title"] and part["speakers"] is not None for part in parts)
    assert "Part: Part 1: lower bounds · " in melbourne.cli("show", f"{melbourne.key}/129").out


def test_facts_of_an_entry_are_lines_for_people() -> None:
    night = datetime(2024, 11, 25, 22, tzinfo=UTC)
    ref = EntryRef("k", EntryKind.CONTRIBUTION, 7)
    talk = Entry(ref, "T", night, night + timedelta(hours=5), session_title="S", block_title="B")
    assert list(entry_lines(talk, UTC))[1:] == [
        "  Monday 25 November 2024, 22:00–Tuesday 26 November 2024, 03:00 (UTC)",
        "  Session: S – B",
    ]
    chair = PersonLink("Ada", "Okafor", "QML")
    block = Entry(EntryRef("k", EntryKind.BLOCK, 1), "S", conveners=(chair,))
    assert list(entry_lines(block, UTC))[1:] == [
        "  Not yet scheduled",
        "  Chaired by: Ada Okafor, QML",
    ]


def test_sessions_and_breaks_are_shown_too(melbourne: Book) -> None:
    entries = melbourne.programme()
    block = next(e for e in entries if e["session"] == "Poster session I" and e["kind"] == "block")
    shown = melbourne.cli("show", block["ref"], "--json").json
    assert "Boards 90" in shown["description_text"]
    assert shown["materials"] == []
    assert "Boards 90" in melbourne.cli("show", block["ref"]).out


def test_search_finds_beginnings_of_words_best_first(melbourne: Book) -> None:
    cli = melbourne.cli
    cli("sync", "--sample")
    hits = cli("search", "dequantised", "topo", "--json", "--limit", "9" * 30).json
    assert hits[0]["title"] == KEYNOTE
    assert all(hit.keys() >= {"ref", "title", "snippet", "start"} for hit in hits)
    only = cli("search", "kernel", "--edition", "sample-2023", "--json").json
    assert {hit["ref"].partition("/")[0] for hit in only} == {"sample-2023"}
    assert KEYNOTE in cli("search", "dequantised").out


@pytest.mark.parametrize("text", ["c++", '"', "AND", "ket|", "NEAR(", "*", "🦊", "\0"])
def test_any_text_can_be_searched_for(sample: Cli, text: str) -> None:
    assert sample("search", text, "--json").code == 0


def test_stars_are_set_seen_and_taken_away(sample: Cli) -> None:
    assert sample("bookmark", "sample-2024/126", "sample-2023/10", "--json").json == [
        {"ref": "sample-2024/126", "bookmarked": True, "star": "starred"},
        {"ref": "sample-2023/10", "bookmarked": True, "star": "starred"},
    ]
    assert "sample-2024/130: tentative" in sample("bookmark", "sample-2024/130", "--tentative").out
    mine = sample("programme", "--edition", "sample-2024", "--bookmarked", "--json").json
    assert [(e["ref"], e["bookmarked"]) for e in mine] == [
        ("sample-2024/126", True),
        ("sample-2024/130", True),
    ]
    assert "★" in sample("programme", "--edition", "sample-2024", "--bookmarked").out
    assert sample("unbookmark", "sample-2024/126").code == 0
    left = sample("programme", "--edition", "sample-2024", "--bookmarked", "--json").json
    assert [entry["ref"] for entry in left] == ["sample-2024/130"]
    assert len(sample("bookmark", "sample-2024/7", "sample-2024/007", "--json").json) == 1


def test_json_is_what_was_asked_for(sample: Cli) -> None:
    assert sample("editions", "--js").json
    assert sample("search", "--", "--json").out.startswith("Nothing")


def test_the_sample_has_no_news(sample: Cli) -> None:
    assert sample("changes", "--json", "--since", "last").json == []
    assert sample("changes", "--since", "2024-01-01", "--mine").out == ""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("programme", "--edition", "qtml1999"), "qtml1999"),
        (("programme", "--day", "25.11.2024"), "25.11.2024"),
        (("programme", "--zone", "Moon"), "event, local or a name like Europe/Zurich"),
        (("show", "sample-2024/99999"), "sample-2024/99999"),
        (("show", "nonsense"), "nonsense"),
        (("bookmark", "sample-2024/block-47"), "block-47"),
        (("search", "x", "--limit", "0"), "“0”"),
        (("programme", "--now", "yesterday"), "yesterday"),
        (("export", "--all", "-o", "x.ics"), "--edition KEY"),
        (("export", "-o", "x.ics"), "--bookmarked"),
        (("sync",), "--sample"),
        (("show", "y" * 3000), "yyy…"),
        (("programme", "--edition", "z" * 3000), "zzz…"),
        (("programme", "--as-of", "0001-01-01T00:00+14:00"), "0001-01-01T00:00+14:00"),
        (("programme", "--now", "9999-12-31T23:59-12:00"), "9999-12-31T23:59-12:00"),
        (("export", "--bookmarked", "-o", " "), "ends in /"),
        (("tour", "--output", ""), "--output"),
        (("editions", "--data-dir", " "), "--data-dir"),
        (("sync", "sample-2024"), "invented"),
        (("dance",), "dance"),
        ((), "VERB"),
    ],
)
def test_wrong_words_are_named_in_words_and_in_json(
    sample: Cli, words: tuple[str, ...], named: str
) -> None:
    result = sample(*words, "--json")
    assert result.code == 2
    assert named in result.json["error"]["message"]
    assert result.err == ""
    if words:
        plain = sample(*words)
        assert plain.code == 2
        assert named in plain.err
        assert plain.out == ""


def test_a_computer_without_programmes_says_what_to_do(cli: Cli) -> None:
    result = cli("programme")
    assert result.code == 2
    assert "Sync it first, or load the sample." in result.err


def test_help_and_the_readme_name_every_verb(cli: Cli, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli("--help")
    assert caught.value.code == 0
    out = capfd.readouterr().out
    readme = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    assert {"sync", "publish", "remote-plan", "doctor"} <= VERBS.keys()
    for verb in VERBS:
        assert re.search(rf"^ +{verb}\b", out, re.MULTILINE)
        assert re.search(rf"^\|.*`{verb}\b", readme, re.MULTILINE), verb


def test_a_withdrawn_poster_without_speakers_is_one_readable_line() -> None:
    ref = EntryRef("k", EntryKind.CONTRIBUTION, 7)
    poster = Entry(ref, "Boards", board_number="12", state=EntryState.WITHDRAWN)
    line = entry_line(poster, UTC)
    assert line.endswith("Boards · board 12 · no longer in the programme  [k/7]")
