"""The services of the series in one object, beside those of `registry`."""

from typing import Protocol

from companion.services.follow import FollowService
from companion.services.follow_ups import FollowUpsService
from companion.services.registry import Services
from companion.services.remote import RemoteService
from companion.services.series import SeriesService


class SeriesServices(Services, Protocol):
    """Each service is made at its first use, off the GUI thread: it may open the database."""

    @property
    def series(self) -> SeriesService:
        """All editions at a glance, and two of them side by side."""

    @property
    def remote(self) -> RemoteService:
        """Being there from another zone."""

    @property
    def follow_ups(self) -> FollowUpsService:
        """What carries on what."""

    @property
    def follow(self) -> FollowService:
        """What the person follows."""
