"""Every command of the window: its words, its keys, and the menu that shows them.

The one table that the menu, the palette and the list of keys are made from.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from companion.frozen import frozen
from companion.ui.i18n import translate


@frozen
class Group:
    """Commands that belong together.

    Attributes:
        name: for code.
        text: of their submenu; empty where they stand in the menu itself.
    """

    name: str
    text: str = ""


@frozen
class Command:
    """One command.

    Attributes:
        name: for code.
        text: in the menu.
        keys: the first is shown in the menu.
        group: the name of its `Group`.
        is_listed: whether menu and palette show it.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    group: str = ""
    is_listed: bool = True


def groups() -> tuple[Group, ...]:
    """All of them, in the order of the menu."""
    t = translate
    return (
        Group("find"),
        Group("go", t("Commands", "Go")),
        Group("view", t("Commands", "Views")),
        Group("talk", t("Commands", "Talks")),
        Group("calendar", t("Commands", "Calendar")),
        Group("zone", t("Commands", "Time zone")),
        Group("sync", t("Commands", "Programme data")),
        Group("theme", t("Commands", "Appearance")),
        Group("help"),
        Group("end"),
    )


def commands() -> tuple[Command, ...]:
    """All of them, in the order of their menus."""
    t = translate
    return (
        Command("palette", t("Commands", "Find anything …"), ("Ctrl+K",), "find"),
        Command("search", t("Commands", "Search"), ("Ctrl+F",), "go"),
        Command("filters", t("Commands", "Filter the talks …"), ("Ctrl+Shift+F",), "go"),
        Command("clear_filters", t("Commands", "Clear the filters"), (), "go"),
        Command("now", t("Commands", "Jump to now"), ("N",), "go"),
        Command("back", t("Commands", "Back"), ("Alt+Left",), "go"),
        Command("forward", t("Commands", "Forward"), ("Alt+Right",), "go"),
        Command("previous_day", t("Commands", "Previous day"), ("PgUp",), "go"),
        Command("next_day", t("Commands", "Next day"), ("PgDown",), "go"),
        Command("show_programme", t("Commands", "Programme"), ("Ctrl+1",), "view"),
        Command("form", t("Commands", "List or timetable"), ("T",), "view"),
        Command("show_now", t("Commands", "Now and next"), ("Ctrl+2",), "view"),
        Command("show_agenda", t("Commands", "My agenda"), ("Ctrl+3",), "view"),
        Command("show_posters", t("Commands", "Posters"), ("Ctrl+4",), "view"),
        Command("show_people", t("Commands", "People"), ("Ctrl+5",), "view"),
        Command("show_changes", t("Commands", "Changes"), ("Ctrl+6",), "view"),
        Command("show_series", t("Commands", "Series"), ("Ctrl+7",), "view"),
        Command("zone", t("Commands", "Next time zone"), ("Z",), "zone"),
        Command("other_zone", t("Commands", "Another time zone …"), (), "zone"),
        Command("star", t("Commands", "Star or unstar"), ("S", "Ctrl+D"), "talk"),
        Command("maybe", t("Commands", "Maybe: half a star"), ("Shift+S",), "talk"),
        Command("talk_menu", t("Commands", "Menu of the talk"), ("Menu", "Shift+F10"), "talk"),
        Command("undo_star", t("Commands", "Undo the star"), ("Ctrl+Z",), "talk"),
        Command("redo_star", t("Commands", "Redo the star"), ("Ctrl+Shift+Z", "Ctrl+Y"), "talk"),
        Command("export", t("Commands", "Export to a calendar …"), ("Ctrl+E",), "calendar"),
        Command("calendars", t("Commands", "Calendars kept up to date …"), (), "calendar"),
        Command("import_calendar", t("Commands", "Stars from a calendar …"), (), "calendar"),
        Command("sync", t("Commands", "Sync this edition"), ("F5", "Ctrl+R"), "sync"),
        Command("sync_all", t("Commands", "Sync all editions"), (), "sync"),
        Command("add_edition", t("Commands", "Add an edition …"), (), "sync"),
        Command("open_file", t("Commands", "Open a file …"), ("Ctrl+O",), "sync"),
        Command("save_snapshot", t("Commands", "Record this edition in a file …"), (), "sync"),
        Command("update_catalogue", t("Commands", "List of editions …"), (), "sync"),
        Command("sample", t("Commands", "Load the sample"), (), "sync"),
        Command("remove_samples", t("Commands", "Remove the sample"), (), "sync"),
        Command("theme_system", t("Commands", "Colours of the system"), (), "theme"),
        Command("theme_light", t("Commands", "Light colours"), (), "theme"),
        Command("theme_dark", t("Commands", "Dark colours"), (), "theme"),
        Command("larger_text", t("Commands", "Larger text"), ("Ctrl++", "Ctrl+="), "theme"),
        Command("smaller_text", t("Commands", "Smaller text"), ("Ctrl+-",), "theme"),
        Command("normal_text", t("Commands", "Normal text size"), ("Ctrl+0",), "theme"),
        Command("keys", t("Commands", "Keys"), ("F1",), "help"),
        Command("settings", t("Commands", "Settings …"), ("Ctrl+,",), "end"),
        Command("your_data", t("Commands", "Your data …"), (), "end"),
        Command("quit", t("Commands", "Quit"), ("Ctrl+Q",), "end"),
        Command("escape", t("Commands", "Close or clear"), ("Esc",), "go", is_listed=False),
    )


def gestures() -> tuple[Command, ...]:
    """What keys do inside lists and timetables, without a command of the window."""
    t = translate
    return (
        Command("", t("Commands", "Read the talk"), ("Enter",)),
        Command("", t("Commands", "Another talk"), ("Up", "Down")),
        Command("", t("Commands", "The talk beside it, in timetables"), ("Left", "Right")),
        Command("", t("Commands", "First and last"), ("Home", "End")),
        Command("", t("Commands", "Choose several"), ("Shift+Up", "Shift+Down")),
        Command("", t("Commands", "Choose all"), ("Ctrl+A",)),
        Command("", t("Commands", "Closer and farther, in timetables"), ("+", "-")),
        Command("", t("Commands", "The whole day, in timetables"), ("0",)),
    )


def key_texts(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Keys as the system writes them."""
    form = QKeySequence.SequenceFormat.NativeText
    return tuple(QKeySequence(key).toString(form) for key in keys)


class Actions:
    """QActions of all commands, bound to their handlers.

    Attributes:
        menu: shows the listed ones in groups; filled when it is opened first.
    """

    def __init__(self, window: QWidget, handlers: dict[str, Callable[[], None]]) -> None:
        self._by_name: dict[str, QAction] = {}
        for command in commands():
            self._make(command, window).triggered.connect(handlers[command.name])
        self.menu = QMenu(window)
        self._filler = _MenuFiller(self)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        self._by_name[command.name] = action
        return action


class _MenuFiller(QObject):
    """Fills the menu before its first use: not while the window starts."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions.menu)
        self._actions = actions
        actions.menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """A submenu for each group that has a name."""
        menu = self._actions.menu
        if not menu.isEmpty():
            return
        was_named: bool | None = None
        for group in groups():
            if was_named not in {None, bool(group.text)}:
                menu.addSeparator()
            was_named = bool(group.text)
            place = menu.addMenu(group.text) if group.text else menu
            for command in commands():
                if command.is_listed and command.group == group.name:
                    place.addAction(self._actions[command.name])
