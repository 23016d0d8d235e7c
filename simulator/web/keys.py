"""Who holds which seat: the browser that has its secret. Kept in files, so that a server started again knows them."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

#: So long after it was used last a seat is held; the next day it is free again. In seconds.
HELD = 12 * 3600.0


class Keys:
    """The secrets of the seats of one assessment. Of each the digest is kept, never the secret itself.

    Two processes may use the same folder: a seat is taken by making its file, which one of them can do.

    Args:
        folder: where the files are.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, seat: str) -> str | None:
        """Takes a seat; returns the secret for its browser, or None where another one holds it.

        Raises:
            OSError: the file can't be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = self._folder / name(seat)
        if self._is_held(file):
            return None
        file.unlink(missing_ok=True)
        secret = secrets.token_urlsafe(32)
        try:
            number = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return None
        with os.fdopen(number, "w") as out:
            out.write(_digest(secret))
        return f"{name(seat)}.{secret}"

    def holds(self, cookie: str, seat: str) -> bool:
        """Whether what a browser brought is the secret of a seat; if so, it is held from now on anew."""
        of, _, secret = cookie.partition(".")
        file = self._folder / name(seat)
        if of != file.name or not self._is_held(file):
            return False
        with suppress(OSError):
            if hmac.compare_digest(file.read_text("ascii"), _digest(secret)):
                os.utime(file)
                return True
        return False

    def release(self, seat: str) -> bool:
        """Takes a seat from its browser; returns whether one held it.

        Raises:
            OSError: the file can't be removed.
        """
        file = self._folder / name(seat)
        held = self._is_held(file)
        file.unlink(missing_ok=True)
        return held

    def _is_held(self, file: Path) -> bool:
        try:
            return abs(time.time() - file.stat().st_mtime) < HELD
        except OSError:
            return False


def name(seat: str) -> str:
    """What the file of a seat is called, whatever characters its id has."""
    return hashlib.sha256(seat.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
