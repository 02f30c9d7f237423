"""What an import costs once Qt is there."""

import linecache
import sys
from pathlib import Path

import pytest

import companion.ui


def test_sources_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    module = tmp_path / "imported_beside_qt.py"
    module.write_text("NAME = 'PySide6'\n", encoding="utf-8")
    import imported_beside_qt  # type: ignore[import-not-found]

    assert imported_beside_qt.NAME == "PySide6"
    assert companion.ui.__name__ in sys.modules
    assert str(module) not in linecache.cache
