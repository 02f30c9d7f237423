"""A client for checks in the background: it waits between two requests."""

import time
from collections.abc import Callable
from typing import Any

from companion.fetch.answer import Answer
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.fetch.patience import Patience
from companion.ports.calls import never_cancelled

CRAWL_DELAY_S = 10.0
"""As robots.txt of Indico servers asks for."""


class PoliteClient(HttpClient):
    """Waits before every `get` but the first; can be cancelled meanwhile."""

    def __init__(
        self, limits: Limits | None = None, *, wait: Callable[[float], None] = time.sleep
    ) -> None:
        super().__init__(limits, wait=wait)
        self._pausing = wait
        self._has_asked = False

    def get(self, url: str, **options: Any) -> Answer:
        """As `HttpClient.get`, after the pause."""
        if self._has_asked:
            patience = Patience(Limits(total_s=10 * CRAWL_DELAY_S))
            patience.begin(options.get("cancelled", never_cancelled))
            patience.pause(CRAWL_DELAY_S, self._pausing)
        self._has_asked = True
        return super().get(url, **options)
