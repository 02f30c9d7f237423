"""Talks on their way into calendars and back: choices, preview, calendars kept up to date."""
