"""Today's tables, for building statements; what creates them is in `migrations`."""

from sqlalchemy import Boolean, Column, Integer, MetaData, Table, Text

from companion.storage.types import ProgrammeTime, RecordTime

metadata = MetaData()


def _event_key() -> tuple[Column[str], Column[int]]:
    return Column("host", Text, primary_key=True), Column("event_id", Integer, primary_key=True)


def _texts(*names: str) -> tuple[Column[str], ...]:
    return tuple(Column(name, Text, nullable=False) for name in names)


def _times(kind: type[ProgrammeTime], *names: str) -> tuple[Column[object], ...]:
    return tuple(Column(name, kind, nullable=False) for name in names)


# --- what only we know -------------------------------------------------------------------------

record_edition = Table(
    "record_edition", metadata, *_event_key(), *_texts("edition_key", "base_url")
)

record_sync = Table(
    "record_sync",
    metadata,
    *_event_key(),
    Column("number", Integer, primary_key=True),
    *_times(RecordTime, "seen_dt", "generated_dt"),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
)

record_version = Table(
    "record_version",
    metadata,
    Column("version_id", Integer, primary_key=True),
    *_texts("host"),
    Column("event_id", Integer, nullable=False),
    *_texts("kind"),
    Column("ident", Integer, nullable=False),
    Column("since_sync", Integer, nullable=False),
    Column("until_sync", Integer),
    *_texts("body"),
)

record_change = Table(
    "record_change",
    metadata,
    Column("change_id", Integer, primary_key=True),
    *_texts("host"),
    Column("event_id", Integer, nullable=False),
    Column("sync_number", Integer, nullable=False),
    *_texts("kind"),
    Column("ident", Integer, nullable=False),
    *_texts("field", "old", "new"),
)

record_talk = Table(
    "record_talk",
    metadata,
    *_event_key(),
    Column("db_id", Integer, primary_key=True),
    *_times(RecordTime, "first_seen_dt"),
    Column("changed_dt", RecordTime),
    Column("sequence", Integer, nullable=False),
    Column("withdrawn_dt", RecordTime),
)

record_export = Table(
    "record_export",
    metadata,
    Column("target", Text, primary_key=True),
    Column("uid", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    *_texts("fingerprint", "status", "title"),
    *_times(ProgrammeTime, "start_dt", "end_dt"),
    *_texts("location"),
    *_times(RecordTime, "created_dt", "modified_dt", "written_dt"),
)

# --- what the person owns ----------------------------------------------------------------------

user_bookmark = Table(
    "user_bookmark",
    metadata,
    *_event_key(),
    Column("db_id", Integer, primary_key=True),
    *_texts("star"),
    *_times(RecordTime, "created_dt"),
)

user_person_decision = Table(
    "user_person_decision",
    metadata,
    Column("first_key", Text, primary_key=True),
    Column("second_key", Text, primary_key=True),
    Column("same", Boolean, nullable=False),
    *_times(RecordTime, "decided_dt"),
)


def _talk_key(end: str) -> tuple[Column[str], Column[int], Column[int]]:
    return (
        Column(f"{end}_host", Text, primary_key=True),
        Column(f"{end}_event_id", Integer, primary_key=True),
        Column(f"{end}_db_id", Integer, primary_key=True),
    )


user_follow_up_decision = Table(
    "user_follow_up_decision",
    metadata,
    *_talk_key("older"),
    *_talk_key("newer"),
    Column("confirmed", Boolean, nullable=False),
    *_times(RecordTime, "decided_dt"),
)

user_series_member = Table(
    "user_series_member", metadata, *_event_key(), Column("belongs", Boolean, nullable=False)
)

user_follow = Table(
    "user_follow",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("follow_key", Text, primary_key=True),
    *_texts("name"),
    *_times(RecordTime, "created_dt"),
)

user_moment = Table(
    "user_moment",
    metadata,
    Column("what", Text, primary_key=True),
    *_times(RecordTime, "moment_dt"),
)

user_calendar_target = Table(
    "user_calendar_target",
    metadata,
    Column("path", Text, primary_key=True),
    *_texts("kind", "selection", "options"),
    *_times(RecordTime, "added_dt"),
)

# --- copies shaped for lists and search ----------------------------------------------------------

programme_edition = Table(
    "programme_edition",
    metadata,
    *_event_key(),
    *_texts("title", "timezone"),
    *_times(ProgrammeTime, "start_dt", "end_dt"),
    *_texts("venue_name", "label"),
    Column("contributions", Integer, nullable=False),
    *_times(RecordTime, "synced_dt", "generated_dt"),
)

programme_session = Table(
    "programme_session",
    metadata,
    *_event_key(),
    Column("session_id", Integer, primary_key=True),
    *_texts("title", "color", "text_color"),
    Column("is_poster", Integer, nullable=False),
)

programme_block = Table(
    "programme_block",
    metadata,
    *_event_key(),
    Column("block_id", Integer, primary_key=True),
    Column("session_id", Integer, nullable=False),
    *_texts("title"),
    *_times(ProgrammeTime, "start_dt", "end_dt"),
    *_texts("code", "room_name", "venue_name", "conveners"),
)

programme_break = Table(
    "programme_break",
    metadata,
    *_event_key(),
    Column("entry_id", Integer, primary_key=True),
    *_texts("title"),
    *_times(ProgrammeTime, "start_dt", "end_dt"),
    *_texts("room_name", "venue_name", "color", "text_color"),
    Column("session_id", Integer),
    Column("block_id", Integer),
)

programme_contribution = Table(
    "programme_contribution",
    metadata,
    Column("row_id", Integer, primary_key=True),
    *_texts("host"),
    Column("event_id", Integer, nullable=False),
    Column("db_id", Integer, nullable=False),
    Column("friendly_id", Integer, nullable=False),
    *_texts("title"),
    Column("start_dt", ProgrammeTime),
    Column("end_dt", ProgrammeTime),
    Column("session_id", Integer),
    Column("session_title", Text),
    Column("block_id", Integer),
    *_texts("room_name", "venue_name"),
    Column("type", Text),
    Column("track", Text),
    *_texts("code", "board_number"),
    Column("is_poster", Integer, nullable=False),
    Column("has_materials", Integer, nullable=False),
    *_texts("people"),
)

programme_text = Table(
    "programme_text",
    metadata,
    Column("row_id", Integer, primary_key=True),
    *_texts("title", "people", "session", "keywords", "text"),
)

programme_search = Table(
    "programme_search",
    metadata,
    Column("rowid", Integer, primary_key=True),
    *_texts("title", "people", "affiliations", "session", "keywords", "text"),
)
"""An FTS5 table: every row has a rowid, here that of its contribution."""
