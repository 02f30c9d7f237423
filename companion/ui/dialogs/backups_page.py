"""Backups: when each was made, what it holds, what restoring it would do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from companion.domain.backup import BackupReason
from companion.domain.times import day_of, zone
from companion.services.zones import reader_zone_name
from companion.ui.control.keeping import Keeping, Restored
from companion.ui.format import day_text, time_text
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.labels import label

if TYPE_CHECKING:
    from companion.domain.backup import Backup
    from companion.services.user_data import BackupOffer


class BackupsPage(QFrame):
    """See the module; what is restored can be taken back."""

    def __init__(self, look: Look, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._tz = zone(reader_zone_name())
        self._offers: tuple[BackupOffer, ...] = ()
        self._undo = ""
        self.list = QListWidget()
        self.list.setProperty("kind", "choices")
        self.list.setAccessibleName(translate("YourData", "Backups"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.effect = label("dim")
        self.effect.setMinimumHeight(look.fonts.px(36))
        self.restore = QPushButton(translate("YourData", "Restore"))
        self.restore.clicked.connect(self._on_restore_clicked)
        self.undo = QPushButton(translate("YourData", "Undo"))
        self.undo.setVisible(False)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.make = QPushButton(translate("YourData", "Back up now"))
        self.make.clicked.connect(keeping.back_up)
        keeping.offers_read.connect(self.show_offers)
        keeping.restored.connect(self._on_restored)
        about = translate(
            "YourData",
            "Made by themselves: at the first start of a day and after changes. Those that you "
            "make stay until you delete their files.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("dim", text=about))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.effect)
        layout.addWidget(flowing(self.restore, self.undo, self.make))
        self._on_row_changed(-1)

    def show_offers(self, offers: "tuple[BackupOffer, ...]") -> None:
        """These backups, the newest chosen."""
        self._offers = offers
        self.list.clear()
        for offer in offers:
            item = QListWidgetItem(" · ".join(self._parts(offer)), self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(self._parts(offer)))
        self.list.setCurrentRow(0 if offers else -1)
        self._on_row_changed(self.list.currentRow())

    def _parts(self, offer: "BackupOffer") -> tuple[str, ...]:
        stars = offer.stars
        damaged = translate("YourData", "damaged")
        count = damaged if stars is None else translate("YourData", "%n star(s)", "", stars)
        return self._when(offer.backup), count, _reason(offer.backup.reason)

    def _when(self, backup: "Backup") -> str:
        made = backup.made_dt
        return f"{day_text(day_of(made, self._tz))} {time_text(made, self._tz)}"

    def _on_row_changed(self, row: int) -> None:
        offer = self._offers[row] if 0 <= row < len(self._offers) else None
        self.restore.setEnabled(offer is not None and offer.stars is not None)
        self.effect.setText(effect_words(offer))

    def _on_restore_clicked(self) -> None:
        backup = self._offers[self.list.currentRow()].backup
        self._keeping.restore(backup.name, self._when(backup))

    def _on_undo_clicked(self) -> None:
        name, self._undo = self._undo, ""
        self.undo.hide()
        self._keeping.restore(name, translate("YourData", "a moment ago"))

    def _on_restored(self, restored: Restored) -> None:
        self._undo = restored.undo
        self.undo.show()


def effect_words(offer: "BackupOffer | None") -> str:
    """What restoring it would do."""
    if offer is None:
        return translate("YourData", "There is no backup yet: there is nothing of yours to keep.")
    if offer.stars is None:
        return translate("YourData", "This file is damaged and cannot be restored.")
    if not offer.coming and not offer.going:
        return translate("YourData", "Your stars are as in this backup.")
    first = translate("YourData", "What you have now is backed up first.")
    if not offer.going:
        words = translate("YourData", "Restoring brings back %n star(s).", "", offer.coming)
        return f"{words} {first}"
    if not offer.coming:
        words = translate("YourData", "Restoring takes away %n star(s).", "", offer.going)
        return f"{words} {first}"
    parts = [
        translate("YourData", "Restoring brings back %n star(s)", "", offer.coming),
        translate("YourData", "and takes away %n.", "", offer.going),
        first,
    ]
    return " ".join(parts)


def _reason(reason: BackupReason) -> str:
    return {
        BackupReason.DAY: translate("YourData", "at the start of a day"),
        BackupReason.CHANGE: translate("YourData", "after a change"),
        BackupReason.HAND: translate("YourData", "made by you"),
        BackupReason.RESTORE: translate("YourData", "before a backup was restored"),
    }[reason]
