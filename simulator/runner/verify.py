"""A whole log verified: its chains, its sessions played again, the receipts held against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from pydantic import ValidationError

from simulator import __version__
from simulator.marking.rescored import Rescored
from simulator.runner.cores import shared_out
from simulator.runner.errors import ContentError
from simulator.runner.replaying import differences, rescored_rightly
from simulator.runner.stored import Stored
from simulator.store.checking import Finding, check_session
from simulator.store.errors import StoreError
from simulator.store.records import Entry
from simulator.store.store import Store

#: In a receipt, the id of a sitting or a session, then so much of a hash of it that nobody guesses it.
_RECEIPT = re.compile(r"\b([0-9a-f]{32})\b.*?\b([0-9a-f]{16,64})\b", re.ASCII | re.IGNORECASE)


@dataclass
class Tally:
    """What was gone through.

    Attributes:
        sessions: how many sessions.
        replayed: how many of them were played again and compared.
        other_engine: how many were scored by another version, by version; their scores are not compared.
        rescored: how many marks that were kept from scoring anew were worked out again and compared.
        other_rescored: how many of them are by another version, and not compared.
        late: how many were chained only when an older log was brought up to date.
        sittings, receipts: how many of them.
        findings: how many things are not as they were logged.
    """

    sessions: int
    replayed: int
    other_engine: dict[str, int]
    rescored: int
    other_rescored: int
    late: int
    sittings: int
    receipts: int
    findings: int


@dataclass
class Checked:
    """A session that was gone through.

    Attributes:
        findings: what is not as it was logged.
        replayed: whether it was played again and compared.
        other_engine: the other version that scored it, or None.
        rescored, other_rescored: how many of its marks kept from scoring anew were compared, and how many not.
        late: whether it was chained only when an older log was brought up to date.
    """

    findings: list[Finding] = field(default_factory=list)
    replayed: bool = False
    other_engine: str | None = None
    rescored: int = 0
    other_rescored: int = 0
    late: bool = False


class Verifier:
    """Verifies a log.

    Args:
        store: the log.

    Attributes:
        tally: what was gone through so far.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.tally = Tally(0, 0, {}, 0, 0, 0, 0, 0, 0)

    def findings(
        self, went_on: Callable[[int], object] = lambda done: None, checked: Iterable[Checked] | None = None
    ) -> Iterator[Finding]:
        """Everything that is not as it was logged, as it is found.

        Args:
            went_on: called with 1 after each session.
            checked: the sessions, where they were gone through elsewhere (`on_cores`).

        Raises:
            StoreError: the log can't be read on.
        """
        yield from self._counted(self._store.check_texts())
        sessions = _Sessions(self._store)
        for session in checked or map(sessions.check, self._store.ids("sessions")):
            yield from self._counted(self._told(session))
            went_on(1)
        for sitting in self._store.ids("sittings"):
            self.tally.sittings += 1
            yield from self._counted(self._store.check_sitting(sitting))
        yield from self._counted(self._store.check_entries())

    def receipts(self, lines: Iterable[str]) -> Iterator[Finding]:
        """The receipts that the log does not bear out. Lines that hold none are passed over."""
        for line in lines:
            if found := _RECEIPT.search(line):
                self.tally.receipts += 1
                id_, link = found[1].lower(), found[2].lower()
                yield from self._counted(self._receipt(id_, link))

    def _receipt(self, id_: str, link: str) -> Iterator[Finding]:
        if sitting := self._store.raw_sitting(id_):
            if not any(str(step[5]).startswith(link) for step in sitting.steps):
                yield Finding("sitting", id_, "receipt")
        elif session := self._store.raw_session(id_):
            if not any(str(event[5]).startswith(link) for event in session.events):
                yield Finding("session", id_, "receipt")
        else:
            yield Finding("sitting", id_, "receipt_unknown")

    def _told(self, checked: Checked) -> list[Finding]:
        tally, engine = self.tally, checked.other_engine
        tally.sessions += 1
        tally.replayed += checked.replayed
        tally.rescored += checked.rescored
        tally.other_rescored += checked.other_rescored
        tally.late += checked.late
        if engine is not None:
            tally.other_engine[engine] = tally.other_engine.get(engine, 0) + 1
        return checked.findings

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            self.tally.findings += 1
            yield finding


class _Sessions:
    """Goes through the sessions of a log, one by one."""

    def __init__(self, store: Store) -> None:
        self._store, self._stored = store, Stored(store)

    def check(self, session: str) -> Checked:
        raw = self._store.raw_session(session)
        if raw is None:
            return Checked(self._store.check_session(session))
        checked = Checked([*check_session(raw)])
        engine = str(raw.row[8])
        checked.late = raw.row[11] == 1
        if engine != __version__:
            checked.other_engine = engine
        # Where the chain is broken, what differs would only be told twice.
        if checked.findings:
            return checked
        if engine == __version__:
            self._again(session, raw.results[-1][3] if raw.results else None, checked)
        for entry in self._store.entries(session, kind="rescored"):
            self._rescored_again(session, entry, checked)
        return checked

    def _again(self, session: str, result: str | None, checked: Checked) -> None:
        try:
            events = self._store.events(session)
            scenario, engine = self._stored.scenario(session), self._stored.engine(session)
        except StoreError as error:
            checked.findings.append(Finding("session", session, "unreadable", values={"reason": error}))
        except ContentError as error:
            reason = error.problems[0].code
            checked.findings.append(Finding("session", session, "unreadable", values={"reason": reason}))
        else:
            checked.replayed = True
            for seq, what in differences(scenario, engine, events, result):
                checked.findings.append(Finding("session", session, f"differs_{what}", seq))

    def _rescored_again(self, session: str, entry: Entry, checked: Checked) -> None:
        try:
            kept = Rescored.model_validate(entry.data)
        except ValidationError:
            # Nobody can read it, so no mark rests on it; whether it is as it was added, its chain says.
            return
        if kept.engine != __version__:
            checked.other_rescored += 1
            return
        try:
            events = self._store.events(session)
            scenario, engine = self._stored.scenario(session), self._stored.kept_engine(kept.digest)
        except StoreError as error:
            checked.findings.append(Finding("entries", session, "unreadable", entry.seq, {"reason": error}))
        except ContentError as error:
            reason = error.problems[0].code
            checked.findings.append(Finding("entries", session, "unreadable", entry.seq, {"reason": reason}))
        else:
            checked.rescored += 1
            if not rescored_rightly(kept, scenario, engine, events):
                checked.findings.append(Finding("entries", session, "differs_rescored", entry.seq))


def on_cores(opened: Callable[[], Store], sessions: Iterable[str], jobs: int) -> Iterator[Checked]:
    """Sessions gone through on several cores, in their order.

    Args:
        opened: opens the log, in another process too; it must not be open in this one when this is called.
        sessions: their ids.
        jobs: how many processes; 0: one for each core.
    """
    checked = shared_out(_some, sessions, jobs, _ready, (opened,), batch=8)
    # The processes are born now, and not when the log is open here.
    return chain([*islice(checked, 1)], checked)


_sessions: _Sessions | None = None


def _ready(opened: Callable[[], Store]) -> None:
    global _sessions  # one for each worker process
    _sessions = _Sessions(opened())


def _some(sessions: list[str]) -> list[Checked]:
    assert _sessions is not None
    return [_sessions.check(session) for session in sessions]
