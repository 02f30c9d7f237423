"""Reminds of starred talks while the window is open: once each, and never of one that is gone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.domain.entry import EntryRef
from companion.domain.reminders import due, next_due
from companion.services.reminding import Given, Upcoming, upcoming
from companion.settings import REMINDED, REMINDER_MINUTES
from companion.ui.format import duration_text, time_text, zone_city
from companion.ui.i18n import labelled, listed, translate
from companion.ui.messages import Message
from companion.ui.notifier import Notice, Notifier
from companion.ui.one_shot import one_shot
from companion.ui.tasks import Lane, TaskRunner
from companion.ui.window_state import keep
from companion.ui.words import people_line, talk_title

if TYPE_CHECKING:
    from companion.services.registry import Services

LOOK = timedelta(seconds=20)
"""The clock is looked at so often: timers stand still while a computer sleeps."""
REREAD = timedelta(hours=1)
"""Stars are read anew so often even if nothing tells of a change: another edition may begin."""

_SEPARATELY = 3
"""More talks than this that begin together are told in one sentence."""


class Reminding(QObject):
    """See the module. `refresh` after whatever may have changed stars, times or the setting.

    Signals:
        told: a Message for the window, where the system shows no notifications.
        talk_requested: somebody wants to see the talk (EntryRef).
    """

    told = Signal(object)
    talk_requested = Signal(object)

    def __init__(
        self,
        services: "Services",
        runner: TaskRunner,
        notifier: Notifier | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._notifier = notifier or Notifier(parent=self)
        self._given = Given(services.settings.get(REMINDED))
        self._items: tuple[Upcoming, ...] = ()
        self._shown: dict[Notice, Upcoming] = {}
        self._untold: list[Upcoming] = []
        self._read_dt: datetime | None = None
        self._timer = one_shot(self, self.look)
        self._notifier.unshown.connect(self._on_notifier_unshown)

    @property
    def waiting_ms(self) -> int:
        """Until the clock is looked at again; -1 while reading or stopped."""
        return self._timer.interval() if self._timer.isActive() else -1

    def refresh(self) -> None:
        """Read the starred talks again: after a sync, a star, another setting."""
        services = self._services
        minutes = services.settings.get(REMINDER_MINUTES)
        now = services.clock()
        self._runner.run(
            Lane.DATABASE,
            lambda _task: upcoming(services.editions, services.programme, now, minutes),
            self._on_read,
            failed=self._on_failed,
            key="reminders",
        )

    def stop(self) -> None:
        """No more reminders."""
        self._timer.stop()
        self._runner.drop("reminders")

    def _on_read(self, items: tuple[Upcoming, ...]) -> None:
        self._items = items
        self._read_dt = self._services.clock()
        self.look()

    def _on_failed(self, _error: Exception) -> None:
        """Nobody asked for it, so nobody is told; the log has it."""
        self._read_dt = self._services.clock()
        self._wait(self._read_dt)

    def look(self) -> None:
        """Remind of what is due, and wait for the next."""
        now = self._services.clock()
        ready = {item.key for item in due((i.reminder for i in self._items), now)}
        fresh = [i for i in self._items if i.reminder.key in ready and i not in self._given]
        if fresh:
            # First, so that not even a crash in between makes it twice.
            keep(self._services.settings, REMINDED, self._given.add(fresh, now))
            self._tell(fresh, now)
        if self._read_dt is None or abs(now - self._read_dt) >= REREAD:
            self.refresh()
        else:
            self._wait(now)

    def _wait(self, now: datetime) -> None:
        """Until the next reminder, but not longer than a computer may have slept unnoticed."""
        at = next_due((item.reminder for item in self._items), now)
        wait = REREAD if at is None else min(at - now, LOOK)
        self._timer.start(max(1, round(wait.total_seconds() * 1000)))

    # --- telling -------------------------------------------------------------------------------

    def _tell(self, items: Sequence[Upcoming], now: datetime) -> None:
        self._untold.clear()
        if len(items) > _SEPARATELY:
            self._show(notice_of_many(items, now), items[0])
            return
        for item in items:
            self._show(notice_of(item, now), item)

    def _show(self, notice: Notice, item: Upcoming) -> None:
        self._shown[notice] = item
        self._notifier.show(notice)

    def _on_notifier_unshown(self, notice: Notice) -> None:
        """The window shows one message at a time: talks of one moment are told in one."""
        item = self._shown.get(notice)
        ref = item.reminder.entry.ref if item else None
        if item and item not in self._untold:
            self._untold.append(item)
            if len(self._untold) > 1:
                notice = notice_of_many(self._untold, self._services.clock())
                ref = self._untold[0].reminder.entry.ref
        action = translate("Reminder", "Show it") if ref else ""
        text = f"{notice.title}. {notice.text}"
        self.told.emit(Message(text, action=action, act=_Show(self, ref), is_warning=False))


class _Show:
    """What the button of a message does."""

    def __init__(self, reminding: Reminding, ref: EntryRef | None) -> None:
        self._reminding, self._ref = reminding, ref

    def __call__(self) -> None:
        if self._ref is not None:
            self._reminding.talk_requested.emit(self._ref)


def notice_of(item: Upcoming, now: datetime) -> Notice:
    """`In 10 min: Kernels` – `11:30 in Melbourne, Copland Theatre · Ada Abel · CERN`."""
    entry = item.reminder.entry
    title = translate("Reminder", "In {length}: {title}").format(
        length=_left(item.start_dt, now), title=talk_title(entry.title)
    )
    when = _when(item)
    place = ", ".join(filter(None, (when, entry.room_name)))
    return Notice(title, " · ".join(filter(None, (place, people_line(entry.speakers)))))


def notice_of_many(items: Sequence[Upcoming], now: datetime) -> Notice:
    """`In 10 min: 5 starred talks` and their titles."""
    first = min(items, key=lambda item: item.start_dt)
    count = translate("Reminder", "%n starred talk(s)", "", len(items))
    title = translate("Reminder", "In {length}: {title}").format(
        length=_left(first.start_dt, now), title=count
    )
    titles = listed(talk_title(item.reminder.entry.title) for item in items)
    return Notice(title, labelled(_when(first), titles))


def _when(item: Upcoming) -> str:
    return translate("Reminder", "{time} in {city}").format(
        time=time_text(item.start_dt, item.tz), city=zone_city(item.tz)
    )


def _left(start_dt: datetime, now: datetime) -> str:
    return duration_text(max(start_dt - now, timedelta(minutes=1)))
