"""The look of the window: theme, fonts and icons in one object that every view is given.

The theme follows the system (`QStyleHints.colorScheme`) or is forced. Colours reach widgets in two
ways: through a palette and one style sheet, and, where something is painted by hand, through
`Look.tokens`. `Look.changed` is emitted after either changed.
"""

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from companion.ui.fonts import BODY, REGULAR, Fonts, load_fonts
from companion.ui.icons import ROOM, Icons
from companion.ui.style import style_sheet
from companion.ui.tokens import DARK, LIGHT, Tokens, readable

SYSTEM = "system"
FUSION = "companion_fusion"
"""Property of the application: its style is the one that follows palette and style sheet.

Whoever makes the application names the style in its arguments: `setStyle` sets up Qt's largest
type for what it returns, 7 ms.
"""


class Look(QObject):
    """Theme, fonts and icons.

    Attributes:
        tokens: colours of the theme shown now.
        fonts: at the text size chosen.
        icons: tinted icons.

    Signals:
        changed: colours or fonts are others now; repaint what is cached.
    """

    changed = Signal()

    def __init__(self, theme: str = SYSTEM, *, scale: float = 1.0) -> None:
        super().__init__()
        load_fonts()
        self.fonts = Fonts(scale)
        self.icons = Icons()
        self._theme = theme
        self.tokens = self._chosen()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.screenAdded.connect(self._on_screen_added)

    @property
    def theme(self) -> str:
        """What the person chose: `system`, `light` or `dark`."""
        return self._theme

    def set_theme(self, theme: str) -> None:
        """Follow the system, or force a theme."""
        self._theme = theme
        self._renew()

    def set_scale(self, scale: float) -> None:
        """Another text size, 0.8 to 2.0."""
        self.fonts = Fonts(scale, self.fonts.families)
        self._renew()

    def apply(self) -> None:
        """Dress the application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        if app.property(FUSION) is None:
            app.setStyle("Fusion")
            app.setProperty(FUSION, True)
        app.setFont(self.fonts.font(BODY))
        app.setPalette(palette(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens, self.fonts))

    def font(self, size: int = BODY, weight: int = REGULAR) -> QFont:
        """See `Fonts.font`."""
        return self.fonts.font(size, weight)

    def icon(self, name: str, color: str = "dim", size: int = 16, *, fill: str = "") -> QIcon:
        """An icon in the colours of tokens."""
        inside = getattr(self.tokens, fill) if fill else "none"
        return self.icons.icon(name, getattr(self.tokens, color), size, fill=inside)

    def dress(
        self, button: QAbstractButton, name: str, color: str = "text", *, fill: str = ""
    ) -> None:
        """Give a button its icon; with room before the words, if it has any."""
        size = self.fonts.px(16)
        if not button.text():
            button.setIcon(self.icon(name, color, size, fill=fill))
            button.setIconSize(QSize(size, size))
            return
        inside = getattr(self.tokens, fill) if fill else "none"
        button.setIcon(self.icons.roomy_icon(name, getattr(self.tokens, color), size, fill=inside))
        button.setIconSize(QSize(size + ROOM, size))

    def session_color(self, color: str) -> QColor:
        """A session's colour, moved as far as it must be to be seen in this theme."""
        return QColor(readable(color, self.tokens))

    def color(self, name: str) -> QColor:
        """The colour of a token."""
        return QColor(getattr(self.tokens, name))

    def _on_scheme_changed(self) -> None:
        if self._theme == SYSTEM:
            self._renew()

    def _on_screen_added(self) -> None:
        """Icons are drawn for the screens there are."""
        self._renew()

    def _renew(self) -> None:
        self.tokens = self._chosen()
        self.icons.clear()
        self.apply()
        self.changed.emit()

    def _chosen(self) -> Tokens:
        if self._theme != SYSTEM:
            return DARK if self._theme == DARK.name else LIGHT
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """The tokens in the roles that Qt's own widgets use."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, color in (
        (roles.Window, tokens.background),
        (roles.Base, tokens.pane),
        (roles.AlternateBase, tokens.hover),
        (roles.Button, tokens.chip),
        (roles.WindowText, tokens.text),
        (roles.Text, tokens.text),
        (roles.ButtonText, tokens.text),
        (roles.ToolTipBase, tokens.pane),
        (roles.ToolTipText, tokens.text),
        (roles.PlaceholderText, tokens.faint),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.accent_text),
        (roles.Link, tokens.accent),
        (roles.LinkVisited, tokens.accent),
        (roles.Mid, tokens.hairline),
    ):
        made.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made
