"""`editions`: the editions of the series, and what is stored of them."""

import argparse
from collections.abc import Iterator

from companion.cli.output import Output
from companion.cli.shapes import edition_shape
from companion.services.editions import EditionInfo
from companion.services.registry import Services

HELP = "list the editions of the series"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(_args: argparse.Namespace, services: Services, out: Output) -> int:
    """List them, latest first."""
    infos = services.editions.list()
    out.answer([edition_shape(info) for info in infos], _lines(infos))
    return 0


def _lines(infos: tuple[EditionInfo, ...]) -> Iterator[str]:
    for info in infos:
        place = ", ".join(filter(None, (info.edition.city, info.edition.country)))
        days = "{} to {}".format(*info.days) if info.days else "dates not known"
        talks = f"{info.stored.contributions} talks" if info.stored else "not downloaded"
        if info.is_sample:
            talks += ", a sample: all invented"
        yield f"{info.key}: {info.title}; {place or 'place not known'}; {days}; {talks}"
