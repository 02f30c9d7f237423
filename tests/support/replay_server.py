"""A loopback web server that replays answers, good ones and faulty ones.

    with ReplayServer() as server:
        server.serve_event(1288979)                      # as seeded
        server.serve_event(1288979, folder="after")      # as its organisers changed it
        server.script("/export/timetable/", Answer(status=503), Answer.json({...}))
        ...
        assert server.targets == ["/export/event/1288979.json?detail=subcontributions&tz=UTC", ...]

A script belongs to a path prefix; the longest one that fits is used, its answers are given one
after the other, and the last is repeated. What no script covers is answered as Indico answers
what it does not know: 404 with JSON.
"""

import gzip
import json
import socket
import ssl
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import responses
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from tests.support.recorded import RECORDED_HOST, TLS, body

LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """One scripted answer.

    Attributes:
        delay_s: silence before the status line.
        compress: send it with gzip.
        chunked: with `Transfer-Encoding: chunked` instead of a length.
        length: announce this Content-Length instead of the true one; -1 announces none.
        cut_at: close the connection after so many bytes of the body.
        reset_at: the same with a TCP reset.
        drip_s: pause after each byte of the body.
        wire: send exactly these bytes instead of an HTTP answer.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/json"
    delay_s: float = 0.0
    compress: bool = False
    chunked: bool = False
    length: int | None = None
    cut_at: int | None = None
    reset_at: int | None = None
    drip_s: float = 0.0
    wire: bytes | None = None

    @classmethod
    def json(cls, value: Any, status: int = 200, **more: Any) -> Self:
        """A JSON document."""
        return cls(json.dumps(value).encode(), status, **more)

    @classmethod
    def html(cls, text: str | bytes, status: int = 200, **more: Any) -> Self:
        """A web page."""
        content = text.encode() if isinstance(text, str) else text
        return cls(content, status, content_type="text/html; charset=utf-8", **more)

    @classmethod
    def redirect(cls, location: str, status: int = 302) -> Self:
        """A redirect."""
        return cls(b"", status, {"Location": location}, content_type="text/html")


NOT_FOUND = Answer.json({"error": {"message": "The page you are looking for doesn't exist."}}, 404)


@dataclass(frozen=True, slots=True)
class Seen:
    """A request that came; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]

    @property
    def path(self) -> str:
        """Without the query."""
        return urlsplit(self.target).path

    @property
    def query(self) -> str:
        """Without the question mark."""
        return urlsplit(self.target).query


class ReplayServer:
    """Serves on a free port of 127.0.0.1 while it is entered as a context."""

    def __init__(self, tls: str | None = None) -> None:
        """Prepare it.

        Args:
            tls: `good` (signed by `tests/data/tls/ca.pem`) or `expired`; None for plain http.
        """
        self._scripts: dict[str, list[Answer]] = {}
        self._seen: list[Seen] = []
        self._lock = threading.Lock()
        self.closing = threading.Event()
        self._scheme = "https" if tls else "http"
        self._server = _Server(self, TLS / f"{tls}.pem" if tls else None)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop listening and end every connection; safe to call twice."""
        if self.closing.is_set():
            return
        self.closing.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        """Host and port, as in `EventId.host`."""
        return f"127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """Scheme, host and port, no trailing slash."""
        return f"{self._scheme}://{self.host}"

    def url(self, number: int) -> str:
        """The page of an event, as people paste it."""
        return f"{self.base_url}/event/{number}/"

    @property
    def seen(self) -> list[Seen]:
        """The requests so far, in order."""
        with self._lock:
            return list(self._seen)

    @property
    def targets(self) -> list[str]:
        """Path and query of each request so far."""
        return [seen.target for seen in self.seen]

    def forget(self) -> None:
        """Empty `seen`."""
        with self._lock:
            self._seen.clear()

    def script(self, prefix: str, *answers: Answer) -> None:
        """Say what a path and all below it answer; replaces an earlier script of that prefix."""
        with self._lock:
            self._scripts[prefix] = list(answers)

    def serve_event(self, number: int, folder: str = "before", **faults: Any) -> None:
        """Replay both recorded answers of an event; `faults` are fields of `Answer`."""
        for kind in ("event", "timetable"):
            self.serve(number, kind, self.recorded(number, kind, folder), **faults)

    def serve(self, number: int, kind: str, content: bytes | Any, **faults: Any) -> None:
        """Answer one of the two exports of an event with bytes, or with a value as JSON."""
        content = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.script(f"/export/{kind}/{number}.json", Answer(content, **faults))

    def recorded(self, number: int, kind: str, folder: str = "before") -> bytes:
        """A recorded body with this server's own address in it."""
        content = body(number, kind, folder)
        for slashes in (b"://", rb":\/\/"):
            old = b"http" + slashes + RECORDED_HOST.encode()
            content = content.replace(old, self._scheme.encode() + slashes + self.host.encode())
        return content

    def answer_to(self, seen: Seen) -> Answer:
        """Note a request and take the next answer of its script."""
        with self._lock:
            self._seen.append(seen)
            fitting = [prefix for prefix in self._scripts if seen.path.startswith(prefix)]
            if not fitting:
                return NOT_FOUND
            answers = self._scripts[max(fitting, key=len)]
            return answers.pop(0) if len(answers) > 1 else answers[0]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, replay: ReplayServer, certificate: Path | None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.replay = replay
        self._open: set[socket.socket] = set()
        self._open_lock = threading.Lock()
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )

    def get_request(self) -> tuple[socket.socket, Any]:
        request, address = super().get_request()
        with self._open_lock:
            self._open.add(request)
        return request, address

    def shutdown_request(self, request: Any) -> None:
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End the connections that clients keep alive."""
        with self._open_lock:
            for request in self._open:
                try:
                    request.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients hang up in many tests; that is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        replay = self.server.replay
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = replay.answer_to(Seen(self.command, self.path, headers))
        if answer.delay_s:
            replay.closing.wait(answer.delay_s)
        self._send(answer)

    do_CONNECT = do_GET  # noqa: N815

    def _send(self, answer: Answer) -> None:
        if answer.wire is not None:
            self.close_connection = True
            self.wfile.write(answer.wire)
            return
        content = gzip.compress(answer.body, 6) if answer.compress else answer.body
        self.wfile.write(self._head(answer, len(content)))
        if answer.chunked:
            content = (b"%x\r\n%b\r\n" % (len(content), content) if content else b"") + LAST_CHUNK
        self._send_body(answer, content)

    def _head(self, answer: Answer, length: int) -> bytes:
        lines = [f"HTTP/1.1 {answer.status} {responses.get(answer.status, 'Odd')}"]
        lines.append(f"Content-Type: {answer.content_type}")
        lines += [f"{name}: {value}" for name, value in answer.headers.items()]
        if answer.compress:
            lines.append("Content-Encoding: gzip")
        if answer.chunked:
            lines.append("Transfer-Encoding: chunked")
        elif answer.length != -1:
            lines.append(f"Content-Length: {length if answer.length is None else answer.length}")
        if answer.length is not None:
            lines.append("Connection: close")
            self.close_connection = True
        return "\r\n".join([*lines, "", ""]).encode("latin-1")

    def _send_body(self, answer: Answer, content: bytes) -> None:
        end = answer.cut_at if answer.reset_at is None else answer.reset_at
        if end is not None:
            content = content[:end]
            self.close_connection = True
        if answer.drip_s:
            self._drip(content, answer.drip_s)
        else:
            self.wfile.write(content)
        if answer.reset_at is not None:
            self._reset()

    def _drip(self, content: bytes, pause_s: float) -> None:
        for index in range(len(content)):
            self.wfile.write(content[index : index + 1])
            if self.server.replay.closing.wait(pause_s):
                self.close_connection = True
                return

    def _reset(self) -> None:
        """Close with a reset instead of a farewell."""
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Tests read `seen` instead."""
