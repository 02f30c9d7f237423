"""Filter chips: small switches in words, with a tick where they hold."""

from PySide6.QtWidgets import QPushButton

from companion.ui.theme import Look


class Chip(QPushButton):
    """A switch. On, it has a tick and a frame, not another colour alone."""

    def __init__(self, look: Look, text: str, value: object = None) -> None:
        super().__init__(text)
        self.value = value
        self._look = look
        self.setCheckable(True)
        self.setProperty("kind", "filter")
        self.setAccessibleName(text)
        self.toggled.connect(self._dress)
        look.changed.connect(self._dress)
        self._dress()

    def set_words(self, text: str) -> None:
        """Other words, such as another count."""
        self.setText(text)
        self.setAccessibleName(text)

    def _dress(self) -> None:
        tokens = self._look.tokens
        size = self._look.fonts.px(12)
        is_on = self.isChecked()
        ground, ink = (tokens.tint, tokens.accent) if is_on else (tokens.chip, tokens.text)
        edge = tokens.accent if is_on else tokens.chip
        self.setStyleSheet(
            f"QPushButton {{ background: {ground}; color: {ink}; border: 1px solid {edge};"
            f" border-radius: {round(size * 0.8)}px; padding: 3px 10px; font-size: {size}px; }}"
            f" QPushButton:hover {{ border-color: {tokens.outline}; }}"
            f" QPushButton:focus {{ border: 2px solid {tokens.accent}; padding: 2px 9px; }}"
            f" QPushButton:disabled {{ color: {tokens.faint}; }}"
        )
        if is_on:
            self._look.dress(self, "check", "accent")
        else:
            self.setIcon(self._look.icons.icon("check", tokens.accent, 1))
            self.setIconSize(self.iconSize() * 0)
