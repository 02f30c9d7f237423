"""Filters in the window: button, panel, the row of what is filtered, and their words."""
