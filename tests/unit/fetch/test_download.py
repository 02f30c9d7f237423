"""One small file over https, from good and from hostile servers."""

import pytest

from companion.errors import (
    InsecureAddress,
    KnownError,
    NoNetwork,
    Refused,
    ServerBusy,
    TlsFailed,
    TooLarge,
    UsageError,
)
from companion.fetch.download import HttpsDownloader
from companion.fetch.limits import Limits
from tests.support.recorded import TLS
from tests.support.replay_server import Answer, ReplayServer

QUICK = Limits(connect_s=5, read_s=5, total_s=10, body_mib=1, attempts=1)
FILE = Answer(b"schema = 1\n", content_type="text/plain")


def downloader() -> HttpsDownloader:
    return HttpsDownloader(QUICK, ca_file=str(TLS / "ca.pem"))


@pytest.mark.parametrize("answer", [FILE, Answer(FILE.body, compress=True, chunked=True)])
def test_a_file_arrives_whole(answer: Answer) -> None:
    steps: list[tuple[str, int, int | None]] = []
    with ReplayServer(tls="good") as server:
        server.script("/list", answer)
        server.script("/moved", Answer.redirect("/list"))
        for path in ("list", "moved"):
            found = downloader().download(
                f"{server.base_url}/{path}", progress=lambda *step: steps.append(step)
            )
            assert found == FILE.body
    assert {step[0] for step in steps} == {"download"}


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (Answer(b"x" * 2000, cut_at=1000), Refused, "cut off"),
        (Answer(b"x" * 2000, compress=True, cut_at=10, length=-1), Refused, "cut off"),
        (Answer(b"x", length=50 << 20), TooLarge, "larger than 1 MiB"),
        (Answer(b"x" * ((1 << 20) + 1), chunked=True), TooLarge, "larger than 1 MiB"),
        (Answer(b"\0" * (50 << 20), compress=True), TooLarge, "larger than 1 MiB"),
        (Answer.redirect("https://other.example.org/list"), Refused, r"on to other\.example\.org"),
        (Answer.redirect("//other.example.org/list"), Refused, r"on to other\.example\.org"),
        (Answer.redirect("/list"), Refused, "round in circles"),
        (Answer(b"", status=404), Refused, "no such file .status 404"),
        (Answer(b"", status=503), ServerBusy, "status 503"),
    ],
)
def test_a_hostile_or_broken_answer_is_refused(
    answer: Answer, error: type[KnownError], words: str
) -> None:
    with ReplayServer(tls="good") as server:
        server.script("/list", answer)
        with pytest.raises(error, match=words):
            downloader().download(f"{server.base_url}/list")


def test_from_https_no_way_leads_to_http() -> None:
    with ReplayServer(tls="good") as server, ReplayServer() as plain:
        plain.script("/list", FILE)
        server.script("/list", Answer.redirect(f"{plain.base_url}/list"))
        server.script("/same", Answer.redirect(f"http://{server.host}/list"))
        for path in ("list", "same"):
            with pytest.raises(Refused, match="it sends us on to"):
                downloader().download(f"{server.base_url}/{path}")
        assert plain.seen == []


def test_certificates_are_checked() -> None:
    with ReplayServer(tls="good") as server, pytest.raises(TlsFailed):
        HttpsDownloader(QUICK).download(f"{server.base_url}/list")


def test_a_server_that_is_off_is_named() -> None:
    with ReplayServer(tls="good") as server:
        url = f"{server.base_url}/list"
    with pytest.raises(NoNetwork, match=r"127\.0\.0\.1"):
        downloader().download(url)


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("http://example.org/list", InsecureAddress),
        ("http://127.0.0.1/list", InsecureAddress),
        ("file:///etc/passwd", UsageError),
        ("ftp://example.org/list", UsageError),
        ("https://", UsageError),
        ("https://user@example.org/list", UsageError),
        ("https://example.org:0/list", UsageError),
        ("https://example.org:99999/list", UsageError),
        ("https://[::1/list", UsageError),
        ("https://example.org/a list", UsageError),
        ("https://example.org/a\nlist", UsageError),
    ],
)
def test_other_addresses_are_not_asked(url: str, error: type[KnownError]) -> None:
    with pytest.raises(error) as caught:
        downloader().download(url)
    assert type(caught.value) is error
