"""Programmes, what we know of them, and the person's stars, in one SQLite file.

This package itself imports nothing: `first_paint` reads with plain sqlite3, and only `database`
brings SQLAlchemy in. Why things are as they are: docs/decisions/0006-storage.md.
"""
