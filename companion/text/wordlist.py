"""Word lists, written as one line of words."""


def names(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
