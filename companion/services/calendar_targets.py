"""Calendar files and folders that are brought up to date after every sync."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from companion.errors import CannotReadFile, KnownError, Said, UsageError
from companion.files import is_folder
from companion.ports.calendar import CalendarTargetStore, StoredTarget
from companion.ports.calls import Clock
from companion.services.calendar_files import is_calendar
from companion.services.export import ExportReport, ExportService
from companion.services.kept_choice import kept_selection, options_text, selection_text
from companion.services.scope import ExportSelection


class TargetKind(StrEnum):
    """A file with all entries, or a folder with one file for each."""

    FILE = "file"
    FOLDER = "vdir"


@dataclass(frozen=True, slots=True)
class CalendarTarget:
    """What is kept up to date.

    Attributes:
        selection: None if what is stored cannot be read; such a target is left alone.
    """

    path: Path
    kind: TargetKind
    selection: ExportSelection | None
    added_dt: datetime


@dataclass(frozen=True, slots=True)
class TargetReport:
    """How one target fared: its report, or why it could not be written."""

    target: CalendarTarget
    report: ExportReport | None = None
    error: KnownError | None = None


class CalendarTargets:
    """The person's list of such files and folders; `export` is made when first needed."""

    def __init__(
        self, store: CalendarTargetStore, export: Callable[[], ExportService], clock: Clock
    ) -> None:
        self._store = store
        self._export = export
        self._clock = clock

    def all(self) -> tuple[CalendarTarget, ...]:
        """All of them, oldest first."""
        return tuple(
            CalendarTarget(
                Path(item.path), TargetKind(item.kind), kept_selection(item), item.added_dt
            )
            for item in self._store.all()
            if item.kind in set(TargetKind)
        )

    def keep(self, path: Path, selection: ExportSelection) -> None:
        """Keep a file or (existing) folder up to date from now on; writes it at the next refresh.

        Another choice of talks for the same place replaces the earlier one.
        """
        kind = TargetKind.FOLDER if is_folder(path) else TargetKind.FILE
        whole = selection_text(selection), options_text(selection.options)
        self._store.set(StoredTarget(str(path.absolute()), kind.value, *whole, self._clock()))

    def forget(self, path: Path) -> None:
        """No longer keep it up to date; what is written stays.

        Raises:
            UsageError: it is not in the list.
        """
        self._store.remove(str(self._target(path).path))

    def refresh(self) -> tuple[TargetReport, ...]:
        """Bring all of them up to date; one that fails does not stop the others.

        Nothing is touched where nothing changed. A file that has become something else than a
        calendar, and a folder that is gone, are left alone.
        """
        return tuple(_tried(self._write, target) for target in self.all())

    def look(self) -> tuple[TargetReport, ...]:
        """What `refresh` would do; touches nothing. The plan of each report tells."""
        return tuple(_tried(self._planned, target) for target in self.all())

    def refresh_one(self, path: Path) -> TargetReport:
        """Bring one of them up to date.

        Raises:
            UsageError: it is not in the list.
        """
        return _tried(self._write, self._target(path))

    def _target(self, path: Path) -> CalendarTarget:
        place = path.absolute()
        for target in self.all():
            if target.path == place:
                return target
        raise UsageError(detail=Said("{path} is not kept up to date", path=path))

    def _planned(self, target: CalendarTarget) -> ExportReport:
        path, selection = target.path, target.selection
        if selection is None:
            raise CannotReadFile(path=path, detail="its choice of talks cannot be read")
        if target.kind is TargetKind.FOLDER and not is_folder(path):
            raise CannotReadFile(path=path, detail="the folder is gone")
        if target.kind is TargetKind.FILE and not is_calendar(path):
            raise CannotReadFile(path=path, detail="it is no longer a calendar file")
        return ExportReport(self._export().plan(selection, path), 0, is_written=False)

    def _write(self, target: CalendarTarget) -> ExportReport:
        report = self._planned(target)
        is_file = target.kind is TargetKind.FILE
        if is_file and target.path.exists() and not report.plan.is_news:
            return report
        assert target.selection is not None  # noqa: S101 - `_planned` refused it
        return self._export().export(target.selection, target.path)


def _tried(act: Callable[[CalendarTarget], ExportReport], target: CalendarTarget) -> TargetReport:
    try:
        return TargetReport(target, act(target))
    except KnownError as error:
        return TargetReport(target, error=error)
