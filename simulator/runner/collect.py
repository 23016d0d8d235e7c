"""Logs from sticks and shares collected into the own one."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from simulator.store.checking import Finding, check_session, check_sitting, is_assessment, is_entry
from simulator.store.collecting import Taken
from simulator.store.errors import StoreError
from simulator.store.place import is_log
from simulator.store.records import TRAINEES_KINDS
from simulator.store.store import FILE_NAME, Store

#: What a session or sitting that was not taken in is told by, next to `Taken.how`.
DAMAGED = "damaged"
_TOLD = ("conflict", "erased", "lacking")


@dataclass(frozen=True)
class NotTaken:
    """A session, a sitting or an entry that stays where it is.

    Attributes:
        stream: `session`, `sitting` or `entries`.
        id: which; of entries what they are about.
        why: `conflict`, `erased` or `lacking` as in `Taken`, or `damaged`.
        seq: the number of the first event that is not as it should be, or None.
    """

    stream: str
    id: str
    why: str
    seq: int | None = None


@dataclass
class Count:
    """What came of one log.

    Attributes:
        sessions, sittings: how many were new, longer, same, conflict, erased, lacking, damaged.
        entries: how many entries were new.
        damaged_entries: how many were not taken in.
        instructors: how many were left because only an instructor may say such a thing.
        whole: whether the file itself is sound.
        broke_off: what kept it from being read to its end, or None.
    """

    sessions: Counter[str] = field(default_factory=Counter)
    sittings: Counter[str] = field(default_factory=Counter)
    entries: int = 0
    damaged_entries: int = 0
    instructors: int = 0
    whole: bool = True
    broke_off: StoreError | None = None

    @property
    def trouble(self) -> bool:
        """Whether there is anything that was not taken in though it should be, or that may be missing."""
        counts = self.sessions + self.sittings
        untaken = self.damaged_entries or any(counts[why] for why in ("conflict", "lacking", DAMAGED))
        return bool(untaken) or not self.whole or self.broke_off is not None


def logs_in(place: Path) -> list[Path]:
    """The logs that a file or folder holds, by path."""
    if not place.is_dir():
        return [place]
    return sorted(path for path in place.rglob("*") if path.is_file() and (path.name == FILE_NAME or is_log(path)))


class Collector:
    """Takes in one log after the other.

    Args:
        store: the own log.
        trusted: whether what instructors said is taken in too. From a trainee's machine it must not be: whoever may
            write the log there may write marks into it.
    """

    def __init__(self, store: Store, *, trusted: bool = False) -> None:
        self._store, self._trusted = store, trusted
        self._erased = store.erased()

    @contextmanager
    def opened(self, log: Path | str) -> Iterator[Store]:
        """Opens another log without touching it: a file through a copy, which may be mended and brought up to date.

        Raises:
            StoreError: it can't be read.
        """
        if isinstance(log, str):
            with Store.look(log) as other:
                yield other
            return
        if not log.exists():
            raise StoreError("store.no_log", path=log)
        with tempfile.TemporaryDirectory() as folder:
            try:
                shutil.copyfile(log, Path(folder) / FILE_NAME)
                wal = log.with_name(log.name + "-wal")
                if wal.exists():
                    shutil.copyfile(wal, Path(folder) / (FILE_NAME + "-wal"))
            except OSError as error:
                raise StoreError("store.cannot_copy", path=log, reason=error.strerror or error) from error
            try:
                other = Store.open(Path(folder))
            except StoreError as error:
                raise StoreError(error.key, **{**error.values, "path": log}) from error
            with other:
                yield other

    def collect(
        self, other: Store, told: Callable[[NotTaken], object], went_on: Callable[[int], object] = lambda done: None
    ) -> Count:
        """Takes in all that is sound and new in another log.

        Args:
            other: the other log.
            told: called with each session and sitting that is not taken in, as it is found.
            went_on: called with 1 after each session.

        Raises:
            StoreError: the own log can't be written.
        """
        count = Count(whole=other.whole())
        try:
            self._collect(other, count, told, went_on)
        except StoreError as error:
            if str(error.values.get("path")) == self._store.where:
                raise
            count.broke_off = error
        return count

    def _collect(
        self, other: Store, count: Count, told: Callable[[NotTaken], object], went_on: Callable[[int], object]
    ) -> None:
        for row, texts in other.raw_assessments():
            if not is_assessment(row, texts):
                continue
            self._store.take_assessment(row, texts, other.raw_content)
        for session in other.ids("sessions"):
            self._tell("session", session, self._session(other, session), count.sessions, told)
            went_on(1)
        for sitting in other.ids("sittings"):
            self._tell("sitting", sitting, self._sitting(other, sitting), count.sittings, told)
        altered = {(finding.id, finding.seq) for finding in other.check_entries()}
        for row in other.raw_entries():
            id_, subject, seq, kind, author, at, data, _ = row
            if (subject, seq) in altered or (subject, None) in altered or not is_entry(row):
                count.damaged_entries += 1
                told(NotTaken("entries", str(subject), DAMAGED, seq))
                continue
            if {id_, subject} & self._erased or (" " not in subject and self._store.raw_session(subject) is None):
                continue
            if kind not in TRAINEES_KINDS and not self._trusted:
                count.instructors += 1
                continue
            count.entries += self._store.take_entry(id_, subject, kind, author, at, data)

    def _session(self, other: Store, session: str) -> Taken | Finding:
        if session in self._erased:
            return Taken("erased")
        raw = other.raw_session(session)
        if raw is None:
            return Taken("lacking")
        # Its summary can be made again; anything else can't.
        if found := next((f for f in check_session(raw) if f.code != "summary"), None):
            return found
        if raw.row[9] and self._store.raw_session(raw.row[9]) is None:
            self._session(other, raw.row[9])
        return self._store.take_session(raw, other.raw_content, other.draft(session))

    def _sitting(self, other: Store, sitting: str) -> Taken | Finding:
        if sitting in self._erased:
            return Taken("erased")
        raw = other.raw_sitting(sitting)
        if raw is None:
            return Taken("lacking")
        return next(check_sitting(raw), None) or self._store.take_sitting(raw)

    @staticmethod
    def _tell(
        stream: str, id_: str, taken: Taken | Finding, counts: Counter[str], told: Callable[[NotTaken], object]
    ) -> None:
        how = taken.how if isinstance(taken, Taken) else DAMAGED
        counts[how] += 1
        if how == DAMAGED or how in _TOLD:
            told(NotTaken(stream, id_, how, taken.seq))
