"""The window. Together with `companion.app` the only package that knows Qt."""

from companion.ui.imports import read_no_sources

read_no_sources()
