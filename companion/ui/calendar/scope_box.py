"""Which talks go into the calendar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QStackedWidget, QVBoxLayout, QWidget

from companion.services.scope import ExportSelection
from companion.ui.calendar.fields import combo, section
from companion.ui.calendar.offer import CalendarOffer, Scope
from companion.ui.format import day_heading
from companion.ui.i18n import translate
from companion.ui.words import title_of

_NARROWED = (Scope.DAY, Scope.SESSION, Scope.PERSON)


class ScopeBox(QWidget):
    """A choice, and under it the day, session or person that it is about.

    Signals:
        changed: something else is chosen.
    """

    changed = Signal()

    def __init__(self, offer: CalendarOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.which = combo(translate("Calendar", "Which talks"))
        for scope, words in _scopes(offer):
            self.which.addItem(words, scope)
        self.day = combo(translate("Calendar", "Day"))
        for day in offer.days:
            self.day.addItem(day_heading(day), day)
        self.session = combo(translate("Calendar", "Session"))
        for title in offer.sessions:
            self.session.addItem(title_of(title), title)
        self.person = _person_combo()
        self.details = QStackedWidget()
        for box in (self.day, self.session, self.person):
            self.details.addWidget(box)
        self.starred_only = QCheckBox(translate("Calendar", "Only starred ones"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (section(translate("Calendar", "Talks")), self.which, self.details):
            layout.addWidget(widget)
        layout.addWidget(self.starred_only)
        self._preset(offer)
        self.which.currentIndexChanged.connect(self._on_changed)
        for box in (self.day, self.session):
            box.currentIndexChanged.connect(self._on_changed)
        self.person.currentTextChanged.connect(self._on_changed)
        self.starred_only.toggled.connect(self._on_changed)
        self._arrange()

    def _preset(self, offer: CalendarOffer) -> None:
        self.which.setCurrentIndex(max(0, self.which.findData(offer.first_scope)))
        if offer.first_scope is Scope.SESSION:
            self.session.setCurrentIndex(max(0, self.session.findData(offer.name)))
        self.person.setCurrentText(offer.name if offer.first_scope is Scope.PERSON else "")

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        return Scope(self.which.currentData())

    def selection(self) -> ExportSelection:
        """The talks that are chosen, without options."""
        offer, scope = self._offer, self.scope
        if scope is Scope.REFS:
            return ExportSelection(key=offer.key, refs=frozenset(offer.refs))
        if scope is Scope.STARRED_ALL:
            return ExportSelection(bookmarked=True)
        return ExportSelection(
            key=offer.key,
            bookmarked=scope is Scope.STARRED
            or (scope in _NARROWED and self.starred_only.isChecked()),
            day=self.day.currentData() if scope is Scope.DAY else None,
            session=self.session.currentData() if scope is Scope.SESSION else None,
            person=self.person.currentText().strip() if scope is Scope.PERSON else None,
        )

    @property
    def lacks(self) -> str:
        """What has to be chosen still, in words; empty if that is all."""
        if self.scope is Scope.PERSON and not self.person.currentText().strip():
            return translate("Calendar", "Type a name, or choose one from the list.")
        return ""

    def _arrange(self) -> None:
        """Only what the choice needs is in sight."""
        if self.scope is Scope.PERSON and not self.person.count():
            self._fill_people()
        pages = {Scope.DAY: self.day, Scope.SESSION: self.session, Scope.PERSON: self.person}
        page = pages.get(self.scope)
        self.details.setVisible(page is not None)
        self.starred_only.setVisible(page is not None)
        if page is not None:
            self.details.setCurrentWidget(page)

    def _fill_people(self) -> None:
        """Not before they are wanted: there may be thousands."""
        typed = self.person.currentText()
        blocked = self.person.blockSignals(True)
        self.person.addItems(self._offer.find_people())
        self.person.setCurrentText(typed)
        self.person.blockSignals(blocked)

    def _on_changed(self) -> None:
        self._arrange()
        self.changed.emit()


def _person_combo() -> QComboBox:
    """Any part of a name finds it."""
    made = combo(translate("Calendar", "Person"))
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    if line := made.lineEdit():
        line.setPlaceholderText(translate("Calendar", "Name"))
        line.setAccessibleName(translate("Calendar", "Person"))
    if completer := made.completer():
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return made


def _scopes(offer: CalendarOffer) -> list[tuple[Scope, str]]:
    """What can be chosen, in words; only what there is."""
    found: list[tuple[Scope, str]] = []
    if offer.refs:
        found.append((Scope.REFS, _refs_words(offer)))
    if offer.key:
        found.append((Scope.STARRED, _starred_words(offer)))
    found.append((Scope.STARRED_ALL, translate("Calendar", "My starred talks of all editions")))
    if offer.key:
        words = translate("Calendar", "All %n talk(s) of {title}", "", offer.total)
        found.append((Scope.ALL, words.format(title=offer.title)))
    if offer.days:
        found.append((Scope.DAY, translate("Calendar", "One day")))
    if offer.sessions:
        found.append((Scope.SESSION, translate("Calendar", "One session")))
    if offer.key:
        found.append((Scope.PERSON, translate("Calendar", "A person’s talks")))
    return found


def _refs_words(offer: CalendarOffer) -> str:
    if len(offer.refs) == 1 and offer.refs_title:
        words = translate("Calendar", "This talk: {title}")
        return words.format(title=title_of(offer.refs_title))
    return translate("Calendar", "The %n selected talk(s)", "", len(offer.refs))


def _starred_words(offer: CalendarOffer) -> str:
    if not offer.starred:
        return translate("Calendar", "My starred talks of {title} (none yet)").format(
            title=offer.title
        )
    words = translate("Calendar", "My %n starred talk(s) of {title}", "", offer.starred)
    return words.format(title=offer.title)
