"""All posters, by board or by session, with and without a time."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryRef
from companion.services.agenda import HeaderRow, Row
from companion.services.starred import posters_by_board, posters_by_session, posters_of
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.list_base import ListViewBase
from companion.ui.widgets.choosing import choose
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.segments import Segments

BOARD, SESSION = "board", "session"
ALL, STARRED = "all", "starred"


class PostersView(ListViewBase):
    """Posters in the order in which people walk past them.

    Attributes:
        order: `board` or `session`; only: `all` or `starred`.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Posters", "Posters"), parent)
        self.order, self.only = SESSION, ALL
        self.onlys = Segments(translate("Posters", "Which posters"))
        self.onlys.add(ALL, translate("Posters", "All"))
        self.onlys.add(STARRED, translate("Posters", "Starred"))
        self.orders = Segments(translate("Posters", "Order of the posters"))
        self.orders.add(SESSION, translate("Posters", "Session"))
        self.orders.add(BOARD, translate("Posters", "Board"))
        self.onlys.set_value(self.only)
        self.orders.set_value(self.order)
        switches = QWidget()
        flow = FlowLayout(switches, wants_one_row=True)
        for switch in (self.onlys, self.orders):
            flow.addWidget(switch)
        self.bar_row.addWidget(switches)
        self.summary.setMinimumWidth(look.fonts.px(72))  # beside two lines of switches
        self.onlys.chosen.connect(self.set_only)
        self.orders.chosen.connect(self.set_order)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition's posters."""
        super().set_entries(entries, context)
        self._fill()

    def set_only(self, only: str) -> None:
        """All posters, or those with a star."""
        self.only = only
        self.onlys.set_value(only)
        self._fill()

    def set_order(self, order: str) -> None:
        """Another order; the current poster stays in sight."""
        current = self.list.current_ref()
        self.order = order
        self.orders.set_value(order)
        self._fill()
        if current is not None:
            self.select(current)

    def show_block(self, ref: EntryRef) -> bool:
        """Bring the posters of a poster session to the top; False if there are none."""
        block = next((entry for entry in self.entries if entry.ref == ref), None)
        self.set_only(ALL)
        self.set_order(SESSION)
        rows = self.list.row_model.rows
        for place, row in enumerate(rows):
            if block is not None and isinstance(row, HeaderRow) and _is_of(row, block):
                self.list.scrollToBottom()
                index = self.list.row_model.index(place)
                self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
                choose(self.list, self.list.row_model.index(place + 1))
                return True
        return False

    def _fill(self) -> None:
        posters = posters_of(self.entries)
        starred = [poster for poster in posters if poster.star is not Star.NONE]
        offered = starred if self.only == STARRED else posters
        chosen = [poster for poster in offered if self.context.matches(poster)]
        self.summary.setText(summary_text(chosen, self.only))
        self.bar.setVisible(bool(posters))
        words = _empty_words(self.context, has_posters=bool(posters))
        self.show_rows(self._rows(chosen), words, offered)

    def _rows(self, posters: Sequence[Entry]) -> tuple[Row, ...]:
        context = self.context
        if self.order == BOARD:
            return posters_by_board(posters, context.zone, context.now)
        return posters_by_session(posters, self.entries, context.now)


def summary_text(posters: Sequence[Entry], only: str) -> str:
    """`50 posters`, `3 starred posters`."""
    if only == STARRED:
        return translate("Posters", "%n starred poster(s)", "", len(posters))
    return translate("Posters", "%n poster(s)", "", len(posters))


def _is_of(row: HeaderRow, block: Entry) -> bool:
    """Whether a header is that of a block, or of its session where its posters have no time."""
    if row.block is not None:
        return row.block.ref == block.ref
    return row.title == block.session_title


def _empty_words(context: ViewContext, *, has_posters: bool) -> str:
    if has_posters:
        return translate(
            "Posters",
            "No poster is starred yet.\nChoose All, and press S on those you want to see.",
        )
    return translate(
        "Posters",
        "{title} has no posters in its programme.\n"
        "Press Sync to look whether the organisers have added them.",
    ).format(title=context.title)
