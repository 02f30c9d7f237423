"""Imports that cost no more than they must.

PySide looks into the source of every module that is imported after it, whether `PySide6` stands in
it: modules may choose another spelling of Qt's names (`from __feature__ import snake_case`). Nobody
does so here; a seventh of the start of the window went into it, and the sources stayed in memory.
"""

import sys
from types import ModuleType

import PySide6  # noqa: F401 - brings what is changed here

_FEATURES, _LOOK = "PySide6.support.feature", "_mod_uses_pyside"


def _is_plain(_module: ModuleType) -> bool:
    """A module with the usual names, whatever its source says."""
    return True


def read_no_sources() -> None:
    """Let PySide believe that modules use it without features.

    Not public in PySide: where it is not there any more, nothing happens.
    """
    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _LOOK):
        setattr(features, _LOOK, _is_plain)
