"""Choose any time zone, by typing a part of its name."""

from zoneinfo import available_timezones

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListView, QVBoxLayout, QWidget

from companion.ui.i18n import translate


class ZoneDialog(QDialog):
    """All zones of the world, filtered while typing.

    Signals:
        zone_chosen: an IANA name.
    """

    zone_chosen = Signal(str)

    def __init__(self, current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Zone", "Show times in another zone"))
        self.resize(380, 460)
        names = sorted(name for name in available_timezones() if "/" in name or name == "UTC")
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(QStringListModel(names, self))
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(translate("Zone", "Part of a name, such as Tokyo"))
        self.filter.setAccessibleName(translate("Zone", "Part of a name"))
        self.list = QListView()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(translate("Zone", "Time zones"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self._proxy)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        for widget in (self.filter, self.list, buttons):
            layout.addWidget(widget)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list.activated.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._select(names.index(current) if current in names else 0)

    def accept(self) -> None:
        """The chosen line counts, else the first that matches."""
        index = self.list.currentIndex()
        index = index if index.isValid() else self._proxy.index(0, 0)
        if index.isValid():
            self.zone_chosen.emit(index.data())
            super().accept()

    def _select(self, place: int) -> None:
        index = self._proxy.index(place, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def _on_filter_changed(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip().replace(" ", "_"))
        self._select(0)
