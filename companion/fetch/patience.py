"""Waiting for a server without hanging: a person can stop it, and a drip ends some day.

requests knows one time-out per silence. A server that sends a byte now and then never hits it,
and nothing can be cancelled while a read blocks, which with Indico may be half a minute. So the
sockets read in short slices, and between two of them look at the clock and ask whether to stop.
"""

import io
import socket
from collections.abc import Callable
from time import monotonic
from typing import Any

from companion.errors import Cancelled
from companion.fetch.limits import Limits
from companion.ports.calls import CancelCheck, never_cancelled

SLICE_S = 0.1


class Patience:
    """How long one answer is waited for; shared by a client and its sockets."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = monotonic) -> None:
        self._limits = limits
        self._clock = clock
        self._cancelled: CancelCheck = never_cancelled
        self._deadline = clock() + limits.total_s

    def begin(self, cancelled: CancelCheck) -> None:
        """Start the clock for one answer."""
        self._cancelled = cancelled
        self._deadline = self._clock() + self._limits.total_s

    def check(self) -> None:
        """Raises `Cancelled` or TimeoutError when it is time to stop."""
        if self._cancelled():
            raise Cancelled
        if self._clock() >= self._deadline:
            raise TimeoutError("the answer took too long in all")

    def read(self, receive: Callable[[], int]) -> int:
        """Call `receive`, which fails with TimeoutError every `SLICE_S`, until it succeeds."""
        quiet_until = self._clock() + self._limits.read_s
        while True:
            self.check()
            try:
                return receive()
            except TimeoutError:
                if self._clock() >= quiet_until:
                    raise

    def pause(self, seconds: float, wait: Callable[[float], None]) -> None:
        """Wait between two attempts, ready to stop."""
        while seconds > 0:
            self.check()
            wait(min(SLICE_S, seconds))
            seconds -= SLICE_S


class PatientSocket:
    """A connected socket of which `http.client` reads through `Patience`."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._patience = patience

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def makefile(self, _mode: str = "rb", *_args: Any, **_kwargs: Any) -> io.BufferedReader:
        """What `http.client` reads an answer from."""
        return io.BufferedReader(_PatientFile(self._sock, self._patience))


class _PatientFile(io.RawIOBase):
    """Reads from the socket; keeps it open until closed, as `socket.makefile` promises."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        super().__init__()
        self._sock = sock
        self._patience = patience
        self._keeper = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        before = self._sock.gettimeout()
        self._sock.settimeout(SLICE_S)
        try:
            return self._patience.read(lambda: self._sock.recv_into(buffer))
        finally:
            self._sock.settimeout(before)

    def close(self) -> None:
        self._keeper.close()
        super().close()
