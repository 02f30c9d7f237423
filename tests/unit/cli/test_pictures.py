"""render and tour: the arguments and the walk; drawing itself is tested with the window."""

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from companion.app import Companion, utc_now
from companion.cli import render, tour
from companion.cli.main import Verb, run
from companion.cli.render import VIEWS, Picture
from companion.paths import locate
from companion.services.registry import Services
from tests.unit.cli.conftest import Result

Pictures = Callable[..., Result]


@pytest.fixture
def drawn() -> list[Picture]:
    return []


@pytest.fixture
def pictures(tmp_path: Path, drawn: list[Picture], capfd: pytest.CaptureFixture[str]) -> Pictures:
    """The command line with a pencil that only notes what it is asked to draw."""

    def draw(picture: Picture, services: Services) -> tuple[int, int]:
        assert services.editions.list()
        picture.output.write_bytes(b"picture")
        drawn.append(picture)
        return round(picture.size[0] * picture.scale), round(picture.size[1] * picture.scale)

    def own(folder: Path, now: datetime) -> Companion:
        return Companion(locate(folder), lambda: now)

    verbs = {
        "render": Verb(render.HELP, render.add_arguments, render.RenderVerb(draw).run),
        "tour": Verb(tour.HELP, tour.add_arguments, tour.Tour(own, draw).run),
    }

    def call(*words: object) -> Result:
        companion = Companion(locate(tmp_path / "data"), utc_now)

        def services(_args: argparse.Namespace) -> Companion:
            return companion

        code = run([str(word) for word in words], services, verbs)
        companion.close()
        captured = capfd.readouterr()
        return Result(code, captured.out, captured.err)

    return call


def test_a_picture_is_drawn_as_asked(
    pictures: Pictures, drawn: list[Picture], tmp_path: Path
) -> None:
    target = tmp_path / "talk.png"
    result = pictures(
        "render", "talk", "-o", target, "--size", "900x600", "--theme", "dark", "--scale", "1.5",
        "--zone", "Europe/Zurich", "--language", "fr", "--query", "ket", "--json",
    )  # fmt: skip
    assert result.json == {"path": str(target), "width": 1350, "height": 900}
    assert drawn == [
        Picture("talk", target, (900, 600), "dark", 1.5, "Europe/Zurich", None, "ket", "fr")
    ]
    assert "1280 × 800" in pictures("render", "programme", "-o", target).out


@pytest.mark.parametrize(
    "words",
    [
        ("dance",),
        ("talk", "--size", "big"),
        ("talk", "--size", "10x10"),
        ("talk", "--scale", "huge"),
        ("talk", "--scale", "9"),
        ("talk", "--theme", "pink"),
        ("talk", "--zone", "Mars/Phobos"),
        ("talk", "--edition", "qtml1999"),
    ],
)
def test_what_cannot_be_drawn_is_named(
    pictures: Pictures, drawn: list[Picture], tmp_path: Path, words: tuple[str, ...]
) -> None:
    result = pictures("render", *words, "-o", tmp_path / "x.png")
    assert result.code == 2
    assert words[-1] in result.err
    assert drawn == []


def test_the_tour_does_the_whole_job_on_the_sample(
    pictures: Pictures, drawn: list[Picture], tmp_path: Path
) -> None:
    folder = tmp_path / "tour"
    result = pictures("tour", "--output", folder)
    assert result.code == 0
    for words in ("Loaded sample-2024", "Searched for", "Starred sample-2024/", "Exported"):
        assert words in result.out
    assert (folder / "agenda.ics").read_bytes().count(b"BEGIN:VEVENT") > 0
    assert {(p.view, p.theme) for p in drawn} == {(v, t) for v in VIEWS for t in ("light", "dark")}
    assert all(picture.output.exists() for picture in drawn)


def test_the_tour_answers_in_json_too(pictures: Pictures, tmp_path: Path) -> None:
    steps = pictures("tour", "--output", tmp_path / "tour", "--json").json["steps"]
    assert steps[0].startswith("Loaded")
    assert steps[-1].startswith("Drew")


def test_a_tour_without_a_place_for_its_files_says_so(pictures: Pictures, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = pictures("tour", "--output", tmp_path / "file")
    assert result.code == 1
    assert "cannot be written" in result.err
