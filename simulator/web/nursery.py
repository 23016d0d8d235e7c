"""Where the programs of the seats are born.

One process reads everything that a seat needs, once: Textual, the scenarios, the rubric, the cues of the languages of
the class. Each seat is a fork of it, which is there at once and shares the memory of all that was read. It runs apart
from the server, because a process with threads must not fork.

The server sends a line of JSON for each seat, with the seat's end of a socket; the answer is the new process's number.
When the server is gone, however it went, the sockets are closed: then the seats end by themselves, and so does this.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
import tempfile
from pathlib import Path
from typing import Any

from simulator.library.library import Library
from simulator.runner.room import Room
from simulator.store.store import Store
from simulator.tui.terminal import patch_textual

#: The longest line from the server.
LINE = 65536


def main() -> None:
    """Reads what is to be sat from the server, makes everything ready, and forks until the server has gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    order = json.loads(control.recv(LINE))
    room = _made_ready(Path(order["file"]))
    # A seat that has ended is nobody's to wait for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    gc.collect()
    # What is never looked at by the collector stays shared between the seats.
    gc.freeze()
    control.sendall(b"ready\n")
    while True:
        line, ends, _, _ = socket.recv_fds(control, LINE, 1)
        if not line:
            return
        try:
            born = os.fork()
        except OSError:
            born = -1
        if not born:
            control.close()
            _live(order, json.loads(line), ends[0], room)
        os.close(ends[0])
        control.sendall(f"{born}\n".encode())


def _made_ready(path: Path) -> Room:
    """Reads all that a seat needs. Nothing of it has a thread or an open log, which a fork would break."""
    import simulator.tui.stage
    import simulator.web.app  # noqa: F401

    patch_textual()
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder)) as store:
        room = Room(path, Library(), store)
        for lang in sorted({seat.lang for seat in room.bundle.seats}):
            room.warm(lang)
    return room


def _live(order: dict[str, Any], wish: dict[str, Any], end: int, room: Room) -> None:
    """The life of a seat's process, from its birth to its end."""
    code = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(end, 0)
        os.dup2(end, 1)
        os.close(end)
        os.environ.update(COLUMNS=str(wish["width"]), ROWS=str(wish["height"]))
        code = _sit(order, room, wish["seat"])
    finally:
        os._exit(code)


def _sit(order: dict[str, Any], room: Room, seat: str) -> int:
    from simulator.web.app import SeatApp

    app = SeatApp(Path(order["folder"]), room, next(one for one in room.bundle.seats if one.id == seat))
    app.log_home = order["store"] or app.log_home
    app.run()
    if app.error is not None:
        _tell({"type": "told", "what": app.explain(app.error)})
    return app.return_code or 0


def _tell(meta: dict[str, str]) -> None:
    """One more packet for the server, after the app's last."""
    data = json.dumps(meta).encode()
    os.write(1, b"M" + len(data).to_bytes(4, "big") + data)


if __name__ == "__main__":
    main()
