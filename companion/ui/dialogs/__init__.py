"""Dialogs; opened with `open()`, never `exec()`, so that nothing waits for them."""
