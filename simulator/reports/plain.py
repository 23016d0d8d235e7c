"""A session as text that people read: what was said, what it earned and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from simulator.messages import text
from simulator.model.score import ReplyScore
from simulator.reports.conduct import session_level_lines
from simulator.reports.inert import on_one_line, visible
from simulator.reports.record import record_lines
from simulator.reports.transcript import Transcript, Turn

#: Before each line of what a person wrote, so that nothing they write can pass for the report's own words.
_MARGIN = "  │ "


def local_time(at: float, form: str = "%Y-%m-%d %H:%M") -> str:
    """A time of the log by this machine's clock; "" where it is no time at all."""
    try:
        return datetime.fromtimestamp(at).strftime(form)
    except (OverflowError, ValueError, OSError):
        return ""


def plain(session: Transcript, lang: str, names: Mapping[str, str] | None = None) -> str:
    """The transcript of a session.

    Args:
        session: the session.
        lang: the language of the report's own words.
        names: criterion or flag to what to call it; one that is missing is called by its id.

    Returns:
        Text with a line end at its end; whatever a terminal might obey is shown as an escape.
    """
    return "\n".join(Writer(lang, names or {}).lines(session)) + "\n"


class Writer:
    """Writes the parts of a report.

    Args:
        lang: the language of the report's own words.
        names: criterion or flag to what to call it; one that is missing is called by its id.
    """

    def __init__(self, lang: str, names: Mapping[str, str]) -> None:
        self.lang = lang
        self.names = names

    def say(self, key: str, /, **values: object) -> str:
        """A sentence of the reports, its values harmless."""
        return text(f"reports.{key}", self.lang, **{k: on_one_line(str(v)) for k, v in values.items()})

    def name(self, criterion: str) -> str:
        return self.names.get(criterion, criterion)

    def lines(self, session: Transcript) -> Iterator[str]:
        yield from self.head(session)
        for turn in session.turns:
            yield ""
            yield from self.turn(turn, session.row.trainee)
        if session.last_words:
            yield ""
            yield self.say("customer")
            yield from quoted("\n".join(session.last_words))
        if session.draft:
            yield ""
            yield self.say("draft")
            yield from quoted(session.draft)
        if session.levels:
            yield ""
            yield text("conduct.heading", self.lang)
            yield from session_level_lines(session.levels, self.lang, self.names)
        if session.answers:
            yield ""
            yield text("conduct.answers", self.lang)
            yield from (f"  {on_one_line(self.name(question))} {level}" for question, level in session.answers.items())
        if session.recorded:
            yield ""
            yield text("record.score", self.lang, score=f"{session.recorded.score.score:g}")
            yield from record_lines(session.recorded.record, session.recorded.score, self.lang)
        if session.begun:
            yield ""
            yield text("record.draft", self.lang)
            yield from record_lines(session.begun, None, self.lang)
        if session.review:
            for part, words in (("went_well", session.review.went_well), ("next_time", session.review.next_time)):
                yield ""
                yield self.say(part)
                yield from quoted(words)

    def head(self, session: Transcript) -> Iterator[str]:
        row = session.row
        yield on_one_line(f"{row.title} ({row.scenario}, {row.lang})")
        yield self.say("session", session=row.id, trainee=row.trainee, started=local_time(row.started))
        if row.branch_of:
            yield self.say("branch", session=row.branch_of, turn=row.branch_turn)
        yield self.say("made_with", rubric=row.rubric, engine=row.engine)
        if row.outcome is None:
            yield self.say("unfinished", beat=row.beat)
        else:
            yield self.ended(row.outcome, row.ending)
        if row.score is not None:
            yield self.scored(row.score, bool(row.passed))

    def turn(self, turn: Turn, trainee: str) -> Iterator[str]:
        yield self.say("turn", number=turn.number, beat=turn.beat, mood=turn.mood)
        if turn.customer:
            yield self.say("customer")
            yield from quoted("\n".join(turn.customer))
        key = "reply" if turn.seconds is None else "reply_timed"
        yield self.say(key, trainee=trainee, at=local_time(turn.at, "%H:%M:%S"), seconds=f"{turn.seconds or 0:.1f}")
        yield from quoted(turn.reply)
        if turn.score is not None:
            yield from self.judged(turn.score)
        if turn.mood_after is not None:
            yield "  " + self.say("mood", before=turn.mood, after=turn.mood_after)

    def judged(self, score: ReplyScore) -> Iterator[str]:
        """What a reply earned, and the evidence."""
        levels = ", ".join(f"{self.name(c)} {level}" for c, level in score.levels.items())
        yield "  " + (self.say("levels", levels=levels, score=score.score) if levels else self.say("no_levels"))
        if score.flags:
            yield "  " + self.say("flags", flags=", ".join(map(self.name, score.flags)))
        for e in score.evidence:
            yield "    " + self.say(
                "evidence", sign="+" if e.counted else "-", criterion=self.name(e.criterion), quote=e.quote,
                cue=e.cue, counted=self.say("counted" if e.counted else "not_counted"),
            )  # fmt: skip

    def ended(self, outcome: str, ending: str | None) -> str:
        """How it ended."""
        return self.say("ended", outcome=text(f"reports.outcome.{outcome}", self.lang), ending=ending)

    def scored(self, score: float, passed: bool) -> str:
        """What it scored."""
        return self.say("score", score=score, verdict=self.say("passed" if passed else "failed"))


def quoted(words: str) -> Iterator[str]:
    """What a person wrote, line by line behind the margin."""
    # Only "\n" ends a line here; every other line end has become an escape.
    for line in visible(words).split("\n"):
        yield _MARGIN + line
