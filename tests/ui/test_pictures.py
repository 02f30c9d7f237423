"""`render` draws the real window; icons and fonts are where the code looks for them."""

import re
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from companion import ui
from companion.paths import resource
from companion.ui.theme import Look


def test_every_icon_that_is_named_in_the_code_is_there() -> None:
    folder = Path(ui.__file__).parent
    code = "".join(path.read_text("utf-8") for path in folder.rglob("*.py"))
    used = set(re.findall(r"(?:icon|pixmap)\(\s*\"([a-z0-9-]+)\"", code))
    used |= set(re.findall(r"dress\([\w.]+, \"([a-z0-9-]+)\"", code))
    assert used
    missing = {name for name in used if not resource("icons").joinpath(f"{name}.svg").is_file()}
    assert not missing


def test_fonts_come_with_the_program(look: Look) -> None:
    assert {"Inter", "Noto Sans Math"} <= set(QFontDatabase.families())
    assert look.font(13, 600).families()[0] == "Inter"
