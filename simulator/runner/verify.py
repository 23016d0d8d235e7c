"""A whole log verified: its chains, its sessions played again, the receipts held against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from simulator import __version__
from simulator.runner.errors import ContentError
from simulator.runner.replaying import differences
from simulator.runner.stored import Stored
from simulator.store.checking import Finding
from simulator.store.errors import StoreError
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
        late: how many were chained only when an older log was brought up to date.
        sittings, receipts: how many of them.
        findings: how many things are not as they were logged.
    """

    sessions: int
    replayed: int
    other_engine: dict[str, int]
    late: int
    sittings: int
    receipts: int
    findings: int


class Verifier:
    """Verifies a log.

    Args:
        store: the log.

    Attributes:
        tally: what was gone through so far.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._stored = store, Stored(store)
        self.tally = Tally(0, 0, {}, 0, 0, 0, 0)

    def findings(self, went_on: Callable[[int], object] = lambda done: None) -> Iterator[Finding]:
        """Everything that is not as it was logged, as it is found.

        Args:
            went_on: called with 1 after each session.

        Raises:
            StoreError: the log can't be read on.
        """
        yield from self._counted(self._store.check_texts())
        for session in self._store.ids("sessions"):
            yield from self._counted(self._session(session))
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

    def _session(self, session: str) -> Iterator[Finding]:
        self.tally.sessions += 1
        raw = self._store.raw_session(session)
        found = self._store.check_session(session)
        yield from found
        if raw is None:
            return
        engine = str(raw.row[8])
        self.tally.late += raw.row[11] == 1
        if engine != __version__:
            self.tally.other_engine[engine] = self.tally.other_engine.get(engine, 0) + 1
            return
        # Where the chain is broken, what differs would only be told twice.
        if not found:
            yield from self._again(session, raw.results[-1][3] if raw.results else None)

    def _again(self, session: str, result: str | None) -> Iterator[Finding]:
        try:
            events = self._store.events(session)
            scenario, engine = self._stored.scenario(session), self._stored.engine(session)
        except StoreError as error:
            yield Finding("session", session, "unreadable", values={"reason": error})
            return
        except ContentError as error:
            yield Finding("session", session, "unreadable", values={"reason": error.problems[0].code})
            return
        self.tally.replayed += 1
        for seq, what in differences(scenario, engine, events, result):
            yield Finding("session", session, f"differs_{what}", seq)

    def _counted(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            self.tally.findings += 1
            yield finding
