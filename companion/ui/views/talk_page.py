"""A talk's page: what it is, who, when in both clocks, what to do with it, its text, what is near.

`show_entry` fills the page at once from the list's own row; `show_detail` adds the texts when they
arrive from the database.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from companion.domain.bookmark import Star
from companion.domain.entry import Entry
from companion.domain.materials import Material, Reference
from companion.domain.timetable import Subcontribution
from companion.services.agenda import Related, related
from companion.text.marked import PageText
from companion.ui.context import ViewContext
from companion.ui.i18n import labelled, translate
from companion.ui.one_shot import one_shot
from companion.ui.theme import Look
from companion.ui.views.talk_actions import TalkActions
from companion.ui.views.talk_facts import facts, kicker
from companion.ui.views.talk_parts import (
    EVERYONE,
    FactGrid,
    LinkLine,
    Section,
    TalkLine,
    linked_person,
    material_text,
    people_html,
)
from companion.ui.views.text_pane import TextPane
from companion.ui.widgets.focus_ring import FocusRing
from companion.ui.widgets.labels import label, line
from companion.ui.words import people_line, talk_title, title_of

if TYPE_CHECKING:
    from companion.services.programme import TalkDetail

_MEASURE = 660
_PADDING = 32
_LATER_MS = 10
"""Not 0: all timers that are due run in one turn."""


class TalkPage(QScrollArea):
    """The page.

    Attributes:
        entry: the talk.
        detail: its texts, once they are here.

    Signals:
        star_requested, talk_requested, person_requested, calendar_requested, back_requested: see
            `TalkView`.
    """

    star_requested = Signal(object, object)
    talk_requested = Signal(object)
    person_requested = Signal(object)
    calendar_requested = Signal(object)
    back_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._context = ViewContext()
        self._entries: tuple[Entry, ...] = ()
        self.entry: Entry | None = None
        self.detail: TalkDetail | None = None
        self._is_everyone_shown = False
        self._related: tuple[tuple[Entry, ...], Entry, Related] | None = None
        self._sections_later = one_shot(self, self._fill_sections, _LATER_MS)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Talk", "Talk"))
        column = self._make_column()
        self._make_parts(column)
        self._column_layout = self._arrange(column)
        FocusRing(look, self)
        look.changed.connect(self._refresh)

    # --- what is shown -------------------------------------------------------------------------

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """The programme around the talk, its star, or the zone changed."""
        if self.entry is None or self.entry.ref.edition_key != context.key:
            return
        self._entries, self._context = tuple(entries), context
        ref = self.entry.ref
        self.entry = next((e for e in self._entries if e.ref == ref), self.entry)
        self._refresh_head()
        # What is around it a turn later: the view in which the person works comes first.
        self._sections_later.start()

    def show_entry(self, entry: Entry, entries: Sequence[Entry], context: ViewContext) -> None:
        """Another talk, with the programme around it; its text follows."""
        self._entries, self._context = tuple(entries), context
        is_first = self.entry is None
        if self.entry is None or self.entry.ref != entry.ref:
            self.detail, self._is_everyone_shown = None, False
            self.text.show_text(PageText())
            self.verticalScrollBar().setValue(0)
        self.entry = entry
        self._refresh_head()
        if is_first:
            # Nothing stands there yet that could be of another talk, and a window opens.
            self._sections_later.start()
        else:
            self._fill_sections()

    def show_star(self, star: Star) -> None:
        """The talk shown has another star."""
        if self.entry is not None and self.entry.star is not star:
            self.entry = replace(self.entry, star=star)
            self._refresh()

    def show_detail(self, detail: "TalkDetail", text: PageText) -> None:
        """The texts of the talk shown; of another one: ignored."""
        if self.entry is None or detail.entry.ref != self.entry.ref:
            return
        self.detail = detail
        self.text.show_text(text if text.pieces else _no_text())
        self._refresh()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Show the way back where the list is not beside the page."""
        self.back.setVisible(is_narrow)
        side = 20 if is_narrow else _PADDING
        self._body_layout.setContentsMargins(side, 12 if is_narrow else 28, side, _PADDING)

    def add_section(self, section: Section) -> None:
        """One more, after those that every talk has; it fills itself."""
        self._column_layout.insertWidget(self._column_layout.count() - 1, section)

    # --- building ------------------------------------------------------------------------------

    def _make_column(self) -> QWidget:
        """What scrolls, empty: a widget full of others is dressed again at every new parent."""
        body = QWidget(self)
        body.setObjectName("talkBody")
        self.setWidget(body)
        column = QWidget(body)
        column.setMaximumWidth(_MEASURE)
        self._body_layout = QHBoxLayout(body)
        self._body_layout.setContentsMargins(_PADDING, 28, _PADDING, _PADDING)
        self._body_layout.addWidget(column, 1)
        self._body_layout.addStretch(0)
        return column

    def _make_parts(self, column: QWidget) -> None:
        look = self._look
        self.back = QPushButton(translate("Talk", "Back"), column)
        self.back.setProperty("kind", "back")
        self.back.clicked.connect(self.back_requested)
        self.back.hide()
        self._kicker_mark = QLabel(column)
        self._kicker_mark.setFixedSize(10, 10)
        self._kicker = label("kicker", column)
        self.title = label("heading", column, selectable=True)
        self.people = QLabel(column)
        self.people.setTextFormat(Qt.TextFormat.RichText)
        self.people.setWordWrap(True)
        self.people.setProperty("kind", "reading")
        self.people.setAccessibleName(translate("Talk", "People"))
        self.people.linkActivated.connect(self._on_people_link_activated)
        self.actions_row = TalkActions(look, column)
        self.actions_row.star_chosen.connect(self._on_star_chosen)
        self.actions_row.calendar_clicked.connect(self._on_calendar_clicked)
        self.facts = FactGrid(look, column)
        self.text = TextPane(look, column)
        self.rest = QPushButton(translate("Talk", "Show the rest of the text"), column)
        self.rest.setProperty("kind", "link")
        self.rest.hide()
        self.rest.clicked.connect(self.text.show_rest)
        self.text.is_cut_changed.connect(self.rest.setVisible)
        self.parts = Section(translate("Talk", "Parts"), column)
        self.materials = Section(translate("Talk", "Materials"), column)
        self.references = Section(translate("Talk", "References"), column)
        self.related = Section(translate("Talk", "Around this talk"), column)

    def _arrange(self, column: QWidget) -> QVBoxLayout:
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        kicker_row = QHBoxLayout()
        kicker_row.setSpacing(8)
        kicker_row.addWidget(self._kicker_mark)
        kicker_row.addWidget(self._kicker, 1)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(kicker_row)
        layout.addWidget(self.title)
        layout.addWidget(self.people)
        layout.addSpacing(6)
        layout.addWidget(self.actions_row)
        for part in (self.facts, self.text):
            layout.addSpacing(8)
            layout.addWidget(line(column))
            layout.addSpacing(8)
            layout.addWidget(part)
        layout.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self.parts, self.materials, self.references, self.related):
            layout.addWidget(section)
        layout.addStretch()
        return layout

    # --- filling -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._refresh_head()
        self._fill_sections()

    def _refresh_head(self) -> None:
        entry, context = self.entry, self._context
        if entry is None:
            return
        self._look.dress(self.back, "arrow-left")
        color = self._look.session_color(context.color_of(entry)).name()
        self._kicker_mark.setStyleSheet(f"background: {color}; border-radius: 2px;")
        self._kicker.setText(kicker(entry))
        self.title.setText(talk_title(entry.title))
        self._fill_people(entry)
        url = self.detail.url if self.detail else None
        self.actions_row.set_talk(entry, url)
        self.facts.set_facts(facts(entry, context))

    def _fill_people(self, entry: Entry) -> None:
        whole = self._is_everyone_shown
        self.people.setText(people_html(entry.speakers, entry.authors, self._look, is_whole=whole))
        self.people.setVisible(bool(entry.people))

    def _fill_sections(self) -> None:
        self._sections_later.stop()
        entry = self.entry
        if entry is None:
            return
        item, look = (self.detail.contribution if self.detail else None), self._look.tokens.name
        is_dead = self._context.is_sample
        materials = item.materials if item else ()
        references = item.references if item else ()
        parts = item.subcontributions if item else ()
        self.materials.fill(
            (materials, is_dead), lambda: [_material(m, is_dead=is_dead) for m in materials]
        )
        self.references.fill(references, lambda: [_reference(r) for r in references])
        self.parts.fill(parts, lambda: [label(text=_part(sub)) for sub in parts])
        near = self._near(entry)
        self.related.fill((near, look, self._look.fonts), lambda: self._lines(near))

    def _near(self, entry: Entry) -> Related:
        """Worked out once for a talk; its texts come later and change nothing of it."""
        known = self._related
        if known is None or known[0] is not self._entries or known[1] is not entry:
            known = self._related = (self._entries, entry, related(self._entries, entry))
        return known[2]

    def _lines(self, near: Related) -> list[QWidget]:
        found = [
            (near.previous, translate("Talk", "Before it in the same session")),
            (near.next, translate("Talk", "After it in the same session")),
            *((e, self._elsewhere(e)) for e in near.same_time[:6]),
        ]
        return [self._line(entry, why) for entry, why in found if entry is not None]

    def _line(self, entry: Entry, why: str) -> TalkLine:
        made = TalkLine(self._look, entry, self._context.color_of(entry), why)
        made.clicked.connect(self._on_line_clicked)
        return made

    def _elsewhere(self, entry: Entry) -> str:
        if entry.room_name:
            return translate("Talk", "At the same time in {room}").format(room=entry.room_name)
        return translate("Talk", "At the same time")

    # --- slots ---------------------------------------------------------------------------------

    def _on_line_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, TalkLine):
            self.talk_requested.emit(sender.entry.ref)

    def _on_star_chosen(self, star: Star) -> None:
        if self.entry:
            self.star_requested.emit((self.entry.ref,), star)

    def _on_calendar_clicked(self) -> None:
        if self.entry:
            self.calendar_requested.emit(self.entry.ref)

    def _on_people_link_activated(self, link: str) -> None:
        if self.entry is None:
            return
        if link == EVERYONE:
            self._is_everyone_shown = True
            self._fill_people(self.entry)
        else:
            person = linked_person(link, self.entry.speakers, self.entry.authors)
            self.person_requested.emit(person)


def _no_text() -> PageText:
    words = translate("Talk", "The organisers have published no text for this talk.")
    return PageText((f"<p><em>{words}</em></p>",), words=words)


def _part(part: Subcontribution) -> str:
    return " — ".join(filter(None, (title_of(part.title), people_line(part.speakers))))


def _material(material: Material, *, is_dead: bool) -> QWidget:
    text = material_text(material)
    if is_dead or material.is_protected or not material.url:
        return label(text=text)
    return LinkLine(text, material.url)


def _reference(reference: Reference) -> QWidget:
    text = labelled(reference.type, reference.value)
    return LinkLine(text, reference.url) if reference.url else label(text=text)
