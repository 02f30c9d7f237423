"""Starting programs and waiting for them, never without a bound; stopping them by their number."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path


class ServerError(Exception):
    """The test server cannot be brought up, seeded or changed."""


class NotAvailable(ServerError):
    """Something that the server stands on cannot be had on this machine."""


def say(text: str) -> None:
    """Progress for whoever watches."""
    print(f"[indico] {text}", flush=True)


def run(
    command: Sequence[str | Path],
    *,
    timeout_s: float,
    env: dict[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """Run a program to its end and return what it said.

    Raises:
        ServerError: it failed or took too long; with the end of what it said.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
            env={**os.environ, **(env or {})},
            cwd=cwd,
        )
    except subprocess.TimeoutExpired as error:
        raise ServerError(f"{words[0]} took longer than {timeout_s:.0f} s") from error
    if done.returncode != 0:
        said = (done.stdout + done.stderr)[-3000:]
        raise ServerError(f"{' '.join(words[:4])} … failed ({done.returncode}):\n{said}")
    return done.stdout


def start(
    command: Sequence[str | Path], *, log: Path, env: dict[str, str] | None = None, cwd: Path
) -> int:
    """Start a program that goes on by itself; returns its process id."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            cwd=cwd,
            start_new_session=True,
        )
    return process.pid


def wait_until(holds: Callable[[], bool], *, timeout_s: float, what: str) -> None:
    """Ask again and again.

    Raises:
        ServerError: it did not come true in time.
    """
    deadline = time.monotonic() + timeout_s
    while not holds():
        if time.monotonic() > deadline:
            raise ServerError(f"waited {timeout_s:.0f} s for {what}")
        time.sleep(0.1)


def listens(port: int) -> bool:
    """Whether anything accepts connections at a port of loopback."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def read_pid(file: Path) -> int | None:
    """The first number in a file of process ids, if that process still runs."""
    try:
        pid = int(file.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if is_alive(pid) else None


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended but was not fetched by its parent does not."""
    try:
        with Path(f"/proc/{pid}/stat").open() as stat:
            return stat.read().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except OSError:
        return False


def stop(pid: int | None, *, what: str, sign: signal.Signals = signal.SIGTERM) -> None:
    """End one process and wait until it is gone; kill it after half a minute."""
    if pid is None:
        return
    for attempt, wait_s in ((sign, 30), (signal.SIGKILL, 10)):
        try:
            os.kill(pid, attempt)
        except ProcessLookupError:
            return
        try:
            wait_until(lambda: not is_alive(pid), timeout_s=wait_s, what=f"{what} to end")
        except ServerError:
            continue
        say(f"{what} stopped (process {pid})")
        return
    raise ServerError(f"{what} (process {pid}) does not end")
