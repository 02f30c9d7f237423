"""Fills an Indico with invented events: conferences, small ones, and on demand a large one.

INDICO_CONFIG=… python -m tests.indico_server.inside.seed conferences small [large]
"""

import sys

from indico.core.db import db
from indico.modules.categories import Category
from indico.modules.categories.operations import create_category
from indico.modules.events import Event
from indico.modules.events.contributions import contribution_settings
from indico.modules.events.models.references import ReferenceType
from sqlalchemy import text

from tests.indico_server.inside.conferences import CERN, MELBOURNE, build_conference
from tests.indico_server.inside.context import logged_in
from tests.indico_server.inside.large_event import build_large_event
from tests.indico_server.inside.small_events import build_small_events

UNPUBLISHED = "draft"


def main(parts: list[str]) -> None:
    """Seed the named parts."""
    with logged_in():
        category = _category()
        if "conferences" in parts:
            reference_type = _reference_type()
            for conference in (CERN, MELBOURNE):
                build_conference(category, conference, reference_type)
            # the ids were given by hand; the next ones follow the highest
            db.session.execute(
                text("SELECT setval('events.events_id_seq', (SELECT max(id) FROM events.events))")
            )
            db.session.commit()
        if "small" in parts:
            build_small_events(category)
        if "large" in parts:
            build_large_event(category)
        _publish()
        _report()


def _category() -> Category:
    root = Category.get_root()
    found = Category.query.filter_by(title="QTML", parent_id=root.id, is_deleted=False).first()
    if found is None:
        found = create_category(root, {"title": "QTML"})
        db.session.commit()
    return found


def _reference_type() -> ReferenceType:
    kind = ReferenceType(name="DOI", scheme="doi", url_template="https://doi.org/{value}")
    db.session.add(kind)
    db.session.commit()
    return kind


def _publish() -> None:
    """New conferences begin unpublished."""
    for event in Event.query.filter_by(is_deleted=False):
        if event.url_shortcut != UNPUBLISHED:
            contribution_settings.set(event, "published", True)
    db.session.commit()


def _report() -> None:
    for event in Event.query.filter_by(is_deleted=False).order_by(Event.id):
        count = len(event.contributions)
        print(f"event {event.id} {event.url_shortcut}: {event.title}, {count} talks")


if __name__ == "__main__":
    main(sys.argv[1:])
