"""The form and place of the last export, for the next one."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from companion.domain.calendar import CalendarOptions
from companion.services.kept_choice import kept_options, options_text
from companion.settings import CALENDAR_CHOICE, Settings
from companion.ui.calendar.offer import Mode, Order
from companion.ui.dialogs.files import documents
from companion.ui.window_state import keep


@dataclass(frozen=True, slots=True)
class Remembered:
    """What to begin with.

    Attributes:
        folder: where the last file is.
        server, user, name: of the calendar that was published last; empty without one.
    """

    options: CalendarOptions = field(default_factory=CalendarOptions)
    mode: Mode = Mode.FILE
    folder: Path = Path()
    server: str = ""
    user: str = ""
    name: str = ""


def remembered(settings: Settings) -> Remembered:
    """What was chosen last; the usual where nothing was, or nothing that can be read."""
    usual = Remembered(folder=Path(documents()))
    try:
        kept = json.loads(settings.get(CALENDAR_CHOICE))
        return Remembered(
            kept_options(kept),
            Mode(kept["mode"]),
            Path(kept["folder"]),
            *(str(kept[name]) for name in ("server", "user", "name")),
        )
    except (ValueError, TypeError, KeyError):
        return usual


def remember(settings: Settings, order: Order, before: Remembered) -> None:
    """For the next time; of a server everything but the password."""
    is_server = order.mode.value == Mode.SERVER
    account = order if is_server else before
    folder = before.folder if is_server else order.path.parent
    text = options_text(
        order.selection.options,
        mode=order.mode.value,
        folder=str(folder),
        server=account.server,
        user=account.user,
        name=account.name,
    )
    keep(settings, CALENDAR_CHOICE, text)
