"""The style sheet of the whole window, made from the tokens.

Widgets are addressed by their type and the dynamic property `kind` (`primary`, `plain`, `chip`,
`segment` ...), so that no view carries colours of its own.
"""

from dataclasses import fields
from string import Template

from companion.paths import resource
from companion.ui.fonts import BODY, BOLD, CAPTION, READING, REGULAR, SMALL, STRONG, TITLE, Fonts
from companion.ui.tokens import Tokens

RADIUS = 8
_SIZES = {
    "small": SMALL,
    "caption": CAPTION,
    "body": BODY,
    "reading": READING,
    "title_size": TITLE,
}

_SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog { background: $background; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $pane; color: $text; border: 1px solid $hairline; padding: 4px 6px; }
#topBar, #footer, #talkPane, #middlePane, #firstRun, #pane { background: $pane; }
#sidebar { background: $background; }
#topBar { border-bottom: 1px solid $hairline; }
#footer { border-top: 1px solid $hairline; }
#dayBar, #filterBar { background: $pane; border-bottom: 1px solid $hairline; }
QFrame[kind="popup"] { border: 1px solid $hairline; }
#talkBody { background: $pane; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:hover { background: $accent; }
QFrame[kind="line"] { background: $hairline; border: none; max-height: 1px; min-height: 1px; }

QLabel[kind="brand"] { font-size: ${reading}px; font-weight: $bold; }
QLabel[kind="heading"] { font-size: ${title_size}px; font-weight: $bold; }
QLabel[kind="section"] { font-size: ${small}px; font-weight: $strong; color: $faint; }
QLabel[kind="dim"] { color: $dim; }
QLabel[kind="reading"] { font-size: ${reading}px; }
QLabel[kind="caption"] { font-size: ${caption}px; color: $dim; }
QLabel[kind="fault"] { font-size: ${caption}px; color: $warning; }
QLabel[kind="drop"] { font-size: ${reading}px; font-weight: $strong; color: $accent;
  background: $tint; border: 2px dashed $accent; border-radius: ${radius}px; }
QLabel[kind="kicker"] { font-size: ${caption}px; font-weight: $strong; color: $dim; }
QLabel[kind="key"] { font-size: ${caption}px; color: $dim; background: $chip;
  border-radius: 4px; padding: 2px 6px; }
QLabel[kind="sample"] { font-size: ${caption}px; font-weight: $strong; color: $warning;
  background: $warning_ground; border-radius: 4px; padding: 2px 8px; }

QPushButton, QToolButton { background: $chip; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 5px 10px; font-weight: $strong; font-size: ${body}px; }
QPushButton:hover, QToolButton:hover { background: $chip_hover; }
QPushButton:pressed, QToolButton:pressed { background: $hairline; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton[kind="primary"], QToolButton[kind="primary"] { background: $accent;
  color: $accent_text; }
QPushButton[kind="primary"]:hover, QToolButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus, QToolButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $chip; color: $faint; }
QPushButton[kind="plain"], QToolButton[kind="plain"] { background: transparent; }
QPushButton[kind="plain"]:hover, QToolButton[kind="plain"]:hover { background: $chip; }
QToolButton[kind="small"] { padding: 3px 6px; }
QPushButton[kind="filter"] { background: $tint; color: $accent; padding: 2px 8px;
  font-size: ${caption}px; }
QPushButton[kind="filter"]:hover { background: $chip_hover; }
QPushButton[kind="filter"]:focus { border-color: $accent; }
QToolButton[kind="filtered"], QToolButton[kind="filtered"]:hover { background: $tint;
  color: $accent; }
QPushButton[kind="back"] { background: transparent; padding-left: 8px; margin-left: -10px; }
QPushButton[kind="back"]:hover { background: $chip; }
QPushButton[kind="link"] { background: transparent; color: $accent; padding: 1px 2px;
  margin-left: -4px; text-align: left; font-weight: $regular; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QFrame[kind="segments"] { background: $chip; border-radius: ${radius}px; }
QToolButton[kind="segment"] { background: transparent; color: $dim; padding: 3px 9px;
  border: 2px solid transparent; border-radius: 7px; }
QToolButton[kind="segment"]:hover { color: $text; }
QToolButton[kind="segment"]:checked { background: $pane; color: $text;
  border: 2px solid $hairline; }
QToolButton[kind="segment"]:focus { border: 2px solid $accent; }

QLineEdit { background: $chip; border: 2px solid transparent; border-radius: ${radius}px;
  padding: 5px 8px; font-size: ${body}px; selection-background-color: $accent;
  selection-color: $accent_text; }
QLineEdit:focus { border-color: $accent; background: $pane; }
QComboBox, QSpinBox { background: $chip; border: 2px solid transparent;
  border-radius: ${radius}px; padding: 5px 8px; }
QComboBox:focus, QSpinBox:focus { border-color: $accent; }
QComboBox QAbstractItemView { background: $pane; border: 1px solid $hairline;
  selection-background-color: $tint; selection-color: $text; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$combo_arrow"); width: 16px; height: 16px; }
QListView[kind="choices"] { background: $pane; border: 1px solid $hairline;
  border-radius: ${radius}px; padding: 4px; }
QListView[kind="choices"]:focus { border-color: $accent; }
QListView[kind="choices"]::item { padding: 6px 8px; border-radius: 6px; }
QListView[kind="choices"]::item:selected { background: $tint; color: $text; }
QRadioButton, QCheckBox { spacing: 8px; padding: 3px; border: 2px solid transparent;
  border-radius: 6px; }
QRadioButton:focus, QCheckBox:focus { border-color: $accent; }

QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $outline; border-radius: 4px;
  background: $pane; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent;
  image: url("$ticked"); }
QCheckBox:disabled { color: $faint; }

QListView, QTextBrowser, QScrollArea { background: transparent; border: none; outline: none; }
QListView[kind="pane"] { background: $pane; }
QTextBrowser { font-size: ${reading}px; selection-background-color: $accent;
  selection-color: $accent_text; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 3px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#palette { background: $pane; border: 1px solid $outline; border-radius: 12px; }
#palette QLineEdit { font-size: ${reading}px; padding: 8px 10px; }
QMenu { background: $pane; border: 1px solid $hairline; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 6px; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 6px 4px; }
QProgressBar { background: $chip; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
#messageBar { background: $warning_ground; border-bottom: 1px solid $hairline; }
#messageBar[tone="info"] { background: $tint; }
#notice { background: $warning_ground; border-radius: ${radius}px; }
#notice[tone="info"] { background: $tint; }
#messageBar QPushButton { background: $pane; }
""")


def style_sheet(tokens: Tokens, fonts: Fonts) -> str:
    """The sheet for a theme and a text size."""
    colors = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    sizes = {name: fonts.px(size) for name, size in _SIZES.items()}
    return _SHEET.substitute(
        **{**colors, **sizes, "bold": BOLD, "strong": STRONG, "regular": REGULAR, "radius": RADIUS},
        ticked=resource(f"icons/ticked-{tokens.name}.svg").as_posix(),
        combo_arrow=resource("icons/combo-arrow.svg").as_posix(),
    )
