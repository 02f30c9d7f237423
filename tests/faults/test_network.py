"""Whatever the line and the server do: a sentence, the right exit code, nothing lost."""

import gzip
import json
import socket
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from companion.fetch.limits import Limits
from tests.faults.conftest import QUICK, Home
from tests.faults.counts import FULL, TRIED, times
from tests.support.recorded import CERN, recorded
from tests.support.replay_server import Answer, ReplayServer

Script = Callable[[ReplayServer, str], Answer]
MIB = 1024 * 1024


def whole(server: ReplayServer, kind: str) -> bytes:
    return server.recorded(CERN, kind)


@cache
def bomb() -> bytes:
    """50 MiB that arrive as 50 KiB."""
    return gzip.compress(bytes(50 * MIB))


def duplicate(server: ReplayServer, kind: str) -> Answer:
    document = json.loads(whole(server, kind))
    if kind == "event":
        talks = document["results"][0]["contributions"]
        talks += [{**talk, "title": "An impostor"} for talk in talks[:5]]
    return Answer.json(document)


FAULTS: dict[str, tuple[Script, int]] = {
    "slow drip": (lambda s, k: Answer(whole(s, k), drip_s=0.05), 3),
    "silence": (lambda s, k: Answer(delay_s=9), 3),
    "hung up": (lambda s, k: Answer(wire=b""), 3),
    "no http": (lambda s, k: Answer(wire=b"SSH-2.0-OpenSSH_9.2\r\n"), 4),
    "302 to login": (lambda s, k: Answer.redirect("/login/?next=%2Fevent%2F1"), 4),
    "302 to a portal": (lambda s, k: Answer.redirect("https://portal.example/welcome"), 4),
    "200 login page": (lambda s, k: Answer.html(recorded("login.html")), 4),
    "404 page": (lambda s, k: Answer.html(recorded("404.html.gz"), 404), 4),
    "404": (lambda s, k: Answer.json({"error": {"message": "no"}}, 404), 4),
    "429": (lambda s, k: Answer(status=429, headers={"Retry-After": "1"}), 3),
    "429 for hours": (lambda s, k: Answer(status=429, headers={"Retry-After": "9999"}), 3),
    "500": (lambda s, k: Answer.html("<h1>Oops</h1>", 500), 3),
    "503": (lambda s, k: Answer(status=503), 3),
    "too long": (lambda s, k: Answer(whole(s, k), length=len(whole(s, k)) + 100), 4),
    "too short": (lambda s, k: Answer(whole(s, k), length=len(whole(s, k)) - 100), 4),
    "gzip bomb": (lambda s, k: Answer(bomb(), headers={"Content-Encoding": "gzip"}), 4),
    "100 MB": (lambda s, k: Answer(b" " * (5 * MIB), length=100 * MIB), 4),
    "broken gzip": (
        lambda s, k: Answer(gzip.compress(whole(s, k))[:-20], headers={"Content-Encoding": "gzip"}),
        4,
    ),
    "invalid UTF-8": (lambda s, k: Answer(whole(s, k).replace(b'"title"', b'"\xff\xfe"')), 4),
    "deep nesting": (lambda s, k: Answer(b"[" * 200_000 + b"]" * 200_000), 4),
    "empty": (lambda s, k: Answer(b""), 4),
    "not JSON": (lambda s, k: Answer(b"{'a': 1}"), 4),
    "wrong envelope": (lambda s, k: Answer.json({"results": "?"}), 4),
    "another event": (
        lambda s, k: Answer(whole(s, k).replace(str(CERN).encode(), b"1288000")),
        4,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_changes_nothing(home: Home, name: str, client: Callable[[Limits], None]) -> None:
    make, code = FAULTS[name]
    if name in {"slow drip", "silence"}:
        client(QUICK)
    before = home.state()
    for faulty in (("event",), ("timetable",), ("event", "timetable"))[: times(1, 3)]:
        home.server.serve_event(CERN, folder="after")
        for kind in faulty:
            home.server.script(f"/export/{kind}/{CERN}.json", make(home.server, kind))
        result = home.sync()
        TRIED["network faults"] += 1
        assert result.code == code, result.out
        assert result.json[0]["status"] == ("unreachable" if code == 3 else "refused")
        assert result.json[0]["message"]
        assert home.state() == before
    home.server.serve_event(CERN, folder="after")
    assert home.sync("--refresh").json[0]["status"] == "updated"
    assert home.state().stars == before.stars


def test_the_same_talk_twice_is_one_talk(home: Home) -> None:
    before = home.state()
    for kind in ("event", "timetable"):
        home.server.script(f"/export/{kind}/{CERN}.json", duplicate(home.server, kind))
    result = home.sync()
    TRIED["network faults"] += 1
    assert result.code == 0
    found = home.state()
    assert before.programme is not None
    assert found.programme is not None
    ids = [item.db_id for item in found.programme.contributions]
    assert sorted(ids) == sorted({item.db_id for item in before.programme.contributions})
    assert found.stars == before.stars


@pytest.mark.parametrize("kind", ["event", "timetable"])
def test_a_reset_in_mid_body_changes_nothing(home: Home, kind: str) -> None:
    """The program's own three attempts each break off; at every percent in the full form."""
    before = home.state()
    home.server.serve_event(CERN, folder="after")
    content = home.server.recorded(CERN, kind, "after")
    for percent in range(0, 100, times(24, 1)):
        reset = Answer(content, reset_at=len(content) * percent // 100)
        home.server.script(f"/export/{kind}/{CERN}.json", reset)
        assert home.sync().code == 3
        TRIED["resets"] += 1
        assert home.state() == before


def test_refused_and_unknown_names(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = home.state()
    home.server.stop()
    refused = home.sync()
    assert (refused.code, "cannot be reached" in refused.json[0]["message"]) == (3, True)

    def unknown(*_args: Any, **_options: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    result = home.cli("sync", "https://indico.invalid/event/1", "--json")
    assert (result.code, "was not found" in result.json[0]["message"]) == (3, True)
    TRIED["network faults"] += 2
    assert home.state() == before


@pytest.mark.parametrize("tls", ["good", "expired"])
def test_certificates_that_nobody_trusts(home: Home, tls: str) -> None:
    before = home.state()
    with ReplayServer(tls=tls) as server:
        server.serve_event(CERN)
        result = home.cli("sync", server.url(CERN), "--json")
        assert server.seen == []
    TRIED["network faults"] += 1
    assert (result.code, "certificate" in result.json[0]["message"]) == (3, True)
    assert home.state() == before


def test_the_form_is_known() -> None:
    assert times(1, 2) == (2 if FULL else 1)
