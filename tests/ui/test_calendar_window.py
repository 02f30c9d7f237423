"""The calendar window: what it would change, what it writes, what it keeps, and servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.services.agenda import HeaderRow
from companion.services.export import ExportSelection
from companion.ui.calendar.calendar_dialog import CalendarDialog
from companion.ui.calendar.fields import combo
from companion.ui.calendar.offer import Mode, Scope
from companion.ui.changes.rich_list import RichList
from companion.ui.main_window import MainWindow
from companion.ui.people.rows import PersonRow
from tests.ui.conftest import settle
from tests.unit.caldav_publish.conftest import PASSWORD, USER, Radicale

FOREIGN = (
    b"BEGIN:VEVENT\r\nUID:dentist@x\r\nDTSTAMP:20240101T000000Z\r\n"
    b"DTSTART:20241126T090000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\nEND:VCALENDAR"
)


def opened(window: MainWindow, qtbot: QtBot) -> CalendarDialog:
    dialog = window.calendars.dialog
    assert dialog is not None
    # The pause after a choice is over, the preview is there.
    qtbot.waitUntil(lambda: not dialog.export._pause.isActive())
    settle(qtbot, window)
    return dialog


def choose(dialog: CalendarDialog, window: MainWindow, qtbot: QtBot, scope: Scope) -> None:
    which = dialog.export.scope.which
    which.setCurrentIndex(which.findData(scope))
    opened(window, qtbot)


def place(dialog: CalendarDialog, mode: Mode, path: Path | None = None) -> None:
    box = dialog.export.place
    box.kind.setCurrentIndex(box.kind.findData(mode))
    if path is not None:
        box.path.setText(str(path))


def sentences(rows: RichList) -> list[str]:
    return [row.sentence for row in rows.rich_model.rows]


def talks(window: MainWindow, count: int) -> list[EntryRef]:
    """The first talks with a time, posters not among them."""
    found = [e for e in window.library.entries if e.is_contribution and e.start_dt]
    return [e.ref for e in found if not e.is_poster][:count]


def star(window: MainWindow, qtbot: QtBot, refs: list[EntryRef], kind: Star) -> None:
    window.library.set_star(refs, kind)
    settle(qtbot, window)


def test_without_stars_it_says_what_to_do_and_offers_other_talks(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.shell.top_bar.export.click()
    dialog = opened(window, qtbot)
    assert not dialog.isModal()
    assert dialog.export.pane.empty.text().startswith("No starred talks yet.")
    assert not dialog.save.isEnabled()
    choose(dialog, window, qtbot, Scope.ALL)
    assert dialog.save.isEnabled()
    assert " new" in dialog.export.pane.summary.text()
    assert "left out" in dialog.export.pane.summary.text()
    choose(dialog, window, qtbot, Scope.PERSON)
    dialog.export.scope.person.setCurrentText("Nobody At All")
    opened(window, qtbot)
    assert "Nobody At All" in dialog.export.pane.empty.text()
    assert not dialog.save.isEnabled()
    dialog.export.scope.person.setCurrentText("")
    opened(window, qtbot)
    assert dialog.export.pane.empty.text() == "Type a name, or choose one from the list."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_choice_too_long_for_its_list_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    box = combo("Which talks")
    qtbot.addWidget(box)
    box.addItem("My 12 starred talks of Sample: QTML 2024")
    shown = {}
    for width in (600, 150):
        box.resize(width, 30)
        shown[width] = box.fitting()
        assert not box.grab().isNull()
        asked = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(box, asked)
        assert QToolTip.text() == (box.currentText() if width == 150 else "")
    assert shown[150].startswith("My 12 st")
    assert shown[150].endswith("…")
    assert shown[600] == box.currentText()
    QToolTip.hideText()


def test_the_second_export_shows_what_changed_since_the_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second, third = talks(window, 3)
    star(window, qtbot, [first, second], Star.STARRED)
    window.calendars.export()
    dialog = opened(window, qtbot)
    target = tmp_path / "agenda.ics"
    place(dialog, Mode.FILE, target)
    dialog.export.form.breaks.setChecked(False)
    opened(window, qtbot)
    assert dialog.export.pane.summary.text() == "2 new"
    dialog.save.click()
    settle(qtbot, window)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert window.shell.message_bar.text.endswith("agenda.ics: 2 calendar items.")
    assert window.calendars.dialog is None

    star(window, qtbot, [third], Star.TENTATIVE)
    star(window, qtbot, [first], Star.NONE)
    _move(window, target, second)
    window.calendars.export()
    dialog = opened(window, qtbot)
    assert dialog.export.place.file() == tmp_path / "sample-2024.ics"
    place(dialog, Mode.CHANGES, target)
    opened(window, qtbot)
    assert dialog.export.pane.summary.text() == "1 new · 1 moved · 1 cancelled"
    words = sentences(dialog.export.pane.list)
    assert words[1].startswith("New: ")
    assert words[1].endswith("tentative")
    assert ", from " in words[3]
    assert "Old Hall to " in words[3]
    dialog.save.click()
    settle(qtbot, window)
    text = target.read_bytes()
    assert text.count(b"BEGIN:VEVENT") == 3
    assert text.count(b"STATUS:CANCELLED") == 1


def _move(window: MainWindow, target: Path, ref: EntryRef) -> None:
    """As if the file had been written while the talk was in another room."""
    from dataclasses import replace

    log = window.services.database.exports  # type: ignore[attr-defined]
    name = f"{target}#{ExportSelection(key=ref.edition_key, bookmarked=True).scope}"
    old = log.read(name)
    uid = f"indico-contribution-{ref.ident}@"
    log.write(name, [replace(i, location="Old Hall") if uid in i.uid else i for i in old])


def test_a_place_that_cannot_be_written_is_told_where_it_was_typed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.calendars.export_talk(talks(window, 1)[0])
    dialog = opened(window, qtbot)
    assert dialog.export.scope.scope is Scope.REFS
    place(dialog, Mode.FILE, Path("/nowhere/agenda.ics"))
    opened(window, qtbot)
    dialog.save.click()
    settle(qtbot, window)
    assert dialog.isVisible()
    assert "/nowhere/agenda.ics cannot be written" in dialog.message_bar.text
    place(dialog, Mode.FILE, tmp_path)
    opened(window, qtbot)
    dialog.save.click()
    settle(qtbot, window)
    assert "it is a folder" in dialog.message_bar.text
    assert not list(tmp_path.glob("indico-*"))


def test_a_kept_file_follows_stars_and_faults_are_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = talks(window, 2)
    star(window, qtbot, [first], Star.STARRED)
    window.calendars.export()
    dialog = opened(window, qtbot)
    target = tmp_path / "kept.ics"
    place(dialog, Mode.KEPT, target)
    opened(window, qtbot)
    dialog.save.click()
    settle(qtbot, window)

    star(window, qtbot, [second], Star.STARRED)
    window.calendars.show_kept()
    dialog = opened(window, qtbot)
    assert "1 change to be written" in sentences(dialog.kept.list)[0]
    dialog.kept.update_now.click()
    settle(qtbot, window)
    assert target.read_bytes().count(b"BEGIN:VEVENT") == 2
    assert sentences(dialog.kept.list)[0].endswith("up to date")

    target.write_text("shopping list", encoding="utf-8")
    window.library.reload()  # as after a sync
    settle(qtbot, window)
    assert "it is no longer a calendar file" in window.shell.message_bar.text
    assert target.read_text(encoding="utf-8") == "shopping list"
    dialog.kept.fill()
    settle(qtbot, window)
    dialog.kept.stop.click()
    settle(qtbot, window)
    assert "No calendar is kept up to date." in dialog.kept.empty.text()


def test_a_sync_writes_what_is_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    services = window.services
    services.calendar_targets.keep(folder, ExportSelection(key=window.library.key))
    window.library.reload()  # as after a sync
    settle(qtbot, window)
    assert len(list(folder.glob("*.ics"))) > 20
    assert not window.shell.message_bar.isVisible()


def test_stars_come_from_a_file_and_what_is_unknown_is_listed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    refs = talks(window, 2)
    data = window.services.export.text(
        ExportSelection(key=refs[0].edition_key, refs=frozenset(refs))
    )
    path = tmp_path / "theirs.ics"
    path.write_bytes(data.replace(b"END:VCALENDAR", FOREIGN))
    window.calendars.show_stars(path)
    dialog = opened(window, qtbot)
    assert dialog.stars.summary.text() == "2 talks to star · 0 starred already · 1 not starred"
    assert any(words.startswith("Dentist, Tue 26 Nov") for words in sentences(dialog.stars.list))
    qtbot.mouseClick(dialog.stars.star, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    stars = {entry.ref: entry.star for entry in window.library.entries}
    assert [stars[ref] for ref in refs] == [Star.STARRED, Star.STARRED]
    path.write_bytes(b"no calendar")
    dialog.stars.look_at(path)
    settle(qtbot, window)
    assert str(path) in dialog.message_bar.text


def test_what_was_chosen_is_offered_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    star(window, qtbot, talks(window, 1), Star.STARRED)
    window.calendars.export()
    dialog = opened(window, qtbot)
    place(dialog, Mode.FOLDER, tmp_path / "vdir")
    form = dialog.export.form
    form.alarm.setCurrentIndex(form.alarm.findData(15))
    form.breaks.setChecked(True)
    opened(window, qtbot)
    dialog.save.click()
    settle(qtbot, window)
    assert any(b"TRIGGER:-PT15M" in p.read_bytes() for p in (tmp_path / "vdir").iterdir())
    window.calendars.export()
    again = opened(window, qtbot).export
    assert (again.form.alarm.currentData(), again.form.breaks.isChecked()) == (15, True)
    assert again.place.mode is Mode.FOLDER
    assert again.place.file().parent == tmp_path


def test_a_persons_and_a_sessions_talks_are_offered_from_where_they_stand(
    window: MainWindow, qtbot: QtBot
) -> None:
    reach = window.hands.reach
    rows = window.shell.programme.list
    place = next(i for i, row in enumerate(rows.row_model.rows) if isinstance(row, HeaderRow))
    title = rows.row_model.rows[place].block.session_title
    rows.customContextMenuRequested.emit(rows.visualRect(rows.row_model.index(place)).center())
    (action,) = reach.menus.menu.actions()
    action.trigger()
    dialog = opened(window, qtbot)
    assert dialog.export.order().selection.session == title
    assert dialog.save.isEnabled()

    window.pages.go("people")
    settle(qtbot, window)
    people = window.shell.people.people
    place = next(i for i, row in enumerate(people.row_model.rows) if isinstance(row, PersonRow))
    name = people.row_model.rows[place].parts.person.name
    people.customContextMenuRequested.emit(
        people.visualRect(people.row_model.index(place)).center()
    )
    next(a for a in reach.menus.menu.actions() if "calendar" in a.text()).trigger()
    dialog = opened(window, qtbot)
    assert dialog.export.order().selection.person == name
    assert " new" in dialog.export.pane.summary.text()


# --- servers --------------------------------------------------------------------------------------


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    (tmp_path / "radicale").mkdir()
    running = Radicale(tmp_path / "radicale")
    yield running
    running.stop()


def test_an_agenda_is_published_told_of_and_published_again(
    window: MainWindow, services: Companion, qtbot: QtBot, server: Radicale
) -> None:
    first, second = talks(window, 2)
    star(window, qtbot, [first], Star.STARRED)
    window.calendars.export()
    dialog = opened(window, qtbot)
    place(dialog, Mode.SERVER)
    fields = dialog.export.place.server
    fields.fill(server.base, USER, "QTML agenda")
    opened(window, qtbot)
    assert dialog.save.text() == "Publish"
    dialog.save.click()
    settle(qtbot, window)
    assert dialog.message_bar.text == (
        f"The password of {USER} on {server.base} is not known. Type the password of the server."
    )
    fields.password.setText("wrong")
    dialog.save.click()
    settle(qtbot, window)
    assert "does not accept this user name and password" in dialog.message_bar.text
    fields.password.setText(PASSWORD)
    dialog.save.click()
    settle(qtbot, window)
    assert window.calendars.dialog is None
    assert window.shell.message_bar.text == "1 calendar item sent to “QTML agenda” on the server."

    star(window, qtbot, [second], Star.STARRED)
    window.calendars.export()
    dialog = opened(window, qtbot)
    assert dialog.export.pane.summary.text() == "1 new · 1 as before"
    window.calendars.show_kept()
    dialog = opened(window, qtbot)
    assert f"on {server.base} for {USER}" in sentences(dialog.kept.list)[0]
    dialog.kept.password.setText(PASSWORD)
    dialog.kept.update_now.click()
    settle(qtbot, window)
    _, body = server.ask("GET", f"/{USER}/qtml-companion-qtml-agenda/")
    assert body.count(b"BEGIN:VEVENT") == 2
    for file in services.data_dir.rglob("*"):
        assert not file.is_file() or PASSWORD.encode() not in file.read_bytes()


class Followed:
    """A calendar that was published in the window, and the window afterwards."""

    def __init__(self, window: MainWindow, qtbot: QtBot, server: Radicale) -> None:
        self.window, self.qtbot, self.server = window, qtbot, server
        self.pause = window.calendars.online.pause
        window.calendars.export()
        dialog = opened(window, qtbot)
        place(dialog, Mode.SERVER)
        fields = dialog.export.place.server
        fields.fill(server.base, USER, "QTML agenda")
        fields.password.setText(PASSWORD)
        opened(window, qtbot)
        dialog.save.click()
        settle(qtbot, window)
        window.shell.message_bar.clear()

    def requests_after(self, ref: EntryRef, kind: Star) -> int:
        """What the server was asked once the pause after a star is over."""
        star(self.window, self.qtbot, [ref], kind)
        return self.requests()

    def requests(self) -> int:
        """The same after whatever happened last."""
        assert self.pause.isActive()
        self.server.requests.clear()
        usual = self.pause.interval()
        self.pause.start(0)
        self.qtbot.waitUntil(lambda: not self.pause.isActive())
        self.pause.setInterval(usual)
        settle(self.qtbot, self.window)
        return len(self.server.requests)

    def events(self) -> int:
        """Entries on the server."""
        _, body = self.server.ask("GET", f"/{USER}/qtml-companion-qtml-agenda/")
        return body.count(b"BEGIN:VEVENT")


@pytest.fixture
def followed(window: MainWindow, qtbot: QtBot, server: Radicale) -> Followed:
    star(window, qtbot, talks(window, 1), Star.STARRED)
    return Followed(window, qtbot, server)


def test_a_published_calendar_follows_by_itself_and_a_fault_is_told_once(
    followed: Followed, window: MainWindow, qtbot: QtBot, server: Radicale
) -> None:
    first, second, third = talks(window, 3)
    bar = window.shell.message_bar
    assert followed.requests_after(second, Star.STARRED)
    assert (followed.events(), bar.isVisible()) == (2, False)
    window.library.reload()  # as after a sync that brought nothing
    settle(qtbot, window)
    assert not followed.requests()

    server.faults.append(lambda _request: ("507 Full", []))
    followed.requests_after(third, Star.STARRED)
    assert bar.text.startswith("“QTML agenda” on the server is not up to date. ")
    assert bar.message is not None
    assert bar.message.action == "Try again"
    bar.clear()
    followed.requests_after(first, Star.TENTATIVE)
    assert not bar.isVisible()  # the same again is no news
    window.calendars.online.try_again()
    settle(qtbot, window)
    assert bar.isVisible()
    server.faults.clear()
    qtbot.mouseClick(bar._action, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert followed.events() == 3
    assert not bar.isVisible()


def test_a_published_calendar_asks_for_its_password_and_can_be_left_to_the_person(
    followed: Followed, window: MainWindow, qtbot: QtBot
) -> None:
    first, second, third = talks(window, 3)
    window.calendars.exporting.typed.clear()  # as after another start
    assert not followed.requests_after(second, Star.STARRED)
    assert "is not known. Type the password of the server." in window.shell.message_bar.text
    qtbot.mouseClick(window.shell.message_bar._action, Qt.MouseButton.LeftButton)
    dialog = opened(window, qtbot)
    assert dialog.kept.password.hasFocus()
    dialog.kept.password.setText(PASSWORD)
    dialog.kept.update_now.click()
    settle(qtbot, window)
    assert followed.events() == 2
    assert followed.requests_after(third, Star.STARRED)  # typed once in a session
    assert dialog.kept.follow.isChecked()
    qtbot.keyClick(dialog.kept.follow, Qt.Key.Key_Space)
    settle(qtbot, window)
    assert not dialog.kept.follow.isChecked()
    assert not followed.requests_after(first, Star.NONE)
    assert followed.events() == 3
