"""The verbs of the series over the sample, in JSON and in lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.conftest import Cli

TRUTH = Path(__file__).parents[2] / "data" / "series" / "truth.json"


def truth() -> dict[str, Any]:
    return json.loads(TRUTH.read_text("utf-8"))


def a_follow_up() -> tuple[str, str]:
    row = truth()["follow_ups"][0]
    return f"sample-2023/{row['then']['db_id']}", f"sample-2024/{row['now']['db_id']}"


def test_the_series_in_json(sample: Cli) -> None:
    found = sample("--now", "2024-11-24T12:00:00Z", "series", "--json").json
    keys = [item["key"] for item in found]
    assert keys[0] == "qtml2017"
    assert keys[-2:] == ["sample-2023", "sample-2024"]
    melbourne = next(item for item in found if item["key"] == "qtml2024")
    assert set(melbourne) == {
        *("key", "title", "year", "number", "city", "country", "venue", "host", "timezone"),
        *("start", "end", "state", "states", "is_sample", "now_local", "offset_minutes"),
        *("starts_in_s", "links", "sources", "unverified"),
    }
    assert melbourne["state"] == "next"
    assert melbourne["venue"] is None
    assert melbourne["now_local"] == "2024-11-24T23:00:00+11:00"
    assert "the project's statement" in melbourne["sources"]["start"]
    assert "start" in melbourne["unverified"]
    assert "venue" not in melbourne["sources"]
    assert all(set(link) == {"title", "url", "source"} for link in melbourne["links"])


def test_the_series_in_lines(sample: Cli) -> None:
    out = sample("--now", "2024-11-24T21:00:00Z", "series").out
    assert "QTML 2023 (qtml2023): past, known" in out
    assert "there now Mon 08:00, " in out
    assert "edition 8; Melbourne, Australia; 2024-11-25 to 2024-11-29" in out
    assert "number not known; place not known; dates not known; host: not known" in out
    assert "CERN Quantum Technology Initiative: https://quantum.cern/" in out
    early = sample("--now", "2024-11-23T21:00:00Z", "series").out
    assert "starts in 16 h" in early or "starts in 15 h" in early


def test_comparison_in_json(sample: Cli) -> None:
    found = sample("compare", "sample-2023", "sample-2024", "--json").json
    assert set(found) == {"returning", "new", "organisations", "topics", "sizes"}
    assert set(found["returning"][0]) == {"name", "certainty", "then", "now"}
    assert {item["certainty"] for item in found["returning"]} == {"certain", "likely", "doubtful"}
    assert all(ref.startswith("sample-2023/") for ref in found["returning"][0]["then"])
    assert all(set(item) == {"name"} for item in found["new"])
    assert set(found["organisations"]) == {"both", "new", "gone"}
    assert "ETH Zurich" in found["organisations"]["both"]
    assert all(set(item) == {"term", "then", "now"} for item in found["topics"])
    assert list(found["sizes"]) == ["sample-2023", "sample-2024"]
    assert set(found["sizes"]["sample-2023"]) == {
        *("talks", "posters", "tutorials", "sessions", "minutes_per_day", "max_parallel"),
    }


def test_comparison_in_lines(sample: Cli) -> None:
    out = sample("compare", "sample-2023", "sample-2024").out
    assert "sample-2023: 58 talks, 50 posters, 6 tutorials" in out
    assert "up to 3 in parallel" in out
    assert "Returning, doubtful: " in out
    assert "nothing else speaks for it" in out
    assert "  barren plateaus: 9, 2; shrank" in out
    assert "Organisations gone: " in out


def test_comparing_needs_editions_that_are_stored(sample: Cli) -> None:
    result = sample("compare", "sample-2023", "qtml1900", "--json")
    assert result.code == 2
    assert "qtml1900" in result.json["error"]["message"]
    assert sample("compare", "qtml2023", "sample-2024").code == 2


def test_follow_ups(sample: Cli) -> None:
    then, now = a_follow_up()
    found = sample("followups", then, "--json").json
    assert [set(item) for item in found] == [{"ref", "reason", "confidence"}]
    assert found[0]["ref"] == now
    assert found[0]["confidence"] == "very likely"
    assert " in both; " in found[0]["reason"]
    out = sample("followups", now).out
    assert out.startswith(f"{then}: ")
    assert "predecessor, very likely: " in out
    assert sample("followups", "sample-2023/999999", "--json").code == 2


@pytest.mark.parametrize("zone", ["Europe/Zurich", "America/Los_Angeles"])
def test_remote_plan_in_json(sample: Cli, zone: str) -> None:
    words = ("remote-plan", "sample-2024", "--zone", zone, "--awake", "07:00-23:00")
    found = sample(*words, "--json").json
    programme = sample("programme", "--edition", "sample-2024", "--json").json
    talks = [entry for entry in programme if entry["kind"] == "contribution"]
    assert sorted(item["ref"] for item in found) == sorted(entry["ref"] for entry in talks)
    assert {item["verdict"] for item in found} == {"live", "night", "later"}
    assert all(set(item) == {"ref", "start", "verdict"} for item in found)
    starts = [item["start"] for item in found]
    assert starts == sorted(starts, key=lambda start: (start is None, start or ""))
    assert starts[-1] is None


def test_remote_plan_in_lines_and_stars(sample: Cli) -> None:
    words = ("remote-plan", "sample-2024", "--zone", "Europe/Zurich")
    before = sample(*words).out
    assert "no time yet" in before
    assert "★" not in before
    after = sample(*words, "--star").out
    assert "live  " in after
    assert "★" in after
    assert "☆" in after
    stars = sample("programme", "--edition", "sample-2024", "--bookmarked", "--json").json
    live = [item for item in sample(*words, "--json").json if item["verdict"] == "live"]
    assert sum(entry["star"] == "starred" for entry in stars) == len(live)
    wrong = sample("remote-plan", "sample-2024", "--awake", "late")
    assert wrong.code == 2
    assert "waking hours" in wrong.err


def test_following(sample: Cli) -> None:
    found = sample("follow", "organisation", "ETH", "Zurich", "--json").json
    assert set(found) == {"kind", "name", "since", "talks"}
    assert found["name"] == "ETH Zurich"
    assert found["talks"]
    assert "talks so far" in sample("follow", "topic", "VQC").out
    listed = sample("follow", "list", "--json").json
    assert [item["kind"] for item in listed] == ["organisation", "topic"]
    assert "topic “VQC”: " in sample("follow", "list").out
    assert sample("follow", "news", "--json").json == []
    assert sample("unfollow", "topic", "VQE", "--json").code == 2
    gone = sample("unfollow", "topic", "vqcs", "--json").json
    assert gone == {"kind": "topic", "name": "vqcs", "followed": False}
    assert [item["kind"] for item in sample("follow", "list", "--json").json] == ["organisation"]
    assert "no longer followed" in sample("unfollow", "organisation", "ETH Zürich").out
    assert sample("follow", "list", "everything").code == 2
    assert sample("follow", "planet", "Mars").code == 2


def test_news_until_they_are_seen(cli: Cli) -> None:
    said = cli("follow", "topic", "barren plateaus").out
    assert said == "topic “barren plateaus”: 0 talks so far\n"
    assert cli("sync", "--sample").code == 0
    news = cli("follow", "news", "--json").json
    assert len(news) == 11
    assert set(news[0]) == {"ref", "title", "first_seen", "because"}
    assert news[0]["because"] == [{"kind": "topic", "name": "barren plateaus"}]
    assert "(topic “barren plateaus”)" in cli("follow", "seen").out
    assert cli("follow", "news", "--json").json == []
