"""Passwords in the system's keyring (an optional extra), and nowhere else."""

from typing import Any

from companion.errors import KeyringFailed, MissingPackage

SERVICE = "QTML Companion"


class SystemKeyring:
    """`companion.ports.publishing.PasswordStore`."""

    def get(self, url: str, user: str) -> str | None:
        """The password kept for this user there; None without one, or without a keyring."""
        try:
            keyring = _import_keyring()
        except MissingPackage:
            return None
        try:
            found = keyring.get_password(SERVICE, f"{user} {url}")
        except keyring.errors.KeyringError:
            return None
        return None if found is None else str(found)

    def set(self, url: str, user: str, password: str) -> None:
        """Keep it.

        Raises:
            MissingPackage, KeyringFailed: it was not kept.
        """
        keyring = _import_keyring()
        try:
            keyring.set_password(SERVICE, f"{user} {url}", password)
        except keyring.errors.KeyringError as error:
            raise KeyringFailed(detail=type(error).__name__) from error


def _import_keyring() -> Any:
    try:
        import keyring  # noqa: PLC0415  # an optional extra
    except ImportError as error:
        raise MissingPackage(
            what="Keeping a password", package="keyring", extra="keyring"
        ) from error
    return keyring
