"""Thousands of rows at once."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects import sqlite

Row = tuple[object, ...]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that hold every column in the table's order, as SQLite takes them.

    Passes by SQLAlchemy's handling of single parameters, which would take twice the time of the
    insert itself; so times are text already.
    """
    if rows:
        connection.exec_driver_sql(_sql(table), list(rows))


@cache
def _sql(table: Table) -> str:
    return str(insert(table).compile(dialect=sqlite.dialect()))
