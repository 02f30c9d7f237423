"""Reading a body: in pieces, unpacked under a cap, and to its announced end."""

import zlib
from collections.abc import Callable, Mapping
from typing import Protocol

from companion.errors import DamagedAnswer, Said, TooLarge
from companion.fetch.limits import Limits

CHUNK = 64 * 1024


class Source(Protocol):
    """What is used of `urllib3.response.HTTPResponse`."""

    def read(self, amt: int, decode_content: bool) -> bytes:
        """Up to so many bytes as they came over the wire."""


Told = Callable[[int, int | None], None]
"""Called with bytes received so far and bytes in all, if the server said so."""


def read_body(
    raw: Source, headers: Mapping[str, str], limits: Limits, host: str, told: Told
) -> bytes:
    """The whole body, decompressed.

    Raises:
        TooLarge: more than `limits.body_mib`, announced or found on the way.
        DamagedAnswer: unknown or broken compression. Bodies cut short make urllib3 raise.
    """
    total = _announced(headers)
    decoder = _decoder(headers.get("content-encoding", ""), limits.body_bytes, host)
    if total is not None and total > limits.body_bytes:
        raise TooLarge(host=host, limit_mib=limits.body_mib)
    received = 0
    while chunk := raw.read(CHUNK, decode_content=False):
        received += len(chunk)
        decoder.feed(chunk)
        if decoder.size > limits.body_bytes:
            raise TooLarge(host=host, limit_mib=limits.body_mib)
        told(received, total)
    return decoder.finish()


def _announced(headers: Mapping[str, str]) -> int | None:
    length = headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdigit() else None


def _decoder(encoding: str, cap: int, host: str) -> "_Identity":
    if encoding.strip().lower() in ("", "identity"):
        return _Identity()
    if encoding.strip().lower() in ("gzip", "x-gzip"):
        return _Gzip(cap, host)
    raise DamagedAnswer(host=host, detail="it is compressed in a way we did not ask for")


class _Identity:
    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def feed(self, chunk: bytes) -> None:
        self._parts.append(chunk)
        self.size += len(chunk)

    def finish(self) -> bytes:
        return b"".join(self._parts)


class _Gzip(_Identity):
    """Unpacks one gzip member and never holds more than the cap, whatever was packed (a bomb)."""

    def __init__(self, cap: int, host: str) -> None:
        super().__init__()
        self._cap = cap
        self._host = host
        self._inflate = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        self._is_empty = True

    def feed(self, chunk: bytes) -> None:
        self._is_empty = False
        try:
            super().feed(self._inflate.decompress(chunk, self._cap + 1 - self.size))
        except zlib.error as error:
            raise self._damaged(Said("its compression is broken")) from error

    def finish(self) -> bytes:
        """A gzip stream knows its end, also where no Content-Length was announced."""
        if not self._is_empty and not self._inflate.eof:
            raise self._damaged("it was cut off")
        return super().finish()

    def _damaged(self, detail: str) -> DamagedAnswer:
        return DamagedAnswer(host=self._host, detail=detail)
