"""What a sync did, in a sentence or two in the language of the window."""

from datetime import UTC
from typing import TYPE_CHECKING

from companion.ui.format import long_day_text, time_text
from companion.ui.i18n import listed, said_text, translate

if TYPE_CHECKING:
    from datetime import datetime

    from companion.ports.fetching import Quarantined
    from companion.services.sync_report import SyncReport

_SHOWN = 3


def report_text(report: "SyncReport") -> str:
    """What came, changed and went; names the first records that could not be read.

    Of a file that was opened also when it was recorded.
    """
    parts = (_outcome(report), _left_out(report.quarantined), _recorded(report.recorded_dt))
    return " ".join(filter(None, parts))


def _recorded(moment: "datetime | None") -> str:
    if moment is None:
        return ""
    text = translate("Sync", "The file was recorded on {day} at {time} (UTC).")
    return text.format(day=long_day_text(moment.date()), time=time_text(moment, UTC))


def _outcome(report: "SyncReport") -> str:
    if report.changes is not None and report.changes.is_first:
        return translate("Sync", "%n talk(s) stored.", "", report.added)
    parts = (
        translate("Sync", "%n talk(s) added", "", report.added) if report.added else "",
        translate("Sync", "%n talk(s) changed", "", report.changed) if report.changed else "",
        translate("Sync", "%n talk(s) removed", "", report.removed) if report.removed else "",
    )
    told = ", ".join(filter(None, parts))
    return f"{told}." if told else translate("Sync", "No talk has changed.")


def _left_out(records: "tuple[Quarantined, ...]") -> str:
    if not records:
        return ""
    named = [f"{item.path} ({said_text(item.reason)})" for item in records[:_SHOWN]]
    if len(records) > _SHOWN:
        named.append("…")
    return translate(
        "Sync", "%n record(s) could not be read and left out: {records}.", "", len(records)
    ).format(records=listed(named))
