"""The program against a real Indico: python -m tests.indico_server.run [large]

Brings the server up, syncs, lets organisers edit the programme one step at a time, and compares
what the program says with what was done. The last line is `N passed, N failed`; the exit code is
that of the failures. Where Python 3.12, PostgreSQL or Redis cannot be had, it says so and does
nothing. With `large`, an event of 2,000 talks is seeded and synced too (about 3 minutes more).
"""

import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.indico_server.checks import Checks
from tests.indico_server.compare import Indico, detail_differences, differences
from tests.indico_server.expected import expected, told
from tests.indico_server.organiser import Organiser, organiser
from tests.indico_server.places import places
from tests.indico_server.processes import NotAvailable, ServerError, say
from tests.indico_server.program import Program
from tests.indico_server.server import Server

CERN, MELBOURNE = 1288979, 1
ODD_TIMES, LARGE = 1288984, 1288986
REFUSED = {1288980: "protected", 1288981: "access key", 999999: "missing"}
STARRED = 80
EDITS = (
    "move_within_block",
    "swap_two_talks",
    "move_to_other_block",
    "unschedule",
    "reschedule_at_same_time",
    "delete",
    "protect",
    "rename",
    "new_abstract",
    "new_room_of_block",
    "room_of_one_talk",
    "shift_block",
    "new_file_version",
    "same_file_name",
    "add_link",
    "replace_speaker",
    "retag",
    "schedule_poster",
    "move_break",
    "rename_event",
    "add_talk",
    "unprotect",
    "schedule_again",
)
QUIET = frozenset({"state", "withdrawn_at", "bookmarked", "star"})
"""What `--as-of` shows as it is today."""


class Run:
    """One run over all steps."""

    def __init__(self, server: Server, program: Program, checks: Checks) -> None:
        self._server = server
        self._program = program
        self._checks = checks
        self._key = ""
        self._past: list[tuple[str, list[dict[str, Any]]]] = []

    def everything(self, *, large: bool) -> None:
        """All steps, in this order."""
        self._first_syncs()
        if large:
            self._large_event()
        self._answers_that_are_refused()
        self._star()
        with organiser(self._server, CERN) as worker:
            self._edits(worker)
            self._nothing_more()
            self._unpublished_and_back(worker)
        self._earlier_states()
        self._without_server()

    def _url(self, number: int) -> str:
        return self._server.places.event_url(number)

    def _sync(self, target: str) -> tuple[int, dict[str, Any]]:
        self._program.later()
        return self._program.sync(target)

    # --- steps ---------------------------------------------------------------------------------

    def _first_syncs(self) -> None:
        for number, talks in ((CERN, 114), (MELBOURNE, 116), (ODD_TIMES, 6)):
            code, report = self._sync(self._url(number))
            self._checks.equal(f"first sync of event {number}: exit code", code, 0)
            self._checks.equal(f"first sync of event {number}: talks", report.get("added"), talks)
            self._same_as_server(f"event {number} as seeded", number, report)
            if number == CERN:
                self._key = str(report.get("edition"))

    def _large_event(self) -> None:
        for status, added in (("updated", 2000), ("unchanged", 0)):
            code, report = self._sync(self._url(LARGE))
            self._checks.equal(
                f"event of 2,000 talks: sync in {report.get('duration_s')} s",
                (code, report.get("status"), report.get("added")),
                (0, status, added),
            )
        self._same_as_server("event of 2,000 talks", LARGE, report)

    def _same_as_server(self, what: str, number: int, report: dict[str, Any]) -> None:
        """Field by field against the two answers."""
        key = str(report.get("edition"))
        indico = Indico(self._url(number))
        entries = self._program.listing("programme", "--edition", key)
        kinds = Counter(entry["kind"] for entry in entries)
        counted = ", ".join(f"{count} {kind}s" for kind, count in sorted(kinds.items()))
        self._checks.none(f"{what}: {counted} equal to both answers", differences(indico, entries))
        self._checks.none(f"{what}: materials, references, parts", self._details(indico, key))

    def _details(self, indico: Indico, key: str) -> Iterator[str]:
        for db_id, item in indico.contributions.items():
            if item["folders"] or item["references"] or item["subContributions"]:
                shown = self._program.call("show", f"{key}/{db_id}").document
                yield from detail_differences(indico, item, shown)

    def _answers_that_are_refused(self) -> None:
        for number, why in REFUSED.items():
            code, report = self._sync(self._url(number))
            self._checks.equal(f"{why} event: exit code", code, 4)
            self._checks.equal(f"{why} event: status", report.get("status"), "refused")
        code, report = self._sync(self._url(1288982))
        self._checks.equal("event not yet published: exit code", code, 0)
        self._checks.true(
            "event not yet published: said so", "not published" in report.get("message", "")
        )

    def _star(self) -> None:
        entries = self._program.listing("programme", "--edition", self._key)
        refs = [entry["ref"] for entry in entries if entry["kind"] == "contribution"][:STARRED]
        answer = self._program.call("bookmark", *refs)
        self._checks.equal("starring: exit code", answer.exit_code, 0)
        self._starred = set(refs)

    def _edits(self, worker: Organiser) -> None:
        withdrawn: set[int] = set()
        for edit in EDITS:
            report = worker.do(edit)
            right = expected(self._key, report, withdrawn)
            before = self._program.later()
            code, sync = self._program.sync(self._key)
            self._checks.equal(
                f"{edit}: sync",
                (code, *(sync.get(name) for name in ("status", "added", "changed", "removed"))),
                (0, right.status, right.added, right.changed, right.removed),
            )
            found = {
                told(item["ref"], item["field"], item["old"], item["new"])
                for item in self._changes_since(before.isoformat())
            }
            self._checks.same_set(f"{edit}: {len(right.told)} changes told", found, right.told)
            self._past.append((self._program.now.isoformat(), self._programme()))
        self._same_as_server("after all edits", CERN, {"edition": self._key})
        self._stars_are_kept("after all edits", len(withdrawn))

    def _changes_since(self, instant: str) -> list[dict[str, Any]]:
        return self._program.listing("changes", "--edition", self._key, "--since", instant)

    def _programme(self) -> list[dict[str, Any]]:
        return self._program.listing("programme", "--edition", self._key)

    def _stars_are_kept(self, when: str, gone: int) -> None:
        entries = self._program.listing("programme", "--edition", self._key, "--bookmarked")
        refs = {entry["ref"] for entry in entries}
        self._checks.same_set(f"stars {when}", refs, self._starred)
        states = [entry["state"] for entry in entries]
        self._checks.true(
            f"withdrawn talks among them {when}", 0 < states.count("withdrawn") <= gone
        )

    def _nothing_more(self) -> None:
        code, report = self._sync(self._key)
        self._checks.equal("another sync", (code, report.get("status")), (0, "unchanged"))

    def _unpublished_and_back(self, worker: Organiser) -> None:
        before = self._programme()
        worker.do("unpublish")
        instant = self._program.later().isoformat()
        code, report = self._program.sync(self._key)
        self._checks.equal("unpublished: sync", (code, report.get("status")), (4, "refused"))
        self._checks.true("unpublished: says why", len(report.get("message", "")) > 20)
        say(f"  it said: {report.get('message')}")
        self._checks.true("unpublished: programme kept", self._programme() == before)
        worker.do("republish")
        code, report = self._sync(self._key)
        self._checks.equal("republished: sync", (code, report.get("status")), (0, "unchanged"))
        self._checks.equal("republished: changes", self._changes_since(instant), [])
        self._checks.true("republished: programme", self._programme() == before)

    def _earlier_states(self) -> None:
        """Every second state of the changing event, as it was at its sync."""
        for instant, before in self._past[::2]:
            words = ("programme", "--edition", self._key, "--as-of", instant)
            wrong = _differing(self._program.listing(*words), before)
            self._checks.none(f"programme as of {instant}", wrong)

    def _without_server(self) -> None:
        before = self._programme()
        self._server.down()
        self._checks.true("without server: the programme", self._programme() == before != [])
        code, report = self._sync(self._key)
        self._checks.equal("without server: sync", (code, report.get("status")), (3, "unreachable"))
        say(f"  it said: {report.get('message')}")
        self._checks.true("without server: still there", self._programme() == before)


def _differing(found: list[dict[str, Any]], right: list[dict[str, Any]]) -> list[str]:
    pairs = ({item["ref"]: _loud(item) for item in side} for side in (found, right))
    mine, theirs = pairs
    return [ref for ref in sorted(mine.keys() | theirs.keys()) if mine.get(ref) != theirs.get(ref)]


def _loud(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in QUIET}


def main(words: list[str]) -> int:
    """Everything; returns the exit code."""
    large = words == ["large"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that everything is stopped
    server, checks = Server(places()), Checks()
    started = time.monotonic()
    try:
        server.fresh(large=large)
    except NotAvailable as error:
        say("=" * 80)
        say("NOT RUN against a real Indico: " + str(error))
        say("=" * 80)
        return 0
    except ServerError as error:
        say(str(error))
        checks.true("the server came up", holds=False)
        return checks.close()
    say(f"the server is up after {time.monotonic() - started:.0f} s")
    try:
        with tempfile.TemporaryDirectory() as folder:
            Run(server, Program(Path(folder)), checks).everything(large=large)
    except ServerError as error:
        say(str(error))
        checks.true("the run came to its end", holds=False)
    finally:
        server.down()
    say(f"{time.monotonic() - started:.0f} s in all")
    return checks.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
