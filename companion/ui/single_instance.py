"""One window per data folder: a second start asks the first to come forward, and ends.

A lock file says who has the window. Qt's sockets take 10 ms to import, so that they are left to
those who need them: the second start, and the first when its window is painted.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

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
        self._lock = QLockFile(str(data_dir / _LOCK_NAME))
        # A lock is stale only if its process is gone, however long a window stays open.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self, wait_ms: int = _WAIT_MS) -> bool:
        """Whether the window is ours; if not, the other process was asked to show its own.

        `listen` has to follow, so that others can ask too.
        """
        with suppress(OSError):
            self._data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return True  # the folder cannot be written; the database will say so
        self._ask(wait_ms)
        return False

    def listen(self) -> None:
        """Hear those who start after us."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - see the module

        if not self._lock.isLocked():
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # What a killed process left behind.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def release(self) -> None:
        """Let another process have the window."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @property
    def _name(self) -> str:
        """Of the socket: one per folder."""
        from hashlib import sha256  # noqa: PLC0415 - see the module

        digest = sha256(str(self._data_dir.resolve()).encode()).hexdigest()
        return f"qtml-companion-{digest[:16]}"

    def _ask(self, wait_ms: int) -> None:
        """The other one may be just starting, so it is tried for a while."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - see the module

        name = self._name
        deadline = QDeadlineTimer(wait_ms)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(name)
            if socket.waitForConnected(100):
                socket.write(_RAISE)
                socket.waitForReadyRead(max(0, deadline.remainingTime()))
                socket.disconnectFromServer()
                return

    def _on_connection(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
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
