"""Where the session log lives. Light, because the screens ask before anything is read."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir


def is_address(home: str) -> bool:
    """Whether a text is the address of a PostgreSQL database."""
    return home.startswith(("postgresql://", "postgres://"))


def data_folder(chosen: Path | None = None) -> Path:
    """The folder chosen, or the user's data folder on this system."""
    return chosen or Path(user_data_dir("angry-customer-simulator", appauthor=False))
