import sys
import tomllib

from tests.quality.tools import ROOT, check

COMMAND = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_imports_follow_the_layers() -> None:
    check(sys.executable, "-c", COMMAND)


def test_every_contract_of_the_layout_is_in_force() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    protected = [
        module
        for contract in settings["contracts"]
        for module in contract.get("protected_modules", [])
    ]
    assert set(protected) >= {
        "PySide6",
        "sqlalchemy",
        "requests",
        "icalendar",
        "threading",
        "companion.storage.tables",
    }
    layers = settings["contracts"][0]
    assert layers["exhaustive"]
    assert not any("(" in layer for layer in layers["layers"])
