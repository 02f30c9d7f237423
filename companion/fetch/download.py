"""One small file over https, such as a list of editions."""

from urllib.parse import urlsplit

from companion.errors import InsecureAddress, Refused, Said, UsageError
from companion.fetch.answer import host_of
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress

_LIMITS = Limits(read_s=30, total_s=60, body_mib=1, attempts=2, waiting_s=10)
_OK = 200


class HttpsDownloader:
    """Implements `companion.ports.fetching.Downloader`."""

    def __init__(self, limits: Limits = _LIMITS, *, ca_file: str | None = None) -> None:
        """Prepare it; `ca_file` holds certificates to trust instead of the bundled ones."""
        self._limits = limits
        self._ca_file = ca_file

    def download(
        self,
        url: str,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> bytes:
        """The whole file, at most 1 MiB; redirects are followed within the host only.

        Raises:
            InsecureAddress, UsageError: the address is not https, or none at all.
            Unreachable: no usable answer.
            Refused: led to another host; too large; not there.
        """
        _check(url)
        with HttpClient(self._limits, ca_file=self._ca_file) as client:
            answer = client.get(url, progress=progress, cancelled=cancelled)
        if answer.status != _OK:
            raise Refused(
                host=host_of(url),
                detail=Said("it has no such file (status {status})", status=answer.status),
            )
        return answer.body


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_usable = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        is_usable = False
    if is_usable and parts.scheme == "http":
        raise InsecureAddress(text=url)
    if not is_usable or parts.scheme != "https" or not url.isprintable() or " " in url:
        raise UsageError(detail=Said("“{url}” is not an https address", url=url))
