import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.event import EventAddress, EventId
from companion.errors import InsecureAddress, NotAnAddress, UsageError
from companion.indico.urls import ShortAddress, is_loopback, parse

CERN = EventAddress(EventId("indico.cern.ch", 1288979), "https://indico.cern.ch")


@pytest.mark.parametrize(
    "text",
    [
        "https://indico.cern.ch/event/1288979/",
        "https://indico.cern.ch/event/1288979",
        "https://indico.cern.ch/event/1288979/timetable/#20231120.detailed",
        "https://indico.cern.ch/event/1288979/contributions/12/?print=1",
        "https://indico.cern.ch/event/1288979/contributions/5740117/attachments/1/2/slides.pdf",
        "https://indico.cern.ch/event/1288979?view=standard",
        "https://indico.cern.ch/event/1288979#top",
        "https://indico.cern.ch/event/1288979/manage/timetable/",
        "https://indico.cern.ch/export/event/1288979.json?detail=contributions&pretty=yes",
        "https://indico.cern.ch/export/event/1288979.ics",
        "https://indico.cern.ch/export/timetable/1288979.json",
        "https://INDICO.cern.CH:443/event/1288979/",
        "HTTPS://indico.cern.ch/event/1288979/",
        "https://indico.cern.ch./event/1288979/",
        "https://indico.cern.ch//event/1288979/",
        "indico.cern.ch/event/1288979",
        "//indico.cern.ch/event/1288979",
        "  indico.cern.ch/event/1288979/  \n",
        "<https://indico.cern.ch/event/1288979/>",
        "QTML is at https://indico.cern.ch/event/1288979/, see you there",
        "(indico.cern.ch/event/1288979).",
        "https://indico.cern.ch/event/1288979.",
    ],
)
def test_every_form_is_the_same_event(text: str) -> None:
    assert parse(text) == CERN


@pytest.mark.parametrize(
    ("text", "host", "base_url"),
    [
        ("https://x.org/indico/event/5", "x.org", "https://x.org/indico"),
        ("https://x.org/a/b/export/event/5.json", "x.org", "https://x.org/a/b"),
        ("x.org:8443/event/5", "x.org:8443", "https://x.org:8443"),
        ("http://127.0.0.1:8000/event/5/", "127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.0.0.1:80/event/5/", "127.0.0.1", "http://127.0.0.1"),
        ("http://LOCALHOST:8000/event/5/", "localhost:8000", "http://localhost:8000"),
        ("http://[::1]:8000/event/5/", "[::1]:8000", "http://[::1]:8000"),
        ("https://[2001:DB8::1]/event/5/", "[2001:db8::1]", "https://[2001:db8::1]"),
        ("127.0.0.1:8000/event/5/", "127.0.0.1:8000", "https://127.0.0.1:8000"),
        ("indico/event/5", "indico", "https://indico"),
        (
            "https://bücher.example/event/5",
            "xn--bcher-kva.example",
            "https://xn--bcher-kva.example",
        ),
        ("https://my_host.example/event/5", "my_host.example", "https://my_host.example"),
    ],
)
def test_hosts_and_paths(text: str, host: str, base_url: str) -> None:
    assert parse(text) == EventAddress(EventId(host, 5), base_url)


@pytest.mark.parametrize(
    ("text", "base_url", "name"),
    [
        ("https://indico.cern.ch/e/QTML2023", "https://indico.cern.ch", "QTML2023"),
        ("indico.cern.ch/e/QTML2023/?x=1#y", "https://indico.cern.ch", "QTML2023"),
        ("https://x.org/indico/e/a/b-c.d", "https://x.org/indico", "a/b-c.d"),
        ("see indico.cern.ch/e/QTML2023.", "https://indico.cern.ch", "QTML2023"),
    ],
)
def test_short_names_are_left_to_the_server(text: str, base_url: str, name: str) -> None:
    short = parse(text)
    assert short == ShortAddress(base_url, name)
    assert short.url == f"{base_url}/e/{name}"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "qtml",
        "https://indico.cern.ch/",
        "https://indico.cern.ch/event/",
        "https://indico.cern.ch/event/qtml2023",
        "https://indico.cern.ch/event/12abc",
        "https://indico.cern.ch/event/0",
        "https://indico.cern.ch/event/2147483648",
        "https://indico.cern.ch/event/" + "9" * 1500,
        "https://indico.cern.ch/event/١٢",
        "https://indico.cern.ch/category/5/",
        "https://indico.cern.ch/login/?next=/event/5/",
        "https://indico.cern.ch/a/../event/5",
        "https://indico.cern.ch/e/",
        "ftp://indico.cern.ch/event/5",
        "file:///event/5",
        "javascript://x/event/5",
        "/event/5",
        "https://sample.invalid/event/1",
        "https://SAMPLE.invalid:444/event/1/timetable",
        "https://sample.invalid/e/qtml",
        "https:///event/5",
        "https://user:pass@indico.cern.ch/event/5",
        "https://indico.cern.ch:0/event/5",
        "https://indico.cern.ch:99999/event/5",
        "https://indico.cern.ch:abc/event/5",
        "https://[::1/event/5",
        "https://-bad-.example/event/5",
        "https://a..b/event/5",
        "https://exa mple.org/event/5",
        "https://exa$mple.org/event/5",
        "https://straße.example/event/5",
        "https://" + "a" * 70 + ".example/event/5",
        "https://indico.cern.ch\\event\\5",
        "https://indico.cern.ch/event/5" + " " * 3000,
    ],
)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(NotAnAddress) as caught:
        parse(text)
    assert len(caught.value.message) < 200


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(NotAnAddress) as caught:
        parse("https://me:secret@indico.cern.ch/event/5")
    assert "secret" not in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "http://indico.cern.ch/event/1288979/",
        "http://128.0.0.1/event/5",
        "http://localhost.example/event/5",
        "http://indico.cern.ch/e/QTML2023",
    ],
)
def test_plain_http_is_for_this_computer_only(text: str) -> None:
    with pytest.raises(InsecureAddress, match="uses http"):
        parse(text)


@pytest.mark.parametrize(
    ("hostname", "loopback"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
     ("LocalHost.", True), ("128.0.0.1", False), ("::2", False), ("localhost.example", False)],
)  # fmt: skip
def test_loopback(hostname: str, loopback: bool) -> None:
    assert is_loopback(hostname) is loopback


@given(st.text(max_size=60), st.sampled_from(["", "https://", "http://", "https://x.org/event/5"]))
def test_no_text_makes_trouble(text: str, start: str) -> None:
    try:
        found = parse(start + text)
    except UsageError:
        return
    assert found.base_url.startswith(("https://", "http://"))


@given(
    st.sampled_from(["", "https://"]),
    st.sampled_from(["indico.cern.ch", "Indico.CERN.ch", "indico.cern.ch:443"]),
    st.sampled_from(["/event/7", "/export/event/7.json", "/export/timetable/7.json"]),
    st.sampled_from(["", "/", "/x/y/", "?a=b", "#c", "/?d", " e"]),
)
def test_identity_does_not_depend_on_the_form(scheme: str, host: str, path: str, tail: str) -> None:
    found = parse(scheme + host + path + tail)
    assert isinstance(found, EventAddress)
    assert found.event_id == EventId("indico.cern.ch", 7)
