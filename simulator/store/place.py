"""Where the session log lives. Light, because the screens ask before anything is read."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir

#: Marks a file as a session log ("ACSL"), so that another program's database is never taken for one.
APPLICATION_ID = 0x4143534C


def is_address(home: str) -> bool:
    """Whether a text is the address of a PostgreSQL database."""
    return home.startswith(("postgresql://", "postgres://"))


def is_log(path: Path) -> bool:
    """Whether a file looks like a session log; one that can't be read does not."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


#: The folder beside the log in which the receipts of sittings are kept.
RECEIPTS = "receipts"


def data_folder(chosen: Path | None = None) -> Path:
    """The folder chosen, or the user's data folder on this system."""
    return chosen or Path(user_data_dir("angry-customer-simulator", appauthor=False))
