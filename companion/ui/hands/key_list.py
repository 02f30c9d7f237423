"""The list of keys, made from the commands and from what lists do by themselves."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from companion.ui.actions import Command, commands, gestures, groups, key_texts
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.focus_ring import FocusRing
from companion.ui.widgets.labels import label

_WIDTH, _HEIGHT = 860, 640
_TWO_COLUMNS_FROM = 620


class KeyList(QDialog):
    """A panel beside the window, which stays usable."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Keys", "Keys"))
        self.setModal(False)
        self._look, self._window = look, parent
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(translate("Keys", "List of keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        FocusRing(look, self.area)
        look.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        fonts = self._look.fonts
        room = self._window.size()
        self.resize(QSize(fonts.px(_WIDTH), fonts.px(_HEIGHT)).boundedTo(room))
        body = QWidget()
        body.setObjectName("pane")
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(40)
        parts = [part for part in key_groups() if part[1]]
        is_wide = self.width() >= fonts.px(_TWO_COLUMNS_FROM)
        for column in _halves(parts) if is_wide else [parts]:
            row.addLayout(_column(column), 1)
        self.area.setWidget(body)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 closes what it opened."""
        if event.key() == Qt.Key.Key_F1:
            self.close()
        else:
            super().keyPressEvent(event)


KeyGroup = tuple[str, list[Command]]


def key_groups() -> list[KeyGroup]:
    """Titles, and under each the commands that have a key."""
    found = [
        (group.text, [c for c in commands() if c.group == group.name and c.keys])
        for group in groups()
        if group.text
    ]
    rest = [c for c in commands() if c.keys and c.group in {g.name for g in groups() if not g.text}]
    lists = (translate("Keys", "In lists and timetables"), list(gestures()))
    return [(translate("Keys", "Everywhere"), rest), *found, lists]


def _halves(parts: list[KeyGroup]) -> list[list[KeyGroup]]:
    """Two columns of about the same height."""
    total = sum(len(commands_) + 2 for _, commands_ in parts)
    height, cut = 0, 0
    while cut < len(parts) and 2 * height < total - len(parts[cut][1]):
        height += len(parts[cut][1]) + 2
        cut += 1
    return [parts[:cut], parts[cut:]]


def _column(parts: list[KeyGroup]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    line = 0
    for title, listed in parts:
        heading = label("section", text=title)
        heading.setContentsMargins(0, 12 if line else 0, 0, 2)
        grid.addWidget(heading, line, 0, 1, 2)
        for command in listed:
            line += 1
            grid.addWidget(label(text=command.text.removesuffix(" …")), line, 0)
            grid.addWidget(_keys(command), line, 1, Qt.AlignmentFlag.AlignRight)
        line += 1
    grid.setRowStretch(line, 1)
    return grid


def _keys(command: Command) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for keys in key_texts(command.keys):
        plate = QLabel(keys)
        plate.setProperty("kind", "key")
        row.addWidget(plate, 0, Qt.AlignmentFlag.AlignVCenter)
    return box
