"""The window. Together with `companion.app` the only package that knows Qt."""
