"""The instructor's desk: what people say about sessions, checked before it goes into the log, and what waits there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from simulator.language.nearest import nearest
from simulator.marking.grades import grade_id
from simulator.marking.official import Official
from simulator.marking.remarks import (
    Answer,
    Comment,
    Dispute,
    FlagOverride,
    Grade,
    LevelOverride,
    Override,
    ScoreOverride,
    Withdrawal,
)
from simulator.messages import ToldError, text
from simulator.model.base import Bilingual
from simulator.model.rubric import Rubric
from simulator.runner.marks import Marks
from simulator.store.records import Entry, EntryKind, SessionRow
from simulator.store.store import Store

#: The longest text that an entry holds, in characters; the longest grade.
LONGEST, LONGEST_GRADE = 4000, 40


class RemarkError(ToldError):
    """What somebody wants to add says nothing, or is about nothing that is there."""

    def message(self, lang: str) -> str:
        """The sentence in a language of the screens, and what was probably meant."""
        sentence = super().message(lang)
        if meant := self.values.get("meant"):
            sentence += ("" if lang.startswith("zh") else " ") + text("desk.did_you_mean", lang, name=meant)
        return sentence


@dataclass(frozen=True)
class Disputed:
    """A dispute with what became of it.

    Attributes:
        entry: the dispute's entry; its subject is the session.
        dispute: what it says.
        answer: the answer given last, with its entry; None while it waits.
    """

    entry: Entry
    dispute: Dispute
    answer: tuple[Entry, Answer] | None = None


class _Named(Protocol):
    @property
    def name(self) -> Bilingual: ...


@dataclass(frozen=True)
class Looked:
    """A session as whoever judges it has it before them; its methods make overrides of what they say.

    Attributes:
        row: the session.
        rubric: what it was played with.
        mark: its mark.
    """

    row: SessionRow
    rubric: Rubric
    mark: Official

    def level(self, criterion: str, level: int, reason: str, turn: int | None = None) -> LevelOverride:
        """A person's level.

        Args:
            criterion: its id, or its name in either language.
            level: 0 to 3.
            reason: why.
            turn: the turn; None: a criterion of the whole session.

        Raises:
            RemarkError: there is no such turn or criterion, or the reason says nothing.
        """
        if not 0 <= level <= 3:
            raise RemarkError("desk.no_level", level=level)
        if turn is None:
            own = {one.criterion: one.level for one in self.mark.automatic.session}
            judged = {name: one for name, one in self.rubric.session.items() if name in own}
            name = _known("desk.no_session_criterion", criterion, judged)
        else:
            name = _known("desk.no_criterion", criterion, self.rubric.criteria)
            own = self.mark.by_engine[self._place(turn)].levels
        return LevelOverride(turn=turn, criterion=name, level=level, was=own.get(name), reason=_words(reason))

    def flag(self, flag: str, raised: bool, reason: str, turn: int) -> FlagOverride:
        """A person's word on a flag of a turn. Raises as `level` does."""
        name = _known("desk.no_flag", flag, self.rubric.flags)
        was = name in self.mark.by_engine[self._place(turn)].flags
        return FlagOverride(turn=turn, flag=name, raised=raised, was=was, reason=_words(reason))

    def score(self, score: float, reason: str) -> ScoreOverride:
        """A person's score for the whole session. Raises as `level` does."""
        if self.row.unfinished:
            raise RemarkError("desk.unfinished", session=self.row.id[:8])
        if not 0 <= score <= 100:
            raise RemarkError("desk.no_score", score=f"{score:g}")
        return ScoreOverride(score=score, was=self.mark.automatic.score, reason=_words(reason))

    def withdrawal(self, entry: str, reason: str) -> Withdrawal:
        """Takes back the override whose entry begins so, or the `last` one. Raises as `level` does."""
        known = [one.entry for one in self.mark.overrides]
        found = known[-1:] if entry == "last" else [one for one in known if entry and one.startswith(entry.casefold())]
        if len(found) != 1:
            raise RemarkError("desk.no_override", entry=entry)
        return Withdrawal(entry=found[0], reason=_words(reason))

    def about(self, name: str) -> str:
        """The criterion or flag of this id or name. Raises as `level` does."""
        known: dict[str, _Named] = {**self.rubric.criteria, **self.rubric.session, **self.rubric.flags}
        return _known("desk.no_criterion", name, known)

    def has_turn(self, turn: int) -> None:
        """Raises:
        RemarkError: no reply was scored at that turn.
        """
        self._place(turn)

    def _place(self, turn: int) -> int:
        if not 1 <= turn <= len(self.mark.by_engine):
            raise RemarkError("desk.no_turn", turn=turn, turns=len(self.mark.by_engine))
        return turn - 1


class Desk:
    """Adds what people say to the log.

    Args:
        store: the session log.
        clock: seconds since 1970 (UTC).
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store, self._clock = store, clock
        self._marks = Marks(store)

    def look(self, session: str) -> Looked:
        """A session, to be judged.

        Raises:
            ContentError: this version can't read the rubric that the session was played with.
            StoreError: there is no such session, or the log can't be read.
        """
        return Looked(self._store.session(session), self._marks.rubric(session), self._marks.of(session))

    def override(self, session: str, author: str, overrides: Iterable[Override]) -> tuple[Entry, ...]:
        """Adds what a person says in place of the engine."""
        return tuple(
            self._store.add_entry(session, "override", author, self._clock(), one.model_dump()) for one in overrides
        )

    def comment(self, subject: str, author: str, words: str, turn: int | None = None) -> Entry:
        """Adds a comment.

        Args:
            subject: a session's id, or what `records.about` makes.
            author: who says it.
            words: what they say.
            turn: the turn of the session that it is about.

        Raises:
            RemarkError: there is no such turn, or the comment says nothing.
        """
        if turn is not None:
            self.look(subject).has_turn(turn)
        return self._add(subject, "comment", author, Comment(turn=turn, text=_words(words)))

    def grade(self, subject: str, author: str, grade: str, strengths: str = "", weaknesses: str = "") -> Entry:
        """Adds an overall grade; the latest one counts.

        Raises:
            RemarkError: the grade says nothing, or something is too long.
        """
        name = _short(" ".join(grade.split()))
        if not name or len(name) > LONGEST_GRADE:
            raise RemarkError("desk.no_grade", longest=LONGEST_GRADE)
        strong, weak = _short(strengths.strip()), _short(weaknesses.strip())
        return self._add(subject, "grade", author, Grade(grade=grade_id(name), strengths=strong, weaknesses=weak))

    def dispute(
        self, session: str, author: str | None, reason: str, turn: int | None = None, criterion: str | None = None
    ) -> Entry:
        """Adds a trainee's objection.

        Args:
            session: the session's id.
            author: who objects; None: the session's trainee.
            reason: why.
            turn: the turn; None: the whole session.
            criterion: the criterion or flag, by id or name; None: the mark as a whole.

        Raises:
            RemarkError: there is no such turn or criterion, or the reason says nothing.
        """
        if turn is not None or criterion is not None:
            looked = self.look(session)
            if turn is not None:
                looked.has_turn(turn)
            criterion = criterion and looked.about(criterion)
        who = self._store.session(session).trainee if author is None else author
        return self._add(
            session, "dispute", who, Dispute(turn=turn, criterion=criterion or None, reason=_words(reason))
        )

    def answer(self, dispute: str, author: str, upheld: bool, words: str) -> Entry:
        """Answers a dispute; a later answer takes the place of an earlier one.

        Args:
            dispute: how its entry's id begins.
            author: who answers.
            upheld: whether the trainee was right.
            words: the answer.

        Raises:
            RemarkError: there is no such dispute, or the answer says nothing.
        """
        found = [one for one in self.disputes() if dispute and one.entry.id.startswith(dispute.casefold())]
        if len(found) != 1:
            raise RemarkError("desk.no_dispute", dispute=dispute)
        entry = found[0].entry
        return self._add(entry.subject, "answer", author, Answer(dispute=entry.id, upheld=upheld, text=_words(words)))

    def disputes(self, session: str | None = None) -> tuple[Disputed, ...]:
        """The disputes of a session or of the whole log, oldest first, with their answers."""
        answers: dict[str, tuple[Entry, Answer]] = {}
        for entry in self._store.entries(session, kind="answer"):
            try:
                answer = Answer.model_validate(entry.data)
            except ValidationError:
                continue
            answers[answer.dispute] = (entry, answer)
        found = []
        for entry in self._store.entries(session, kind="dispute"):
            try:
                found.append(Disputed(entry, Dispute.model_validate(entry.data), answers.get(entry.id)))
            except ValidationError:
                continue
        return tuple(found)

    def look_again(self) -> tuple[str, ...]:
        """The sessions in which a person changed something that the engine by now sees otherwise than it did then.

        Only a session that was scored anew after a person's word can be one, so that few marks are worked out.
        """
        said, anew = self._store.spoken_of("override"), self._store.spoken_of("rescored")
        after = (session for session, (first, _) in said.items() if session in anew and anew[session][1] >= first)
        return tuple(session for session in after if self._marks.of(session).look_again)

    def _add(self, subject: str, kind: EntryKind, author: str, remark: Comment | Grade | Dispute | Answer) -> Entry:
        return self._store.add_entry(subject, kind, author, self._clock(), remark.model_dump())


def _words(said: str) -> str:
    """What was said, where it says something."""
    if not said.strip():
        raise RemarkError("desk.no_words")
    return _short(said.strip())


def _short(said: str) -> str:
    # Half a character, as a shell may hand over, can't be kept.
    whole = said.encode("utf-8", "backslashreplace").decode("utf-8")
    if len(whole) > LONGEST:
        raise RemarkError("desk.too_long", length=len(whole), longest=LONGEST)
    return whole


def _known(key: str, given: str, named: Mapping[str, _Named]) -> str:
    """The id of what is called so: by its id, or by its name in either language, however it is written."""
    called = {words: name for name, one in named.items() for words in (one.name.zh, one.name.en, name)}
    found = next((name for words, name in called.items() if words.casefold() == given.strip().casefold()), None)
    if found is None:
        meant = nearest(given, called) if given.strip() else None
        raise RemarkError(key, name=given, known=", ".join(named) or "-", meant=meant)
    return found
