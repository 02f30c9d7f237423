import subprocess
import sys

import pytest

HEAVY = {
    "PySide6",
    "sqlalchemy",
    "requests",
    "icalendar",
    "ziamath",
    "markdown_it",
    "nh3",
    "msgspec",
}
LIGHT = [
    "companion",
    "companion.catalogue",
    "companion.domain.decide",
    "companion.log",
    "companion.paths",
    "companion.ports",
    "companion.settings",
    "companion.services.sync",
    "companion.services.export",
]


@pytest.mark.parametrize("module", LIGHT)
def test_starting_does_not_pay_for_what_it_does_not_use(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & (HEAVY | {"platformdirs"})
