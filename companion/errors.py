"""Everything that can go wrong, as one tree.

`KnownError` is the world's doing: it is shown to the person in a sentence that says what happened
and what to do next. `BugError` is ours: it is reported. A message is a template with named
parameters, so that a user interface can translate the template and fill it afterwards.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self


class Said(str):
    """A sentence in English that still knows its template and values, so that both translate.

    Attributes:
        template: English, with named placeholders.
        values: for the placeholders.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        """The English text; equal to any other with the same letters."""
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made


class SaidAll(str):
    """Several sentences in English, each of which may be a `Said`.

    Attributes:
        parts: the sentences.
    """

    __slots__ = ("parts",)

    parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> Self:
        """The English text; empty parts are left out, parts of parts are taken apart."""
        told = [
            sentence
            for part in parts
            for sentence in (part.parts if isinstance(part, SaidAll) else (part,))
            if sentence
        ]
        made = super().__new__(cls, " ".join(told))
        made.parts = tuple(told)
        return made


def in_short(text: str, most: int = 80) -> str:
    """What a person gave, for a message: on one line, with an ellipsis if it is too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


class CompanionError(Exception):
    """Base of all errors of this program.

    Attributes:
        template: the sentence, with named placeholders.
        advice: what the person can do next; may be empty. Has the same placeholders.
        exit_code: what the command line returns for it.
        params: the values for the placeholders.
    """

    template: ClassVar[str] = "Something went wrong."
    advice: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, **params: object) -> None:
        self.params = params
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """The whole sentence, in English."""
        return Said(self.template, **self.params)

    @property
    def next_step(self) -> str:
        """What to do next, in English; empty where there is nothing to add."""
        return Said(self.advice, **self.params)


class KnownError(CompanionError):
    """Caused by the world around the program; show it."""


class BugError(CompanionError):
    """Caused by the program itself; report it."""

    template = "The program made a mistake: {detail}."
    advice = "Please report it with the log file."


class Cancelled(CompanionError):
    """The person stopped the work; nothing was changed."""

    template = "Stopped. Nothing was changed."


class Interrupted(Cancelled):
    """Ctrl+C; shells count such an end as 130."""

    template = "Stopped. What was finished before is kept."
    exit_code = 130


# --- usage -------------------------------------------------------------------------------------


class UsageError(KnownError):
    """A value the person gave cannot be used."""

    template = "{detail}"
    exit_code = 2


class UnknownEdition(UsageError):
    """No edition has this key."""

    template = "There is no edition “{key}”. Known: {choices}."
    advice = "Give one of these keys, or the address of an Indico event."


class UnknownReference(UsageError):
    """No entry of the programme has this reference."""

    template = "There is no talk “{ref}” in the stored programmes."
    advice = "A reference looks like qtml2024/126; the programme lists them."


class NotAnAddress(UsageError):
    """The text is not the address of an Indico event."""

    template = "“{text}” is not the address of an Indico event."
    advice = "Paste an address such as https://indico.cern.ch/event/1288979/."


class InsecureAddress(UsageError):
    """Plain http to another machine."""

    template = "“{text}” uses http, which others can read and change on the way."
    advice = "Use the https address."


class NoDisplay(UsageError):
    """The window has no display to appear on."""

    template = "There is no display for the window."
    advice = "Use the command line (--help), or draw pictures: qtml-companion tour --output DIR."


class NoProgramme(UsageError):
    """The edition is known, but no programme of it is stored or can be fetched."""

    template = "There is no programme of {title} on this computer."
    advice = "Sync it first, or load the sample."


class NotOnIndico(UsageError):
    """The catalogue knows no Indico event for this edition."""

    template = "The programme of {title} is not on an Indico server that we know of."
    advice = "Its website: {website}."


class IsInvented(UsageError):
    """The sample comes with the program, from no site."""

    template = "“{title}” is invented: there is no site to fetch it from."
    advice = "It comes with the program; load the sample to have it anew."


# --- no usable answer: data kept ---------------------------------------------------------------


class FetchFailed(KnownError):
    """A server was asked, and no programme came of it; what is stored was kept.

    Attributes:
        requests: made until then, redirects and retries included.
        bodies: the answers that came with status 200, by name.
        size: their bytes, and those of an earlier look.
        doubtful: an answer came that looks wrong; another look may show a right one.
    """

    requests: int = 0
    bodies: Mapping[str, bytes] = MappingProxyType({})
    size: int = 0
    doubtful: bool = False


class Unreachable(FetchFailed):
    """The server gave no usable answer; what is stored was kept."""

    template = "{host} gave no usable answer ({detail})."
    advice = "Your stored programme is unchanged. Try again later."
    exit_code = 3


class NoNetwork(Unreachable):
    """No connection could be made (refused, no route)."""

    template = "{host} cannot be reached."
    advice = "Your stored programme is unchanged. Check the network and try again."


class NameNotFound(Unreachable):
    """DNS knows no such host, or DNS itself cannot be reached."""

    template = "The name {host} was not found."
    advice = "Your stored programme is unchanged. Check the network, or the address for a typo."


class TlsFailed(Unreachable):
    """The certificate was not accepted."""

    template = "The connection to {host} is not safe: its certificate was not accepted."
    advice = (
        "Your stored programme is unchanged. Check this computer's clock; in a guest network, "
        "sign in with the browser first."
    )


class TimedOut(Unreachable):
    """No answer in time."""

    template = "{host} did not answer in time."
    advice = "Your stored programme is unchanged. Try again later."


class ServerBusy(Unreachable):
    """429 or 5xx after all retries."""

    template = "{host} is busy or has a fault (status {status})."
    advice = "Your stored programme is unchanged. Try again in some minutes."


# --- an answer was refused: data kept ----------------------------------------------------------


class Refused(FetchFailed):
    """An answer came and was not believed; what is stored was kept."""

    template = "The answer of {host} was refused: {detail}."
    advice = "Your stored programme is unchanged."
    exit_code = 4


class NotFound(Refused):
    """404, or an export that knows no such event."""

    template = "{host} has no event {number}."
    advice = "Your stored programme is unchanged. Check the address."


class LoginNeeded(Refused):
    """The event is protected, or we were led to a login page."""

    template = "{host} shows event {number} only after a login."
    advice = "Your stored programme is unchanged. Open the page in the browser."


class NotAnIndico(Refused):
    """The answer is not what Indico's export API sends."""

    template = "{host} does not answer like an Indico server."
    advice = (
        "Your stored programme is unchanged. Check the address; in a guest network, "
        "sign in with the browser first."
    )


class DamagedAnswer(Refused):
    """Not JSON, cut off, or of the wrong shape."""

    template = "The answer of {host} arrived damaged ({detail})."
    advice = "Your stored programme is unchanged. Try again."
    doubtful = True


class WrongEvent(Refused):
    """The answer is about another event."""

    template = "{host} answered about event {got} instead of {number}."
    advice = "Your stored programme is unchanged."


class TooLarge(Refused):
    """The answer is larger than any programme can be."""

    template = "The answer of {host} is larger than {limit_mib} MiB and was not read."
    advice = "Your stored programme is unchanged. Check the address."


class SuddenlyEmpty(Refused):
    """A programme with talks came back without any."""

    template = "{host} now shows no programme for {title}; we keep the {known} talks stored here."
    advice = "The organisers may have withdrawn it for a while. Sync again later."


class TooManyGone(Refused):
    """More than a third of the known talks are missing."""

    template = "{gone} of {known} talks are missing in the new answer of {host}; we keep them."
    advice = "Sync again later, or accept the new programme by hand."


class TimetableGone(Refused):
    """All session blocks are missing although talks have times."""

    template = "{host} sent no timetable although talks are scheduled; we keep the stored one."
    advice = "Sync again later, or accept the new programme by hand."


class OlderSnapshot(Refused):
    """A file holds an earlier state than the one that is stored."""

    template = "{path} was recorded {recorded} (UTC), before what is stored ({stored})."
    advice = "What is stored was kept. Take the file anyway (--accept) to go back to its state."


# --- storage -----------------------------------------------------------------------------------


class StorageError(KnownError):
    """The database on this computer cannot be used as it should."""

    template = "The database cannot be used: {detail}."
    advice = "The program's “doctor” command checks it."


class DiskFull(StorageError):
    """Nothing more can be written."""

    template = "The disk is full; nothing was changed."
    advice = "Free some space and try again."


class DatabaseBusy(StorageError):
    """Another process holds the database."""

    template = "Another program is using the database; nothing was changed."
    advice = "Close other windows of QTML Companion and try again."


class ReadOnly(StorageError):
    """The data folder cannot be written."""

    template = "The folder {path} cannot be written; nothing was changed."
    advice = "Check its permissions, or choose another folder with --data-dir."


class NewerSchema(StorageError):
    """The database was written by a newer version of the program."""

    template = "The database was written by a newer version of QTML Companion (schema {found}, known {known})."  # noqa: E501
    advice = "Install the newer version; the file was not touched."


class DamagedDatabase(StorageError):
    """SQLite says that the file is no database, or a broken one."""

    template = "The database is damaged ({detail})."
    advice = "Start the program again: it sets the file aside and rescues your stars."


class CannotWriteFile(KnownError):
    """A file the person asked for cannot be written."""

    template = "{path} cannot be written ({detail})."
    advice = "Choose another place."


# --- publishing into a calendar on a server ------------------------------------------------------


class PublishingFailed(KnownError):
    """The calendar on the server was not brought up to date; another try goes on from there."""

    template = "Publishing failed."
    advice = "What was published before is still there."
    exit_code = 4


class CalendarUnreachable(PublishingFailed):
    """No connection, or it broke off."""

    template = "{reason}"
    advice = "What was published is still there; publish again later, it goes on from there."
    exit_code = 3


class CalendarBusy(PublishingFailed):
    """429 or 5xx."""

    template = "{host} is busy or has a fault (status {status})."
    advice = "What was published is still there; publish again later, it goes on from there."
    exit_code = 3


class CalendarLogin(PublishingFailed):
    """401, or a way to log in that we do not know."""

    template = "{host} does not accept this user name and password."
    advice = "Nextcloud, iCloud and Fastmail want a password made for one app, in their settings."


class PasswordMissing(PublishingFailed):
    """Neither typed since the start nor in the keyring."""

    template = "The password of {user} on {server} is not known."
    advice = "Type the password of the server."
    exit_code = 2


class CalendarForbidden(PublishingFailed):
    """403."""

    template = "{host} does not let this user write there."
    advice = "Check the address, or ask whoever runs the server."


class CalendarNotFound(PublishingFailed):
    """The address leads to no CalDAV server."""

    template = "{url} is not a CalDAV address, and {host} names none."
    advice = "The settings of your calendar server show the right one."


class CalendarElsewhere(PublishingFailed):
    """The server leads to another one; the password is not sent there unasked."""

    template = "{host} keeps calendars on another server, {other}"
    advice = "Give that address if you trust it; your password was not sent there."


class CalendarRefused(PublishingFailed):
    """Any other status."""

    template = "{host} did not take {what} (status {status})."
    advice = "What was published before is still there."


class CalendarChanged(PublishingFailed):
    """412: an entry is not what it was when we looked."""

    template = "Somebody else changed an entry on {host}."


class CalendarConflict(PublishingFailed):
    """412 again and again."""

    template = "Something else keeps changing “{title}” on the server."
    advice = "Publish again later; all other entries are safe."


class PublishingStopped(Cancelled):
    """The person stopped it; what was sent stays."""

    template = "Stopped after {done} of {total} entries. Publishing again goes on from there."


class KeyringFailed(KnownError):
    """The system's keyring did not take a password."""

    template = "The system's keyring did not take the password ({detail})."
    advice = "It was published all the same; the password was kept nowhere."


class MissingPackage(UsageError):
    """An optional package is not installed."""

    template = "{what} needs the Python package {package}, which is not installed."
    advice = "Install it with: pip install 'qtml-companion[{extra}]'"


class CannotReadFile(KnownError):
    """A file the person named cannot be read or is not what it should be."""

    template = "{path} cannot be used: {detail}."
    advice = "Choose another file."
    exit_code = 4


class UnusableFile(CannotReadFile):
    """What a file holds is refused; `detail` is a whole sentence."""

    template = "{path} cannot be used: {detail}"
