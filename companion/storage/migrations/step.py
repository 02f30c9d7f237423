"""What one migration step is."""

Step = tuple[str, ...]
"""SQL statements, run in order; plain text, so that a step never changes later.

A step that changes the shape or meaning of `programme_*` tables empties `programme_edition`:
`open_database` then fills them anew from the records.
"""
