"""What people said about a session, a trainee or a group, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from simulator.marking.grades import GRADES
from simulator.marking.remarks import (
    Answer,
    Comment,
    Dispute,
    FlagOverride,
    Grade,
    LevelOverride,
    Override,
    ScoreOverride,
)
from simulator.marking.rescored import Rescored
from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.reports.plain import local_time
from simulator.reports.reasons import in_words, names
from simulator.store.records import Entry

#: So many digits of an entry's id are shown.
SHORT = 8

_OVERRIDE: TypeAdapter[Override] = TypeAdapter(Override)


@dataclass(frozen=True)
class Remark:
    """An entry in words; the text is as people wrote it, so still to be made harmless for where it goes.

    Attributes:
        entry: the entry.
        turn: the turn that it is about, or None.
        what: what kind of remark and about what, on one line.
        words: what was said, line by line.
    """

    entry: Entry
    turn: int | None
    what: str
    words: tuple[str, ...]

    def line(self, lang: str) -> str:
        """When, what and who, on one line."""
        return text(
            "desk.line", lang, at=local_time(self.entry.at), what=self.what, author=self.entry.author,
            entry=self.entry.id[:SHORT],
        )  # fmt: skip


def all_names(rubric: Rubric, lang: str) -> dict[str, str]:
    """Criterion, session criterion or flag to its name."""
    whole = {key: in_words(one.name, lang) for key, one in rubric.session.items()}
    return {**whole, **names(rubric, lang)}


def grade_words(grade: str, lang: str) -> str:
    """A grade in a language of the screens; one of a person's own as it was written."""
    return text(f"desk.grade.{grade}", lang) if grade in GRADES else grade


def remark(entry: Entry, called: Mapping[str, str], lang: str) -> Remark:
    """An entry in words.

    Args:
        entry: the entry.
        called: criterion or flag to its name.
        lang: `en`, `zh` or `zh-Hant`.
    """
    try:
        turn, what, words = _said(entry, called, lang)
    except ValidationError:
        turn, what, words = None, _say("what.other", lang, kind=entry.kind), (_say("unreadable", lang),)
    return Remark(entry, turn, what, tuple(line for one in words for line in one.splitlines() if line.strip()))


def remark_record(entry: Entry) -> dict[str, Any]:
    """An entry for JSON."""
    return {"entry": entry.id, "subject": entry.subject, "kind": entry.kind, "author": entry.author, "at": entry.at,
            **entry.data}  # fmt: skip


def _said(entry: Entry, called: Mapping[str, str], lang: str) -> tuple[int | None, str, tuple[str, ...]]:
    match entry.kind:
        case "override":
            return _changed(_OVERRIDE.validate_python(entry.data), called, lang)
        case "comment":
            comment = Comment.model_validate(entry.data)
            where = _where(comment.turn, lang)
            what = _say("what.comment" if " " not in entry.subject else "what.comment_all", lang, where=where)
            return comment.turn, what, (comment.text,)
        case "grade":
            grade = Grade.model_validate(entry.data)
            said = {"strong": grade.strengths, "weak": grade.weaknesses}
            words = tuple(_say(key, lang, text=words) for key, words in said.items() if words.strip())
            return None, _say("what.grade", lang, grade=grade_words(grade.grade, lang)), words
        case "dispute":
            dispute = Dispute.model_validate(entry.data)
            name = called.get(dispute.criterion or "", dispute.criterion)
            key = "what.dispute_about" if name else "what.dispute"
            return dispute.turn, _say(key, lang, where=_where(dispute.turn, lang), name=name), (dispute.reason,)
        case "answer":
            answer = Answer.model_validate(entry.data)
            key = "what.upheld" if answer.upheld else "what.rejected"
            return None, _say(key, lang, entry=answer.dispute[:SHORT]), (answer.text,)
        case "rescored":
            new = Rescored.model_validate(entry.data)
            was, score = ("-" if one is None else f"{one:g}" for one in (new.was, new.score))
            return None, _say("what.rescored", lang, rubric=new.rubric, was=was, score=score), ()
        case kind:
            return None, _say("what.other", lang, kind=kind), ()


def _changed(override: Override, called: Mapping[str, str], lang: str) -> tuple[int | None, str, tuple[str, ...]]:
    reason = (override.reason,)
    match override:
        case LevelOverride(turn=turn, criterion=name, was=was):
            was_level = _say("not_assessed", lang) if was is None else was
            return turn, _say(
                "what.level", lang, where=_where(turn, lang), name=called.get(name, name), was=was_level,
                level=override.level,
            ), reason  # fmt: skip
        case FlagOverride(turn=turn, flag=name):
            key = "what.raised" if override.raised else "what.lowered"
            return turn, _say(key, lang, where=_where(turn, lang), name=called.get(name, name)), reason
        case ScoreOverride(was=was):
            was_score = _say("not_assessed", lang) if was is None else f"{was:g}"
            return None, _say("what.score", lang, was=was_score, score=f"{override.score:g}"), reason
        case _:
            return None, _say("what.withdrawal", lang, entry=override.entry[:SHORT]), reason


def _where(turn: int | None, lang: str) -> str:
    return _say("whole", lang) if turn is None else _say("at_turn", lang, turn=turn)


def _say(key: str, lang: str, /, **values: object) -> str:
    return text(f"desk.{key}", lang, **values)
