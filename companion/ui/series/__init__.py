"""The series in the window: glance with map, comparison, follow-ups, attending from afar.

Each view is made with `View(look, services, runner, parent)`, loads by itself in the database lane
when it is shown, and emits `talk_opened(EntryRef)` when a talk shall be shown and
`failed(Exception)` when something could not be read or stored.
"""
