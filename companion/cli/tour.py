"""`tour`: the whole job on the sample, without a display or a network, leaving files to look at."""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from companion.cli.options import path
from companion.cli.output import Output
from companion.cli.render import VIEWS, Picture
from companion.domain.bookmark import Star
from companion.errors import CannotWriteFile
from companion.services.export import ExportSelection
from companion.services.registry import Services
from companion.text.plain import title_text

HELP = "walk through the whole job on the sample, in a folder of its own"
EDITION = "sample-2024"
QUERY = "quantum kernel"
DURING_THE_SAMPLE = datetime.fromisoformat("2024-11-26T10:35:00+11:00")
"""A Tuesday morning of the sample, so that the pictures show a conference under way."""


class OwnServices(Services, Protocol):
    """Services over a folder of their own, to be closed."""

    def close(self) -> None:
        """Let go of the folder."""


@dataclass(frozen=True, slots=True)
class Tour:
    """What the tour needs from above.

    Attributes:
        make_services: services over a folder, at an instant.
        render: draws the window.
    """

    make_services: Callable[[Path, datetime], OwnServices]
    render: Callable[[Picture, Services], object]

    def run(self, args: argparse.Namespace, _services: Services, out: Output) -> int:
        """Do it all and say what was done."""
        folder = args.output
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteFile(path=folder, detail=error.strerror or error) from error
        done = []
        with tempfile.TemporaryDirectory(prefix="qtml-companion-tour-") as own:
            services = self.make_services(Path(own), args.now or DURING_THE_SAMPLE)
            try:
                for line in self._steps(services, folder):
                    done.append(line)
                    if not out.as_json:
                        out.answer(None, (line,))
            finally:
                services.close()
        if out.as_json:
            out.answer({"output": str(folder), "steps": done}, ())
        return 0

    def _steps(self, services: Services, folder: Path) -> Iterator[str]:
        for report in services.load_samples():
            yield f"Loaded {report.edition}, a sample with invented talks: {report.message}"
        hits = services.search.search(QUERY, EDITION)
        yield f"Searched for “{QUERY}”: {len(hits)} talks."
        chosen = [hit.ref for hit in hits if hit.start_dt][:3]
        services.bookmarks.set_star(chosen, Star.STARRED)
        for hit in hits:
            if hit.ref in chosen:
                yield f"Starred {hit.ref}: {title_text(hit.title)}"
        agenda = folder / "agenda.ics"
        report_ = services.export.export(ExportSelection(EDITION, bookmarked=True), agenda)
        yield f"Exported {len(report_.plan.entries)} talks to {agenda}"
        for theme in ("light", "dark"):
            for view in VIEWS:
                picture = Picture(
                    view, folder / f"{view}-{theme}.png", theme=theme, edition=EDITION, query=QUERY
                )
                self.render(picture, services)
                yield f"Drew {picture.output}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the files go."""
    parser.add_argument("--output", metavar="DIR", type=path, required=True)
