"""For every test: no display, no network but loopback, no data of a real person."""

import gc
import ipaddress
import os
import socket
from typing import Any

import pytest
from hypothesis import settings

from tests.faults.counts import FULL, TRIED

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.support.fixtures"]

_REAL_CONNECT = socket.socket.connect
_REAL_LOOKUP = socket.getaddrinfo


def _is_here(host: str) -> bool:
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _connect(self: socket.socket, address: Any) -> None:
    if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(address[0]):
        raise PermissionError(f"a test wanted to reach {address}")
    _REAL_CONNECT(self, address)


def _lookup(host: Any, *rest: Any, **options: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else host
    if name is not None and not _is_here(name):
        raise socket.gaierror(socket.EAI_NONAME, f"a test wanted to find {name}")
    return _REAL_LOOKUP(host, *rest, **options)


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network ends at this machine: names do not resolve, other addresses are refused."""
    monkeypatch.setattr(socket.socket, "connect", _connect)
    monkeypatch.setattr(socket, "getaddrinfo", _lookup)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test forgets to place goes into a temporary folder."""
    monkeypatch.setenv("QTML_COMPANION_DATA_DIR", str(tmp_path_factory.getbasetemp() / "stray"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands over what it tried."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["tried"] = dict(TRIED)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    TRIED.update(getattr(node, "workeroutput", {}).get("tried", {}))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how many faults were tried."""
    if TRIED:
        form = "full" if FULL else "short"
        words = ", ".join(f"{count} {name}" for name, count in sorted(TRIED.items()))
        terminalreporter.write_line(f"faults ({form} form): {words}")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: some tests wait for a slow server or a child's end."""
    return len(os.sched_getaffinity(0)) + 1 if hasattr(os, "sched_getaffinity") else 4


LONGEST = {"test_types.py", "test_processes.py", "test_kill.py", "test_disk.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In random order, but the longest first: then all workers end at about the same time."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    items.sort(key=lambda item: item.path.name != "test_types.py")


def pytest_collection_finish() -> None:
    """What is imported by now stays: the collector need not look through it after every test."""
    gc.collect()
    gc.freeze()


settings.register_profile("quick", max_examples=8, deadline=None)
settings.register_profile("short", max_examples=30, deadline=None)
settings.register_profile("full", max_examples=300, deadline=None)
settings.load_profile("full" if FULL else os.environ.get("HYPOTHESIS_PROFILE", "short"))
