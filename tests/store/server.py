"""A PostgreSQL server of its own, from the distribution's package, on a socket in a folder that is thrown away."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import psycopg


def programs() -> Path | None:
    """Where the newest server's programs are, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """A running server. Only the account that started it may connect, by the socket.

    Args:
        bin_: where its programs are.
        safe: whether it waits for the disk, as in earnest.
    """

    def __init__(self, bin_: Path, *, safe: bool = False) -> None:
        self._bin = bin_
        # A socket's path must be short.
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        # The server refuses to run as root.
        self._as = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self._as:
            shutil.chown(self.folder, "postgres")
        self.folder.chmod(0o755)
        self._data = self.folder / "data"
        self._run("initdb", "-D", self._data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        settings = f"-c unix_socket_directories={self.folder} -c listen_addresses= -c max_connections=120"
        self._options = settings if safe else f"{settings} -c fsync=off -c full_page_writes=off"
        self._numbers = count(1)
        self.start()

    def start(self) -> None:
        """Starts it and waits until it answers."""
        self._run("pg_ctl", "-D", self._data, "-w", "-l", self.folder / "log", "-o", self._options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stops it; `immediate` is as good as a crash."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", mode, "stop")

    def address(self, database: str, user: str = "owner") -> str:
        """How to reach a database as some role."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def database(self) -> str:
        """Makes a database and returns its name."""
        name = f"log{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name}".encode())
        return name

    def remove(self) -> None:
        """Stops it and leaves nothing behind."""
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: object) -> None:
        command = [*self._as, str(self._bin / program), *map(str, arguments)]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/"
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
