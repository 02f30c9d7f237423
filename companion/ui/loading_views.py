"""Views and sections of a talk that ask the services themselves, made for the window."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.ui.series.followups_part import FollowUpsPart
    from companion.ui.series.pages import SeriesPages
    from companion.ui.views.changes_view import ChangesView
    from companion.ui.views.history_part import HistoryPart
    from companion.ui.views.talk_page import TalkPage
    from companion.ui.window_base import WindowBase

# Each is imported when it is wanted first.
# ruff: noqa: PLC0415


def make_changes(window: "WindowBase") -> "ChangesView":
    """What changed in the programmes."""
    from companion.ui.views.changes_view import ChangesView

    view = ChangesView(window.look, window.services, window.runner)
    view.talk_activated.connect(window.show_talk)
    view.talk_clicked.connect(window.talk_clicked)
    view.talk_opened.connect(window.open_talk)
    view.failed.connect(window.show_error)
    return view


def make_series(window: "WindowBase") -> "SeriesPages":
    """All editions."""
    from companion.ui.series.pages import SeriesPages

    view = SeriesPages(window.look, window.services, window.runner)
    view.talk_opened.connect(window.open_talk)
    view.edition_chosen.connect(window.shell.sidebar.edition_chosen)
    view.stars_changed.connect(window.library.reload)
    view.failed.connect(window.show_error)
    return view


def add_sections(page: "TalkPage", window: "WindowBase") -> "tuple[FollowUpsPart, HistoryPart]":
    """What the page of a talk tells beside the talk itself, and who draws its formulas."""
    from companion.ui.control.formulas import FormulaDrawer
    from companion.ui.series.followups_part import FollowUpsPart
    from companion.ui.views.history_part import HistoryPart

    page.text.set_drawer(FormulaDrawer(window.runner, window))
    follow_ups = FollowUpsPart(window.look, window.services, window.runner)
    follow_ups.talk_requested.connect(window.show_talk)
    history = HistoryPart(window.look, window.services, window.runner)
    for part in (follow_ups, history):
        part.failed.connect(window.show_error)
        page.add_section(part)
    return follow_ups, history
