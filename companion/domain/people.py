"""People as they stand in a programme."""

from companion.frozen import frozen


@frozen
class PersonLink:
    """A person's part in one event, session block or contribution (Indico's word).

    Attributes:
        person_id: one person throughout an event; None where Indico does not say.
        link_id: this very link; stays the same when a person is replaced in it.
        title: such as “Dr”; mostly empty.
    """

    first_name: str
    last_name: str
    affiliation: str = ""
    title: str = ""
    person_id: int | None = None
    link_id: int | None = None

    @property
    def name(self) -> str:
        """“First Last”, as people read it."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def sort_key(self) -> tuple[str, str]:
        """By family name, then first name, whatever the case."""
        return (self.last_name.casefold(), self.first_name.casefold())

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two links the same person within one event."""
        if self.person_id is not None:
            return (self.person_id,)
        return (self.name.casefold(), self.affiliation.casefold())

    @property
    def content(self) -> tuple[str, str, str, str]:
        """What people see of the link, for telling whether it changed."""
        return (self.title, self.first_name, self.last_name, self.affiliation)


def unique(links: tuple[PersonLink, ...]) -> tuple[PersonLink, ...]:
    """Each person once, at the first place."""
    seen: dict[tuple[object, ...], PersonLink] = {}
    for link in links:
        seen.setdefault(link.identity, link)
    return tuple(seen.values())
