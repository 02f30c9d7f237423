"""The invented programmes that come with the program, described in `resources/sample`."""

import tomllib
from functools import cache
from pathlib import Path

from companion import paths
from companion.domain.edition import Edition
from companion.domain.event import SAMPLE_HOST, EventAddress, EventId


@cache
def bundled_samples() -> tuple[Edition, ...]:
    """`sample-2023` and `sample-2024`, at a host that cannot exist."""
    text = (paths.resource("sample") / "sample.toml").read_text("utf-8")
    description = tomllib.loads(text)
    return tuple(
        Edition(
            key=table["key"],
            title=table["title"],
            year=table["year"],
            city=table["city"],
            country=table["country"],
            timezone=table["timezone"],
            address=EventAddress(EventId(SAMPLE_HOST, table["event_id"]), f"https://{SAMPLE_HOST}"),
            notes=description["note"],
        )
        for table in description["edition"]
    )


def sample_folder(key: str) -> Path:
    """Where the recorded answers of a sample edition lie: `event.json` and `timetable.json`."""
    return paths.resource("sample") / key
