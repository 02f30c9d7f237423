"""One window per data folder: a second start asks the first to come forward, and ends."""

import hashlib
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Qt, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

_LOCK_NAME = "window.lock"
_RAISE, _DONE = b"raise\n", b"done\n"
_WAIT_MS = 3_000


class SingleInstance(QObject):
    """Knows whether another process has the window of this folder.

    Signals:
        raise_requested: a second start wants the window to come forward.
    """

    raise_requested = Signal()

    def __init__(self, data_dir: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_dir = data_dir
        digest = hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()
        self._name = f"qtml-companion-{digest[:16]}"
        self._lock = QLockFile(str(data_dir / _LOCK_NAME))
        # A lock is stale only if its process is gone, however long a window stays open.
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def claim(self, wait_ms: int = _WAIT_MS) -> bool:
        """Whether the window is ours; if not, the other process was asked to show its own."""
        with suppress(OSError):
            self._data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            # What a killed process left behind.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True  # the folder cannot be written; the database will say so
        self._ask(wait_ms)
        return False

    def release(self) -> None:
        """Let another process have the window."""
        self._server.close()
        self._lock.unlock()

    def _ask(self, wait_ms: int) -> None:
        """The other one may be just starting, so it is tried for a while."""
        deadline = QDeadlineTimer(wait_ms)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(100):
                socket.write(_RAISE)
                socket.waitForReadyRead(max(0, deadline.remainingTime()))
                socket.disconnectFromServer()
                return

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(_DONE)
            socket.flush()
            self.raise_requested.emit()


def raise_window(window: QWidget) -> None:
    """Bring a window forward, also from the task bar."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
