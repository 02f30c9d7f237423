"""Talks to the organiser who works inside Indico."""

import contextlib
import json
import os
import selectors
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from tests.indico_server.places import REPOSITORY
from tests.indico_server.processes import ServerError
from tests.indico_server.server import Server

PATIENCE_S = 120


class Organiser:
    """Does one edit after the other; each is in the database when `do` returns."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._waiting = b""

    def do(self, edit: str) -> dict[str, Any]:
        """One edit; returns the report of what everybody can see of it."""
        self._stream(self._process.stdin).write(json.dumps({"edit": edit}).encode() + b"\n")
        self._stream(self._process.stdin).flush()
        return self.answer()

    def answer(self) -> dict[str, Any]:
        """The next answer.

        Raises:
            ServerError: it ended or took too long.
        """
        output = self._stream(self._process.stdout)
        with selectors.DefaultSelector() as selector:
            selector.register(output, selectors.EVENT_READ)
            while b"\n" not in self._waiting:
                if not selector.select(PATIENCE_S):
                    raise ServerError(f"the organiser took longer than {PATIENCE_S} s")
                part = os.read(output.fileno(), 65536)
                if not part:
                    raise ServerError("the organiser gave up; see organiser.log")
                self._waiting += part
        line, _, self._waiting = self._waiting.partition(b"\n")
        document: dict[str, Any] = json.loads(line)
        return document

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise ServerError("the organiser has no pipe")
        return stream


@contextmanager
def organiser(server: Server, event: int) -> Iterator[Organiser]:
    """Somebody who organises an event, for as long as the block lasts."""
    module = "tests.indico_server.inside.organiser"
    with (
        (server.places.logs / "organiser.log").open("wb") as log,
        subprocess.Popen(
            [server.places.python, "-m", module, str(event)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, **server.environment},
            cwd=REPOSITORY,
        ) as process,
    ):
        try:
            worker = Organiser(process)
            worker.answer()
            yield worker
        finally:
            _let_go(process)


def _let_go(process: subprocess.Popen[bytes]) -> None:
    """Nothing more to read ends it; one that hangs is killed."""
    with contextlib.suppress(OSError):
        if process.stdin is not None:
            process.stdin.close()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
