"""The log: one file of our own, small, and fit to be attached to a report."""

import contextlib
import itertools
import logging
import re
import time
from pathlib import Path

_LOGGER = logging.getLogger("companion")
_MAX_BYTES = 512 * 1024
_OLDER_FILES = 2
_FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s: %(message)s"

_SECRETS = (
    # personal tokens of Indico, wherever they stand
    (re.compile(r"\bind(?:p|ico)_\w+"), "<removed>"),
    # the values of names that hold secrets: in addresses, headers, JSON and prints of dictionaries
    (
        re.compile(
            r"(?i)(\b(?:access_?key|api_?key|ak|authorization|cookie|email_?hash|password|secret"
            r"|signature|token)\b[\"']?\s*[:=]\s*[\"']?)(?:bearer\s+|basic\s+)?[^\s\"'&,;}]+"
        ),
        r"\1<removed>",
    ),
    # \b, the look-behind and ++ keep the time linear: a log line may be an answer of some megabytes
    (re.compile(r"\b(\w++://)[^/\s@]+@"), r"\1<removed>@"),
    (re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.-]*\w"), "<address>"),
)


class _SafeFormatter(logging.Formatter):
    """Writes UTC and leaves out secrets and the person's name in paths."""

    converter = staticmethod(time.gmtime)

    def __init__(self, home: str) -> None:
        super().__init__(_FORMAT, datefmt="%Y-%m-%dT%H:%M:%S")
        self._home = home

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._home)


class _SmallFile(logging.FileHandler):
    """A file that makes room for itself; `logging.handlers` takes 10 ms to import, for sockets."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._is_full(record):
                self._make_room()
            super().emit(record)
        except OSError:
            self.handleError(record)

    def _is_full(self, record: logging.LogRecord) -> bool:
        file = Path(self.baseFilename)
        size = file.stat().st_size if file.exists() else 0
        return size > 0 and size + len(self.format(record).encode()) >= _MAX_BYTES

    def _make_room(self) -> None:
        """The older files move one number up; the oldest goes."""
        file = self.baseFilename
        names = [file, *(f"{file}.{number}" for number in range(1, _OLDER_FILES + 1))]
        self.close()  # the next record opens it again
        for older, newer in itertools.pairwise(reversed(names)):
            with contextlib.suppress(FileNotFoundError):
                Path(newer).replace(older)


def get_logger(name: str) -> logging.Logger:
    """The logger of a module of this program; `name` is its `__name__`."""
    return logging.getLogger(name)


def redact(text: str, home: str = "") -> str:
    """The text without tokens, passwords, e-mail addresses and the name of the home folder.

    It works on whole lines as they are written, so that tracebacks are covered.
    """
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text.replace(home, "~") if len(home) > 1 else text


def start_logging(file: Path, *, verbose: bool = False) -> bool:
    """Write the records of `companion.*` to a file that is kept below 512 KiB.

    Calling it again replaces the file of the first call.

    Args:
        file: its folder exists; two older files are kept as `.1` and `.2`.
        verbose: DEBUG instead of INFO.

    Returns:
        Whether the file can be written; the program works without a log.
    """
    stop_logging()
    try:
        handler = _SmallFile(file, encoding="utf-8")
    except OSError:
        return False
    handler.setFormatter(_SafeFormatter(str(Path.home())))
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.DEBUG if verbose else logging.INFO)
    return True


def stop_logging() -> None:
    """Close the file; harmless when none is open."""
    for handler in list(_LOGGER.handlers):
        if isinstance(handler, logging.FileHandler):
            _LOGGER.removeHandler(handler)
            handler.close()
