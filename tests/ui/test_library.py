"""The programme is read again: what stayed is not shown anew, what the person did since counts."""

from zoneinfo import ZoneInfo

from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.filters import Facet, Filter
from companion.ui.main_window import MainWindow
from tests.ui.conftest import settle


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
