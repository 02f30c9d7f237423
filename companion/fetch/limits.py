"""How long and how much a request may take."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one `HttpClient.get`, redirects and retries included where not said otherwise.

    Attributes:
        connect_s: for a connection with its TLS handshake, per address of the host.
        read_s: longest silence; an Indico works half a minute on an export of 2,000 talks.
        total_s: for one answer from request to last byte, however lively it drips.
        body_mib: of one body after decompression.
        attempts: for one address; resets and answers 429 and 5xx are asked for again.
        waiting_s: in all between attempts; a server that wants longer is left alone.
        redirects: followed at most.
    """

    connect_s: float = 10.0
    read_s: float = 150.0
    total_s: float = 600.0
    body_mib: int = 64
    attempts: int = 3
    waiting_s: float = 60.0
    redirects: int = 5

    @property
    def body_bytes(self) -> int:
        """`body_mib` in bytes."""
        return self.body_mib * MIB
