"""A real Radicale on loopback, with faults that a test puts in its way."""

import io
import socket
import struct
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote
from wsgiref.simple_server import ServerHandler, WSGIRequestHandler, WSGIServer, make_server

import pytest
from radicale import config
from radicale.app import Application

from companion.ports.publishing import CalendarAccount
from tests.unit.services.conftest import desk

__all__ = ["desk"]

USER, PASSWORD = "ada", "geheim ✓"
FOREIGN = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:dentist\r\n"
    b"DTSTAMP:20990101T000000Z\r\nDTSTART:20990101T090000Z\r\nSUMMARY:Dentist\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)

Fault = Callable[[dict[str, Any]], tuple[Any, ...] | None]
"""Gets a request; returns status, headers (and body) to answer with, or None to let it pass."""


class Radicale:
    """The server; `faults` are asked in turn before each request reaches it."""

    def __init__(self, folder: Path) -> None:
        users = folder / "users"
        users.write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        settings = config.load()
        settings.update(
            {
                "auth": {
                    "type": "htpasswd",
                    "htpasswd_filename": str(users),
                    "htpasswd_encryption": "plain",
                    "delay": "0",
                },
                "storage": {"filesystem_folder": str(folder / "storage")},
                "logging": {"level": "critical"},
            },
            "test",
        )
        self.storage = folder / "storage"
        self.faults: list[Fault] = []
        self.requests: list[tuple[str, str]] = []
        self.login_at: list[str] = []
        self._application = Application(settings)
        self._server = make_server(
            "127.0.0.1", 0, self._answer, server_class=_Server, handler_class=_Handler
        )
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def account(self, path: str = "/", **fields: str) -> CalendarAccount:
        return CalendarAccount(
            fields.get("url", self.base + path), USER, fields.get("password", PASSWORD)
        )

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        self.requests.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        if "HTTP_AUTHORIZATION" in environ:
            self.login_at.append(environ["PATH_INFO"])
        for fault in list(self.faults):
            answer = fault(environ)
            if answer:
                start(answer[0], answer[1])
                return list(answer[2:]) or [b"<html>no XML here</html>"]
        return self._application(environ, start)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """Directly, as another program of the same person."""
        token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        connection = HTTPConnection("127.0.0.1", self._server.server_port)
        connection.request(
            method, quote(path), body, {"Authorization": f"Basic {token}", **headers}
        )
        response = connection.getresponse()
        data = response.read()
        connection.close()
        return response.status, data

    def files(self) -> dict[str, bytes]:
        """Every file that the server keeps outside of our collection, but for its caches."""
        return {
            str(path.relative_to(self.storage)): path.read_bytes()
            for path in self.storage.rglob("*")
            if path.is_file()
            and "qtml-companion" not in str(path)
            and not {".Radicale.cache", ".Radicale.lock"} & {*path.parts}
        }

    def put_before(self, entry: str, body: bytes, times: int = 1) -> None:
        """Somebody else writes the entry right before each of our next writings of it."""

        def interfere(environ: dict[str, Any]) -> None:
            nonlocal times
            if times and environ["REQUEST_METHOD"] == "PUT" and "HTTP_X_OTHER" not in environ:
                times -= 1
                note = body.replace(b"Other", f"Other {times}".encode())
                assert self._store(entry, note) in {201, 204}

        self.faults.append(interfere)

    def _store(self, path: str, body: bytes) -> int:
        """Through the application itself, for its server has one thread."""
        status: list[str] = []
        token = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        environ = {
            "REQUEST_METHOD": "PUT",
            "PATH_INFO": path,
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "text/calendar",
            "HTTP_AUTHORIZATION": f"Basic {token}",
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "0",
            "SERVER_PROTOCOL": "HTTP/1.1",
        }
        list(self._application(environ, lambda text, _headers: status.append(text)))
        return int(status[0].split()[0])


class _Server(WSGIServer):
    daemon_threads = True

    def handle_error(self, *_args: object) -> None:
        """A connection that a test cut is no news."""


class _Quiet(ServerHandler):
    def log_exception(self, *_args: object) -> None:
        pass


class _Handler(WSGIRequestHandler):
    def get_environ(self) -> dict[str, Any]:
        return {**super().get_environ(), "test.connection": self.connection}

    def log_message(self, *_args: object) -> None:
        pass


def cut(environ: dict[str, Any]) -> None:
    """Reset the connection."""
    connection: socket.socket = environ["test.connection"]
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    raise ConnectionResetError


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    server = Radicale(tmp_path)
    server.ask("MKCALENDAR", f"/{USER}/private/")
    server.ask("PUT", f"/{USER}/private/dentist.ics", FOREIGN)
    server.requests.clear()
    server.login_at.clear()
    yield server
    server.stop()
