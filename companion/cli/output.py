"""How verbs answer: one JSON document, or lines for people."""

import json
import sys
from collections.abc import Iterable
from typing import TextIO

from companion.errors import CompanionError


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
        self._stdout = stdout if stdout is not None else sys.stdout
        self._stderr = stderr if stderr is not None else sys.stderr

    def answer(self, document: object, lines: Iterable[str]) -> None:
        """Write the document as JSON, or else the lines."""
        if self.as_json:
            # `json.dump` would write a million times for 2,000 talks: each bracket by itself.
            self._stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
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


def error_document(error: CompanionError) -> dict[str, object]:
    """An error as JSON."""
    return {
        "type": type(error).__name__,
        "message": error.message,
        "advice": error.next_step,
        "exit_code": error.exit_code,
    }
