"""Everything in the log as records for research or for a learning record store, session by session."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from simulator.marking.official import Official
from simulator.reports.export import iso, session_records
from simulator.reports.pseudonyms import Pseudonyms
from simulator.reports.transcript import turns_of
from simulator.reports.xapi import statements
from simulator.runner.gradebook import closed
from simulator.runner.marks import Marks
from simulator.store.records import Entry, SessionRow, Sitting
from simulator.store.store import Store

Record = dict[str, Any]


def names(store: Store) -> dict[str, set[str]]:
    """Trainee to what the rosters call them."""
    found: dict[str, set[str]] = {}
    for sitting in store.sittings():
        found.setdefault(sitting.meta.seat, set()).update({sitting.meta.name} - {""})
    return found


class Research:
    """Makes records.

    Args:
        store: the session log.
        pseudonyms: gives codes in place of names; None: names stay.
    """

    def __init__(self, store: Store, pseudonyms: Pseudonyms | None = None) -> None:
        self._store, self._pseudonyms, self._marks = store, pseudonyms, Marks(store)
        self._assessments = {one.digest: (one.id, one.title) for one in store.assessments()}
        #: Session to its assessment.
        self._sat: dict[str, tuple[str, str]] | None = None
        self._closed: set[str] | None = None

    def events(self, row: SessionRow) -> Iterator[Record]:
        """A session as `log export --format jsonl` has it.

        Raises:
            StoreError: it can't be read.
        """
        reply = ""
        for record in session_records(self._store, row):
            if self._pseudonyms is None:
                yield record
                continue
            if record["type"] == "replied":
                reply = record["text"]
            if record["type"] == "scored":
                yield self._pseudonyms.scored(record, reply, row.trainee)
            else:
                yield self._pseudonyms.record(record, row.trainee)

    def session(self, row: SessionRow) -> Iterator[Record]:
        """A session with all that was said about it and the mark that counts.

        Raises:
            ContentError, StoreError: it can't be read.
        """
        yield from self.events(row)
        for entry in self._store.entries(row.id):
            # The look back is among the events already.
            if entry.kind != "review":
                yield self._entry(entry, row.trainee)
        if mark := self._mark(row):
            yield {
                "type": "mark", "session": row.id, "score": mark.session.score, "passed": mark.session.passed,
                "by_engine": mark.automatic.score, "by_hand": mark.by_hand, "look_again": mark.look_again,
                "by_criterion": mark.session.by_criterion,
            }  # fmt: skip

    def rest(self) -> Iterator[Record]:
        """What belongs to no session: assessments, sittings with their steps, entries about people and groups."""
        for one in self._store.assessments():
            yield {
                "type": "assessment",
                "assessment": one.digest,
                "id": one.id,
                "title": one.title,
                "at": iso(one.added),
            }
        for sitting in self._store.sittings():
            yield from (self._hidden(record, sitting.meta.seat) for record in self._sitting(sitting))
        for entry in self._store.entries():
            if " " in entry.subject:
                yield self._entry(entry, _whom(entry.subject))

    def statements(self, row: SessionRow, home: str) -> Iterator[Record]:
        """A session as xAPI statements.

        Raises:
            ContentError, StoreError: it can't be read.
        """
        turns, _ = turns_of(self._store.events(row.id))
        mark = self._mark(row)
        trainee = row.trainee
        if self._pseudonyms:
            trainee = self._pseudonyms.trainee(row.trainee)
            turns = tuple(replace(turn, reply=self._pseudonyms.words(turn.reply, row.trainee)) for turn in turns)
        yield from statements(row, turns, mark, trainee, home, self._assessment(row.id))

    def _mark(self, row: SessionRow) -> Official | None:
        """The mark of a session that ended or was closed with its sitting."""
        if row.unfinished:
            if self._closed is None:
                self._closed = closed(self._store)
            if row.id not in self._closed:
                return None
        return self._marks.of(row.id)

    def _assessment(self, session: str) -> tuple[str, str] | None:
        if self._sat is None:
            self._sat = {
                sat: self._assessments[digest]
                for sat, digest in self._store.sat().items()
                if digest in self._assessments
            }
        return self._sat.get(session)

    def _sitting(self, sitting: Sitting) -> Iterator[Record]:
        meta = sitting.meta
        yield {
            "type": "sitting", "sitting": sitting.id, "assessment": meta.assessment, "seat": meta.seat,
            "name": meta.name, "group": meta.group, "lang": meta.lang, "attempt": meta.attempt,
            "started": iso(meta.started), "finished": sitting.finished,
        }  # fmt: skip
        for event in self._store.sitting_events(sitting.id):
            yield {
                "type": "sitting_event", "sitting": sitting.id, "seq": event.seq, "at": iso(event.at),
                "kind": event.kind, "session": event.session, "data": event.data,
            }  # fmt: skip

    def _entry(self, entry: Entry, trainee: str | None) -> Record:
        record = {
            "type": "entry", "entry": entry.id, "subject": entry.subject, "kind": entry.kind, "author": entry.author,
            "at": iso(entry.at), "data": entry.data,
        }  # fmt: skip
        return self._hidden(record, trainee)

    def _hidden(self, record: Record, trainee: str | None) -> Record:
        return self._pseudonyms.record(record, trainee) if self._pseudonyms else record


def _whom(subject: str) -> str | None:
    """The trainee that an entry is about, if it is about one."""
    kind, _, name = subject.partition(" ")
    return str(json.loads(name)) if kind == "trainee" else None
