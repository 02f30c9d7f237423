"""Tool tips of foreign text."""


def plain_tip(text: str) -> str:
    """The text for a tool tip, whatever markup it holds: Qt would take `<b>` for its own."""
    from html import escape  # noqa: PLC0415 - not at start

    return f"<div>{'<br>'.join(escape(line) for line in text.splitlines())}</div>" if text else ""
