"""The programme is read again: what stayed is not shown anew, what the person did since counts."""

from datetime import UTC
from zoneinfo import ZoneInfo

from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.app.first import first_paint
from companion.catalogue.samples import bundled_samples
from companion.domain.bookmark import Star
from companion.domain.filters import Facet, Filter
from companion.settings import EDITION_NAMES
from companion.ui.main_window import MainWindow
from companion.ui.models.side_model import SideRow
from companion.ui.theme import Look
from tests.ui.conftest import OpenWindow, settle


def test_what_stayed_is_not_shown_anew(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    library, programme = window.library, window.shell.programme
    shown, said = library.entries, []
    library.editions_changed.connect(lambda: said.append("editions"))
    library.programme_changed.connect(lambda: said.append("programme"))
    window.shell.footer.left.setText("")
    library.reload()
    settle(qtbot, window)
    assert said == ["editions"]
    assert library.entries is shown
    assert window.shell.footer.left.text().startswith("Sample")

    talks = [entry for entry in shown if entry.is_contribution]
    services.bookmarks.set_star([talks[0].ref], Star.STARRED)
    library.reload()
    settle(qtbot, window)
    assert said == ["editions", "editions", "programme"]
    fresh = [entry for entry in library.entries if entry.is_contribution]
    assert fresh[0].star is Star.STARRED
    assert all(one is other for one, other in zip(fresh[1:], talks[1:], strict=True))
    assert library.agenda is not None
    assert programme.days == library.agenda.days
    assert "1 starred" in window.shell.footer.right.text()
    assert [page.count for page in window.pages.side.pages()][2] == "★ 1"


def test_what_is_chosen_while_the_programme_is_read_counts(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    library = window.library
    ref = next(entry.ref for entry in library.entries if entry.is_contribution)
    tuesday = Filter().with_value(Facet.DAY, "2024-11-26", True)
    library.reload()
    library.set_star([ref], Star.STARRED)
    library.set_zone("local")
    library.set_filter(tuesday)
    settle(qtbot, window)
    entry = library.entry(ref)
    assert entry is not None
    assert entry.star is services.programme.entry(ref).star is Star.STARRED
    assert library.context.zone == ZoneInfo("Europe/Zurich")
    assert library.context.chosen == tuesday
    assert library.tally.starred == 1

    library.open("sample-2023")
    library.set_zone("event")
    settle(qtbot, window)
    assert library.context.key == "sample-2023"
    assert library.context.zone == library.context.event_zone
    assert not library.context.chosen


def test_the_first_picture_calls_editions_as_the_window_did(
    open_window: OpenWindow, services: Companion, look: Look
) -> None:
    def first_rows() -> list[SideRow]:
        """The samples in the left column before the database is open."""
        window = MainWindow(services, look, first=first, reader_zone=UTC, is_online=False)
        rows = samples(window)
        window.discard()
        return rows

    first = first_paint(services)
    assert first is not None
    assert [row.title for row in first_rows()] == ["Sample: QTML 2024", "Sample: QTML 2023"]
    window = open_window()
    assert {row.title for row in first_rows()} == {e.title for e in bundled_samples()}
    window.close()
    assert first_rows() == samples(window)
    for damaged in ("[]", "{", '{"sample-2024": 5, "sample-2023": ["", null]}'):
        services.settings.set(EDITION_NAMES, damaged)
        assert first_rows()[0].title == "Sample: QTML 2024"


def samples(window: MainWindow) -> list[SideRow]:
    """Their rows in the left column."""
    rows = window.shell.sidebar.editions.side_model.rows
    return [row for row in rows if row.value.startswith("sample-")]
