"""The type of the window: Inter, bundled, with mathematical symbols behind it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from companion.frozen import frozen
from companion.paths import resource

FAMILIES = ("Inter", "Noto Sans Math")
_FILES = (
    "Inter-Regular.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "Inter-Italic.ttf",
    "NotoSansMath-Regular.ttf",
)
_LOADED = "companion_fonts_loaded"
SMALL, CAPTION, BODY, READING, TITLE = 11, 12, 13, 14, 24
"""The type scale, in pixels at a text size of 100 %."""

REGULAR, STRONG, BOLD = 400, 600, 700


def load_fonts() -> None:
    """Register the bundled fonts; once per process, about 10 ms."""
    app = QCoreApplication.instance()
    if app is None or app.property(_LOADED):
        return
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/{name}")))
    app.setProperty(_LOADED, True)


@frozen
class Fonts:
    """Fonts in the sizes of the scale.

    Attributes:
        scale: text size chosen by the person, 0.8 to 2.0.
        families: in order of preference; the bundled ones unless the system's are wanted.
    """

    scale: float = 1.0
    families: tuple[str, ...] = FAMILIES

    def px(self, size: int) -> int:
        """A size of the scale at the chosen text size."""
        return round(size * self.scale)

    def font(
        self,
        size: int = BODY,
        weight: int = REGULAR,
        *,
        italic: bool = False,
        tabular: bool = False,
    ) -> QFont:
        """A font.

        Args:
            size: of the scale.
            weight: 400, 600 or 700.
            italic: at weight 400 only; the others would be slanted by force.
            tabular: all digits of one width, for times under each other (hyphens get wider too).
        """
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def metrics(self, size: int = BODY, weight: int = REGULAR) -> QFontMetricsF:
        """How wide and high text in `font(size, weight)` is."""
        return QFontMetricsF(self.font(size, weight))
