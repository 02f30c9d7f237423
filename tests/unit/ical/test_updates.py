"""A person imports every file into one calendar: no double, no ghost, whatever organisers do."""

from datetime import timedelta

from hypothesis import example, given

from companion.domain.calendar import EntryStatus
from tests.support.programmes import START
from tests.unit.ical.make import NOW
from tests.unit.ical.site import EDITS, Site, seen


class Person:
    """A calendar as RFC 5546 wants it: a lower number, or an older stamp, changes nothing."""

    def __init__(self, *, minds_stamps=True):
        self.minds_stamps = minds_stamps
        self.numbers = {}
        self.entries = {}

    def take(self, entries):
        for entry in entries:
            number = (entry.sequence, entry.modified_dt if self.minds_stamps else NOW)
            if self.numbers.get(entry.uid, number) > number:
                continue
            self.numbers[entry.uid] = number
            self.entries.pop(entry.uid, None)
            if entry.status is not EntryStatus.CANCELLED:
                self.entries[entry.uid] = seen(entry)


@given(EDITS)
def test_a_calendar_follows_its_file_through_any_edits(edits):
    site, person, memory = Site(), Person(), ()
    for kind, number, export in [("none", 0, "whole"), *edits, ("none", 0, "update")]:
        site.edit(kind, number)
        if export == "none":
            continue
        plan = site.export(memory, since_last=export == "update")
        sequences = {item.uid: item.sequence for item in memory}
        assert all(item.sequence >= sequences.get(item.uid, 0) for item in plan.exported)
        memory = plan.exported
        person.take(plan.entries)
        assert person.entries == site.agenda()


@given(EDITS)
@example([("unstar", 1, "whole"), ("star", 1, "update")])
def test_two_files_of_one_agenda_go_into_one_calendar(edits):
    """Whichever was written last, all that is in it stands in the calendar.

    Stamps do not count here: two files that took turns with the posters of a session end with
    equal numbers, and the older one is not stamped anew.
    """
    site, person = Site(), Person(minds_stamps=False)
    memories = {"whole": (), "update": ()}
    for kind, number, file in [("none", 0, "whole"), ("none", 0, "update"), *edits]:
        site.edit(kind, number)
        if file not in memories:
            continue
        plan = site.export(memories[file], target=file, elsewhere=_latest(*memories.values()))
        memories[file] = plan.exported
        person.take(plan.entries)
        assert person.entries.items() >= site.agenda().items()
        again = site.export(plan.exported, target=file, elsewhere=_latest(*memories.values()))
        assert again.exported == plan.exported


def _latest(*memories):
    """By UID what has the highest number, as the export log tells."""
    ordered = sorted((item for memory in memories for item in memory), key=lambda i: i.sequence)
    return {item.uid: item for item in ordered}


def test_the_model_of_a_site_moves():
    site = Site()
    site.edit("move", 1)
    site.edit("cancel", 2)
    site.edit("add", 3)

    assert site.talks[1].start_dt == START + timedelta(minutes=5)
    assert set(site.talks) == {1, 101, 3}
    assert site.records[2].withdrawn_dt is not None
