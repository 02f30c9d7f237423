"""Calendar files: what would change, the file itself, and what to remember of it."""

from dataclasses import dataclass, replace
from pathlib import Path

from companion.domain.calendar import CalendarPlan
from companion.errors import UsageError
from companion.files import is_folder, save_file
from companion.ports.calendar import CalendarWriter, ExportLog
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import UserStore
from companion.services.calendar_files import spare_others, write_folder
from companion.services.calendar_requests import CalendarRequests, calendar_name
from companion.services.editions import EditionsService
from companion.services.scope import ExportSelection

__all__ = ["ExportReport", "ExportSelection", "ExportService", "calendar_name"]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did.

    Attributes:
        plan: what went into it.
        size: bytes written.
        is_written: False where there was nothing to tell, so that nothing was touched.
    """

    plan: CalendarPlan
    size: int
    is_written: bool = True


class ExportService:
    """Writes calendar files and folders, and remembers what is in them.

    Which memory belongs to what: a file is a message, read once by a calendar program. So another
    choice of talks written under the same name is another file, which says nothing of the
    talks of the first; only the same choice again cancels what is no longer in it. A folder
    (vdir: one file per entry) is the calendar itself, so whatever is no longer chosen is cancelled.
    """

    def __init__(
        self,
        store: ProgrammeStore,
        user: UserStore,
        editions: EditionsService,
        calendar: CalendarWriter,
        log: ExportLog,
        clock: Clock,
    ) -> None:
        self.requests = CalendarRequests(store, user, editions, log, clock)
        self._calendar = calendar
        self._log = log

    def resolve(self, selection: ExportSelection) -> ExportSelection:
        """With names as the programmes spell them, from names as people type them.

        Raises:
            UsageError: nobody and nothing is called so, or several are.
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        key, person, session = selection.key, selection.person, selection.session
        return replace(
            selection,
            person=person and self.requests.person(key, person),
            session=session and self.requests.session(key, session),
        )

    def plan(self, selection: ExportSelection, target: Path | None = None) -> CalendarPlan:
        """What a file or folder would hold and what it would change; writes nothing.

        The preview, too: see `CalendarPlan.of`, `left_out` and `plain_zones`.

        Args:
            selection: which talks.
            target: where it shall be written; None for a file that nobody remembers.

        Raises:
            UnknownEdition, NoProgramme: no such key, or nothing stored of it.
        """
        name = "" if target is None else target_name(target, selection)
        return self._calendar.plan(self.requests.make(selection, name))

    def prepare(self, plan: CalendarPlan, start: int, end: int) -> None:
        """Render the texts of some entries ahead of `export`, which then is quick."""
        self._calendar.prepare(plan.entries[start:end])

    def text(self, selection: ExportSelection) -> bytes:
        """The file's bytes, for standard output or a drag; not remembered."""
        return self._calendar.write(self.plan(selection))

    def export(self, selection: ExportSelection, target: Path) -> ExportReport:
        """Write the file (all of it or nothing) or folder, then remember what is in it.

        Raises:
            CannotWriteFile: the old file, if any, is untouched; so is one that is no calendar.
            UsageError: only changes were asked for, and a folder is never written in parts.
        """
        if is_folder(target):
            return self._export_folder(selection, target)
        plan = self.plan(selection, target)
        if selection.since_last and not plan.is_news:
            return ExportReport(plan, 0, is_written=False)
        spare_others(target)
        data = self._calendar.write(plan)
        save_file(target, data)
        self._remember(target, selection, plan)
        return ExportReport(plan, len(data))

    def _export_folder(self, selection: ExportSelection, folder: Path) -> ExportReport:
        if selection.since_last:
            raise UsageError(
                detail="A folder is always whole; only a file can hold just the changes"
            )
        plan = self.plan(selection, folder)
        size = write_folder(folder, plan, self._calendar.resources(plan))
        self._remember(folder, selection, plan)
        return ExportReport(plan, size, is_written=size > 0)

    def _remember(self, target: Path, selection: ExportSelection, plan: CalendarPlan) -> None:
        """Not where nothing changed: a sync that brought nothing writes no row."""
        name = target_name(target, selection)
        if self._log.read(name) != plan.exported:
            self._log.write(name, plan.exported)


def target_name(target: Path, selection: ExportSelection) -> str:
    """How the memory of a file (by place and choice of talks) or folder (by place) is called."""
    place = str(target.absolute())
    return place if is_folder(target) else f"{place}#{selection.scope}"
