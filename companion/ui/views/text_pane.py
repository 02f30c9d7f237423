"""Foreign text, made safe before it comes here; and nothing is loaded even if it was not."""

from PySide6.QtCore import QByteArray, QSize, QUrl
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from companion.ui.fonts import READING
from companion.ui.i18n import translate
from companion.ui.links import open_link
from companion.ui.theme import Look

_STYLE = """
a {{ color: {accent}; }}
p {{ margin-top: 0; margin-bottom: 8px; line-height: 145%; }}
li {{ line-height: 145%; }}
h1, h2, h3, h4 {{ font-size: {size}px; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
code, pre {{ background-color: {chip}; }}
td, th {{ padding: 3px 8px; }}
blockquote {{ color: {dim}; }}
"""


class TextPane(QTextBrowser):
    """Sanitised HTML as high as it is long; the page around it scrolls."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._html = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setAccessibleName(translate("Talk", "Text of the talk"))
        self.anchorClicked.connect(open_link)
        look.changed.connect(self._on_look_changed)
        self._dress()

    def show_html(self, html: str) -> None:
        """Show another text."""
        self._html = html
        self.setHtml(html)
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever fetched for a text: no image, no style sheet, from no place."""
        del kind, name
        return QByteArray()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text in it."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def _height(self) -> int:
        return round(self.document().size().height()) + 4

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _dress(self) -> None:
        tokens = self._look.tokens
        size = self._look.fonts.px(READING)
        self.document().setDefaultStyleSheet(
            _STYLE.format(accent=tokens.accent, chip=tokens.chip, dim=tokens.dim, size=size)
        )
        self.document().setDefaultFont(self._look.font(READING))

    def _on_look_changed(self) -> None:
        self._dress()
        self.show_html(self._html)
