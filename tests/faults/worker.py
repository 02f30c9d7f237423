"""A child process that syncs once, then stars one talk after the other until it is killed.

`python -m tests.faults.worker DATA_DIR ADDRESS`; prints `ready`, then each star that is kept.
"""

import sys
from pathlib import Path

from companion.app import Companion, utc_now
from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.paths import locate


def main() -> None:
    """Run until killed, or until every talk has a star."""
    app = Companion(locate(Path(sys.argv[1])), utc_now)
    app.database  # noqa: B018 - opened before the first kill may come
    print("ready", flush=True)  # noqa: T201
    key = app.sync.sync(sys.argv[2]).edition
    print("synced", flush=True)  # noqa: T201
    known = {mark.db_id for mark in app.bookmarks.all()}
    for entry in app.programme.entries(key):
        if entry.is_contribution and entry.ref.ident not in known:
            app.bookmarks.set_star([EntryRef.parse(str(entry.ref))], Star.STARRED)
            print(entry.ref.ident, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
