"""The views, each an independent widget with one small contract.

A view of the programme (list, timetable, now and next, agenda, posters, people) is a `QWidget` that

- is made with `View(look: Look, parent)`,
- is filled by `set_entries(entries, context)`: the whole edition, withdrawn talks too, as a tuple
  of `companion.domain.entry.Entry`, and a `ViewContext` (zones, now, colours, overlaps).
  Called whenever one of them changes: another edition, a sync, a star, another zone, each minute;
  so it keeps its selection and its place. It never loads anything itself;
- emits `talk_activated(ref)` when a talk shall be shown beside it, and
  `star_requested(refs, star)` when stars shall be set; the window stores them and calls
  `set_entries` again;
- has `selected_refs()`: the talks that S, export and drag act on, and `focus_content()`: where the
  keyboard goes when the view is opened;
- says in words what to do when there is nothing to show.

`companion.ui.views.base.ProgrammeViewBase` holds the signals. Words come from `companion.ui.words`,
rows from `companion.services.agenda`, painting from `companion.ui.delegates`.
"""
