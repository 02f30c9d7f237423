import shutil
import sys
from configparser import ConfigParser
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import companion
from companion import paths
from tests.quality.tools import ROOT, check

LINUX = ROOT / "packaging" / "linux"
DESKTOP = LINUX / f"{companion.APP_ID}.desktop"
METAINFO = LINUX / f"{companion.APP_ID}.metainfo.xml"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="a Linux tool")


def program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is missing; `make test` installs it"
    return found


@on_linux
def test_desktop_entry_is_valid() -> None:
    check(program("desktop-file-validate"), str(DESKTOP))


@on_linux
def test_appstream_data_are_valid() -> None:
    check(program("appstreamcli"), "validate", "--no-net", str(METAINFO))


def test_names_agree_with_the_program() -> None:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DESKTOP, "utf-8")
    entry = parser["Desktop Entry"]
    data = ET.parse(METAINFO).getroot()
    assert entry["Name"] == data.findtext("name") == companion.APP_NAME
    assert entry["Icon"] == data.findtext("icon") == data.findtext("id") == companion.APP_ID
    assert entry["Exec"] == data.findtext("provides/binary") == "qtml-companion"
    assert data.findtext("launchable") == DESKTOP.name
    categories = [category.text for category in data.findall("categories/category")]
    assert entry["Categories"].strip(";").split(";") == categories
    release = data.find("releases/release")
    assert release is not None
    assert release.get("version") == companion.__version__


def test_icon_can_be_drawn_by_qt(qtbot: QtBot) -> None:
    renderer = QSvgRenderer(str(paths.resource("icons/app.svg")))
    assert renderer.isValid()
    assert renderer.viewBox().width() == renderer.viewBox().height()
