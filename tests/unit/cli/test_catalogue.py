"""`catalogue` on the command line, over a real folder."""

from pathlib import Path

import pytest

from tests.support.recorded import CERN
from tests.support.replay_server import ReplayServer
from tests.unit.cli.conftest import Cli

HEAD = 'schema = 1\nseries = "Quantum Techniques in Machine Learning"\nshort_name = "QTML"\n'


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.toml"
    path.write_text(HEAD + "updated = 2999-01-31\n[[edition]]\nyear = 2027\n", "utf-8")
    return path


def test_the_list_of_the_program_is_shown(cli: Cli) -> None:
    document = cli("catalogue", "show", "--json").json
    assert document.keys() == {"editions", "own", "updated", "notice"}
    assert document["editions"][-1] == "qtml2026"
    assert cli("catalogue", "show").out.startswith("10 editions: qtml2017, ")


def test_an_update_from_a_file_and_back(cli: Cli, listed: Path) -> None:
    document = cli("catalogue", "update", listed, "--json").json
    assert (document["added"], document["changed"], document["removed"]) == (["qtml2027"], [], [])
    assert (document["own"], document["updated"]) == (["qtml2027"], "2999-01-31")
    assert "qtml2027" in [item["key"] for item in cli("editions", "--json").json]
    assert "From the update: qtml2027" in cli("catalogue", "show").out
    assert "as before" in cli("catalogue", "update", listed).out
    assert cli("catalogue", "reset").out == "gone: qtml2027\n"
    assert cli("catalogue", "show", "--json").json["own"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("update",), 2, "Give a file"),
        (("show", "x.toml"), 2, "Give a file"),
        (("update", "http://example.org/list.toml"), 2, "Use the https address"),
        (("update", "ftp://example.org/list.toml"), 2, "not an https address"),
        (("update", "no-such-file.toml"), 4, "No such file"),
    ],
)
def test_what_cannot_be_taken_is_said(
    cli: Cli, listed: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    cli("catalogue", "update", listed)
    result = cli("catalogue", *words)
    assert result.code == code
    assert said in result.err
    assert cli("catalogue", "show", "--json").json["own"] == ["qtml2027"]


def test_a_damaged_update_is_passed_by_and_named(cli: Cli, listed: Path, tmp_path: Path) -> None:
    cli("catalogue", "update", listed)
    (tmp_path / "data" / "catalogue.toml").write_bytes(b"\xff")
    assert "not UTF-8" in cli("catalogue", "show").out
    assert cli("editions").code == 0


def test_an_event_synced_by_its_address_goes_by_its_new_key(
    cli: Cli, replay: ReplayServer, tmp_path: Path
) -> None:
    replay.serve_event(CERN)
    (report,) = cli("sync", replay.url(CERN), "--json").json
    cli("bookmark", f"{report['edition']}/10")
    entry = (
        f'[[edition]]\nyear = 2027\nindico = {{ base = "https://{replay.host}", '
        f'event_id = {CERN} }}\nsources = [{{ keys = ["indico"], source = "me" }}]\n'
    )
    (tmp_path / "list.toml").write_text(HEAD + entry, "utf-8")
    cli("catalogue", "update", tmp_path / "list.toml")
    mine = cli("programme", "--edition", "qtml2027", "--bookmarked", "--json").json
    assert [item["ref"] for item in mine] == ["qtml2027/10"]
    shown = cli("show", f"{report['edition']}/10", "--json").json
    assert shown["ref"] == "qtml2027/10"
    (again,) = cli("sync", "qtml2027", "--json").json
    assert (again["edition"], again["status"]) == ("qtml2027", "unchanged")
