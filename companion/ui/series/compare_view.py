"""Two editions side by side; from any line to its talks, and who is one person with whom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from companion.domain.series.compare import Comparison
from companion.domain.series.decisions import PersonDecision, PersonKey
from companion.domain.series.follows import FollowKind
from companion.domain.series.participants import Participant
from companion.services.registry import Services
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.series.compare_data import Compared, Pair, load_comparison
from companion.ui.series.compare_parts import ORGANISATIONS, PEOPLE, SIZES, TOPICS, ComparedParts
from companion.ui.series.compare_rows import SAME
from companion.ui.series.talks_panel import Behind, TalksPanel
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.empty_words import EmptyWords
from companion.ui.views.loading_view import LoadingView
from companion.ui.widgets.flow_layout import flowing
from companion.ui.widgets.segments import Segments
from companion.ui.widgets.side_by_side import SideBySide
from companion.ui.widgets.undo_button import UndoButton

if TYPE_CHECKING:
    from companion.domain.series.matching import PersonMatch
    from companion.ui.control.following import Following
    from companion.ui.widgets.follow_button import FollowButton


class CompareView(LoadingView):
    """Loads by itself when it is shown, after `reload`, and when other editions are chosen.

    Signals:
        talk_opened: go and read this talk (EntryRef).
    """

    talk_opened = Signal(object)

    def __init__(
        self, look: Look, services: Services, runner: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, services, runner, parent)
        self.compared = Compared()
        self._pair: Pair | None = None
        self._follow: FollowButton | None = None
        self.old, self.new = QComboBox(), QComboBox()
        self.old.setAccessibleName(translate("Compare", "Earlier edition"))
        self.new.setAccessibleName(translate("Compare", "Later edition"))
        for box in (self.old, self.new):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(self._on_pair_chosen)
        self.page = Segments(translate("Compare", "What to compare"))
        self.page.add(PEOPLE, translate("Compare", "People"))
        self.page.add(ORGANISATIONS, translate("Compare", "Organisations"))
        self.page.add(TOPICS, translate("Compare", "Topics"))
        self.page.add(SIZES, translate("Compare", "Sizes"))
        self.page.chosen.connect(self.show_page)
        self.undo_button = UndoButton()
        self.parts = ComparedParts(look)
        self.parts.line_chosen.connect(self._show_behind)
        self.panel = TalksPanel(look)
        self.panel.talk_opened.connect(self.talk_opened)
        self.panel.decided.connect(self._on_decided)
        self.empty = EmptyWords()
        self._arrange()
        self.show_page(PEOPLE)
        self.entered.connect(self.reload)

    def _arrange(self) -> None:
        bar = QFrame()
        bar.setObjectName("dayBar")
        self.arrow = QLabel("→")
        margins = QVBoxLayout(bar)
        margins.setContentsMargins(16, 8, 12, 8)
        margins.addWidget(flowing(self.old, self.arrow, self.new, self.page, self.undo_button))
        self._sides = SideBySide(self.look, (self.parts, self.panel), (600, 440))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._sides, 1)
        layout.addWidget(self.empty, 1)

    # --- what is shown -------------------------------------------------------------------------

    @property
    def pair(self) -> Pair | None:
        """The two that are compared."""
        return self.compared.pair

    @property
    def found(self) -> Comparison | None:
        """What they have in common, and what not."""
        return self.compared.found

    def set_context(self, context: ViewContext) -> None:
        """Talks are named in the time of their conference, whatever the window shows."""
        del context

    def follow_with(self, following: "Following") -> None:
        """People, organisations and topics can be followed through this."""
        from companion.ui.widgets.follow_button import FollowButton  # noqa: PLC0415 - when wanted

        self._follow = FollowButton(following)
        self.panel.add_tool(self._follow)
        self._show_behind(self.panel.behind)

    def reload(self) -> None:
        """Compare again: after a sync too."""
        pair = self._pair
        self.jobs.run(
            lambda services: load_comparison(services, pair), self._on_loaded, key="compare"
        )

    def compare(self, old_key: str, new_key: str) -> None:
        """Compare these two."""
        self._pair = (old_key, new_key)
        self.reload()

    def show_page(self, name: str) -> None:
        """`people`, `organisations`, `topics` or `sizes`."""
        self.page.set_value(name)
        self.panel.setVisible(name != SIZES)
        self.parts.show_part(name)

    def focus_content(self) -> None:
        """Give the keyboard to what is compared."""
        self.parts.focus_content()

    def _on_loaded(self, compared: Compared) -> None:
        self.compared, self._pair = compared, compared.pair
        self._fill_boxes(compared)
        is_found = compared.found is not None
        words = "" if is_found else _empty_words(len(compared.choices))
        self.empty.show_instead(self._sides, words=words)
        for choice in (self.old, self.new, self.arrow, self.page):
            choice.setVisible(is_found or len(compared.choices) > 1)
        self.parts.show_compared(compared)

    def _fill_boxes(self, compared: Compared) -> None:
        for place, box in enumerate((self.old, self.new)):
            box.clear()
            for key, title in compared.choices:
                box.addItem(title, key)
            if compared.pair:
                box.setCurrentIndex(box.findData(compared.pair[place]))
            box.setEnabled(len(compared.choices) > 1)

    def _show_behind(self, behind: Behind | None) -> None:
        self.panel.show_behind(behind, self.compared.programmes)
        if self._follow is not None:
            self._follow.set_subject(*followed_by(behind))

    def _on_pair_chosen(self) -> None:
        self.compare(str(self.old.currentData()), str(self.new.currentData()))

    # --- merge and split -----------------------------------------------------------------------

    def _on_decided(self, name: str, about: "PersonMatch | Participant") -> None:
        if isinstance(about, Participant):
            self._ask_for(about)
        else:
            self._decide_and_offer(about.old, about.new, is_same=name == SAME)

    def _ask_for(self, person: Participant) -> None:
        """Who of the other edition this is."""
        from companion.ui.series.person_choice import PersonChoice  # noqa: PLC0415 - seldom

        if self.found is None:
            return
        is_new = person in self.found.new
        others = self.found.gone if is_new else self.found.new
        edition = self.compared.programmes.titles[0 if is_new else 1]
        dialog = PersonChoice(person, others, edition, self)
        dialog.person_chosen.connect(
            lambda other: self._decide_and_offer(person, other, is_same=True)
        )
        dialog.open()

    def _decide_and_offer(self, old: Participant, new: Participant, *, is_same: bool) -> None:
        """Keep it, and offer to undo it."""
        template = (
            translate("Compare", "Undo: {name} is one person")
            if is_same
            else translate("Compare", "Undo: {name} are two people")
        )
        words = template.format(name=new.name)
        keys = (old.key, new.key)

        def done(before: PersonDecision | None) -> None:
            was_same = before.same if before else None
            self.undo_button.offer(words, lambda: self._decide(keys, was_same, self._on_undone))
            self.reload()

        self._decide(keys, is_same, done)

    def _decide(
        self,
        keys: tuple[PersonKey, PersonKey],
        same: bool | None,
        done: Callable[[PersonDecision | None], None],
    ) -> None:
        self.jobs.run(lambda services: services.series.decide_people(*keys, same=same), done)

    def _on_undone(self, _before: PersonDecision | None) -> None:
        self.reload()


def followed_by(behind: Behind | None) -> tuple[FollowKind, str]:
    """What a line is about, to follow it; people carry no value or the match of two entries."""
    if behind is None:
        return FollowKind.PERSON, ""
    if isinstance(behind.value, tuple):
        return behind.value
    return FollowKind.PERSON, behind.title


def _empty_words(choices: int) -> str:
    if choices > 1:
        return translate("Compare", "Choose two different editions above.")
    return translate(
        "Compare",
        "Two programmes are needed to compare them.\n"
        "Sync a second edition, then they stand here side by side.",
    )
