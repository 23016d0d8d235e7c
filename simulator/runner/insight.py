"""Reads out of the log what there is to tell of a class."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from simulator.analysis.insight import Contact, Insight, Step
from simulator.runner.chosen import chosen
from simulator.runner.errors import ContentError
from simulator.runner.marks import Marks
from simulator.store.errors import StoreError
from simulator.store.records import CHANGING, SessionRow
from simulator.store.store import Store


class Looking:
    """Looks at the sessions of a log.

    Args:
        store: the session log.
        assessment: only those of an assessment, by its id.
        group: only those of a group.

    Attributes:
        left_out: sessions that can't be read.
    """

    def __init__(self, store: Store, assessment: str | None = None, group: str | None = None) -> None:
        self._store, self._assessment, self._group = store, assessment, group
        self._marks = Marks(store)
        self._changed = store.spoken_of(*CHANGING)
        #: A rubric's digest to a session that has its marks by it.
        self._by: dict[str, str] = {}
        self.left_out = 0

    def insight(self) -> Insight:
        """All of them, taken in one by one.

        Raises:
            StoreError: the log can't be read.
        """
        insight = Insight()
        for contact in self.contacts():
            insight.add(contact)
        return insight

    def contacts(self) -> Iterator[Contact]:
        """Each session in which something was said, as it counts. Branches are left out: they were played knowing what
        the debrief said."""
        for row in chosen(self._store, self._assessment, self._group):
            if not row.turns or row.branch_of is not None:
                continue
            try:
                contact = self._contact(row)
            except (ContentError, StoreError):
                self.left_out += 1
                continue
            self._by.setdefault(contact.rubric, row.id)
            yield contact

    @property
    def rubrics(self) -> dict[str, str]:
        """The digest of each rubric met so far to a session that has its marks by it."""
        return self._by

    def _contact(self, row: SessionRow) -> Contact:
        steps = tuple(self._steps(row.id))
        contact = Contact(
            row.id, row.trainee, row.scenario, row.rubric_digest, row.started, row.score, bool(row.passed), row.outcome,
            row.mood, steps,
        )  # fmt: skip
        if row.id not in self._changed:
            return contact
        mark, kept = self._marks.of(row.id), self._marks.rescored(row.id)
        official = tuple(
            replace(
                step,
                levels=score.levels,
                flags=score.flags,
                lifts={name: judged.lift for name, judged in score.judgements.items()},
            )
            for step, score in zip(steps, mark.replies, strict=True)
        )
        return replace(
            contact, steps=official, rubric=kept.digest if kept else contact.rubric,
            score=None if row.unfinished else mark.session.score,
            passed=not row.unfinished and mark.session.passed,
        )  # fmt: skip

    def _steps(self, session: str) -> Iterator[Step]:
        """The replies that were scored."""
        turns: dict[int, dict[str, Any]] = {}
        taken: dict[int, float | None] = {}
        for seconds, event in self._store.plain_events(session, "replied", "scored", "moved"):
            turns.setdefault(int(event["turn"]), {})[event["type"]] = event
            if event["type"] == "replied":
                taken[int(event["turn"])] = seconds
        for turn, of in turns.items():
            if "scored" not in of or "replied" not in of:
                continue
            score, moved = of["scored"]["score"], of.get("moved", {"beat": "", "to": ""})
            yield Step(
                beat=moved["beat"],
                to=moved["to"],
                levels=score["levels"],
                lifts={name: judged["lift"] for name, judged in score["judgements"].items()},
                flags=score["flags"],
                reply=of["replied"]["text"],
                seconds=taken[turn],
            )
