"""Folders and references of the event answer → materials; nothing protected is offered."""

from datetime import datetime
from functools import lru_cache

from companion.domain.materials import Material, MaterialType, Reference
from companion.domain.times import as_utc
from companion.indico.links import Links
from companion.indico.payloads import AttachmentIn, FolderIn, ReferenceIn


def materials(folders: list[FolderIn] | None, links: Links) -> tuple[Material, ...]:
    """All attachments, in the site's order, with the titles of their folders."""
    return tuple(
        _material(item, folder, links)
        for folder in folders or ()
        for item in folder.attachments or ()
    )


def _material(item: AttachmentIn, folder: FolderIn, links: Links) -> Material:
    is_link = item.type == MaterialType.LINK.value
    is_protected = bool(item.is_protected or folder.is_protected)
    url = "" if is_protected else links.absolute(item.link_url if is_link else item.download_url)
    return Material(
        attachment_id=item.id,
        title=item.title or item.filename or "",
        type=MaterialType.LINK if is_link else MaterialType.FILE,
        url=url,
        folder=folder.title or "",
        filename=item.filename or "",
        content_type=item.content_type or "",
        size=item.size,
        checksum=item.checksum or "",
        description=item.description or "",
        is_protected=is_protected,
        modified_dt=_modified(item.modified_dt or ""),
    )


@lru_cache(maxsize=4096)
def _modified(text: str) -> datetime | None:
    try:
        return as_utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def references(items: list[ReferenceIn] | None, links: Links) -> tuple[Reference, ...]:
    """Such as DOIs."""
    return tuple(
        Reference(
            type=item.type or "",
            value=item.value or "",
            url=links.absolute(item.url),
            urn=item.urn or "",
        )
        for item in items or ()
    )
