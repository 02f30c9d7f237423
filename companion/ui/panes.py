"""Which of the three panes there is room for. Pure: no Qt."""

from companion.frozen import frozen

THREE_FROM, TWO_FROM = 1000, 640
"""Widths of the window, in logical pixels, from which three and two panes are shown."""


@frozen
class Panes:
    """What is in sight."""

    sidebar: bool
    view: bool
    talk: bool

    @property
    def count(self) -> int:
        """How many."""
        return self.sidebar + self.view + self.talk


def visible_panes(
    width: int, *, is_drawer_open: bool, is_talk_open: bool, has_talk_pane: bool = True
) -> Panes:
    """What to show at a width of the window.

    Args:
        width: of the window.
        is_drawer_open: the person asked for the left column where it is folded away.
        is_talk_open: the person opened a talk where it has no place beside the list.
        has_talk_pane: whether the view leaves room for a talk beside it (a timetable does not).
    """
    if width >= THREE_FROM:
        return Panes(sidebar=True, view=True, talk=has_talk_pane or is_talk_open)
    if width >= TWO_FROM:
        if is_drawer_open:
            return Panes(sidebar=True, view=True, talk=False)
        return Panes(sidebar=False, view=True, talk=has_talk_pane or is_talk_open)
    if is_drawer_open:
        return Panes(sidebar=True, view=False, talk=False)
    return Panes(sidebar=False, view=not is_talk_open, talk=is_talk_open)
