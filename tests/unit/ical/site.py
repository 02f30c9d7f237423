"""A programme that organisers and a person change at random, and what its agenda must be."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from companion.domain.calendar import PosterForm
from companion.ical.write import IcalWriter
from tests.support.programmes import make_contribution
from tests.unit.ical.make import HOUR, NOW, edition, poster, record, request

EDITS = st.lists(
    st.tuples(
        st.sampled_from(["move", "cancel", "restore", "rename", "add", "star", "unstar", "form"]),
        st.integers(1, 4) | st.integers(101, 102),
        st.sampled_from(["whole", "update", "none"]),
    ),
    max_size=12,
)


class Site:
    """A programme that changes, records of it as a sync keeps them, and the person's stars."""

    def __init__(self):
        self.talks = {n: make_contribution(n) for n in (1, 2)} | {101: poster(101)}
        self.gone = {}
        self.records = {n: record() for n in self.talks}
        self.stars = {1, 101}
        self.form = PosterForm.ONE
        self.now = NOW

    def edit(self, kind, number):
        self.now += HOUR
        if kind == "form":
            self.form = PosterForm.EACH if self.form is PosterForm.ONE else PosterForm.ONE
        elif kind == "star":
            self.stars |= {number}
        elif kind == "unstar":
            self.stars -= {number}
        elif kind == "add" and number not in self.talks | self.gone:
            self.talks[number] = poster(number) if number > 100 else make_contribution(number)
            self._saw(number, 0)
        elif kind == "restore" and number in self.gone:
            self.talks[number] = self.gone.pop(number)
            self._saw(number, 1)
        elif number in self.talks:
            self._change(kind, number)

    def _change(self, kind, number):
        talk = self.talks[number]
        if kind == "cancel":
            self.gone[number] = self.talks.pop(number)
            self._saw(number, 1, withdrawn_dt=self.now)
        elif kind == "rename":
            self.talks[number] = replace(talk, title=talk.title + "!")
            self._saw(number, 0)
        elif kind == "move":
            later = timedelta(minutes=5)
            moved = replace(talk, start_dt=talk.start_dt + later, end_dt=talk.end_dt + later)
            self.talks[number] = moved
            self._saw(number, 1)

    def _saw(self, number, step, **fields):
        sequence = self.records[number].sequence if number in self.records else 0
        self.records[number] = record(sequence + step, changed_dt=self.now, **fields)

    def edition(self):
        return edition(
            *self.talks.values(),
            records=self.records,
            withdrawn=tuple(self.gone.values()),
            chosen=self.stars,
        )

    def request(self, memory=(), **fields):
        """What the person asks of the writer now."""
        return request(
            self.edition(), made_dt=self.now, posters=self.form, written=memory, **fields
        )

    def export(self, memory, **fields):
        """The next export to a target that remembers."""
        return IcalWriter().plan(self.request(memory, **fields))

    def agenda(self):
        """What must stand in the person's calendar, made without any memory."""
        return {e.uid: seen(e) for e in self.export(()).entries}


def seen(entry):
    inside = tuple(item.title for item in entry.posters)
    return (entry.title, entry.start_dt, entry.end_dt, entry.location, inside)
