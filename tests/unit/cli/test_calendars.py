"""export, calendars and import-calendar on the sample."""

from pathlib import Path

import pytest
import vobject

from companion.app import Companion, utc_now
from companion.cli.calendar_shapes import plan_lines
from companion.domain.calendar import CalendarPlan
from companion.paths import locate
from tests.unit.cli.conftest import Cli

EDITION = "sample-2024"


def titles(path: Path) -> list[str]:
    calendar = vobject.readOne(path.read_bytes().decode())
    return sorted(event.summary.value for event in calendar.contents.get("vevent", []))


def talks(cli: Cli, edition: str = EDITION) -> list[dict[str, object]]:
    entries = cli("programme", "--edition", edition, "--json").json
    return [entry for entry in entries if entry["kind"] == "contribution"]


def test_posters_are_together_by_default_and_apart_on_request(sample: Cli, tmp_path: Path) -> None:
    target = tmp_path / "all.ics"
    words = ("export", "--edition", EDITION, "--all", "-o", target, "--json")
    together = sample(*words).json
    assert together.keys() == {
        "path", "bytes", "written", "name", "entries", "added", "moved", "changed", "cancelled",
        "same", "left_out", "plain_zones", "kept",
    }  # fmt: skip
    assert together["bytes"] == target.stat().st_size
    assert together["name"].startswith("SAMPLE ")
    assert {item["reason"] for item in together["left_out"]} == {"unscheduled"}
    known = {talk["ref"] for talk in talks(sample)}
    assert {item["ref"] for item in together["left_out"]} <= known
    posters = [talk for talk in talks(sample) if talk["is_poster"] and talk["start"]]
    apart = sample(*words, "--posters", "each").json
    assert apart["added"] == len(posters)
    assert apart["cancelled"] > 0
    none = sample(*words, "--posters", "none").json
    assert none["cancelled"] >= len(posters)


def test_a_person_a_session_a_talk_and_a_day(sample: Cli, tmp_path: Path) -> None:
    target = tmp_path / "some.ics"
    talk = next(item for item in talks(sample) if item["speakers"] and item["start"])
    name = talk["speakers"][0]["name"]  # type: ignore[index]  # a list of people
    for words in (
        ("--person", name),
        ("--session", talk["session"]),
        ("--talk", talk["ref"]),
        ("--edition", EDITION, "--all", "--day", talk["day"]),
    ):
        result = sample("export", *words, "--posters", "each", "-o", target)
        assert result.code == 0
        assert talk["title"] in titles(target)
        assert "written to" in result.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--all",), "--edition KEY"),
        (("--talk", f"{EDITION}/1", "--day", "2024-11-26"), "leave out --day"),
        (("--talk", f"{EDITION}/99999"), "no talk"),
        (("--person", "Nobody At All"), "is not in the stored programmes"),
        (("--bookmarked", "--alarm", "-1"), "number of minutes"),
        (("--bookmarked", "--alarm", "99999"), "number of minutes"),
        (("--bookmarked", "--keep", "--since-last"), "always whole"),
    ],
)
def test_wrong_usage_is_told(
    sample: Cli, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    result = sample("export", *words, "-o", tmp_path / "x.ics")
    assert result.code == 2
    assert told in result.err
    assert not (tmp_path / "x.ics").exists()


def test_standard_output_remembers_nothing(sample: Cli) -> None:
    assert sample("export", "--bookmarked", "--since-last", "-o", "-").code == 2
    assert "BEGIN:VCALENDAR" in sample("export", "--bookmarked", "-o", "-").out


def test_the_form_is_as_asked_for(sample: Cli, tmp_path: Path) -> None:
    target = tmp_path / "all.ics"
    words = ("--zone", "event", "--alarm", "15", "--breaks", "--unscheduled", "--cancelled")
    result = sample("export", "--edition", EDITION, "--all", *words, "-o", target, "--json")
    text = target.read_text("utf-8")
    assert "DTSTART;TZID=Australia/Melbourne:" in text
    assert "TRIGGER:-PT15M" in text
    assert "qtml-companion-break-" in text
    posters = {talk["ref"] for talk in talks(sample) if talk["is_poster"]}
    assert not posters & {item["ref"] for item in result.json["left_out"]}


def test_a_zone_without_yearly_rules_is_told(sample: Cli) -> None:
    plan = CalendarPlan("agenda", (), plain_zones=("Africa/Casablanca",))
    companion = Companion(locate(), utc_now)
    try:
        lines = list(plan_lines(plan, companion.editions))
    finally:
        companion.close()
    assert lines[0] == "  no entries"
    assert "clocks of Africa/Casablanca" in lines[1]


def test_only_changes_and_then_nothing(sample: Cli, tmp_path: Path) -> None:
    target = tmp_path / "mine.ics"
    first, second = [str(talk["ref"]) for talk in talks(sample) if talk["start"]][:2]
    sample("bookmark", first)
    mine = ("export", "--bookmarked", "-o", target)
    sample(*mine)
    sample("bookmark", second)
    assert sample(*mine, "--since-last", "--json").json["entries"] == 1
    again = sample(*mine, "--since-last")
    assert "Nothing has changed" in again.out
    assert "no entries" in again.out
    target.unlink()
    assert f"{target} was not touched" in sample(*mine, "--since-last").out
    assert not target.exists()


def test_a_file_and_a_folder_are_kept_up_to_date(sample: Cli, tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.ics", tmp_path / "vdir"
    first, second = [str(talk["ref"]) for talk in talks(sample) if talk["start"]][:2]
    sample("bookmark", first)
    assert sample("export", "--bookmarked", "--keep", "-o", file, "--json").json["kept"] is True
    sample("export", "--bookmarked", "--keep", "-o", f"{folder}/")
    assert sample("sync", "--sample").err == ""
    sample("bookmark", second)
    synced = sample("sync", "--sample", "--json")
    assert f"{file} is up to date" in synced.err
    assert {item["status"] for item in synced.json} == {"unchanged"}
    assert len(titles(file)) == len(list(folder.iterdir())) == 2
    listed = sample("calendars", "--refresh", "--json")
    assert (listed.code, [item["written"] for item in listed.json]) == (0, [False, False])
    assert {item["kind"] for item in listed.json} == {"file", "vdir"}
    file.write_bytes(b"#!/bin/sh")
    assert "no longer a calendar" in sample("sync", "--sample").err
    refreshed = sample("calendars", "--refresh")
    assert refreshed.code == 4
    assert "as it was" in refreshed.out
    file.unlink()
    assert f"{file} (bookmarked=yes): written" in sample("calendars", "--refresh").out
    left = sample("calendars", "--forget", file)
    assert str(file) not in left.out
    assert sample("calendars", "--forget", file).code == 2


def test_a_folder_is_meant_only_with_a_slash(sample: Cli, tmp_path: Path) -> None:
    for place in (tmp_path, ""):
        result = sample("export", "--bookmarked", "-o", place)
        assert (result.code, "ends in /" in result.err) == (2, True)
    assert list(tmp_path.glob("*.ics")) == []


def test_a_folder_that_cannot_be_made_is_named(sample: Cli, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = sample("export", "--bookmarked", "-o", f"{tmp_path}/file/")
    assert (result.code, "cannot be written" in result.err) == (1, True)


def test_stars_come_back_from_a_calendar(sample: Cli, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    refs = [str(talk["ref"]) for talk in talks(sample) if talk["start"]][:3]
    sample("bookmark", *refs)
    sample("export", "--bookmarked", "--posters", "each", "-o", file)
    sample("unbookmark", refs[0])
    sample("export", "--bookmarked", "--posters", "each", "-o", file)
    sample("unbookmark", refs[1])
    foreign = "BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n"
    text = file.read_bytes().decode().replace("END:VCALENDAR", f"{foreign * 2}END:VCALENDAR")
    file.write_bytes(text.encode())
    dry = sample("import-calendar", file, "--dry-run", "--json").json
    assert dry["starred"] == [{"ref": refs[1], "star": "starred"}]
    assert dry["already"] == [refs[2]]
    assert len(dry["cancelled"]) == 1
    assert dry["unknown"] == [{"uid": "x", "title": "", "start": None}] * 2
    assert len(dry["problems"]) == 1
    assert "1 talk to star, 1 had" in sample("import-calendar", file, "--dry-run").out
    out = sample("import-calendar", file).out
    assert "1 talk starred, 1 had their star" in out
    assert "cancelled, not starred" in out
    assert "without a title (x)" in out
    assert {str(t["ref"]) for t in talks(sample) if t["bookmarked"]} == {refs[1], refs[2]}
    assert sample("import-calendar", tmp_path / "none.ics").code == 4
