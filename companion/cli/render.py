"""`render`: a picture of the real window, drawn without a display."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from companion.cli.options import edition_option, path, zone_option
from companion.cli.output import Output
from companion.services.registry import Services

FORMULAS = "formulas"
"""A sheet of all formulas instead of a view of the window; as wide as asked, as high as needed."""

HELP = "draw a view of the window into a PNG file, without a display"
VIEWS = (
    "programme",
    "timetable",
    "now",
    "agenda",
    "posters",
    "people",
    "changes",
    "series",
    "compare",
    "remote",
    "for-me",
    "talk",
    "search",
    "export",
    "settings",
    "your-data",
    "first-run",
)
_LARGEST = 8000


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw.

    Attributes:
        size: logical pixels; the file has `scale` times as many.
        theme: light or dark.
        zone: event, local or an IANA name.
        edition: its key; None for the one that the window would show.
        query: what is searched for in the search view.
        language: of the window, such as en or fr.
        shapes: a text file with a formula in each line, for the sheet of formulas.
    """

    view: str
    output: Path
    size: tuple[int, int] = (1280, 800)
    theme: str = "light"
    scale: float = 1.0
    zone: str = "event"
    edition: str | None = None
    query: str = "quantum kernel"
    language: str = "en"
    shapes: Path | None = None


@dataclass(frozen=True, slots=True)
class RenderVerb:
    """The verb; `render` comes from above, since it needs Qt."""

    render: Callable[[Picture, Services], tuple[int, int]]

    def run(self, args: argparse.Namespace, services: Services, out: Output) -> int:
        """Draw one picture."""
        if args.edition:
            services.programme.edition(args.edition)
        picture = Picture(
            view=args.view,
            output=args.output,
            size=args.size,
            theme=args.theme,
            scale=args.scale,
            zone=args.zone,
            edition=args.edition,
            query=args.query,
            language=args.language,
            shapes=args.shapes,
        )
        width, height = self.render(picture, services)
        document = {"path": str(picture.output), "width": width, "height": height}
        out.answer(document, (f"{picture.output}: {width} × {height} pixels",))
        return 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to draw, and how."""
    parser.add_argument(
        "view", metavar="VIEW", choices=(*VIEWS, FORMULAS), help=", ".join((*VIEWS, FORMULAS))
    )
    parser.add_argument("-o", "--output", metavar="PNG", type=path, required=True)
    parser.add_argument("--size", metavar="WxH", type=_size, default=(1280, 800))
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", metavar="FACTOR", type=_scale, default=1.0)
    parser.add_argument("--query", default="quantum kernel", help="for the search view")
    parser.add_argument(
        "--shapes", metavar="FILE", type=path, help="for formulas: those of a text file, one a line"
    )
    parser.add_argument("--language", choices=("en", "fr"), default="en")
    edition_option(parser, "the edition to show")
    zone_option(parser)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    numbers = [int(part) for part in (width, height) if part.isascii() and part.isdigit()]
    if len(numbers) != 2 or not all(100 <= number <= _LARGEST for number in numbers):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1280x800")
    return numbers[0], numbers[1]


def _scale(text: str) -> float:
    try:
        factor = float(text)
    except ValueError:
        factor = 0.0
    if not 0.5 <= factor <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is not a factor from 0.5 to 4")
    return factor
