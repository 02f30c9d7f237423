"""The window in French, as a person sees it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from companion.cli.render import VIEWS
from companion.errors import CannotReadFile, DamagedAnswer, KnownError, NoNetwork, Said
from companion.indico.records import Quarantine
from companion.services.sync_report import SyncReport, SyncStatus
from companion.settings import Settings
from companion.storage.names import DATABASE_NAME
from companion.storage.rescue import open_rescuing
from companion.ui import format as fmt
from companion.ui.fonts import CAPTION
from companion.ui.i18n import said_text, translate, use_language
from companion.ui.main_window import MainWindow
from companion.ui.messages import error_message
from companion.ui.sync_words import report_text
from companion.ui.widgets.day_bar import DayChip
from companion.ui.widgets.labels import ElidedLabel
from tests.ui.conftest import NOW, OpenWindow, settle

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "translations" / "companion_fr.ts"


@pytest.fixture(autouse=True)
def _french(qapp: object) -> Iterator[None]:
    use_language("fr", QLocale.c())
    yield
    use_language("en", QLocale.c())


def english_only() -> set[str]:
    """Texts that are not the same in French and hold nothing to be filled in."""
    return {
        item.findtext("source") or ""
        for item in ET.parse(SOURCE).getroot().iter("message")
        if item.get("numerus") is None
        and item.findtext("translation") not in {"", item.findtext("source")}
    }


def texts_of(window: QWidget) -> set[str]:
    """All that is written or said, shown or not."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
    return found | {action.text() for action in window.findChildren(QAction)}


def cut_off(window: QWidget) -> list[tuple[str, int, int]]:
    """Buttons and one-line labels that have less room than their words need."""
    return [
        (widget.text(), widget.width(), widget.sizeHint().width())
        for kind in (QToolButton, QPushButton, QLabel)
        for widget in window.findChildren(kind)
        if widget.isVisible() and widget.text() and widget.width() < widget.sizeHint().width()
        if not isinstance(widget, ElidedLabel)
        and not (isinstance(widget, QLabel) and widget.wordWrap())
    ]


@pytest.mark.parametrize("size", [(1280, 800), (640, 700)])
def test_every_view_is_all_french_and_has_room_for_it(
    size: tuple[int, int], open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, english = open_window(size), english_only()
    for view in VIEWS:
        window.open_view(view)
        settle(qtbot, window)
        assert not english & texts_of(window), view
        assert not cut_off(window), view


def test_the_mark_of_today_is_not_on_its_words(window: MainWindow, qtbot: QtBot) -> None:
    chip = next(chip for chip in window.findChildren(DayChip) if chip.words()[0] == "Aujourd’hui")
    settle(qtbot, window)
    words = QFontMetrics(window.look.font(CAPTION)).horizontalAdvance(chip.words()[0])
    image = chip.grab().toImage()
    red = [
        x
        for x in range(chip.width())
        for y in range(chip.height() // 2)
        if (color := image.pixelColor(x, y)).red() > 180 and color.green() < 90
    ]
    assert min(red) >= (chip.width() + words) // 2


def test_the_first_look_is_french(window: MainWindow) -> None:
    shell = window.shell
    assert shell.top_bar.sync.text() == "Synchroniser"
    assert shell.top_bar.sample.text().startswith("Exemple")
    pages = shell.sidebar.pages.side_model.rows
    assert [row.title for row in pages][:3] == ["Programme", "En ce moment", "Mon agenda"]
    assert shell.footer.right.text().startswith("116 exposés · ")


def test_what_befell_the_database_is_told_in_french(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"no database" * 500)
    opened = open_rescuing(tmp_path, lambda: NOW)
    opened.database.close()
    text = said_text(opened.notice)
    assert text.startswith("La base de données était endommagée\u202f; elle a été mise de côté")
    assert text.endswith(
        "Étoiles récupérées\u00a0: 0. Les programmes reviendront à la prochaine synchronisation."
    )
    settings = tmp_path / "settings.json"
    settings.write_text("[]", encoding="utf-8")
    assert said_text(Settings(settings).notice).startswith("Les réglages étaient endommagés")


class _Seen(msgspec.Struct):
    db_id: int
    title: str | None = None


def test_why_a_record_was_left_out_is_told_in_french() -> None:
    quarantine = Quarantine()
    answers = (b'{"db_id": "7"}', b'{"db_id": 7, "title": 5}', b"{}", b'{"db_id": \xff}')
    raws = (("talk", msgspec.Raw(answer)) for answer in answers)
    assert list(quarantine.decode_each(raws, msgspec.json.Decoder(_Seen))) == []
    reasons = [item.reason for item in quarantine.items]
    assert reasons[:2] == [
        "expected a number, got a text",
        "expected a text or nothing, got a number",
    ]
    french = [said_text(reason) for reason in reasons]
    assert french[1] == "attendu\u00a0: un texte ou rien\u202f; reçu\u00a0: un nombre"
    assert french[2:] == [
        "le champ obligatoire db_id manque",
        "il contient des octets qui ne sont pas du texte",
    ]
    report = SyncReport("k", SyncStatus.UPDATED, "", added=1, quarantined=quarantine.items)
    words = report_text(replace(report, recorded_dt=NOW))
    assert "(attendu\u00a0: un nombre\u202f; reçu\u00a0: un texte)" in words
    assert words.endswith("enregistré le lundi 25 novembre 2024 à 23:38 (UTC).")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "il y a 0 jour"),
        (1, "il y a 1 jour"),
        (2, "il y a 2 jours"),
        (1000, "il y a 1000 jours"),
    ],
)
def test_zero_and_one_are_singular(number: int, words: str) -> None:
    assert translate("Format", "%n day(s) ago", "", number) == words


def test_what_has_no_french_is_still_english_with_its_plural() -> None:
    assert translate("Nowhere", "%n cat(s)", "", 1) == "1 cat"
    assert translate("Nowhere", "%n cat(s)", "", 2) == "2 cats"


def test_days_are_those_of_the_locale() -> None:
    assert fmt.day_text(date(2024, 11, 25)) == "lun. 25 nov."
    assert fmt.long_day_text(date(2024, 11, 25)) == "lundi 25 novembre 2024"
    assert fmt.day_heading(date(2024, 11, 25)) == "Lundi 25 novembre 2024"
    assert fmt.day_span(date(2024, 7, 30), date(2024, 8, 2)) == "30 juil. – 2 août"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoNetwork(host="indico.cern.ch"), "indico.cern.ch est injoignable."),
        (
            DamagedAnswer(host="h", detail="it was cut off"),
            "La réponse de h est arrivée endommagée (elle a été coupée).",
        ),
        (
            CannotReadFile(
                path="a", detail=ValueError(Said("it is larger than {limit} MiB", limit=8))
            ),
            "a est inutilisable\u00a0: il dépasse 8\u00a0Mio.",
        ),
    ],
)
def test_errors_are_told_in_french_and_in_english_on_the_command_line(
    error: KnownError, words: str
) -> None:
    assert error_message(error).text == words
    assert error.message != words


def test_what_the_layers_below_say_keeps_its_values() -> None:
    said = Said("SQLite finds the database sound ({size} MiB).", size=1.3)
    assert said == "SQLite finds the database sound (1.3 MiB)."
    assert said_text(said) == "SQLite trouve la base de données saine (1,3\u00a0Mio)."
    assert said_text("{not a template") == "{not a template"
    assert said_text("") == ""


def test_qt_speaks_french_too(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    escape = QKeySequence(Qt.Key.Key_Escape)
    assert escape.toString(QKeySequence.SequenceFormat.NativeText) == "Échap"


def test_the_language_of_the_computer_is_taken_where_it_is_known() -> None:
    use_language("system", QLocale("fr_CH"))
    assert re.match("à l.instant", translate("Format", "just now"))
    use_language("system", QLocale("de_CH"))
    assert translate("Format", "just now") == "just now"
    assert fmt.weekday_text(date(2024, 11, 25)) == "Mon"
