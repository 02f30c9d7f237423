import http.client

import pytest
import requests
import urllib3.exceptions as low

from companion.errors import (
    CompanionError,
    DamagedAnswer,
    NotAnIndico,
    TimedOut,
    Unreachable,
)
from companion.fetch.failures import known_error, may_pass


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (requests.RequestException("odd"), Unreachable),
        (requests.ConnectTimeout(), TimedOut),
        (TimeoutError(), TimedOut),
        (requests.ConnectionError(low.ProtocolError("x", ConnectionAbortedError())), Unreachable),
        (low.ProtocolError("x", http.client.IncompleteRead(b"")), DamagedAnswer),
        (low.ProtocolError("x", http.client.LineTooLong("header line")), NotAnIndico),
    ],
)
def test_each_cause_has_its_error(error: Exception, kind: type[CompanionError]) -> None:
    assert type(known_error(error, "indico.example")) is kind


def test_an_unknown_cause_is_named() -> None:
    assert "RequestException" in known_error(requests.RequestException(), "h").message


def test_causes_that_point_at_each_other_end() -> None:
    one, two = OSError(), OSError()
    one.__context__, two.__context__ = two, one
    assert type(known_error(one, "h")) is Unreachable


def test_only_broken_lines_are_tried_again() -> None:
    assert may_pass(known_error(ConnectionResetError(), "h"))
    assert not may_pass(known_error(TimeoutError(), "h"))
    assert not may_pass(known_error(http.client.BadStatusLine("SSH"), "h"))
