"""Filters as text, to be kept between starts: JSON, one filter for each edition."""

import json
from collections.abc import Mapping
from typing import Any

from companion.domain.filters import Facet, Filter, Flag


def write_filters(filters: Mapping[str, Filter]) -> str:
    """The filters of editions by their keys; empty if there is nothing to remember."""
    held = {key: _values(chosen) for key, chosen in sorted(filters.items()) if chosen}
    return json.dumps(held, ensure_ascii=False, sort_keys=True) if held else ""


def read_filters(text: str) -> dict[str, Filter]:
    """What `write_filters` wrote; whatever cannot be read is left out."""
    try:
        held = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    filters = {key: _filter(values) for key, values in held.items()}
    return {key: chosen for key, chosen in filters.items() if chosen}


def _values(chosen: Filter) -> dict[str, dict[str, Any]]:
    return {
        "only": {facet.value: sorted(values) for facet, values in chosen.only.items()},
        "without": {facet.value: sorted(values) for facet, values in chosen.without.items()},
        "flags": {flag.value: wanted for flag, wanted in chosen.flags.items()},
    }


def _filter(values: object) -> Filter:
    made = Filter()
    for name, wanted in (("only", True), ("without", False)):
        for facet, texts in _named(values, name, Facet):
            for text in texts if isinstance(texts, list) else ():
                if isinstance(text, str):
                    made = made.with_value(Facet(facet), text, wanted)
    for flag, is_set in _named(values, "flags", Flag):
        if isinstance(is_set, bool):
            made = made.with_flag(Flag(flag), is_set)
    return made


def _named(values: object, name: str, kind: type[Facet] | type[Flag]) -> list[tuple[str, object]]:
    """The items of one part of a filter whose names are known here."""
    part = values.get(name) if isinstance(values, dict) else None
    if not isinstance(part, dict):
        return []
    return [(key, value) for key, value in part.items() if key in set(kind)]
