import re

import pytest

from tests.quality.tools import ROOT

TABLE = (ROOT / "docs" / "reliability.md").read_text("utf-8")
ROWS = [line for line in TABLE.splitlines() if line.startswith("| ") and "`" in line]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_every_fault_names_a_test_that_exists(row: str) -> None:
    file = "faults/test_network.py"
    for proof in re.findall(r"`([^`]+)`", row.split("|")[-2]):
        path, _, name = proof.removeprefix("…").partition("::")
        if path.startswith("["):  # one form of the test named first
            assert f'"{path[1:-1]}"' in (ROOT / "tests" / file).read_text("utf-8"), proof
            continue
        file = path or file
        text = (ROOT / "tests" / file).read_text("utf-8")
        assert f"def {name.partition('[')[0]}(" in text or not name, proof
