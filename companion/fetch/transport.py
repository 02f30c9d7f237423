"""requests' adapter with sockets that read through `Patience`."""

import socket
from typing import Any, cast

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from companion.fetch.patience import Patience, PatientSocket


class PatientAdapter(HTTPAdapter):
    """Makes its own connections, directly or through a proxy; never retries by itself."""

    def __init__(self, patience: Patience) -> None:
        self._pools = _pool_classes(patience)
        super().__init__(pool_connections=2, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Called by the constructor of requests' adapter."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """Called for addresses that a proxy stands before."""
        manager = super().proxy_manager_for(*args, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager


def _pool_classes(patience: Patience) -> dict[str, type[HTTPConnectionPool]]:
    def patient(sock: Any) -> socket.socket:
        return cast("socket.socket", PatientSocket(sock, patience))

    class Plain(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            self.sock = patient(self.sock)

    class Safe(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            self.sock = patient(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SafePool(HTTPSConnectionPool):
        ConnectionCls = Safe

    return {"http": PlainPool, "https": SafePool}
