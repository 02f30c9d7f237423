"""What the services need from the outside world, as protocols and the values that pass.

Adapters implement them, `companion.app` hands them in; nothing here does I/O. Unless a docstring
says otherwise, every method may raise `companion.errors.StorageError` (stores) or
`Unreachable`, `Refused` and `Cancelled` (sources), and is to be called off the GUI thread.
"""
