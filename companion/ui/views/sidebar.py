"""The left column: which edition, and which view of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from companion.domain.edition import EditionState
from companion.frozen import frozen
from companion.services.editions import EditionInfo
from companion.ui.delegates.side_delegate import SideDelegate
from companion.ui.format import day_span
from companion.ui.i18n import edition_title, place_name, translate
from companion.ui.models.side_model import SideModel, SideRow
from companion.ui.theme import Look

MORE, ADD = "…more", "…add"
_MENU_INSET = QPoint(24, 0)


@frozen
class Page:
    """A view that can be chosen: its name for commands, its title, its icon, its count.

    Attributes:
        is_badge: the count calls for a look.
    """

    name: str
    title: str
    icon: str
    count: str = ""
    is_badge: bool = False


class SideList(QListView):
    """A short list without a scroll bar of its own; as high as its rows.

    Signals:
        chosen: a person chose a row; holds its value.
        menu_requested: the menu of a row is wanted; holds its value and where on the screen.
    """

    chosen = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # see `RowList`
        self.side_model = SideModel(self)
        self.setModel(self.side_model)
        self.setItemDelegate(SideDelegate(look, self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        look.changed.connect(self.updateGeometry)

    def set_rows(self, rows: Sequence[SideRow], value: str) -> None:
        """Show other rows, one of them chosen."""
        if self.side_model.set_rows(tuple(rows)):
            self.updateGeometry()
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Show which one is chosen."""
        index = self.side_model.index(self.side_model.place_of(value))
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        if not index.isValid():
            self.clearSelection()

    def sizeHint(self) -> QSize:
        return QSize(180, self._content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the row under the mouse; by the keyboard, of the chosen one."""
        is_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_keyboard else self.indexAt(event.pos())
        if index.isValid():
            corner = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            at = corner + _MENU_INSET if is_keyboard else event.globalPos()
            self.menu_requested.emit(self.side_model.rows[index.row()].value, at)

    def _content_height(self) -> int:
        return sum(self.sizeHintForRow(row) for row in range(len(self.side_model.rows))) + 4

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(self.side_model.rows[index.row()].value)


class Sidebar(QFrame):
    """See the module.

    Signals:
        edition_chosen: its key.
        page_chosen: the name of a view.
        add_requested: another edition is wanted.
    """

    edition_chosen = Signal(str)
    page_chosen = Signal(str)
    add_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._infos: tuple[EditionInfo, ...] = ()
        self._key = ""
        self._is_long = False
        self.editions = SideList(look, translate("Sidebar", "Editions"), self)
        self.pages = SideList(look, translate("Sidebar", "Views"), self)
        self.editions.chosen.connect(self._on_edition_chosen)
        self.pages.chosen.connect(self.page_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 18, 0, 12)
        layout.setSpacing(4)
        layout.addWidget(_heading(translate("Sidebar", "Editions")))
        layout.addWidget(self.editions, 0)
        layout.addSpacing(14)
        layout.addWidget(_heading(translate("Sidebar", "Browse")))
        layout.addWidget(self.pages, 0)
        layout.addStretch(1)

    def set_editions(self, infos: Sequence[EditionInfo], key: str) -> None:
        """Show these editions; those without a programme here are folded away if there are many."""
        self._infos, self._key = tuple(infos), key
        rows = [_edition_row(info) for info in self._infos]
        if not self._is_long:
            short = [
                row
                for row, info in zip(rows, self._infos, strict=True)
                if info.stored or info.edition.address or info.key == key
            ]
            hidden = len(rows) - len(short)
            more = SideRow(
                MORE,
                translate("Sidebar", "%n more edition(s)", "", hidden),
                icon="chevron-down",
                is_dim=True,
            )
            rows = [*short, more] if hidden else short
        words = translate("Sidebar", "Add an edition …")
        add = SideRow(ADD, words, icon="plus", is_dim=True)
        self.editions.set_rows([*rows, add], key)

    def set_pages(self, pages: Sequence[Page], name: str) -> None:
        """Show these views, one of them chosen."""
        rows = [
            SideRow(p.name, p.title, note=p.count, icon=p.icon, is_badge=p.is_badge) for p in pages
        ]
        self.pages.set_rows(rows, name)

    def _on_edition_chosen(self, value: str) -> None:
        if value == MORE:
            self._is_long = True
            self.set_editions(self._infos, self._key)
        elif value == ADD:
            self.editions.set_value(self._key)
            self.add_requested.emit()
        else:
            self.edition_chosen.emit(value)


def _heading(text: str) -> QLabel:
    made = QLabel(text.upper())
    made.setProperty("kind", "section")
    made.setContentsMargins(18, 0, 8, 2)
    return made


def short_title(info: EditionInfo) -> str:
    """`QTML 2024`: the catalogue's name, which is shorter than the site's."""
    return edition_title(info.edition.title)


def _edition_row(info: EditionInfo) -> SideRow:
    edition = info.edition
    parts = [place_name(edition.city or "")]
    if info.days:
        parts.append(day_span(*info.days))
    return SideRow(
        info.key,
        short_title(info),
        " · ".join(part for part in parts if part),
        state_words(info),
        is_dim=info.state is EditionState.CATALOGUE,
        is_edition=True,
    )


def state_words(info: EditionInfo) -> str:
    """What is special about an edition; empty for one that is here and real."""
    if info.state is EditionState.SAMPLE:
        return translate("Sidebar", "invented talks")
    if info.stored is not None:
        return ""
    if info.edition.address is not None:
        return translate("Sidebar", "not downloaded yet")
    return translate("Sidebar", "website only")
