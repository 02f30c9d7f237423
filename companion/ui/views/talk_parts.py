"""Parts of a talk's page: labels, the grid of facts, materials, rows of related talks."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from companion.domain.entry import Entry
from companion.domain.materials import Material, MaterialType
from companion.domain.people import PersonLink
from companion.ui.delegates.text import Measure
from companion.ui.fonts import BODY, CAPTION, REGULAR, STRONG
from companion.ui.format import size_text
from companion.ui.i18n import labelled, translate
from companion.ui.links import open_link
from companion.ui.theme import Look
from companion.ui.views.talk_facts import Fact
from companion.ui.widgets.labels import label, line
from companion.ui.words import talk_title

_PERSON = "person:"
EVERYONE = "everyone:"
"""What the link to the rest of a long list of people leads to."""

_MANY, _SHOWN = 14, 10


class Section(QWidget):
    """A heading in small capitals over a hairline, and what belongs under it. Hidden if empty."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 16, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(label("section", self, text=title.upper()))
        self._layout.addWidget(line(self))
        self._items: list[QWidget] = []
        self._about: object = None

    def fill(self, about: object, make: Callable[[], Sequence[QWidget]]) -> None:
        """Replace what is under the heading, if it is about something else than now.

        Args:
            about: equal values mean equal widgets.
            make: builds them.
        """
        if about == self._about:
            return
        self._about = about
        self._replace(make())

    def _replace(self, items: Sequence[QWidget]) -> None:
        for old in self._items:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._items = list(items)
        for item in self._items:
            self._layout.addWidget(item)
            item.show()
        self.setVisible(bool(self._items))

    @property
    def items(self) -> tuple[QWidget, ...]:
        """What is shown."""
        return tuple(self._items)


class FactGrid(QWidget):
    """Labels left, facts right; every clock in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self.texts: tuple[str, ...] = ()

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show other facts; labels are used again, so that nothing flickers."""
        while len(self._rows) < len(facts):
            self._rows.append(self._add_row(len(self._rows)))
        for place, (name, value) in enumerate(self._rows):
            is_used = place < len(facts)
            name.setVisible(is_used)
            value.setVisible(is_used)
            if is_used:
                name.setText(facts[place].label)
                value.setText(self._html(facts[place], is_first=place == 0))
        self.texts = tuple(f"{f.label} {f.value} {f.note}".strip() for f in facts)

    def _add_row(self, row: int) -> tuple[QLabel, QLabel]:
        name = label("dim", self)
        name.setWordWrap(False)
        value = QLabel(self)
        value.setTextFormat(Qt.TextFormat.RichText)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        return name, value

    def _html(self, fact: Fact, *, is_first: bool) -> str:
        weight = STRONG if is_first else REGULAR
        text = f"<span style='font-weight:{weight}'>{escape(fact.value)}</span>"
        if not fact.note:
            return text
        dim = self._look.tokens.dim
        return f"{text}&nbsp; <span style='color:{dim}'>{escape(fact.note)}</span>"


def people_html(
    speakers: Sequence[PersonLink],
    authors: Sequence[PersonLink],
    look: Look,
    *,
    is_whole: bool = False,
) -> str:
    """Speakers with affiliation, then who wrote it with them; each name a link to their talks.

    `linked_person` says who is meant by such a link: names alone are shared by several people.
    Of a long list the first ones, and a link to the others (`EVERYONE`), unless `is_whole`.
    """
    lead = list(speakers) or list(authors)
    known = {link.identity for link in lead}
    rest = [link for link in authors if link.identity not in known]
    count = len(lead) + len(rest)
    shown = count if is_whole or count <= _MANY else _SHOWN
    more = count - shown
    rest = rest[: max(0, shown - len(lead))]
    lead = lead[:shown]
    places = _places(speakers, authors)
    text = " &nbsp;·&nbsp; ".join(_lead_html(link, places[link.identity], look) for link in lead)
    if rest:
        names = ", ".join(
            _person_link(link, places[link.identity], look.tokens.text, REGULAR) for link in rest
        )
        text += " &nbsp;·&nbsp; " + translate("Talk", "with {names}").format(names=names)
    if more:
        words = escape(translate("Talk", "and %n more", "", more))
        text += f' <a href="{EVERYONE}" style="color:{look.tokens.accent}">{words}</a>'
    return f'<p style="line-height:130%">{text}</p>'


def linked_person(
    href: str, speakers: Sequence[PersonLink], authors: Sequence[PersonLink]
) -> PersonLink:
    """Who is meant by a link of `people_html`."""
    return (*speakers, *authors)[int(href.removeprefix(_PERSON))]


def _places(
    speakers: Sequence[PersonLink], authors: Sequence[PersonLink]
) -> dict[tuple[object, ...], int]:
    """Identity → first place among all links."""
    numbered = tuple(enumerate((*speakers, *authors)))
    return {link.identity: place for place, link in reversed(numbered)}


def _lead_html(link: PersonLink, place: int, look: Look) -> str:
    name = _person_link(link, place, look.tokens.text, STRONG)
    if not link.affiliation:
        return name
    return f"{name} <span style='color:{look.tokens.dim}'>{escape(link.affiliation)}</span>"


def _person_link(link: PersonLink, place: int, color: str, weight: int) -> str:
    style = f"color:{color}; font-weight:{weight}; text-decoration:none"
    return f'<a href="{_PERSON}{place}" style="{style}">{escape(link.name)}</a>'


def material_text(material: Material) -> str:
    """`Slides · slides.pdf · 1.8 MB`; protected ones say so and lead nowhere."""
    parts = [material.title or material.filename]
    if material.filename and material.filename != material.title:
        parts.append(material.filename)
    if material.size:
        parts.append(size_text(material.size))
    if material.is_protected:
        parts.append(translate("Talk", "only after a login on the site"))
    elif material.type is MaterialType.LINK:
        parts.append(translate("Talk", "link"))
    return " · ".join(parts)


class LinkLine(QPushButton):
    """A link on a line of its own; cut in the middle where it is too long, never wider."""

    def __init__(self, words: str, url: str) -> None:
        super().__init__()
        self._words, self._url = words, url
        self.setProperty("kind", "link")
        self.setToolTip(url)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # A button's own policy takes the size that it would like for the smallest.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(self._escaped(words))
        self._full = super().sizeHint()
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        return self._full

    def minimumSizeHint(self) -> QSize:
        return QSize(min(80, self._full.width()), self._full.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        """Measure anew: the style may have come, or changed, since the last time."""
        metrics = self.fontMetrics()
        self.setText(self._escaped(self._words))
        self._full = super().sizeHint()
        frame = self._full.width() - metrics.horizontalAdvance(self._words)
        room = max(0, self.width() - max(0, frame))
        cut = metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        self.setText(self._escaped(cut))

    @staticmethod
    def _escaped(words: str) -> str:
        return words.replace("&", "&&")

    def _on_clicked(self) -> None:
        open_link(self._url)


class TalkLine(QAbstractButton):
    """A related talk: colour, title, and why it stands here."""

    def __init__(self, look: Look, entry: Entry, color: str, why: str) -> None:
        super().__init__()
        self.entry = entry
        self._look, self._color, self._why = look, color, why
        self._title = talk_title(entry.title)
        self._strong = Measure(look.font(BODY, STRONG), 18)
        self._small = Measure(look.font(CAPTION), 17)
        self.setAccessibleName(labelled(why, self._title))
        self.setToolTip(self._title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, self._strong.height + self._small.height + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(look.color("hover"))
            painter.setPen(look.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.session_color(self._color))
        painter.drawRoundedRect(QRectF(4, 6, 4, self.height() - 12), 2, 2)
        width = self.width() - 28
        painter.setFont(self._strong.font)
        painter.setPen(look.color("text"))
        painter.drawText(18, 6 + self._strong.ascent, self._strong.elided(self._title, width))
        painter.setFont(self._small.font)
        painter.setPen(look.color("dim"))
        top = 6 + self._strong.height
        painter.drawText(18, top + self._small.ascent, self._small.elided(self._why, width))
        painter.end()
