"""Addresses in answers: absolute, of a kind that a browser may open, or none."""

from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_SAFE = ("http://", "https://")


class Links:
    """Makes the addresses of one answer absolute."""

    def __init__(self, base_url: str, dead: tuple[str, ...] = ()) -> None:
        """Remember where the answer came from.

        Args:
            base_url: what relative addresses belong to.
            dead: scheme and host of sites that must not be linked, as the sample's.
        """
        self._base_url = base_url + "/"
        self._dead = dead

    def absolute(self, url: str | None) -> str:
        """The address, or an empty text if it is missing, dead, or neither http nor https."""
        if not url:
            return ""
        found = url if url.startswith(_SAFE) else self._joined(url)
        if not found.startswith(_SAFE) or (self._dead and site_of(found) in self._dead):
            return ""
        return found

    def _joined(self, url: str) -> str:
        try:
            return urljoin(self._base_url, url)
        except ValueError:
            return ""


@lru_cache(maxsize=4096)
def site_of(url: str) -> str:
    """Scheme and host with port; empty if there is no such thing in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
