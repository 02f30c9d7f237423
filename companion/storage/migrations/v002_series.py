"""Version 2: what the person decided about the series and follows in it; their calendar targets.

All `user_*`, so no sync can write them. No foreign keys: a decision outlives what it is about.
"""

from companion.storage.migrations.step import Step

# Both keys as `PersonKey` writes them; `first_key` sorts before `second_key`.
_PERSON_DECISION = """
CREATE TABLE user_person_decision (
    first_key TEXT NOT NULL,
    second_key TEXT NOT NULL,
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    decided_dt TEXT NOT NULL,
    PRIMARY KEY (first_key, second_key)
) STRICT, WITHOUT ROWID
"""

_FOLLOW_UP_DECISION = """
CREATE TABLE user_follow_up_decision (
    older_host TEXT NOT NULL,
    older_event_id INTEGER NOT NULL,
    older_db_id INTEGER NOT NULL,
    newer_host TEXT NOT NULL,
    newer_event_id INTEGER NOT NULL,
    newer_db_id INTEGER NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
    decided_dt TEXT NOT NULL,
    PRIMARY KEY (
        older_host, older_event_id, older_db_id, newer_host, newer_event_id, newer_db_id
    )
) STRICT, WITHOUT ROWID
"""

_SERIES_MEMBER = """
CREATE TABLE user_series_member (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    belongs INTEGER NOT NULL CHECK (belongs IN (0, 1)),
    PRIMARY KEY (host, event_id)
) STRICT, WITHOUT ROWID
"""

# `follow_key` is what two spellings of one thing share; `name` is as it was typed.
_FOLLOW = """
CREATE TABLE user_follow (
    kind TEXT NOT NULL,
    follow_key TEXT NOT NULL,
    name TEXT NOT NULL,
    created_dt TEXT NOT NULL,
    PRIMARY KEY (kind, follow_key)
) STRICT, WITHOUT ROWID
"""

# When the person last did something of which only the time counts, such as reading the news.
_MOMENT = """
CREATE TABLE user_moment (
    what TEXT NOT NULL PRIMARY KEY,
    moment_dt TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

# `selection` and `options` are JSON; `path` is a file, a folder, or the URL of a collection.
_CALENDAR_TARGET = """
CREATE TABLE user_calendar_target (
    path TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'vdir', 'caldav')),
    selection TEXT NOT NULL,
    options TEXT NOT NULL,
    added_dt TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

STEP: Step = (
    _PERSON_DECISION,
    _FOLLOW_UP_DECISION,
    _SERIES_MEMBER,
    _FOLLOW,
    _MOMENT,
    _CALENDAR_TARGET,
)
