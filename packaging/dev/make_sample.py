"""Makes resources/sample from the recorded answers of a real Indico loaded with invented talks.

    python packaging/dev/make_sample.py FOLDER

FOLDER holds `ID.event.json` and `ID.timetable.json` for each event of resources/sample/sample.toml:
the bodies of `/export/event/ID.json?detail=subcontributions&tz=UTC` and of
`/export/timetable/ID.json`. They stay as they were recorded, addresses included, but for what does
not belong into a repository: hashes of e-mail addresses become null. Anything that looks like an
e-mail address or like a path of the recording machine stops the script.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
HASH_KEYS = frozenset({"emailHash", "email_hash", "email"})
LEAK = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:^|[\s\"'=])/(?:home|root|srv|opt|work|tmp|var)/|\bindp_\w"
)


def cleaned(value: object) -> object:
    """The same JSON value without hashes of e-mail addresses."""
    if isinstance(value, dict):
        return {key: None if key in HASH_KEYS else cleaned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [cleaned(inner) for inner in value]
    return value


def texts(value: object) -> list[str]:
    """All texts of a JSON value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def make(source: Path, target: Path) -> None:
    """Write one cleaned answer."""
    answer = cleaned(json.loads(source.read_bytes()))
    for text in texts(answer):
        if found := LEAK.search(text):
            sys.exit(f"{source.name} holds something private: {found[0]!r} in {text[:80]!r}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def main(folder: Path) -> None:
    """Both answers of every sample edition."""
    description = tomllib.loads((SAMPLE / "sample.toml").read_text("utf-8"))
    for edition in description["edition"]:
        for kind in ("event", "timetable"):
            name = f"{edition['event_id']}.{kind}.json"
            make(folder / name, SAMPLE / edition["key"] / f"{kind}.json")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
