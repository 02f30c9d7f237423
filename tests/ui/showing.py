"""Shows a view with the small conference of `tests.support.entries`."""

from collections.abc import Iterable
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.services.agenda import DayRow, HeaderRow, NowRow, Row, SlimRow, TalkRow, TitleRow
from companion.ui.views.base import ProgrammeViewBase
from tests.support.entries import KEY, conference, context

View = TypeVar("View", bound=ProgrammeViewBase)


def show(view: View, qtbot: QtBot, entries: tuple[Entry, ...] | None = None, **fields: Any) -> View:
    """The view, filled and on the screen."""
    shown = conference() if entries is None else entries
    qtbot.addWidget(view)
    view.resize(460, 700)
    view.set_entries(shown, context(shown, **fields))
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    return view


def ref(ident: int, kind: EntryKind = EntryKind.CONTRIBUTION) -> EntryRef:
    """A reference into the conference."""
    return EntryRef(KEY, kind, ident)


def lines(rows: Iterable[Row]) -> list[object]:
    """Rows in short: talks, breaks and blocks by number, days by date, titles by their words."""
    return [_line(row) for row in rows]


def _line(row: Row) -> object:
    match row:
        case TalkRow() | SlimRow():
            return row.entry.ref.ident
        case DayRow():
            return row.day
        case HeaderRow() | TitleRow():
            return row.title
        case NowRow():
            return "now"
    raise AssertionError(row)
