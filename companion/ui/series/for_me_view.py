"""What is new for the reader, what their stars suggest, and what they follow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion.domain.entry import EntryRef
from companion.domain.series.follows import Follow, FollowKind
from companion.services.registry import Services
from companion.ui.changes.rich_list import RichList
from companion.ui.context import ViewContext
from companion.ui.i18n import labelled, translate
from companion.ui.series.for_me_rows import ForMe, for_me_rows, kind_words, load_for_me
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.views.loading_view import LoadingView
from companion.ui.widgets.labels import label
from companion.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from companion.ui.control.following import Following


class ForMeView(LoadingView):
    """Loads by itself when it is shown and after each change; leaving it counts as having looked.

    Signals:
        talk_opened: go and read this talk (EntryRef).
    """

    talk_opened = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, services, runner, parent)
        self._key = ""
        self._following: Following | None = None
        self._loaded = ForMe()
        self.talks = RichList(look, translate("ForMe", "New and suggested talks"))
        self.talks.talk_opened.connect(self.talk_opened)
        self.talks.talk_clicked.connect(self.talk_opened)
        self.empty = EmptyWords()
        self.kind = QComboBox()
        self.kind.setAccessibleName(translate("ForMe", "What to follow"))
        for kind in FollowKind:
            self.kind.addItem(kind_words(kind), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(FollowKind.TOPIC.value))
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("ForMe", "Its name"))
        self.name.setPlaceholderText(translate("ForMe", "such as quantum kernels"))
        self.add = QPushButton(translate("ForMe", "Follow"))
        self.follows = QListWidget()
        self.follows.setProperty("kind", "choices")
        self.follows.setAccessibleName(translate("ForMe", "What you follow"))
        self.follows.setWordWrap(True)
        self.follows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.follows.setMinimumHeight(60)
        self.unfollow = QPushButton(translate("ForMe", "Stop following"))
        self._arrange()
        self._connect()
        self._show()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.name, 1)
        side = QFrame()
        side.setObjectName("talkBody")
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 16, 16)
        column.setSpacing(8)
        heading = translate("ForMe", "You follow")
        column.addWidget(label("section", text=heading.upper()))
        column.addLayout(row)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.follows, 1)
        column.addWidget(self.unfollow, 0, Qt.AlignmentFlag.AlignLeft)
        main = QWidget()
        inside = QVBoxLayout(main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.talks, 1)
        inside.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SideBySide(self.look, (main, side), (640, 380)))

    def _connect(self) -> None:
        self.entered.connect(self.reload)
        self.left.connect(self._on_left)
        self.name.textChanged.connect(self._refresh_buttons)
        self.name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.unfollow.clicked.connect(self._on_unfollow)
        self.follows.currentRowChanged.connect(self._refresh_buttons)

    # --- what is shown -------------------------------------------------------------------------

    def follow_with(self, following: "Following") -> None:
        """Follow and stop following through this."""
        self._following = following
        following.changed.connect(self._on_following_changed)

    def set_context(self, context: ViewContext) -> None:
        """Another edition, zone or star; or a minute has passed."""
        is_other = context.key != self._key
        self._key = context.key
        if is_other and self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read it again: after a sync too."""
        key = self._key
        self.jobs.run(lambda services: load_for_me(services, key), self._on_loaded, key="for-me")

    def focus_content(self) -> None:
        """Give the keyboard to the talks; to what can be followed where there are none."""
        if self.talks.isVisible():
            if self.talks.current_row() is None:
                self.talks.select_first()
            self.talks.setFocus()
        else:
            self.name.setFocus()

    def _on_left(self) -> None:
        """What was listed is known now."""
        if not self._loaded.news:
            return
        self._loaded, following = ForMe(), self._following
        self.jobs.run(
            lambda services: services.follow.mark_looked(),
            lambda _nothing: following.read() if following else None,
        )

    def _on_loaded(self, loaded: ForMe) -> None:
        self._loaded = loaded
        self._show()

    def _show(self) -> None:
        loaded, current = self._loaded, self.follows.currentRow()
        self.talks.set_rows(for_me_rows(loaded))
        is_any = bool(loaded.news or loaded.suggested)
        self.empty.show_instead(self.talks, words="" if is_any else _empty_words(loaded))
        self.follows.clear()
        for follow, count in loaded.follows:
            talks = translate("ForMe", "%n talk(s)", "", count)
            text = f"{labelled(kind_words(follow.kind), follow.name)} · {talks}"
            item = QListWidgetItem(text, self.follows)
            item.setData(Qt.ItemDataRole.UserRole, follow)
        self.follows.setCurrentRow(min(max(current, 0), self.follows.count() - 1))
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        self.add.setEnabled(bool(self.name.text().strip()))
        self.unfollow.setEnabled(self.follows.currentRow() >= 0)

    # --- slots ---------------------------------------------------------------------------------

    def _on_add(self) -> None:
        name = self.name.text().strip()
        kind = FollowKind(self.kind.currentData())  # Qt gives back a plain text
        if name and self._following and not self._following.has(kind, name):
            self._following.toggle(kind, name)
        self.name.clear()

    def _on_unfollow(self) -> None:
        row = self.follows.currentRow()
        if row >= 0 and self._following:
            follow: Follow = self.follows.item(row).data(Qt.ItemDataRole.UserRole)
            self._following.toggle(follow.kind, follow.name)

    def _on_following_changed(self) -> None:
        if self.isVisible():
            self.reload()

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The talk that commands act on."""
        row = self.talks.current_row()
        return (row.ref,) if row and row.ref else ()


def _empty_words(loaded: ForMe) -> str:
    if loaded.follows:
        return translate(
            "ForMe",
            "Nothing is new in what you follow.\n"
            "After a sync that brings something, it stands here with the reason.",
        )
    return translate(
        "ForMe",
        "You follow nothing yet.\n"
        "Follow people, organisations, topics or searches, here or where you meet them; stars on "
        "one edition suggest talks of the next.",
    )
