import sys
from types import SimpleNamespace

import pytest

from companion.caldav_publish.addresses import follow, host_of, server_url
from companion.caldav_publish.connection import import_caldav
from companion.caldav_publish.passwords import SystemKeyring
from companion.caldav_publish.publisher import read_identity
from companion.errors import CalendarElsewhere, KeyringFailed, MissingPackage


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("https://a.org/x", "/dav/", "https://a.org/dav/"),
        ("http://127.0.0.1:5/x", "/dav/", "http://127.0.0.1:5/dav/"),
        ("https://caldav.icloud.com/", "https://p42-caldav.icloud.com/1/",
         "https://p42-caldav.icloud.com/1/"),
        ("https://a.org/", "https://dav.a.org:8443/", "https://dav.a.org:8443/"),
        ("https://dav.a.org/", "https://a.org/dav", "https://a.org/dav"),
    ],
)  # fmt: skip
def test_a_server_may_lead_on_to_its_own(base: str, href: str, expected: str) -> None:
    assert follow(base, href) == expected


@pytest.mark.parametrize(
    ("base", "href"),
    [
        ("https://a.org/", "https://b.org/"),
        ("https://a.org/", "http://a.org/"),
        ("https://a.org/", "https://evil-a.org/"),
        ("https://1.2.3.4/", "https://9.2.3.4/"),
        ("https://a.org/", "https://1.2.3.4/"),
    ],
)
def test_a_server_may_not_lead_to_others(base: str, href: str) -> None:
    with pytest.raises(CalendarElsewhere):
        follow(base, href)


def test_a_bare_host_means_https_and_loopback_may_be_plain() -> None:
    assert server_url(" cloud.example.org/dav ") == "https://cloud.example.org/dav"
    assert server_url("http://localhost:5232/") == "http://localhost:5232/"
    assert server_url("http://[::1]:5232/") == "http://[::1]:5232/"
    assert host_of("https://a.org:8443/x") == "a.org:8443"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["BEGIN:VEVENT", "UID:a@b", "SEQUENCE:3", "END:VEVENT"], ("a@b", 3)),
        (["BEGIN:VEVENT", "UID:a", " @b", "END:VEVENT"], ("a@b", 0)),
        (["BEGIN:VEVENT", "BEGIN:VALARM", "UID:no", "END:VALARM", "uid;X=1:yes", "END:VEVENT"],
         ("yes", 0)),
        (["UID:outside", "END:VEVENT", "BEGIN:VTODO", "UID:todo", "END:VTODO"], ("", 0)),
        (["BEGIN:VEVENT", "UID:a", "SEQUENCE:x", "END:VEVENT", "BEGIN:VEVENT", "UID:b",
          "SEQUENCE:2", "END:VEVENT"], ("a", 2)),
    ],
)  # fmt: skip
def test_uid_and_number_are_read_from_whatever_a_server_sends(
    lines: list[str], expected: tuple[str, int]
) -> None:
    assert read_identity("\r\n".join(lines)) == expected
    assert read_identity("\n".join(lines)) == expected


# --- optional packages ------------------------------------------------------------------------


class KeyringError(Exception):
    pass


class Ring:
    """What the keyring package offers, over a dictionary; locked when told."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.errors = SimpleNamespace(KeyringError=KeyringError)

    def get_password(self, service: str, user: str) -> str | None:
        self._check()
        return self.kept.get((service, user))

    def set_password(self, service: str, user: str, password: str) -> None:
        self._check()
        self.kept[service, user] = password

    def _check(self) -> None:
        if self.locked:
            raise KeyringError


def test_a_password_is_kept_by_server_and_user(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setitem(sys.modules, "keyring", ring)
    store = SystemKeyring()
    store.set("https://a.org/", "ada", "geheim")
    assert store.get("https://a.org/", "ada") == "geheim"
    assert store.get("https://b.org/", "ada") is None
    assert set(ring.kept) == {("QTML Companion", "ada https://a.org/")}
    ring.locked = True
    assert store.get("https://a.org/", "ada") is None
    with pytest.raises(KeyringFailed, match="KeyringError"):
        store.set("https://a.org/", "ada", "geheim")


def test_without_the_packages_it_is_told_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    monkeypatch.setitem(sys.modules, "caldav", None)
    assert SystemKeyring().get("https://a.org/", "ada") is None
    with pytest.raises(MissingPackage) as told:
        SystemKeyring().set("https://a.org/", "ada", "geheim")
    assert told.value.next_step == "Install it with: pip install 'qtml-companion[keyring]'"
    with pytest.raises(MissingPackage, match="caldav"):
        import_caldav()
