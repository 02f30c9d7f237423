"""Draws the pictures of README and docs/tour.md: `python packaging/dev/make_pictures.py`.

Each is made by the program itself (`qtml-companion render`), on the sample and on answers of a real
Indico that the tests keep; all talks and people in them are invented. A name as argument draws only
the pictures whose names hold it.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "images"
ANSWERS = ROOT / "tests" / "data" / "indico"
NOW = "2024-11-26T10:40:00+11:00"
LONG = (
    "On the unreasonable length of titles: a systematic, reproducible and deliberately exhaustive "
    "study of two hundred characters of quantum machine learning, with an application to lists, "
    "tiles, pages and the people who read them"
)
TITLES = (LONG, "量子機器學習:從核方法到變分電路", "Kernels for cats 🐈‍⬛ and other 🧪 data 🎉")

SAMPLE, CHANGED, LARGE, EDGE, BARE, NEW = "sample", "changed", "large", "edge", "bare", "new"
WIDE, MIDDLE, NARROW = "1280x800", "900x600", "640x800"

Shot = tuple[str, str, tuple[str, ...]]


def shots() -> list[Shot]:
    """Name, data and words for `render` of every picture."""
    light = [
        (f"tour/{view}", SAMPLE, (view,))
        for view in (
            "programme",
            "timetable",
            "now",
            "agenda",
            "posters",
            "people",
            "talk",
            "search",
            "series",
            "compare",
            "remote",
        )
    ]
    dark = [
        (f"tour/{view}-dark", SAMPLE, (view, "--theme", "dark"))
        for view in ("programme", "timetable", "agenda", "series", "compare", "remote")
    ]
    french = [
        (f"tour/{view}-french", SAMPLE, (view, "--language", "fr"))
        for view in ("programme", "agenda", "series")
    ]
    sizes = [
        ("tour/programme-150", SAMPLE, ("programme", "--scale", "1.5")),
        ("tour/programme-900", SAMPLE, ("programme", "--size", MIDDLE)),
        ("tour/programme-640", SAMPLE, ("programme", "--size", NARROW)),
        ("tour/talk-480", SAMPLE, ("talk", "--size", "480x800", "--theme", "dark")),
        ("tour/my-time", SAMPLE, ("programme", "--zone", "America/Los_Angeles")),
    ]
    edges = [
        ("tour/large-programme", LARGE, ("programme",)),
        ("tour/large-timetable", LARGE, ("timetable",)),
        ("tour/edge-programme", EDGE, ("programme",)),
        ("tour/edge-timetable", EDGE, ("timetable",)),
        ("tour/export", SAMPLE, ("export",)),
        ("tour/export-dark", SAMPLE, ("export", "--theme", "dark")),
        ("tour/changes", CHANGED, ("changes",)),
        ("tour/changes-dark", CHANGED, ("changes", "--theme", "dark")),
        ("tour/no-talks", BARE, ("programme",)),
        ("tour/no-network", NEW, ("first-run",)),
        ("tour/no-network-dark", NEW, ("first-run", "--theme", "dark")),
    ]
    return [("programme-light", SAMPLE, ("programme",)), *light, *dark, *french, *sizes, *edges]


def companion(data: Path, *words: str) -> str:
    """Run the program on a data folder; returns what it printed."""
    command = [sys.executable, "-m", "companion", "--data-dir", str(data), "--now", NOW, *words]
    home = {**os.environ, "HOME": "/home/ada"}  # is seen where files are offered
    done = subprocess.run(command, cwd=ROOT, env=home, check=True, capture_output=True, text=True)
    return done.stdout


def star_some(data: Path, edition: str) -> None:
    """Star every ninth talk of an edition."""
    entries = json.loads(companion(data, "programme", "--edition", edition, "--json"))
    talks = [entry["ref"] for entry in entries if entry["kind"] == "contribution"]
    companion(data, "bookmark", *talks[::9])


def read(name: str) -> Any:
    """A recorded answer, packed or not."""
    path = ANSWERS / name
    if path.exists():
        return json.loads(path.read_bytes())
    return json.loads(gzip.decompress(path.with_name(path.name + ".gz").read_bytes()))


def pack(data: Path, event: Any, timetable: Any, recorded: str) -> None:
    """Store answers as those of an event of an invented site."""
    result = event["results"][0]
    manifest = {
        "format": 1,
        "key": f"indico.example.org-{result['id']}",
        "number": int(result["id"]),
        "base_url": "https://indico.example.org",
        "title": result["title"],
        "timezone": result["timezone"],
        "recorded": recorded,
    }
    snapshot = data.with_suffix(".zip")
    with zipfile.ZipFile(snapshot, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in (("manifest", manifest), ("event", event), ("timetable", timetable)):
            packed.writestr(f"{name}.json", json.dumps(body))
    companion(data, "open", str(snapshot))


def recorded(data: Path, name: str, change: Callable[[Any], None], when: str = NOW) -> None:
    """Store a recorded event after a change of it."""
    event, timetable = read(f"{name}.event.json"), read(f"{name}.timetable.json")
    change(event["results"][0])
    pack(data, event, timetable, when)


def retitled(title: str) -> Callable[[Any], None]:
    """Give an event a title of its own, as its talks are invented."""

    def change(result: Any) -> None:
        result["title"] = title

    return change


def edged(result: Any) -> None:
    """Titles that few programmes have and any may have."""
    result["title"] = "Conference of long titles"
    for place, contribution in enumerate(result["contributions"]):
        if place % 4 < len(TITLES):
            contribution["title"] = TITLES[place % 4]


def emptied(result: Any) -> None:
    """An event that has published nothing yet."""
    result["title"] = "Conference to come"
    result["contributions"] = []


def prepare(folder: Path) -> None:
    """A data folder for each kind of picture."""
    companion(folder / SAMPLE, "sync", "--sample")
    star_some(folder / SAMPLE, "sample-2024")
    recorded(folder / LARGE, "large/1288986", retitled("Conference of 2,000 talks"))
    recorded(folder / EDGE, "before/1", edged)
    recorded(
        folder / CHANGED,
        "before/1288979",
        retitled("Conference of changes"),
        "2024-11-20T09:00:00+00:00",
    )
    star_some(folder / CHANGED, "indico.example.org-1288979")
    recorded(folder / CHANGED, "after/1288979", retitled("Conference of changes"))
    event = read("before/1.event.json")
    emptied(event["results"][0])
    pack(folder / BARE, event, {"count": 1, "results": {"1": {}}}, NOW)


def main(wanted: str) -> None:
    """Draw the pictures whose names hold a text."""
    (PICTURES / "tour").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for picture, data, words in shots():
            if wanted in picture:
                target = PICTURES / f"{picture}.png"
                companion(folder / data, "render", *words, "-o", str(target))
                print(picture, flush=True)


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "")
