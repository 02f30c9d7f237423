"""How verbs answer: one JSON document, or lines for people."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from typing import TextIO

from companion.errors import CannotWriteFile, CompanionError

# What sites and files say must not steer the terminal (colours, titles, keys, erased lines).
_STEERING = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


class Output:
    """Where a verb writes.

    Attributes:
        as_json: one JSON document goes to stdout, and nothing else.
    """

    def __init__(
        self, *, as_json: bool, stdout: TextIO | None = None, stderr: TextIO | None = None
    ) -> None:
        self.as_json = as_json
        # A program without a console, or with closed streams, has none.
        self._stdout = stdout or sys.stdout or TextIOWrapper(BytesIO())
        self._stderr = stderr or sys.stderr or TextIOWrapper(BytesIO())
        if isinstance(self._stdout, TextIOWrapper):
            # Not every console and pipe takes every letter.
            self._stdout.reconfigure(errors="replace")
        self._is_unicode = (self._stdout.encoding or "utf").lower().startswith("utf")

    def answer(self, document: object, lines: Iterable[str]) -> None:
        """Write the document as JSON, or else the lines.

        Raises:
            CannotWriteFile: standard output is a file on a full disk, or the like.
        """
        with self._writing():
            self._write(document, lines)

    def answer_bytes(self, content: bytes) -> None:
        """Write a file to standard output.

        Raises:
            CannotWriteFile: as for `answer`.
        """
        with self._writing():
            self._stdout.buffer.write(content)
            self._stdout.buffer.flush()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            silence(self._stdout)
            self.as_json = False
            detail = error.strerror or type(error).__name__
            raise CannotWriteFile(path="Standard output", detail=detail) from error

    def _write(self, document: object, lines: Iterable[str]) -> None:
        if self.as_json:
            # `json.dump` would write a million times for 2,000 talks: each bracket by itself.
            text = json.dumps(document, ensure_ascii=not self._is_unicode, indent=2)
            self._stdout.write(text + "\n")
        else:
            self._stdout.writelines(f"{line.translate(_STEERING)}\n" for line in lines)
        self._stdout.flush()

    def error(self, error: CompanionError) -> None:
        """Say what went wrong and what to do next."""
        if self.as_json:
            self.answer({"error": error_document(error)}, ())
        else:
            self.notice(error.message)
            if error.next_step:
                print(error.next_step.translate(_STEERING), file=self._stderr)

    def notice(self, text: str) -> None:
        """Tell people something beside the answer; nothing if there is nothing to tell."""
        if text:
            print(f"qtml-companion: {text.translate(_STEERING)}", file=self._stderr)


def silence(stream: TextIO) -> None:
    """What was not written yet goes nowhere: its reader is gone, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def error_document(error: CompanionError) -> dict[str, object]:
    """An error as JSON."""
    return {
        "type": type(error).__name__,
        "message": error.message,
        "advice": error.next_step,
        "exit_code": error.exit_code,
    }
