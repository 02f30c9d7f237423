"""Files, links and references that hang on an event, a session or a contribution."""

from datetime import datetime
from enum import StrEnum

from companion.frozen import frozen


class MaterialType(StrEnum):
    """Indico's two kinds of attachment."""

    FILE = "file"
    LINK = "link"


@frozen
class Material:
    """One attachment, with the title of its folder.

    Attributes:
        url: where a file is downloaded or a link leads; empty where `is_protected`.
        size: bytes, for files.
        checksum: MD5 as Indico gives it, for files.
        modified_dt: the only modification time that Indico exports, UTC.
    """

    attachment_id: int
    title: str
    type: MaterialType
    url: str = ""
    folder: str = ""
    filename: str = ""
    content_type: str = ""
    size: int | None = None
    checksum: str = ""
    description: str = ""
    is_protected: bool = False
    modified_dt: datetime | None = None


@frozen
class Reference:
    """An external identifier, such as a DOI."""

    type: str
    value: str
    url: str = ""
    urn: str = ""
