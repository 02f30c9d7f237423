"""The composition root: the one package that knows every layer, and what a command starts."""

import gc
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from companion import paths
from companion.app.wiring import Companion
from companion.errors import BugError, CompanionError, Interrupted, NoDisplay, UsageError

if TYPE_CHECKING:
    import argparse

    from companion.cli.main import Verb
    from companion.cli.render import Picture
    from companion.ports.calls import Clock
    from companion.services.registry import Services

_READER_GONE = 141
"""As shells count an end by SIGPIPE."""


def utc_now() -> datetime:
    """The present."""
    return datetime.now(UTC)


def _clock(now: datetime | None) -> "Clock":
    return utc_now if now is None else lambda: now


def make_companion(args: "argparse.Namespace | None" = None) -> Companion:
    """The services for these arguments; for no arguments at all, those at the usual places."""
    if args is None:
        return Companion(paths.locate(), utc_now)
    data_dir = Path(args.data_dir) if args.data_dir else None
    return Companion(paths.locate(data_dir), _clock(args.now))


def _render(picture: "Picture", services: "Services") -> tuple[int, int]:
    from companion.ui.render import render

    return render(picture, services)


def _window_verbs() -> "dict[str, Verb]":
    from companion.cli import render, tour
    from companion.cli.main import Verb

    def own_services(folder: Path, now: datetime) -> Companion:
        return Companion(paths.locate(folder), _clock(now))

    drawing = render.RenderVerb(_render)
    walking = tour.Tour(own_services, _render)
    return {
        "render": Verb(render.HELP, render.add_arguments, drawing.run),
        "tour": Verb(tour.HELP, tour.add_arguments, walking.run),
    }


def _open_window(companion: Companion) -> int:
    """Show the window with what plain sqlite3 can read at once; the rest loads behind it.

    Raises:
        NoDisplay: there is nobody to show it to.
    """
    # Nothing made while loading is garbage; `run_window` lets the collector run again.
    gc.disable()
    from companion.app.first import first_paint
    from companion.log import start_logging
    from companion.ui.application import has_display, run_window

    if not has_display():
        raise NoDisplay
    companion.folders.create()
    start_logging(companion.folders.log_file)
    return run_window(companion, first_paint(companion))


def _shown(companion: Companion) -> int:
    try:
        return _open_window(companion)
    except CompanionError as error:
        from companion.cli.output import Output

        Output(as_json=False).error(error)
        return error.exit_code


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    opened: list[Companion] = []

    def services(args: "argparse.Namespace | None") -> Companion:
        opened.append(make_companion(args))
        return opened[0]

    try:
        options = _window_options(arguments)
        if options is not None:
            return _shown(services(*options))
        from companion.cli.main import run

        return run(arguments, services, _window_verbs())
    except BrokenPipeError:
        # The reader of our output went away (`| head`): no fault of anybody.
        from companion.cli.output import silence

        silence(sys.stdout)
        return _READER_GONE
    except KeyboardInterrupt:
        from companion.cli.output import Output

        stopped = Interrupted()
        Output(as_json="--json" in arguments).error(stopped)
        return stopped.exit_code
    except Exception as error:  # noqa: BLE001 - nobody above this could say it in words
        return _broken(error, arguments, opened)
    finally:
        for companion in opened:
            companion.close()


def _broken(error: Exception, argv: Sequence[str], opened: Sequence[Companion]) -> int:
    """A mistake of ours: the trace goes into the log, a sentence to the person."""
    import logging

    from companion.cli.output import Output
    from companion.log import start_logging

    if opened and start_logging(opened[0].folders.log_file):
        logging.getLogger(__name__).error("uncaught", exc_info=error)
    found = BugError(detail=f"{type(error).__name__}: {error}")
    Output(as_json="--json" in argv).error(found)
    return found.exit_code


def _window_options(argv: Sequence[str]) -> "tuple[argparse.Namespace | None] | None":
    """The options, if there is nothing but options: then the window opens, without the verbs.

    Most starts have no words at all, and do not pay for a parser.
    """
    if not argv:
        return (None,)
    from companion.cli.options import common_options

    try:
        args, rest = common_options(default=None).parse_known_args(argv)
    except UsageError:
        return None
    return None if rest or args.json else (args,)
