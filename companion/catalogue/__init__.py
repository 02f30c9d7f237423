"""The list of editions: `resources/editions.toml`, or a newer list of the same form."""

from companion.catalogue.reader import bundled_catalogue, parse_catalogue
from companion.catalogue.samples import bundled_samples, sample_folder
from companion.catalogue.update import UpdatedCatalogue

__all__ = [
    "UpdatedCatalogue",
    "bundled_catalogue",
    "bundled_samples",
    "parse_catalogue",
    "sample_folder",
]
