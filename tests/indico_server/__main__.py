"""python -m tests.indico_server up [large] | reset | down | record"""

import sys

from tests.indico_server.places import places
from tests.indico_server.processes import ServerError, say
from tests.indico_server.record import record
from tests.indico_server.server import Server


def main(words: list[str]) -> int:
    """One command; returns the exit code."""
    server = Server(places())
    commands = {
        ("up",): server.up,
        ("up", "large"): lambda: server.up(large=True),
        ("reset",): server.reset,
        ("down",): server.down,
        ("record",): lambda: record(server),
    }
    command = commands.get(tuple(words))
    if command is None:
        sys.exit(__doc__)
    try:
        command()
    except ServerError as error:
        say(str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
