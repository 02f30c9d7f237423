"""Version 1: the first schema.

Three kinds of tables, told apart by their prefix: `record_*` is what only we know, `user_*` what
the person owns (no sync can write it), `programme_*` a copy shaped for lists and search, which
can be dropped and built again from the records without the network. Instants are text in UTC:
whole seconds in programmes, microseconds for what we saw ourselves; lists of people are JSON.
"""

from companion.storage.migrations.step import Step

_EDITION = """
CREATE TABLE record_edition (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    edition_key TEXT NOT NULL,
    base_url TEXT NOT NULL,
    PRIMARY KEY (host, event_id)
) STRICT, WITHOUT ROWID
"""

# Numbered within its event: a clock that is set back cannot mix up the order of syncs.
_SYNC = """
CREATE TABLE record_sync (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    seen_dt TEXT NOT NULL,
    generated_dt TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    PRIMARY KEY (host, event_id, number),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""

# Valid from sync `since_sync` on, until before sync `until_sync`; NULL: still valid.
# Its one index serves the whole programme, one entry, its latest version, and any past state.
_VERSION = """
CREATE TABLE record_version (
    version_id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    ident INTEGER NOT NULL,
    since_sync INTEGER NOT NULL,
    until_sync INTEGER,
    body TEXT NOT NULL,
    UNIQUE (host, event_id, kind, ident, since_sync),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT
"""

_CHANGE = """
CREATE TABLE record_change (
    change_id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    sync_number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    ident INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    FOREIGN KEY (host, event_id, sync_number)
        REFERENCES record_sync (host, event_id, number) ON DELETE CASCADE
) STRICT
"""

# For the list of changes, which joins the sync that saw them, and for the foreign key.
_CHANGE_INDEX = """
CREATE INDEX record_change_by_sync ON record_change (host, event_id, sync_number)
"""

# No foreign key: a talk's sequence number outlives even an edition that is removed.
_TALK = """
CREATE TABLE record_talk (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    db_id INTEGER NOT NULL,
    first_seen_dt TEXT NOT NULL,
    changed_dt TEXT,
    sequence INTEGER NOT NULL,
    withdrawn_dt TEXT,
    PRIMARY KEY (host, event_id, db_id)
) STRICT, WITHOUT ROWID
"""

_EXPORT = """
CREATE TABLE record_export (
    target TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    status TEXT NOT NULL,
    title TEXT NOT NULL,
    start_dt TEXT NOT NULL,
    end_dt TEXT NOT NULL,
    location TEXT NOT NULL,
    created_dt TEXT NOT NULL,
    modified_dt TEXT NOT NULL,
    written_dt TEXT NOT NULL,
    PRIMARY KEY (target, uid)
) STRICT
"""

# No foreign key: a star outlives its talk, and may be imported before the first sync.
_BOOKMARK = """
CREATE TABLE user_bookmark (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    db_id INTEGER NOT NULL,
    star TEXT NOT NULL CHECK (star IN ('tentative', 'starred')),
    created_dt TEXT NOT NULL,
    PRIMARY KEY (host, event_id, db_id)
) STRICT, WITHOUT ROWID
"""

_PROGRAMME_EDITION = """
CREATE TABLE programme_edition (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    timezone TEXT NOT NULL,
    start_dt TEXT NOT NULL,
    end_dt TEXT NOT NULL,
    venue_name TEXT NOT NULL,
    label TEXT NOT NULL,
    contributions INTEGER NOT NULL,
    synced_dt TEXT NOT NULL,
    generated_dt TEXT NOT NULL,
    PRIMARY KEY (host, event_id),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""

_PROGRAMME_SESSION = """
CREATE TABLE programme_session (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    color TEXT NOT NULL,
    text_color TEXT NOT NULL,
    is_poster INTEGER NOT NULL,
    PRIMARY KEY (host, event_id, session_id),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""

_PROGRAMME_BLOCK = """
CREATE TABLE programme_block (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    block_id INTEGER NOT NULL,
    session_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    start_dt TEXT NOT NULL,
    end_dt TEXT NOT NULL,
    code TEXT NOT NULL,
    room_name TEXT NOT NULL,
    venue_name TEXT NOT NULL,
    conveners TEXT NOT NULL,
    PRIMARY KEY (host, event_id, block_id),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""

_PROGRAMME_BREAK = """
CREATE TABLE programme_break (
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    start_dt TEXT NOT NULL,
    end_dt TEXT NOT NULL,
    room_name TEXT NOT NULL,
    venue_name TEXT NOT NULL,
    color TEXT NOT NULL,
    text_color TEXT NOT NULL,
    session_id INTEGER,
    block_id INTEGER,
    PRIMARY KEY (host, event_id, entry_id),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT, WITHOUT ROWID
"""

# Withdrawn talks stay. `row_id` binds the two tables of the search to it.
_PROGRAMME_CONTRIBUTION = """
CREATE TABLE programme_contribution (
    row_id INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    db_id INTEGER NOT NULL,
    friendly_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    start_dt TEXT,
    end_dt TEXT,
    session_id INTEGER,
    session_title TEXT,
    block_id INTEGER,
    room_name TEXT NOT NULL,
    venue_name TEXT NOT NULL,
    type TEXT,
    track TEXT,
    code TEXT NOT NULL,
    board_number TEXT NOT NULL,
    is_poster INTEGER NOT NULL,
    has_materials INTEGER NOT NULL,
    people TEXT NOT NULL,
    UNIQUE (host, event_id, db_id),
    FOREIGN KEY (host, event_id) REFERENCES record_edition ON DELETE CASCADE
) STRICT
"""

# The searched texts in their own spelling, for snippets.
_PROGRAMME_TEXT = """
CREATE TABLE programme_text (
    row_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    people TEXT NOT NULL,
    session TEXT NOT NULL,
    keywords TEXT NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (row_id) REFERENCES programme_contribution ON DELETE CASCADE
) STRICT
"""

# The same texts folded to letters, digits and spaces (companion.storage.search.folding), so that
# the simplest tokenizer, which parts words at ASCII marks, has exactly our words in every script;
# `unicode61` knows the letters of Unicode 6.1 only and cannot fold ł, ø, đ, ß, æ. The index of 1-
# and 2-letter prefixes halves the time of a first keystroke.
_PROGRAMME_SEARCH = """
CREATE VIRTUAL TABLE programme_search USING fts5 (
    title, people, affiliations, session, keywords, text,
    tokenize = 'ascii', prefix = '1 2'
)
"""

# In the order of the columns: a name or a title weighs more than a word of the text.
_RANK = """
INSERT INTO programme_search (programme_search, rank)
VALUES ('rank', 'bm25(10.0, 8.0, 2.0, 3.0, 5.0, 1.0)')
"""

# The search table has no foreign keys; this is its cascade.
_SEARCH_TRIGGER = """
CREATE TRIGGER programme_contribution_deleted AFTER DELETE ON programme_contribution
BEGIN
    DELETE FROM programme_search WHERE rowid = old.row_id;
END
"""

STEP: Step = (
    "PRAGMA application_id = 1364479308",  # "QTML" in ASCII
    _EDITION,
    _SYNC,
    _VERSION,
    _CHANGE,
    _CHANGE_INDEX,
    _TALK,
    _EXPORT,
    _BOOKMARK,
    _PROGRAMME_EDITION,
    _PROGRAMME_SESSION,
    _PROGRAMME_BLOCK,
    _PROGRAMME_BREAK,
    _PROGRAMME_CONTRIBUTION,
    _PROGRAMME_TEXT,
    _PROGRAMME_SEARCH,
    _RANK,
    _SEARCH_TRIGGER,
)
