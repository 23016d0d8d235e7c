"""All that the desk's screens read and write, opened once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.runner.ticks import Ticks
from simulator.runner.watch import Watch
from simulator.store.records import CHANGING, Entry, SessionRow, about
from simulator.store.store import Store

if TYPE_CHECKING:
    from simulator.model.assessment import AssessmentBundle
    from simulator.model.scenario import Scenario
    from simulator.reports.transcript import Transcript
    from simulator.runner.desk import Desk, Disputed, Looked
    from simulator.runner.marks import Marks
    from simulator.runner.stored import Stored

#: So many sessions are listed; each further one would make the screen slower.
LISTED = 200


@dataclass(frozen=True)
class Listed:
    """What the list of sessions shows.

    Attributes:
        disputes: those that wait, each with its session.
        again: the sessions to look at again.
        rows: the sessions that fit, newest first, at most `LISTED`.
        more: whether there are more.
        scores: session to the score that counts, of those where it is another than the row's.
    """

    disputes: tuple[tuple[Disputed, SessionRow], ...]
    again: tuple[SessionRow, ...]
    rows: tuple[SessionRow, ...]
    more: bool
    scores: Mapping[str, float | None]

    def score(self, row: SessionRow) -> float | None:
        """The score of a session that counts."""
        return self.scores.get(row.id, row.score)


@dataclass(frozen=True)
class Reviewed:
    """A session with all that was said about it.

    Attributes:
        looked: the session with its rubric and its mark.
        whole: what was said in it.
        scenario: what it was played with.
        entries: what people said about it, oldest first.
        disputes: what was disputed.
        group: the group of whoever sat it, or "".
        beside: what people said about the trainee and the group.
    """

    looked: Looked
    whole: Transcript
    scenario: Scenario
    entries: tuple[Entry, ...]
    disputes: tuple[Disputed, ...]
    group: str
    beside: tuple[Entry, ...]

    @property
    def row(self) -> SessionRow:
        """The session."""
        return self.looked.row


class DeskStage:
    """The log as the desk sees it. Every method may be called from any thread.

    Args:
        log: where the session log is, as in `Store.open`.
        path: the assessment's file, or None.
        stuck: seconds after which somebody is called stuck.
        ticks: now.

    Raises:
        StoreError: the log can't be opened.
        ContentError: the assessment has errors.
    """

    def __init__(self, log: Path | str, path: Path | None, stuck: float, ticks: Ticks) -> None:
        bundle = _assessment(path) if path else None
        self._given = bundle.assessment if bundle else None
        self._ticks = ticks
        self._store = Store.open(log)
        self.watch = Watch(self._store, ticks, stuck, bundle.seats if bundle else ())

    # What reads rubrics and scenarios is loaded once it is needed: the class is on the screen before.

    @cached_property
    def desk(self) -> Desk:
        """Takes what is said about sessions."""
        from simulator.runner.desk import Desk

        return Desk(self._store, lambda: self._ticks().wall)

    @cached_property
    def _marks(self) -> Marks:
        from simulator.runner.marks import Marks

        return Marks(self._store)

    @cached_property
    def _stored(self) -> Stored:
        from simulator.runner.stored import Stored

        return Stored(self._store)

    @property
    def where(self) -> str:
        """Where the log is, to tell a person."""
        return self._store.where

    def close(self) -> None:
        """Closes the log."""
        self._store.close()

    def rooms(self) -> Sequence[str | None]:
        """The assessments that can be looked at, and None for practice."""
        first = [self._given.assessment] if self._given else []
        return list(dict.fromkeys([*first, *self.watch.assessments(), None]))

    def titles(self, lang: str) -> Mapping[str, str]:
        """Assessment to title; in a language of the screens where its file was given."""
        given = {self._given.assessment: self._given.title.get(lang)} if self._given else {}
        return {**self.watch.assessments(), **given}

    def listed(self, words: str) -> Listed:
        """What waits, and the sessions in which these words occur (trainee, scenario, title, id)."""
        disputes = tuple(
            (one, self._store.session(one.entry.subject)) for one in self.desk.disputes() if one.answer is None
        )
        again = tuple(self._store.session(session) for session in self.desk.look_again())
        wanted = words.casefold().split()
        rows = (row for row in self._store.sessions(newest_first=True) if _fits(row, wanted))
        found = tuple(islice(rows, LISTED + 1))
        changed = self._store.spoken_of(*CHANGING)
        shown = (*found, *(row for _, row in disputes), *again)
        scores = {row.id: self._marks.shown(row) for row in shown if row.id in changed}
        return Listed(disputes, again, found[:LISTED], len(found) > LISTED, scores)

    def review(self, session: str) -> Reviewed:
        """A session, to be looked at closely.

        Raises:
            ContentError: this version can't read what it was played with.
            StoreError: it can't be read.
        """
        from simulator.reports.transcript import transcript

        looked = self.desk.look(session)
        sitting = self._store.sitting_of(session)
        group = self._store.sitting(sitting).meta.group if sitting else ""
        about_them = [about("trainee", looked.row.trainee), *([about("group", group)] if group else [])]
        return Reviewed(
            looked,
            transcript(self._store, looked.row),
            self._stored.scenario(session),
            tuple(self._store.entries(session)),
            self.desk.disputes(session),
            group,
            tuple(entry for subject in about_them for entry in self._store.entries(subject)),
        )


def _assessment(path: Path) -> AssessmentBundle:
    from simulator.library.library import Library
    from simulator.runner.errors import valid

    return valid(Library().near(path).load_assessment(path))


def _fits(row: SessionRow, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    said = f"{row.trainee} {row.title} {row.scenario} {row.id}".casefold()
    return all(word in said for word in wanted)
