"""What failed underneath, turned into what to tell a person."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path

from simulator.store.errors import StoreError

#: Less free room than this (bytes) counts as a full disk when SQLite only says that reading or writing failed.
_HARDLY_ANY = 1 << 16


def from_os(error: OSError, path: Path) -> StoreError:
    """The reason behind a failed call on a folder or file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreError("store.full", path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StoreError("store.read_only", path=path)
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return StoreError("store.not_a_folder", path=path)
    return StoreError("store.cannot_open", path=path)


#: What sqlite3 raises; the second where a damaged file makes it meet bytes that are no text.
SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)


def from_sqlite(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> StoreError:
    """The reason behind a failed statement."""
    if isinstance(error, UnicodeDecodeError):
        return StoreError("store.corrupt", path=path)
    # The low byte is the kind of failure, the rest its variety.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and _disk_is_full(path):
        code = sqlite3.SQLITE_FULL
    if code == sqlite3.SQLITE_CANTOPEN and path.parent.exists() and not os.access(path.parent, os.W_OK):
        code = sqlite3.SQLITE_READONLY
    key = {
        sqlite3.SQLITE_FULL: "store.full",
        sqlite3.SQLITE_READONLY: "store.read_only",
        sqlite3.SQLITE_PERM: "store.read_only",
        sqlite3.SQLITE_CANTOPEN: "store.cannot_open",
        sqlite3.SQLITE_CORRUPT: "store.corrupt",
        sqlite3.SQLITE_NOTADB: "store.corrupt",
        sqlite3.SQLITE_BUSY: "store.busy",
        sqlite3.SQLITE_LOCKED: "store.busy",
    }.get(code)
    return StoreError(key, path=path) if key else StoreError("store.failed", path=path, reason=error)


def _disk_is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANY
    except OSError:
        return False
