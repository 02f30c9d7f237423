"""How calendar programs take a file of ours, one sentence each."""

from companion.ui.i18n import translate


def programs() -> tuple[tuple[str, str], ...]:
    """Names and sentences; what users of them report, see docs/calendar.md."""
    t = translate
    return (
        (
            t("Calendar", "Google Calendar"),
            t(
                "Calendar",
                "Import on the web under Settings; it cannot see a file on your computer by "
                "itself, so import again after changes, and take out what is still there though "
                "cancelled.",
            ),
        ),
        (
            t("Calendar", "Outlook"),
            t(
                "Calendar",
                "“Add calendar – Upload from file” on the web, “Import” in the classic program; "
                "entries are known by their identity when you import again.",
            ),
        ),
        (
            t("Calendar", "Apple Calendar"),
            t(
                "Calendar",
                "Open the file on a Mac and choose a calendar, and again after changes; for an "
                "iPhone, publish to a server instead.",
            ),
        ),
        (
            t("Calendar", "Thunderbird"),
            t(
                "Calendar",
                "“Events and Tasks – Import” reads the file; publishing to a server spares you "
                "importing again.",
            ),
        ),
        (
            t("Calendar", "GNOME Calendar"),
            t(
                "Calendar",
                "Open the file and choose a calendar, and again after changes; a calendar on a "
                "server shows up through Online Accounts.",
            ),
        ),
    )


def advice() -> str:
    """What holds for all of them."""
    return translate(
        "Calendar",
        "Use a calendar of its own, which you can delete whole. Write to the same file again "
        "after a change: talks keep their identity, so they move instead of appearing twice.",
    )
