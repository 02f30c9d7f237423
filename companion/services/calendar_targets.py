"""Calendar files and folders that are brought up to date after every sync."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from companion.domain.calendar import CalendarOptions, PosterForm, ZoneForm
from companion.domain.entry import EntryRef
from companion.errors import CannotReadFile, KnownError, UnknownReference, UsageError
from companion.ports import CalendarTargetStore, Clock, StoredTarget
from companion.services.calendar_files import is_calendar
from companion.services.export import ExportReport, ExportService
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
            CalendarTarget(Path(item.path), TargetKind(item.kind), _selection(item), item.added_dt)
            for item in self._store.all()
            if item.kind in set(TargetKind)
        )

    def keep(self, path: Path, selection: ExportSelection) -> None:
        """Keep a file or (existing) folder up to date from now on; writes it at the next refresh.

        Another choice of talks for the same place replaces the earlier one.
        """
        kind = TargetKind.FOLDER if path.is_dir() else TargetKind.FILE
        whole = _selection_text(selection), _options_text(selection.options)
        self._store.set(StoredTarget(str(path.absolute()), kind.value, *whole, self._clock()))

    def forget(self, path: Path) -> None:
        """No longer keep it up to date; what is written stays.

        Raises:
            UsageError: it is not in the list.
        """
        place = str(path.absolute())
        if all(str(item.path) != place for item in self.all()):
            raise UsageError(detail=f"{path} is not kept up to date")
        self._store.remove(place)

    def refresh(self) -> tuple[TargetReport, ...]:
        """Bring all of them up to date; one that fails does not stop the others.

        Nothing is touched where nothing changed. A file that has become something else than a
        calendar, and a folder that is gone, are left alone.
        """
        return tuple(self._refresh(target) for target in self.all())

    def _refresh(self, target: CalendarTarget) -> TargetReport:
        try:
            return TargetReport(target, self._write(target))
        except KnownError as error:
            return TargetReport(target, error=error)

    def _write(self, target: CalendarTarget) -> ExportReport:
        path, selection = target.path, target.selection
        if selection is None:
            raise CannotReadFile(path=path, detail="its choice of talks cannot be read")
        if target.kind is TargetKind.FOLDER:
            if not path.is_dir():
                raise CannotReadFile(path=path, detail="the folder is gone")
            return self._export().export(selection, path)
        if not is_calendar(path):
            raise CannotReadFile(path=path, detail="it is no longer a calendar file")
        plan = self._export().plan(selection, path)
        if path.exists() and not plan.is_news:
            return ExportReport(plan, 0, is_written=False)
        return self._export().export(selection, path)


def _selection_text(selection: ExportSelection) -> str:
    refs = selection.refs
    document = {
        "edition": selection.key,
        "bookmarked": selection.bookmarked,
        "day": selection.day.isoformat() if selection.day else None,
        "talks": None if refs is None else sorted(map(str, refs)),
        "person": selection.person,
        "session": selection.session,
    }
    return json.dumps(document, ensure_ascii=False)


def _options_text(options: CalendarOptions) -> str:
    document = {
        "zone": options.zone.value,
        "posters": options.posters.value,
        "alarm_minutes": options.alarm_minutes,
        "breaks": options.breaks,
        "unscheduled": options.unscheduled,
        "cancelled": options.cancelled,
    }
    return json.dumps(document)


def _selection(item: StoredTarget) -> ExportSelection | None:
    try:
        chosen, form = json.loads(item.selection), json.loads(item.options)
        talks = chosen["talks"]
        return ExportSelection(
            key=_text(chosen["edition"]),
            bookmarked=bool(chosen["bookmarked"]),
            day=date.fromisoformat(chosen["day"]) if chosen["day"] else None,
            refs=None if talks is None else frozenset(map(EntryRef.parse, talks)),
            options=_options(form),
            person=_text(chosen["person"]),
            session=_text(chosen["session"]),
        )
    except (ValueError, TypeError, KeyError, UnknownReference):
        return None


def _options(form: dict[str, Any]) -> CalendarOptions:
    alarm = form["alarm_minutes"]
    return CalendarOptions(
        zone=ZoneForm(form["zone"]),
        posters=PosterForm(form["posters"]),
        alarm_minutes=None if alarm is None else int(alarm),
        breaks=bool(form["breaks"]),
        unscheduled=bool(form["unscheduled"]),
        cancelled=bool(form["cancelled"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
