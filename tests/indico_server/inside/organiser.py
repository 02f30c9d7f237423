"""An organiser who does as told, line by line, and reports what everybody will see of it.

    INDICO_CONFIG=… python -m tests.indico_server.inside.organiser EVENT

Reads one JSON document a line, `{"edit": NAME}`, and answers each with one:
`{"edit", "touched", "changes": [{"kind", "ident", "field", "old", "new"}], "blocks": {db_id: id}}`,
where `blocks` says in which block each talk now stands.
"""

import json
import os
import sys
from typing import Any, TextIO

from flask import session
from indico.core.db import db
from indico.modules.events import Event

from tests.indico_server.inside.context import logged_in
from tests.indico_server.inside.edits import EDITS, Organiser
from tests.indico_server.inside.visible import blocks_of_talks, differences, visible_state


def main(number: int, answers: TextIO) -> None:
    """Work until there is nothing more to read."""
    with logged_in():
        event = Event.get(number)
        organiser = Organiser(event, session.user)
        state = visible_state(event)
        _answer(answers, {"ready": number})
        for line in sys.stdin:
            name = json.loads(line)["edit"]
            touched = EDITS[name](organiser)
            db.session.commit()
            before, state = state, visible_state(event)
            report = {
                "edit": name,
                "touched": touched,
                "changes": differences(before, state),
                "blocks": blocks_of_talks(event),
            }
            _answer(answers, report)


def _answer(answers: TextIO, document: dict[str, Any]) -> None:
    answers.write(json.dumps(document, ensure_ascii=False) + "\n")
    answers.flush()


if __name__ == "__main__":
    # only answers may reach our caller; whatever Indico prints goes to the log
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as channel:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        main(int(sys.argv[1]), channel)
