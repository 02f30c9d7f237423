"""Foreign text, made safe before it comes here; and nothing is loaded even if it was not."""

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from companion.text.marked import PageText
from companion.ui.control.formulas import FormulaDrawer, Inks
from companion.ui.fonts import READING
from companion.ui.formulas.text_object import FormulaObjects, Mark
from companion.ui.i18n import translate
from companion.ui.links import open_link
from companion.ui.theme import Look
from companion.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from companion.text.formulas import Formula

_STYLE = """
a {{ color: {accent}; }}
p, li {{ line-height: {gap}px; -qt-line-height-type: line-distance; }}
p {{ margin-top: 0; margin-bottom: 8px; }}
p.formula {{ line-height: 0px; margin-top: 4px; margin-bottom: 12px; }}
h1, h2, h3, h4 {{ font-size: {size}px; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
code, pre {{ background-color: {chip}; }}
table {{ margin-bottom: 8px; }}
td, th {{ padding: 3px 8px; }}
blockquote {{ color: {dim}; }}
"""
_DRAWN = QTextFormat.Property.UserProperty + 1
"""Set where a formula is drawn, so that its format differs from before and is laid out again."""


class TextPane(QTextBrowser):
    """A text as high as it is long; the page around it scrolls.

    A long text is shown up to its first piece, until `show_rest`. Formulas stand there in Unicode
    until a drawer has drawn them.

    Signals:
        is_cut_changed: whether there is more than what is shown.
    """

    is_cut_changed = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = PageText()
        self._shown = 0
        self._drawer: FormulaDrawer | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._objects = FormulaObjects(self)
        document, layout = self.document(), self.document().documentLayout()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        layout.registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self._objects)
        layout.documentSizeChanged.connect(self._fit)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._on_next_timeout)
        self.setAccessibleName(translate("Talk", "Text of the talk"))
        self.anchorClicked.connect(open_link)
        FocusRing(look, self, outset=8)
        look.changed.connect(self._on_look_changed)
        self._dress()

    # --- what is shown -------------------------------------------------------------------------

    @property
    def text(self) -> PageText:
        """What is shown here, or will be."""
        return self._text

    @property
    def is_cut(self) -> bool:
        """Whether there is more than what is shown."""
        return self._shown < len(self._text.pieces) and not self.is_growing

    @property
    def drawn_count(self) -> int:
        """How many of the formulas shown are drawn."""
        marks = _marks(self.document(), self._objects)
        return sum(self._objects.inks.get(mark.formula) is not None for _place, mark in marks)

    @property
    def is_growing(self) -> bool:
        """Whether the rest of a long text is being laid out."""
        return self._next.isActive()

    def set_drawer(self, drawer: FormulaDrawer) -> None:
        """Have formulas drawn."""
        self._drawer = drawer
        drawer.drawn.connect(self._on_drawn)
        self._draw()

    def show_text(self, text: PageText) -> None:
        """Show another text."""
        self._text = text
        self._objects.formulas = text.formulas
        # Screen readers find an empty place where a formula is painted: they get it in words.
        self.setAccessibleDescription(text.words if text.formulas else "")
        self._draw()
        self._begin(1)

    def show_rest(self) -> None:
        """Show all of it, piece by piece, so that the window stays alive meanwhile."""
        self._next.start()
        self.is_cut_changed.emit(self.is_cut)

    def _begin(self, count: int) -> None:
        """Show the first piece now and the others up to a number afterwards."""
        self._next.stop()
        pieces = self._text.pieces
        self.setHtml(pieces[0] if pieces else "")
        self._shown = 1
        self._place_formulas(self._objects.inks)
        self._fit()
        if count > 1:
            self._next.start()
        self.is_cut_changed.emit(self.is_cut)

    def _on_next_timeout(self) -> None:
        if self._shown < len(self._text.pieces):
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            start = cursor.position()
            cursor.insertBlock()
            cursor.insertHtml(self._text.pieces[self._shown])
            self._shown += 1
            self._place_formulas(self._objects.inks, start)
        if self._shown >= len(self._text.pieces):
            self._next.stop()

    # --- formulas ------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self._drawer is not None:
            self._objects.inks = dict(self._drawer.known(self._text.formulas))
            self._drawer.draw(self._text.formulas)

    def _on_drawn(self, inks: Inks) -> None:
        mine = {formula: inks[formula] for formula in self._text.formulas if formula in inks}
        if mine:
            self._objects.inks = {**self._objects.inks, **mine}
            self._place_formulas(mine)
            self._fit()

    def _place_formulas(self, inks: Inks, start: int = 0) -> None:
        """Lay out those that are drawn, from a position on; the source where one cannot be."""
        places = [
            (position, mark)
            for position, mark in _marks(self.document(), self._objects, start)
            if mark.formula in inks
        ]
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for position, mark in reversed(places):
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            if inks[mark.formula] is None:
                source = escape(mark.formula.source)
                cursor.insertHtml(f"{mark.before}<code>{source}</code>{mark.after}")
                continue
            changed = cursor.charFormat()
            changed.setVerticalAlignment(self._objects.alignment(mark.formula))
            changed.setProperty(_DRAWN, 1)
            cursor.setCharFormat(changed)
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied or dragged: formulas as their authors typed them."""
        copied = QTextDocument()
        QTextCursor(copied).insertFragment(QTextDocumentFragment(self.textCursor()))
        for position, mark in reversed(list(_marks(copied, self._objects))):
            cursor = QTextCursor(copied)
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(f"{mark.before}{_typed(mark.formula)}{mark.after}")
        data = QMimeData()
        data.setText(copied.toPlainText())
        data.setHtml(copied.toHtml())
        return data

    # --- Qt ------------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text: no image, no style sheet, from no place."""
        del kind, name
        return QByteArray()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text in it; sideways only where a formula is too wide."""
        if abs(event.angleDelta().x()) > abs(event.angleDelta().y()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def _height(self) -> int:
        document = self.document()
        bar = self.horizontalScrollBar()
        is_wide = document.size().width() > self.viewport().width() + 1
        extra = bar.sizeHint().height() if is_wide else 0
        return round(document.size().height()) + 4 + extra

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _dress(self) -> None:
        tokens = self._look.tokens
        size = self._look.fonts.px(READING)
        self.document().setDefaultStyleSheet(
            _STYLE.format(
                accent=tokens.accent,
                chip=tokens.chip,
                dim=tokens.dim,
                size=size,
                gap=round(size * 0.5),
            )
        )
        font = self._look.font(READING)
        self.document().setDefaultFont(font)
        self._objects.font, self._objects.color = font, self._look.color("text")

    def _on_look_changed(self) -> None:
        self._dress()
        self._begin(self._shown)


def _marks(
    document: QTextDocument, objects: FormulaObjects, start: int = 0
) -> Iterator[tuple[int, Mark]]:
    """Where formulas stand in a document, from a position on."""
    block = document.findBlock(start)
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            mark = objects.mark(fragment.charFormat())
            if mark is not None:
                for offset in range(fragment.length()):
                    yield fragment.position() + offset, mark
            parts += 1
        block = block.next()


def _typed(formula: "Formula") -> str:
    r"""`$x$`, `$$x$$`, or an environment as it is."""
    if formula.source.startswith("\\begin"):
        return formula.source
    mark = "$$" if formula.display else "$"
    return f"{mark}{formula.source}{mark}"
