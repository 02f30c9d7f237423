"""The rows of a list: values in, nothing painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.services.agenda import (
    HeaderRow,
    NowRow,
    ResultRow,
    Row,
    SlimRow,
    TalkRow,
    row_key,
)
from companion.ui.context import ViewContext
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index, RowsModel
from companion.ui.words import sentence, talk_title, title_of

_TALK_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class RowModel(RowsModel[Row]):
    """A tuple of rows. `set_rows` keeps selection and place where the rows are the same lines.

    Attributes:
        rows: what is shown.
        context: zones and now.
        headers: for each row the place of the header it belongs to, or -1.
        changed: the places of the rows that are others since the last `dataChanged`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headers: tuple[int, ...] = ()
        self.changed: list[int] = []
        self.context = ViewContext()

    def said(self, row: Row, role: int) -> Any:
        if role == Role.REF:
            return ref_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return sentence(row, self.context)
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only talks can be reached by keyboard."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.rows[index.row()], TalkRow | ResultRow):
            return _TALK_FLAGS
        return Qt.ItemFlag.ItemNeverHasChildren

    def set_rows(self, rows: Sequence[Row], context: ViewContext) -> None:
        """Show other rows; only the line of now may come and go without a reset."""
        fresh = tuple(rows)
        self.context = context
        if fresh == self.rows:
            return
        if _lines(fresh) == _lines(self.rows) and fresh:
            self._update(fresh)
            return
        self.beginResetModel()
        self._take(fresh)
        self.endResetModel()

    def row_of(self, ref: EntryRef) -> int:
        """Where a talk stands; -1 if it is not here."""
        for place, row in enumerate(self.rows):
            if ref_of(row) == ref:
                return place
        return -1

    def now_row(self) -> int:
        """Where the line of now stands; -1 without one."""
        return next((i for i, row in enumerate(self.rows) if isinstance(row, NowRow)), -1)

    def _update(self, fresh: tuple[Row, ...]) -> None:
        """Move the lines of now; the other rows stay where they are."""
        for place in reversed(_now_places(self.rows)):
            self.beginRemoveRows(QModelIndex(), place, place)
            self._take(self.rows[:place] + self.rows[place + 1 :])
            self.endRemoveRows()
        rest = tuple(row for row in fresh if not isinstance(row, NowRow))
        both = zip(rest, self.rows, strict=True)
        self.changed = [i for i, (new, old) in enumerate(both) if new is not old and new != old]
        self._take(rest)
        if self.changed:
            self.dataChanged.emit(self.index(self.changed[0]), self.index(self.changed[-1]))
        for place in _now_places(fresh):
            self.beginInsertRows(QModelIndex(), place, place)
            self._take((*self.rows[:place], fresh[place], *self.rows[place:]))
            self.endInsertRows()

    def _take(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.headers = _header_places(rows)


def ref_of(row: Row) -> EntryRef | None:
    """The talk of a row."""
    if isinstance(row, ResultRow):
        return row.hit.ref
    return row.entry.ref if isinstance(row, TalkRow) else None


def star_of(row: Row) -> Star:
    """The star of a row's talk."""
    if isinstance(row, ResultRow):
        return row.hit.star
    return row.entry.star if isinstance(row, TalkRow) else Star.NONE


def _title(row: Row) -> str:
    if isinstance(row, ResultRow):
        return talk_title(row.hit.title)
    if isinstance(row, TalkRow):
        return talk_title(row.entry.title)
    return title_of(row.entry.title) if isinstance(row, SlimRow) else ""


def _lines(rows: tuple[Row, ...]) -> list[tuple[str, object]]:
    return [row_key(row) for row in rows if not isinstance(row, NowRow)]


def _now_places(rows: tuple[Row, ...]) -> list[int]:
    return [place for place, row in enumerate(rows) if isinstance(row, NowRow)]


def _header_places(rows: tuple[Row, ...]) -> tuple[int, ...]:
    places: list[int] = []
    current = -1
    for place, row in enumerate(rows):
        if isinstance(row, HeaderRow):
            current = place
        elif isinstance(row, TalkRow | SlimRow) and current >= 0:
            header = rows[current]
            assert isinstance(header, HeaderRow)  # noqa: S101 - `current` is the place of one
            if not _belongs(row, header):
                current = -1
        places.append(current)
    return tuple(places)


def _belongs(row: TalkRow | SlimRow, header: HeaderRow) -> bool:
    if header.block is None:
        return row.entry.start_dt is None
    return row.entry.block_id == header.block.ref.ident and row.entry.ref != header.block.ref
