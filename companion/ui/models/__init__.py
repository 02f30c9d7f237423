"""Item models: rows that are values, nothing painted and nothing loaded."""
