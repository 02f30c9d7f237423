"""Files and links."""

from io import BytesIO
from typing import Any

from flask import session
from indico.core.db import db
from indico.core.db.sqlalchemy.protection import ProtectionMode
from indico.modules.attachments.models.attachments import (
    Attachment,
    AttachmentFile,
    AttachmentType,
)
from indico.modules.attachments.models.folders import AttachmentFolder

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
ZIP = b"PK\x05\x06" + b"\0" * 18


def attach_link(owner: Any, title: str, url: str, folder: str = "") -> Attachment:
    """A link at an event, session or contribution."""
    return _attach(owner, folder, type=AttachmentType.link, title=title, link_url=url)


def attach_file(
    owner: Any,
    title: str,
    filename: str,
    content: bytes = PDF,
    *,
    folder: str = "",
    content_type: str = "application/pdf",
    protection: ProtectionMode = ProtectionMode.inheriting,
) -> Attachment:
    """A file at an event, session or contribution."""
    attachment = _attach(
        owner, folder, type=AttachmentType.file, title=title, protection_mode=protection
    )
    put_file(attachment, filename, content, content_type)
    return attachment


def put_file(attachment: Attachment, filename: str, content: bytes, content_type: str) -> None:
    """The first or a new version of an attached file."""
    with db.session.no_autoflush:
        attachment.file = AttachmentFile(
            user=session.user, filename=filename, content_type=content_type
        )
        attachment.file.save(BytesIO(content))
    db.session.add(attachment)
    db.session.flush()


def protected_folder(owner: Any, name: str) -> None:
    """A folder that the public cannot see."""
    folder = AttachmentFolder.get_or_create(owner, name)
    folder.protection_mode = ProtectionMode.protected
    db.session.add(folder)
    db.session.flush()


def _attach(owner: Any, folder_name: str, **fields: Any) -> Attachment:
    if folder_name:
        folder = AttachmentFolder.get_or_create(owner, folder_name)
    else:
        folder = AttachmentFolder.get_or_create_default(owner)
    attachment = Attachment(folder=folder, user=session.user, **fields)
    db.session.add(folder)
    if fields["type"] is AttachmentType.link:
        db.session.add(attachment)
    db.session.flush()
    return attachment
