"""A child process that syncs or sets stars without pause until it is killed.

`python -m tests.support.storage_crash sync|stars DATA_DIR`; prints a line once it has begun.
"""

import itertools
import sys
from datetime import timedelta
from pathlib import Path

from companion.domain.bookmark import Star
from companion.domain.timetable import Programme
from companion.storage.database import Database, open_database
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update, with_talk

SMALL, LARGE = 40, 60


def states() -> tuple[Programme, Programme]:
    """The two programmes between which syncs go to and fro."""
    small = make_programme(SMALL)
    return with_talk(small, 1, title="Other", room_name="Elsewhere"), make_programme(LARGE)


def sync(database: Database) -> None:
    """Apply one state after the other for ever."""
    for number, state in enumerate(itertools.cycle(states())):
        gone = database.programmes.withdrawn(EVENT_ID)
        before = database.programmes.programme(EVENT_ID)
        seen_dt = NOW + timedelta(seconds=number)
        database.programmes.apply(
            make_update(state, before=before, withdrawn=gone, seen_dt=seen_dt)
        )


def stars(database: Database) -> None:
    """Set stars on two talks at a time, one pair after the other, and say so once they are set."""
    for number in itertools.count(len(database.user.bookmarks()) // 2):
        database.user.set_star(EVENT_ID, [2 * number, 2 * number + 1], Star.STARRED, NOW)
        print(2 * number + 1, flush=True)  # noqa: T201


def main() -> None:
    """Run until killed."""
    database = open_database(Path(sys.argv[2]))
    print("ready", flush=True)  # noqa: T201
    {"sync": sync, "stars": stars}[sys.argv[1]](database)


if __name__ == "__main__":
    main()
