"""Column types."""

from datetime import datetime

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from companion.storage.instants import parse, programme_text, record_text


class ProgrammeTime(TypeDecorator[datetime]):
    """An aware instant ↔ UTC text in whole seconds; naive ones are refused (ValueError)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else programme_text(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """From the database."""
        return None if value is None else parse(value)


class RecordTime(ProgrammeTime):
    """The same in microseconds, for what we saw ourselves."""

    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """To the database."""
        return None if value is None else record_text(value)
