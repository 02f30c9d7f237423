"""Calendar files: deciding what to write, writing and reading iCalendar (RFC 5545, RFC 7986)."""
