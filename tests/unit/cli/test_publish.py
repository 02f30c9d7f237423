"""publish, over a real Radicale."""

import getpass
import sys
from types import SimpleNamespace

import pytest

from tests.unit.caldav_publish.conftest import PASSWORD, USER, Radicale, radicale
from tests.unit.cli.conftest import Cli

__all__ = ["radicale"]

VARIABLE = "QTML_COMPANION_CALDAV_PASSWORD"


def talks(cli: Cli) -> list[str]:
    entries = cli("programme", "--edition", "sample-2024", "--json").json
    return [item["ref"] for item in entries if item["kind"] == "contribution" and item["start"]]


def test_an_agenda_is_published(
    sample: Cli, radicale: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample("bookmark", *talks(sample)[:2])
    words = ("publish", "--caldav", radicale.base, "--user", USER)
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    missing = sample(*words)
    assert (missing.code, VARIABLE in missing.err) == (2, True)
    monkeypatch.setenv(VARIABLE, PASSWORD)
    document = sample(*words, "--json").json
    assert (document["sent"], document["added"], document["left_out"]) == (2, 2, [])
    assert document["url"].startswith(radicale.base)
    assert document["name"].startswith("SAMPLE")
    (listed,) = sample("calendars", "--json").json
    assert (listed["path"], listed["kind"]) == (document["url"], "caldav")
    assert f"of {USER}" in sample("calendars").out
    assert sample("calendars", "--forget", document["url"], "--json").json == []
    again = sample(*words, "--talk", talks(sample)[0])
    assert "1 entry sent" in again.out
    assert "1 cancelled" in again.out
    monkeypatch.setenv(VARIABLE, "verkehrt")
    refused = sample(*words, "--json")
    assert (refused.code, refused.json["error"]["type"]) == (4, "CalendarLogin")


def test_a_password_is_asked_for_and_kept_only_on_request(
    sample: Cli, radicale: Radicale, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: dict[tuple[str, str], str] = {}
    ring = SimpleNamespace(
        get_password=lambda *key: kept.get(key),
        set_password=lambda service, user, password: kept.update({(service, user): password}),
        errors=SimpleNamespace(KeyringError=RuntimeError),
    )
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    asked: list[str] = []
    monkeypatch.setattr(getpass, "getpass", lambda text: asked.append(text) or PASSWORD)
    words = ("publish", "--caldav", radicale.base, "--user", USER)
    assert sample(*words).code == 0
    assert kept == {}
    assert sample(*words, "--remember-password").code == 0
    assert list(kept.values()) == [PASSWORD]
    assert sample(*words).code == 0
    assert len(asked) == 2
    assert PASSWORD not in "".join(asked)
