import pytest

from companion.fetch.answer import Answer, host_of, stays_home
from companion.fetch.limits import Limits

HERE = "https://indico.example/event/1/"


def redirect(location: str, status: int = 302) -> Answer:
    return Answer(HERE, status, {"location": location}, b"")


@pytest.mark.parametrize(
    ("location", "absolute"),
    [
        ("/login/?next=/event/1/", "https://indico.example/login/?next=/event/1/"),
        ("https://other.example/x", "https://other.example/x"),
        ("//other.example/x", "https://other.example/x"),
        ("http://[broken", ""),
        ("http://indico.example:99999/", ""),
    ],
)
def test_location_is_absolute(location: str, absolute: str) -> None:
    assert redirect(location).location == absolute


@pytest.mark.parametrize("status", [200, 300, 304, 404])
def test_location_of_other_states_is_none(status: int) -> None:
    assert redirect("/x", status).location is None


def test_redirect_without_target_is_none() -> None:
    assert Answer(HERE, 302, {}, b"").location is None


@pytest.mark.parametrize(
    ("url", "target", "home"),
    [
        ("https://a.example/x", "https://a.example/y", True),
        ("https://a.example/x", "https://A.example:443/y", True),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/y", True),
        ("http://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://a.example:8443/x", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/x", "ftp://a.example/x", False),
        ("https://a.example/x", "file:///etc/passwd", False),
        ("https://a.example/x", "", False),
    ],
)
def test_redirects_keep_to_the_host(url: str, target: str, home: bool) -> None:
    assert stays_home(url, target) is home


def test_host_of_keeps_the_port_and_drops_credentials() -> None:
    assert host_of("https://me:secret@indico.example:8443/x") == "indico.example:8443"


def test_limits_count_in_bytes() -> None:
    assert Limits(body_mib=2).body_bytes == 2 * 1024 * 1024
