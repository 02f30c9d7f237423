"""Icons: SVG outlines, tinted with a colour of the theme. Only for the GUI thread."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from companion.paths import resource

ROOM = 4


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text("utf-8")


class Icons:
    """Tinted icons, drawn once each. Owned by the look, so that no pixmap outlives the program."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, str, int, float, str], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, str], QIcon] = {}

    def pixmap(
        self, name: str, color: str, size: int = 16, ratio: float = 1.0, *, fill: str = "none"
    ) -> QPixmap:
        """An icon as pixels.

        Args:
            name: a file of `resources/icons`, without `.svg`.
            color: `#rrggbb`.
            size: logical pixels.
            ratio: device pixels per logical pixel.
            fill: colour inside the outline (a set star), or `none`.
        """
        key = (name, color, size, ratio, fill)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = _draw(*key)
        return found

    def icon(self, name: str, color: str, size: int = 16, *, fill: str = "none") -> QIcon:
        """An icon for a button, sharp on each of the screens there are."""
        key = (name, color, size, fill)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = QIcon()
            for ratio in _ratios():
                found.addPixmap(self.pixmap(name, color, size, ratio, fill=fill))
        return found

    def roomy_icon(self, name: str, color: str, size: int = 16, *, fill: str = "none") -> QIcon:
        """An icon with room at its right, for buttons with words: styles leave too little."""
        key = (name, color, -size, fill)
        found = self._icons.get(key)
        if found is None:
            found = self._icons[key] = QIcon()
            for ratio in _ratios():
                found.addPixmap(
                    _with_room(self.pixmap(name, color, size, ratio, fill=fill), size, ratio)
                )
        return found

    def clear(self) -> None:
        """Forget all of them (another theme or screen, or the end)."""
        self._pixmaps.clear()
        self._icons.clear()


def _ratios() -> set[float]:
    """Device pixels per logical pixel of the screens; mostly it is one."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}


def _with_room(image: QPixmap, size: int, ratio: float) -> QPixmap:
    wide = QPixmap(round((size + ROOM) * ratio), round(size * ratio))
    wide.fill(QColor(Qt.GlobalColor.transparent))
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, image)
    painter.end()
    return wide


def _draw(name: str, color: str, size: int, ratio: float, fill: str) -> QPixmap:
    text = _source(name).replace("currentColor", color)
    text = text.replace('fill="none"', f'fill="{fill}"', 1)
    pixels = round(size * ratio)
    image = QPixmap(pixels, pixels)
    image.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image
