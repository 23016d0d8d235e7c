"""The lines of an export as they come, in whatever encoding a spreadsheet wrote them."""

from __future__ import annotations

import io
import re
from collections import deque
from typing import IO, cast

from simulator.language.tables import MARKS
from simulator.runner.batch import LONGEST, LineError

#: So many bytes of the beginning tell whether it is UTF-16.
HEAD = 256
_OLD_END = re.compile(r"(?<=\r)(?!\n)")


class Lines:
    """Iterates over the lines of a stream with their line ends, in the memory of one line.

    UTF-8, or UTF-16 with or without its mark; bytes that are neither are taken for GB18030, as a Chinese spreadsheet
    writes them, or for Windows-1252, as a Western one does, whichever the first such line looks like.

    A line that can't be taken raises LineError, and the next call goes on with the line after it.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._bytes: IO[bytes] = stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream))
        self._text: io.TextIOWrapper | None = None
        self._waiting: deque[str] = deque()
        self._encoding: str | None = None
        self._record = 0
        head: bytes = self._bytes.peek(HEAD)[:HEAD]
        encoding = next((name for mark, name in MARKS.items() if head.startswith(mark)), None)
        if encoding is None:
            encoding = _without_mark(head)
        elif encoding == "":
            raise LineError("talks.encoding")
        if encoding and encoding.startswith("utf-16"):
            self._text = io.TextIOWrapper(self._bytes, encoding, "replace", newline="\n")
        self._marked = encoding == "utf-8-sig"

    def begin(self) -> None:
        """A new record begins: what one record may hold is counted from here."""
        self._record = 0

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        if not self._waiting:
            self._waiting.extend(_OLD_END.split(self._line()))
        line = self._waiting.popleft()
        self._record += len(line)
        if self._record > LONGEST:
            raise LineError("score.too_long", limit=LONGEST)
        return line

    def _line(self) -> str:
        source = self._text or self._bytes
        line = source.readline(LONGEST + 1)
        if not line:
            raise StopIteration
        if len(line) > LONGEST:
            end = "\n" if isinstance(line, str) else b"\n"
            while line and not line.endswith(end):  # type: ignore[arg-type]
                line = source.readline(LONGEST)
            raise LineError("score.too_long", limit=LONGEST)
        return line if isinstance(line, str) else self._decoded(line)

    def _decoded(self, line: bytes) -> str:
        if self._marked:
            self._marked, line = False, line.removeprefix(b"\xef\xbb\xbf")
        if line.isascii():
            return line.decode("ascii")
        if self._encoding is None:
            self._encoding = _encoding(line)
        try:
            return line.decode(self._encoding)
        except UnicodeDecodeError as error:
            raise LineError("talks.not_text") from error


def _without_mark(head: bytes) -> str | None:
    """UTF-16 that is not marked: its separators and line ends have a zero byte, on the same side nearly always."""
    low, high = head[1::2].count(0), head[0::2].count(0)
    most, least = max(low, high), min(low, high)
    if most < 2 or most * 16 < len(head) or least * 3 > most:
        return None
    return "utf-16-le" if low > high else "utf-16-be"


def _encoding(line: bytes) -> str:
    """How a line that is not all ASCII is encoded, as far as anybody can tell."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        # Chinese characters stand together. An accented letter stands among plain ones, and misread as half of a
        # Chinese character it takes its neighbour with it.
        runs = re.findall(r"[^\x00-\x7f]+", line.decode("gb18030", "replace"))
        together = sum(len(run) for run in runs if len(run) > 1)
        return "gb18030" if together * 2 >= sum(map(len, runs)) and "\ufffd" not in "".join(runs) else "cp1252"
    return "utf-8"
