"""Updates of the list of editions: joined with the bundled one, or refused and nothing changed."""

import os
from datetime import date
from pathlib import Path

import pytest

from companion import paths
from companion.catalogue import UpdatedCatalogue, bundled_catalogue
from companion.errors import CannotReadFile, CannotWriteFile

BUNDLED = paths.resource("editions.toml").read_text("utf-8")
HEAD = 'schema = 1\nseries = "Quantum Techniques in Machine Learning"\nshort_name = "QTML"\n'
LATER, EARLIER = "updated = 2999-01-01\n", "updated = 2001-01-01\n"
KEYS = tuple(edition.key for edition in bundled_catalogue())


def edition(year: int, city: str = "Lima", event: int | None = None) -> str:
    keys, more = '"city"', ""
    if event is not None:
        keys = '"city", "indico"'
        more = f'indico = {{ base = "https://indico.example.org", event_id = {event} }}\n'
    source = f'sources = [{{ keys = [{keys}], source = "a page" }}]\n'
    return f'[[edition]]\nyear = {year}\ncity = "{city}"\n{more}{source}'


def accept(catalogue: UpdatedCatalogue, text: str) -> None:
    catalogue.accept(text.encode(), "list.toml")


@pytest.fixture
def catalogue(tmp_path: Path) -> UpdatedCatalogue:
    return UpdatedCatalogue(tmp_path / "data")


def cities(catalogue: UpdatedCatalogue) -> dict[str, str | None]:
    return {item.key: item.city for item in catalogue.editions()}


def test_without_an_update_the_bundled_list_counts(catalogue: UpdatedCatalogue) -> None:
    found = catalogue.in_use()
    assert (found.editions, found.own, found.updated, found.notice) == (
        bundled_catalogue(), (), None, ""
    )  # fmt: skip
    assert catalogue.in_use() is found


def test_an_update_adds_and_replaces_edition_by_edition(catalogue: UpdatedCatalogue) -> None:
    catalogue.in_use()
    accept(catalogue, HEAD + LATER + edition(2026, "Cape Town") + edition(2027))
    found = catalogue.in_use()
    assert tuple(item.key for item in found.editions) == (*KEYS, "qtml2027")
    assert (found.own, found.updated) == (("qtml2026", "qtml2027"), date(2999, 1, 1))
    assert cities(catalogue)["qtml2026"] == "Cape Town"
    assert cities(catalogue)["qtml2025"] == "Singapore"


def test_an_update_without_a_date_counts_as_the_person_asked_for_it(
    catalogue: UpdatedCatalogue,
) -> None:
    accept(catalogue, HEAD + edition(2026, "Cape Town"))
    assert cities(catalogue)["qtml2026"] == "Cape Town"
    assert catalogue.in_use().updated is None


def test_an_older_update_hides_nothing_of_a_newer_program(catalogue: UpdatedCatalogue) -> None:
    accept(catalogue, HEAD + EARLIER + edition(2026, "Cape Town") + edition(2016, "Old Town"))
    assert catalogue.in_use().own == ("qtml2016",)
    assert cities(catalogue)["qtml2026"] == "Stellenbosch"
    assert catalogue.editions()[0].key == "qtml2016"


def test_the_bundled_list_itself_changes_nothing(catalogue: UpdatedCatalogue) -> None:
    accept(catalogue, BUNDLED)
    assert (catalogue.editions(), catalogue.in_use().own) == (bundled_catalogue(), ())


def test_back_to_the_bundled_list(catalogue: UpdatedCatalogue) -> None:
    accept(catalogue, HEAD + edition(2027))
    catalogue.reset()
    catalogue.reset()
    assert catalogue.editions() == bundled_catalogue()


BAD = {
    "unknown key": HEAD + "colour = 1\n" + edition(2027),
    "unknown key of an edition": HEAD + edition(2027) + "colour = 1\n",
    "wrong type": HEAD + edition(2027).replace('"Lima"', "7"),
    "wrong type of date": HEAD + 'updated = "today"\n' + edition(2027),
    "another schema": HEAD.replace("schema = 1", "schema = 2") + edition(2027),
    "no editions": HEAD,
    "cut": (HEAD + edition(2027))[:-9],
    "empty": "",
    "another series": HEAD.replace("QTML", "sample-") + edition(2023),
    "http": HEAD + edition(2027, event=5).replace("https:", "http:"),
    "an event twice": HEAD
    + edition(2027, event=1).replace("indico.example.org", "indico.qtml2024.org"),
    "too long": HEAD + edition(2027) + "#" * (1 << 20),
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_a_bad_update_changes_nothing(catalogue: UpdatedCatalogue, text: str) -> None:
    accept(catalogue, HEAD + edition(2027, "Quito"))
    before = catalogue.in_use()
    with pytest.raises(CannotReadFile, match=r"^list\.toml cannot be used: .+\.$"):
        accept(catalogue, text)
    assert catalogue.in_use() == before
    assert cities(catalogue)["qtml2027"] == "Quito"


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_an_update_that_went_bad_on_disk_is_named_and_passed_by(
    catalogue: UpdatedCatalogue, tmp_path: Path, text: str
) -> None:
    accept(catalogue, HEAD + edition(2027))
    (tmp_path / "data" / "catalogue.toml").write_text(text, "utf-8")
    found = catalogue.in_use()
    assert found.editions == bundled_catalogue()
    assert found.notice.startswith("catalogue.toml cannot be used: ")
    assert found.notice.endswith("The list that comes with the program is used.")


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing.toml", "No such file"), (".", "it is not a file"), ("a\0b", "no such file")],
)
def test_what_is_no_file_is_refused(
    catalogue: UpdatedCatalogue, tmp_path: Path, name: str, words: str
) -> None:
    with pytest.raises(CannotReadFile, match=words):
        catalogue.read(tmp_path / name)


def test_a_pipe_is_refused_without_waiting(catalogue: UpdatedCatalogue, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes on this system")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotReadFile, match="it is not a file"):
        catalogue.read(tmp_path / "pipe")


def test_of_a_huge_file_only_the_start_is_read(catalogue: UpdatedCatalogue, tmp_path: Path) -> None:
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(50 << 20)
    data = catalogue.read(tmp_path / "huge.toml")
    assert len(data) == (1 << 20) + 1
    with pytest.raises(CannotReadFile, match="larger than 1 MiB"):
        catalogue.accept(data, "huge.toml")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    catalogue = UpdatedCatalogue(tmp_path / "data")
    with pytest.raises(CannotWriteFile, match=r"catalogue\.toml"):
        accept(catalogue, HEAD + edition(2027))
    with pytest.raises(CannotWriteFile, match=r"catalogue\.toml"):
        catalogue.reset()


def test_a_place_that_is_taken_leaves_no_part_behind(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").mkdir()
    catalogue = UpdatedCatalogue(tmp_path)
    with pytest.raises(CannotWriteFile):
        accept(catalogue, HEAD + edition(2027))
    assert [item.name for item in tmp_path.iterdir()] == ["catalogue.toml"]
    assert catalogue.in_use().notice
