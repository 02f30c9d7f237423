"""Records the sample editions from the running server, as seeded.

The answers go through packaging/dev/make_sample.py into resources/sample, and the truth about
people and talks, with the ids of this recording, into tests/data/series.
"""

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.indico_server.places import REPOSITORY
from tests.indico_server.processes import run, say
from tests.indico_server.server import Server
from tests.indico_server.truth import write_truth

SAMPLE_EVENTS = (1288979, 1)
KINDS = {
    "event": "/export/event/{}.json?detail=subcontributions&tz=UTC",
    "timetable": "/export/timetable/{}.json",
}


def record(server: Server) -> None:
    """From a server that was brought up; it is set back to the seeded state first."""
    server.reset()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in SAMPLE_EVENTS:
            for kind, path in KINDS.items():
                body = server.get(path.format(number))
                (folder / f"{number}.{kind}.json").write_bytes(body)
        script = REPOSITORY / "packaging" / "dev" / "make_sample.py"
        run([sys.executable, script, folder], timeout_s=120, cwd=REPOSITORY)
    for manifest in sorted((REPOSITORY / "resources" / "sample").glob("*/manifest.json")):
        _date(manifest)
    write_truth()
    say("recorded resources/sample and tests/data/series")


def _date(manifest: Path) -> None:
    """Note when the server made the older of the two answers."""
    made = [json.loads((manifest.parent / f"{kind}.json").read_text("utf-8")) for kind in KINDS]
    oldest = datetime.fromtimestamp(min(answer["ts"] for answer in made), UTC)
    content = json.loads(manifest.read_text("utf-8"))
    content["recorded"] = oldest.isoformat()
    manifest.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
