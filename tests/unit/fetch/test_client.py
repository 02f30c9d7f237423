import gzip
import json
import socket
from collections.abc import Iterator

import pytest

import companion
from companion.errors import (
    Cancelled,
    DamagedAnswer,
    NameNotFound,
    NoNetwork,
    NotAnIndico,
    Refused,
    ServerBusy,
    TimedOut,
    TlsFailed,
    TooLarge,
    Unreachable,
)
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from tests.support.recorded import TLS
from tests.support.replay_server import Answer, ReplayServer

QUICK = Limits(connect_s=2, read_s=0.4, total_s=5, body_mib=1)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(waits: list[float]) -> Iterator[HttpClient]:
    with HttpClient(QUICK, wait=waits.append) as client:
        yield client


def test_an_answer_has_status_headers_and_body(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"hello", 404, {"X-Odd": "yes"}, "text/plain"))
    answer = client.get(f"{replay.base_url}/x?a=1&b=2")
    assert (answer.status, answer.body) == (404, b"hello")
    assert answer.headers["x-odd"] == "yes"
    assert answer.url == f"{replay.base_url}/x?a=1&b=2"
    assert replay.targets == ["/x?a=1&b=2"]
    assert client.requests_made == 1


def test_requests_name_the_project_and_ask_for_json(
    client: HttpClient, replay: ReplayServer
) -> None:
    client.get(f"{replay.base_url}/x")
    headers = replay.seen[0].headers
    assert headers["user-agent"].startswith(f"QTML-Companion/{companion.__version__} (")
    assert headers["x-requested-with"] == "XMLHttpRequest"
    assert headers["accept"] == "application/json"
    assert headers["accept-encoding"] == "gzip"
    assert "python-requests" not in str(headers)


def test_default_limits_leave_a_slow_export_its_time() -> None:
    limits = Limits()
    assert limits.connect_s == 10
    assert limits.read_s >= 120
    assert limits.body_mib == 64


def test_cookies_are_not_kept(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(headers={"Set-Cookie": "session=1; Path=/"}))
    client.get(f"{replay.base_url}/x")
    client.get(f"{replay.base_url}/x")
    assert "cookie" not in replay.seen[1].headers


def test_passwords_of_netrc_are_not_sent(
    client: HttpClient, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    client.get(f"{replay.base_url}/x")
    assert "authorization" not in replay.seen[0].headers


# --- bodies ------------------------------------------------------------------------------------


def test_gzip_is_unpacked_and_progress_counts_the_wire(
    client: HttpClient, replay: ReplayServer
) -> None:
    content = json.dumps(list(range(100_000))).encode()
    replay.script("/x", Answer(content, compress=True))
    told: list[tuple[str, int, int | None]] = []
    answer = client.get(
        f"{replay.base_url}/x", step="event", progress=lambda *args: told.append(args)
    )
    assert answer.body == content
    wire = len(gzip.compress(content, 6))
    assert told[-1] == ("event", wire, wire)
    assert [done for _step, done, _total in told] == sorted({done for _step, done, _total in told})
    assert len(told) > 2


def test_a_chunked_body_arrives_without_a_total(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"hello", chunked=True))
    told: list[tuple[str, int, int | None]] = []
    answer = client.get(f"{replay.base_url}/x", progress=lambda *args: told.append(args))
    assert answer.body == b"hello"
    assert told[-1] == ("download", 5, None)


def test_an_empty_gzip_body_is_empty(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(headers={"Content-Encoding": "gzip"}))
    assert client.get(f"{replay.base_url}/x").body == b""


@pytest.mark.parametrize(
    "answer",
    [
        Answer(bytes(1024 * 1024 + 1)),
        Answer(bytes(1024 * 1024 + 1), chunked=True),
        Answer(bytes(200 * 1024 * 1024 // 8), compress=True),
        Answer(b"", length=100 * 1024 * 1024),
    ],
    ids=["announced", "chunked", "gzip bomb", "100 MB"],
)
def test_what_is_too_large_is_not_read(
    client: HttpClient, replay: ReplayServer, answer: Answer
) -> None:
    if answer.compress:  # beforehand: it takes longer than the client waits on a busy machine
        packed, headers = gzip.compress(answer.body), {"Content-Encoding": "gzip"}
        answer = Answer(packed, headers=headers)
    replay.script("/x", answer)
    with pytest.raises(TooLarge, match="1 MiB"):
        client.get(f"{replay.base_url}/x")


def test_a_body_of_exactly_the_limit_is_read(client: HttpClient, replay: ReplayServer) -> None:
    content = bytes(1024 * 1024)
    replay.script("/x", Answer(content))
    replay.script("/z", Answer(content, compress=True))
    assert client.get(f"{replay.base_url}/x").body == content
    assert client.get(f"{replay.base_url}/z").body == content


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(b"x" * 500, cut_at=100), "cut off"),
        (Answer(b"x" * 500, length=900), "cut off"),
        (Answer(b"x" * 500, chunked=True, cut_at=100), "cut off"),
        (Answer(gzip.compress(b"x" * 500)[:-9], headers={"Content-Encoding": "gzip"}), "cut off"),
        (Answer(b"no gzip at all", headers={"Content-Encoding": "gzip"}), "broken"),
        (Answer(b"x", headers={"Content-Encoding": "br"}), "did not ask for"),
    ],
    ids=["short", "wrong length", "chunks", "gzip cut", "no gzip", "brotli"],
)
def test_damage_is_named(
    client: HttpClient, replay: ReplayServer, answer: Answer, words: str
) -> None:
    replay.script("/x", answer)
    with pytest.raises(DamagedAnswer, match=words):
        client.get(f"{replay.base_url}/x")


# --- retries -----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(
    client: HttpClient, replay: ReplayServer, waits: list[float], status: int
) -> None:
    replay.script("/x", Answer(status=status), Answer(b"ok"))
    assert client.get(f"{replay.base_url}/x").body == b"ok"
    assert sum(waits) == pytest.approx(1.0)
    assert max(waits) <= 0.1
    assert client.requests_made == 2


def test_a_server_that_stays_busy_is_left(
    client: HttpClient, replay: ReplayServer, waits: list[float]
) -> None:
    replay.script("/x", Answer(status=503))
    with pytest.raises(ServerBusy, match="status 503"):
        client.get(f"{replay.base_url}/x")
    assert len(replay.seen) == client.requests_made == QUICK.attempts
    assert sum(waits) == pytest.approx(3.0)


def test_retry_after_is_honoured(
    client: HttpClient, replay: ReplayServer, waits: list[float]
) -> None:
    replay.script("/x", Answer(status=429, headers={"Retry-After": "20"}), Answer(b"ok"))
    client.get(f"{replay.base_url}/x")
    assert sum(waits) == pytest.approx(20.0)


def test_a_retry_after_of_an_hour_is_not_waited_for(
    client: HttpClient, replay: ReplayServer, waits: list[float]
) -> None:
    replay.script("/x", Answer(status=503, headers={"Retry-After": "3600"}))
    with pytest.raises(ServerBusy):
        client.get(f"{replay.base_url}/x")
    assert waits == []
    assert client.requests_made == 1


def test_a_single_reset_is_survived(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"x" * 500, reset_at=100), Answer(b"ok"))
    assert client.get(f"{replay.base_url}/x").body == b"ok"


@pytest.mark.parametrize("reset_at", [0, 1, 499])
def test_a_line_that_keeps_breaking_is_reported(
    client: HttpClient, replay: ReplayServer, reset_at: int
) -> None:
    replay.script("/x", Answer(b"x" * 500, reset_at=reset_at))
    with pytest.raises(Unreachable, match="broke off"):
        client.get(f"{replay.base_url}/x")
    assert client.requests_made == QUICK.attempts


def test_a_server_that_hangs_up_without_a_word_is_reported(
    client: HttpClient, replay: ReplayServer
) -> None:
    replay.script("/x", Answer(wire=b""))
    with pytest.raises(Unreachable, match="broke off"):
        client.get(f"{replay.base_url}/x")


def test_a_connection_the_server_closed_meanwhile_is_made_anew(
    client: HttpClient, replay: ReplayServer
) -> None:
    replay.script("/x", Answer(b"one", headers={"Connection": "close"}), Answer(b"two"))
    assert client.get(f"{replay.base_url}/x").body == b"one"
    assert client.get(f"{replay.base_url}/x").body == b"two"


# --- no connection -----------------------------------------------------------------------------


def test_refused_is_told_from_unknown_name(
    client: HttpClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_args: object, **_kwargs: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with ReplayServer() as server:
        url = server.base_url
    with pytest.raises(NoNetwork, match=r"127\.0\.0\.1"):
        client.get(f"{url}/x")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(NameNotFound, match=r"indico\.invalid"):
        client.get("https://indico.invalid/x")


def test_a_silent_server_times_out(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"late", delay_s=30))
    with pytest.raises(TimedOut):
        client.get(f"{replay.base_url}/x")
    assert client.requests_made == 1


def test_a_body_that_falls_silent_times_out(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"late", drip_s=30))
    with pytest.raises(TimedOut):
        client.get(f"{replay.base_url}/x")


def test_a_drip_ends_at_the_overall_limit(replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"x" * 10_000, drip_s=0.02))
    with HttpClient(Limits(read_s=10, total_s=0.3)) as client, pytest.raises(TimedOut):
        client.get(f"{replay.base_url}/x")


def test_a_slow_answer_within_the_limits_arrives(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(b"late", delay_s=0.25))
    assert client.get(f"{replay.base_url}/x").body == b"late"


def test_what_does_not_speak_http_is_no_indico(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer(wire=b"SSH-2.0-OpenSSH_9.2\r\n"))
    with pytest.raises(NotAnIndico):
        client.get(f"{replay.base_url}/x")


def test_an_impossible_name_is_not_found(client: HttpClient) -> None:
    with pytest.raises(NameNotFound):
        client.get("http://" + "a" * 70 + ".example/x")


# --- cancelling --------------------------------------------------------------------------------


def test_nothing_is_sent_after_a_cancel(client: HttpClient, replay: ReplayServer) -> None:
    with pytest.raises(Cancelled):
        client.get(f"{replay.base_url}/x", cancelled=lambda: True)
    assert replay.seen == []


class CancelOnce:
    """Says stop at the n-th question."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self) -> bool:
        self.left -= 1
        return self.left <= 0


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"late", delay_s=30),
        Answer(b"x" * 1000, drip_s=0.05),
        Answer(status=503, headers={"Retry-After": "50"}),
    ],
    ids=["silence", "drip", "pause"],
)
def test_a_cancel_is_heard_while_waiting(replay: ReplayServer, answer: Answer) -> None:
    replay.script("/x", answer)
    limits = Limits(read_s=20, total_s=20)
    with HttpClient(limits) as client, pytest.raises(Cancelled):
        client.get(f"{replay.base_url}/x", cancelled=CancelOnce(6))


# --- redirects ---------------------------------------------------------------------------------


def test_a_redirect_within_the_host_is_followed(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/old", Answer.redirect("/new?x=1", 301))
    replay.script("/new", Answer(b"here"))
    answer = client.get(f"{replay.base_url}/old")
    assert (answer.body, answer.url) == (b"here", f"{replay.base_url}/new?x=1")
    assert client.requests_made == 2


def test_a_redirect_to_another_host_is_refused(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer.redirect("https://portal.example/welcome"))
    with pytest.raises(Refused, match=r"sends us on to portal\.example"):
        client.get(f"{replay.base_url}/x")
    assert len(replay.seen) == 1


def test_a_redirect_to_nowhere_is_refused(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer.redirect("http://[broken"))
    with pytest.raises(Refused, match="another address"):
        client.get(f"{replay.base_url}/x")


def test_circles_end(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/x", Answer.redirect("/x"))
    with pytest.raises(Refused, match="circles"):
        client.get(f"{replay.base_url}/x")
    assert len(replay.seen) == QUICK.redirects + 1


def test_a_caller_may_keep_the_redirect_itself(client: HttpClient, replay: ReplayServer) -> None:
    replay.script("/e/qtml", Answer.redirect("/event/1/"))
    asked: list[str] = []

    def stop(target: str) -> bool:
        asked.append(target)
        return False

    answer = client.get(f"{replay.base_url}/e/qtml", on_redirect=stop)
    assert answer.status == 302
    assert asked == [answer.location] == [f"{replay.base_url}/event/1/"]
    assert len(replay.seen) == 1


# --- TLS and proxies ---------------------------------------------------------------------------


def test_a_trusted_certificate_is_accepted() -> None:
    with ReplayServer(tls="good") as server:
        server.script("/x", Answer(b"x" * 300_000))
        with HttpClient(QUICK, ca_file=str(TLS / "ca.pem")) as client:
            assert client.get(f"{server.base_url}/x").body == b"x" * 300_000


def test_a_slow_answer_over_tls_can_be_cancelled() -> None:
    with ReplayServer(tls="good") as server:
        server.script("/x", Answer(b"late", delay_s=30))
        limits = Limits(read_s=20)
        with (
            HttpClient(limits, ca_file=str(TLS / "ca.pem")) as client,
            pytest.raises(Cancelled),
        ):
            client.get(f"{server.base_url}/x", cancelled=CancelOnce(4))


@pytest.mark.parametrize(("tls", "ca_file"), [("good", None), ("expired", str(TLS / "ca.pem"))])
def test_other_certificates_are_not(tls: str, ca_file: str | None) -> None:
    with (
        ReplayServer(tls=tls) as server,
        HttpClient(QUICK, ca_file=ca_file) as client,
        pytest.raises(TlsFailed),
    ):
        client.get(f"{server.base_url}/x")
    assert server.seen == []


def test_certificates_of_the_environment_are_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(TLS / "ca.pem"))
    with ReplayServer(tls="good") as server, HttpClient(QUICK) as client, pytest.raises(TlsFailed):
        client.get(f"{server.base_url}/x")


def test_a_proxy_is_asked_for_other_machines_only(
    client: HttpClient, replay: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, replay.base_url)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(NoNetwork, match=r"indico\.example"):
        client.get("https://indico.example/x")
    assert [(seen.method, seen.target) for seen in replay.seen] == [
        ("CONNECT", "indico.example:443")
    ]
    client.get(replay.base_url.replace("127.0.0.1", "localhost") + "/x")
    client.get(f"{replay.base_url}/y")
    assert replay.targets[1:] == ["/x", "/y"]
