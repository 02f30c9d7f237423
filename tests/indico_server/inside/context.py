"""Indico's application with an administrator logged in."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import g, session
from indico.core.config import config
from indico.core.db import db
from indico.modules.users import User
from indico.modules.users.operations import create_user
from indico.web.flask.app import make_app


@contextmanager
def logged_in() -> Iterator[None]:
    """Operations of Indico ask who does them."""
    app = make_app()
    with app.app_context(), app.test_request_context(base_url=config.BASE_URL):
        g.pop("memoize_cache", None)
        session["_user_id"] = _administrator().id
        yield


def _administrator() -> User:
    found = User.query.filter_by(is_admin=True).first()
    if found is None:
        names = {"first_name": "Ada", "last_name": "Admin", "affiliation": "QTML"}
        found = create_user("admin@example.org", names)
        found.is_admin = True
        db.session.commit()
    return found
