"""The only way out: links that people click, after a look at where they lead."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = frozenset(("http", "https", "mailto"))


def is_safe(url: QUrl) -> bool:
    """Whether a link may be handed to the browser or the mail program."""
    is_web = url.scheme() in {"http", "https"}
    return url.isValid() and url.scheme() in _SCHEMES and (bool(url.host()) or not is_web)


def open_link(address: str | QUrl) -> bool:
    """Open a link outside; False if it is not one of the schemes people expect."""
    url = QUrl(address)
    return is_safe(url) and QDesktopServices.openUrl(url)
