"""The session log: every session as it happened, append-only, in one SQLite file or in PostgreSQL.

Each method is one short transaction and may be called from any thread. Nothing here reads a clock: times come from the
caller, in seconds since 1970 (UTC).
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from simulator.store.collecting import Collecting
from simulator.store.desk import Desk
from simulator.store.erasing import Erasing
from simulator.store.errors import StoreError
from simulator.store.place import data_folder
from simulator.store.playing import Playing
from simulator.store.reading import Reading
from simulator.store.sitting import Sittings
from simulator.store.sqlite import open_log, open_to_read

FILE_NAME = "sessions.db"


class Store(Playing, Reading, Desk, Sittings, Collecting, Erasing):
    """The session log. Use as a context manager, or call `close`."""

    @classmethod
    def open(cls, home: Path | str | None = None, *, read_only: bool = False) -> Self:
        """Opens the log.

        Args:
            home: a folder, by default the user's data folder: it and the log in it are made where they don't exist.
                Or the `postgresql://` address of a database.
            read_only: for looking only: the log is not changed; where there is none, none is made and it looks empty.

        Raises:
            StoreError: it cannot be used; whatever is there was left as it was.
        """
        if isinstance(home, str):
            from simulator.store import postgres

            return cls(postgres.open_to_read(home) if read_only else postgres.open_log(home))
        path = data_folder(home) / FILE_NAME
        return cls(open_to_read(path) if read_only else open_log(path))

    @classmethod
    def look(cls, log: Path | str) -> Self:
        """Opens a log that must be there, for reading only.

        Args:
            log: a file, whatever it is called, or a folder with one; or the `postgresql://` address of a database.

        Raises:
            StoreError: `store.no_log`, or it cannot be used; whatever is there was left as it was.
        """
        if isinstance(log, str):
            return cls.open(log, read_only=True)
        path = log / FILE_NAME if log.is_dir() else log
        if not path.exists():
            raise StoreError("store.no_log", path=path)
        return cls(open_to_read(path))

    def set_up_roles(self) -> None:
        """Says who may do what in a log in PostgreSQL; done by its owner, and may be done again."""
        from simulator.store.postgres_roles import ROLES

        def work() -> None:
            for statement in ROLES:
                self._db.run(statement)

        self._db.write(work)

    def close(self) -> None:
        """Closes the log. Everything was already saved."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
