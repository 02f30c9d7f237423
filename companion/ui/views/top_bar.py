"""The bar at the top: name, search, zone, sync, export."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from companion import APP_NAME
from companion.ui.context import ViewContext
from companion.ui.format import zone_city
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.search_edit import SearchEdit
from companion.ui.widgets.segments import Segments

OTHER = "other"
_WIDEST, _ROOMY, _MEDIUM, _SOME, _NARROW, _TIGHT = 1400, 1120, 960, 760, 560, 300
"""Widths of the window from which: the whole label of a sample; words on all buttons; the name; the
zones beside each other; sync, export and that label at all; the zone in words at all."""


class TopBar(QFrame):
    """See the module.

    Signals:
        zone_chosen: `event`, `local` or `other`.
        sync_clicked, cancel_clicked, export_clicked, sidebar_clicked: buttons.
    """

    zone_chosen = Signal(str)
    sync_clicked = Signal()
    cancel_clicked = Signal()
    export_clicked = Signal()
    sidebar_clicked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._look = look
        self._is_syncing = self._is_bare = self._is_sample = False
        self._is_wide = True
        self._room = _ROOMY
        self.brand = QLabel(APP_NAME)
        self.brand.setProperty("kind", "brand")
        self.sample = QLabel()
        self.sample.setToolTip(translate("TopBar", "Sample · invented talks"))
        self.sample.setProperty("kind", "sample")
        self.search = SearchEdit(look)
        self.filters = QToolButton()
        self.filters.setProperty("kind", "plain")
        self.filters.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._filters = 0
        self.sidebar_button = _icon_button(translate("TopBar", "Editions and views"))
        self.menu_button = _icon_button(translate("TopBar", "Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zones = Segments(translate("TopBar", "Time zone"))
        self.event_zone = self.zones.add("event", "")
        self.local_zone = self.zones.add("local", translate("TopBar", "My time"))
        self.other_zone = self.zones.add(OTHER, translate("TopBar", "Other …"))
        self.zone_menu = QToolButton()
        self.zone_menu.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.zone_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zone_menu.setMenu(QMenu(self.zone_menu))
        self.zone_menu.hide()
        self._zone_city = ""
        self.sync = QPushButton()
        self.export = QPushButton(translate("TopBar", "Export agenda"))
        self.export.setProperty("kind", "primary")
        self.export.setToolTip(translate("TopBar", "Calendar file of your talks (Ctrl+E)"))
        self._arrange()
        self.zones.chosen.connect(self.zone_chosen)
        self.zone_menu.menu().aboutToShow.connect(self._fill_zone_menu)
        self.zone_menu.menu().triggered.connect(self._on_zone_menu_triggered)
        self.sync.clicked.connect(self._on_sync_clicked)
        self.export.clicked.connect(self.export_clicked)
        self.sidebar_button.clicked.connect(self.sidebar_clicked)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.set_syncing(is_syncing=False)
        self.sample.hide()
        self.sidebar_button.hide()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 12, 7)
        layout.setSpacing(10)
        layout.addWidget(self.sidebar_button)
        layout.addWidget(self.brand)
        layout.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.search, 3)
        layout.addWidget(self.filters)
        layout.addStretch()
        for widget in (self.zones, self.zone_menu, self.sync, self.export, self.menu_button):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_menu(self, menu: QMenu) -> None:
        """What the button at the right end opens."""
        self.menu_button.setMenu(menu)

    def set_context(self, context: ViewContext, zone_name: str) -> None:
        """Show which zone holds, and whether the talks are invented."""
        city = zone_city(context.event_zone)
        self.event_zone.setText(translate("TopBar", "{city} time").format(city=city))
        self.event_zone.setAccessibleName(self.event_zone.text())
        self.event_zone.setToolTip(
            translate("TopBar", "Times as the conference's clocks show them")
        )
        mine = zone_city(context.reader_zone)
        self.local_zone.setToolTip(translate("TopBar", "Times in {city}").format(city=mine))
        is_other = zone_name not in {"event", "local"}
        other = zone_city(context.zone) if is_other else translate("TopBar", "Other …")
        self.other_zone.setText(other)
        self.other_zone.setAccessibleName(
            translate("TopBar", "Another zone: {zone}").format(zone=other)
        )
        self.other_zone.setToolTip(translate("TopBar", "Choose another time zone (Z)"))
        self.zones.set_value(OTHER if is_other else zone_name)
        self._zone_city = zone_city(context.zone)
        name = translate("TopBar", "Time zone: {city}").format(city=self._zone_city)
        self.zone_menu.setAccessibleName(name)
        self.zone_menu.setToolTip(name)
        self._is_sample = context.is_sample
        self.set_width(self._room)

    def set_syncing(self, *, is_syncing: bool) -> None:
        """Sync becomes Cancel while one is under way."""
        self._is_syncing = is_syncing
        text = translate("TopBar", "Cancel") if is_syncing else translate("TopBar", "Sync")
        tip = (
            translate("TopBar", "Stop; nothing is changed then")
            if is_syncing
            else translate("TopBar", "Ask the conference's site for changes (F5)")
        )
        self.sync.setAccessibleName(text)
        self.sync.setToolTip(tip)
        self._dress()

    def set_filters(self, count: int) -> None:
        """Show how many filters hold."""
        if count != self._filters:
            self._filters = count
            self._dress()

    def set_width(self, width: int) -> None:
        """Leave out words where there is little room (in units of the text size)."""
        self._room = width
        is_bare = self._is_bare
        self.brand.setVisible(width >= _MEDIUM and not is_bare)
        self.sample.setVisible(self._is_sample and (width >= _SOME or is_bare))
        self.zones.setVisible(width >= _SOME and not is_bare)
        self.zone_menu.setVisible(width < _SOME and not is_bare)
        self.other_zone.setVisible(width >= _ROOMY or self.other_zone.isChecked())
        self._is_wide = width >= _ROOMY
        self._dress()

    def set_bare(self, *, is_bare: bool) -> None:
        """Only the menu: nothing is there yet to search, sync or export."""
        self._is_bare = is_bare
        for widget in (self.search, self.filters):
            widget.setVisible(not is_bare)
        self.set_width(self._room)

    def _dress(self) -> None:
        look, is_wide = self._look, self._is_wide
        self._fit()
        self.zone_menu.setText(self._zone_city if self._room >= _TIGHT else "")
        if not self.zone_menu.isHidden():  # each icon drawn costs the start of the window
            look.dress(self.zone_menu, "globe")
        self.sync.setText(self.sync.accessibleName() if is_wide else "")
        look.dress(self.sync, "x" if self._is_syncing else "refresh-cw")
        words = translate("TopBar", "Export agenda")
        self.export.setAccessibleName(words)
        self.export.setText(words if is_wide else "")
        self._dress_filters()
        look.dress(self.export, "calendar-plus", "accent_text")

    def _fit(self) -> None:
        """Where there is no room for sync and export they are in the menu."""
        has_room = self._room >= _NARROW
        self.export.setVisible(has_room and not self._is_bare)
        self.sync.setVisible((has_room or self._is_syncing) and not self._is_bare)
        label = translate("TopBar", "Sample · invented talks")
        self.sample.setText(label if self._room >= _WIDEST else translate("TopBar", "Sample"))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(10 if has_room else 4)
            layout.setContentsMargins(16 if has_room else 8, 7, 12 if has_room else 8, 7)

    def _dress_filters(self) -> None:
        """Its number counts the filters; the ground says at a glance that there are some."""
        count, button = self._filters, self.filters
        words = translate("TopBar", "Filters")
        if count:
            words = translate("TopBar", "%n filter(s)", "", count)
        button.setAccessibleName(words)
        button.setToolTip(translate("TopBar", "Choose which talks are shown (Ctrl+Shift+F)"))
        button.setText(words if self._is_wide else str(count or ""))
        kind = "filtered" if count else "plain"
        if button.property("kind") != kind:
            button.setProperty("kind", kind)
            button.style().polish(button)
        self._look.dress(button, "list-filter", "accent" if count else "text")

    def _fill_zone_menu(self) -> None:
        """The same choices as beside each other where there is room."""
        menu = self.zone_menu.menu()
        menu.clear()
        for name, button in (
            ("event", self.event_zone),
            ("local", self.local_zone),
            (OTHER, self.other_zone),
        ):
            action = menu.addAction(button.text())
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.setData(name)

    def _on_zone_menu_triggered(self, action: QAction) -> None:
        self.zone_chosen.emit(action.data())

    def _on_sync_clicked(self) -> None:
        if self._is_syncing:
            self.cancel_clicked.emit()
        else:
            self.sync_clicked.emit()

    def _on_look_changed(self) -> None:
        self._look.dress(self.sidebar_button, "menu")
        self._look.dress(self.menu_button, "ellipsis")
        self._dress()


def _icon_button(name: str) -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "plain")
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
