"""A button that follows what stands beside it, and says whether it is followed."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from companion.ui.i18n import translate

if TYPE_CHECKING:
    from companion.domain.series.follows import FollowKind
    from companion.ui.control.following import Following


class FollowButton(QPushButton):
    """Its words tell the state; hidden while there is nothing to follow."""

    def __init__(self, following: "Following", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = following
        self._kind: FollowKind | None = None
        self._name = ""
        following.changed.connect(self._refresh)
        self.clicked.connect(self._on_clicked)
        self._refresh()

    def set_subject(self, kind: "FollowKind", name: str) -> None:
        """What the button is about; an empty name for nothing."""
        self._kind, self._name = kind, name
        self._refresh()

    def _refresh(self) -> None:
        self.setVisible(bool(self._name))
        if self._kind is None or not self._name:
            return
        is_followed = self._following.has(self._kind, self._name)
        self.setText(
            translate("Following", "Following") if is_followed else translate("Following", "Follow")
        )
        words = (
            translate("Following", "Stop following “{name}”")
            if is_followed
            else translate("Following", "Follow “{name}”: what is new stands under Series, For me")
        ).format(name=self._name)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _on_clicked(self) -> None:
        if self._kind is not None:
            self._following.toggle(self._kind, self._name)
