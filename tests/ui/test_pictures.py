"""`render` draws the real window; icons and fonts are where the code looks for them."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QImage

from companion import ui
from companion.app import Companion
from companion.cli.render import Picture
from companion.paths import resource
from companion.ui.render import render
from companion.ui.theme import Look


@pytest.mark.parametrize("view", ["programme", "talk", "search", "first-run"])
def test_each_view_can_be_drawn(services: Companion, look: Look, tmp_path: Path, view: str) -> None:
    output = tmp_path / "view.png"
    render(Picture(view, output, size=(900, 600), theme="dark"), services)
    image = QImage(str(output))
    assert (image.width(), image.height()) == (900, 600)
    seen = {image.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 600, 7)}
    assert len(seen) > 20


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
