"""Recorded answers of a real Indico 3.3.14, of invented events (tests/data/indico).

`before` and `after` are event 1288979 before and after its organisers changed it, with the other
events of that server in `before`; `large` is event 1288986 with 2,000 talks. E-mail hashes are
taken out, nothing else is changed: the bodies name the recorded server, `http://127.0.0.1:8000`.
"""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data" / "indico"
TLS = Path(__file__).parent.parent / "data" / "tls"
RECORDED_HOST = "127.0.0.1:8000"

MELBOURNE = 1
CERN = 1288979
PROTECTED = 1288980
ACCESS_KEY = 1288981
UNPUBLISHED = 1288982
CANCELLED = 1288983
ODD_TIMES = 1288984
MEETING = 1288985
LARGE = 1288986
MISSING = 999999


@cache
def body(number: int, kind: str, folder: str = "before") -> bytes:
    """The body of one answer; `kind` is `event` or `timetable`."""
    name = f"{number}.{kind}.json"
    packed = DATA / folder / f"{name}.gz"
    return gzip.decompress(packed.read_bytes()) if packed.exists() else recorded(name, folder)


def document(number: int, kind: str, folder: str = "before") -> Any:
    """The same as fresh Python objects, to change at will."""
    return json.loads(body(number, kind, folder))


def recorded(name: str, folder: str = "before") -> bytes:
    """Any other recorded file; `.gz` is unpacked."""
    content = (DATA / folder / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content
