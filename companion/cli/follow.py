"""`follow` and `unfollow`: people, organisations, topics and searches."""

import argparse
from collections.abc import Iterator

from companion.cli.output import Output
from companion.cli.series_shapes import follow_shape, news_shape
from companion.domain.series.follows import FollowKind
from companion.errors import UsageError
from companion.services.follow import NewTalk
from companion.services.registry import Services
from companion.text.plain import title_text

HELP = "follow a person, an organisation, a topic or a search"
UNDO_HELP = "no longer follow it"
LIST, NEWS, SEEN = "list", "news", "seen"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to follow, or what to list."""
    kinds = [kind.value for kind in FollowKind]
    parser.add_argument(
        "kind",
        choices=[*kinds, LIST, NEWS, SEEN],
        help="what to follow; list: all that is followed; news: talks that are new in it; "
        "seen: the news are read",
    )
    parser.add_argument("name", metavar="NAME", nargs="*", help="such as Ada Sørensen")


def add_undo_arguments(parser: argparse.ArgumentParser) -> None:
    """What to follow no longer."""
    parser.add_argument("kind", choices=[kind.value for kind in FollowKind])
    parser.add_argument("name", metavar="NAME", nargs="+")


def run(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Follow it, or list."""
    if args.kind in {LIST, NEWS, SEEN}:
        if args.name:
            raise UsageError(detail=f"“follow {args.kind}” takes no name")
        return _list(services, out) if args.kind == LIST else _news(args.kind, services, out)
    new = services.follow.follow(FollowKind(args.kind), " ".join(args.name))
    talks = services.follow.talks(new)
    out.answer(
        follow_shape(new, talks), (f"{new.kind.value} “{new.name}”: {len(talks)} talks so far",)
    )
    return 0


def run_undo(args: argparse.Namespace, services: Services, out: Output) -> int:
    """Follow it no longer."""
    name = " ".join(args.name)
    services.follow.unfollow(FollowKind(args.kind), name)
    document = {"kind": args.kind, "name": name, "followed": False}
    out.answer(document, (f"{args.kind} “{name}” is no longer followed",))
    return 0


def _list(services: Services, out: Output) -> int:
    followed = [(item, services.follow.talks(item)) for item in services.follow.all()]
    out.answer(
        [follow_shape(item, talks) for item, talks in followed],
        (f"{item.kind.value} “{item.name}”: {len(talks)} talks" for item, talks in followed),
    )
    return 0


def _news(word: str, services: Services, out: Output) -> int:
    found = services.follow.news()
    out.answer([news_shape(item) for item in found], _news_lines(found))
    if word == SEEN:
        services.follow.mark_looked()
    return 0


def _news_lines(found: tuple[NewTalk, ...]) -> Iterator[str]:
    for item in found:
        why = ", ".join(f"{one.kind.value} “{one.name}”" for one in item.follows)
        yield f"{item.talk.ref}: {title_text(item.talk.contribution.title)} ({why})"
