"""The forms of a session looked at closely: comment, grade, answer, taking a change back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from simulator.marking.grades import GRADES, LETTERS
from simulator.reports.remarks import all_names, grade_words, remark
from simulator.store.records import about
from simulator.tui.desk_form import Adding, Form
from simulator.tui.plain import shown

if TYPE_CHECKING:
    from simulator.runner.desk import Disputed
    from simulator.tui.desk_stage import Reviewed


class ReviewForm(Form):
    """A form about a session.

    Args:
        reviewed: the session.
        done: what to do once it is kept.
    """

    def __init__(self, reviewed: Reviewed, done: Callable[[], object]) -> None:
        super().__init__(done)
        self.reviewed = reviewed


class CommentForm(ReviewForm):
    """A comment on a turn, or on the whole session."""

    def __init__(self, reviewed: Reviewed, turn: int | None, done: Callable[[], object]) -> None:
        super().__init__(reviewed, done)
        self._turn = turn

    def heading(self) -> str:
        return self.ask("form.comment" if self._turn else "form.comment_whole", turn=self._turn)

    def fields(self) -> Iterable[Widget]:
        return self.box("comment")

    def add(self) -> Adding:
        session, by, words, turn = self.reviewed.row.id, self.desk_app.by, self.written("comment"), self._turn
        return lambda desk: desk.comment(session, by, words, turn)


class GradeForm(ReviewForm):
    """A grade with what was strong and what was weak, for the session, the trainee or the group."""

    def heading(self) -> str:
        return self.ask("form.grade")

    def fields(self) -> Iterable[Widget]:
        trainee, group = self.reviewed.row.trainee, self.reviewed.group
        whom = [("session", self.ask("for.session")), ("trainee", self.ask("for.trainee", name=trainee))]
        if group:
            whom.append(("group", self.ask("for.group", name=group)))
        yield self.choice("for", whom, "session")
        grades = [(grade, grade_words(grade, self.simulator.lang)) for grade in (*GRADES, *LETTERS)]
        yield self.choice("grade", grades)
        yield from self.box("strengths")
        yield from self.box("weaknesses")

    def add(self) -> Adding | None:
        grade, row = self.chosen("grade"), self.reviewed.row
        if grade is None:
            return None
        subject = {
            "trainee": about("trainee", row.trainee), "group": about("group", self.reviewed.group),
        }.get(self.chosen("for") or "", row.id)  # fmt: skip
        by, strong, weak = self.desk_app.by, self.written("strengths"), self.written("weaknesses")
        return lambda desk: desk.grade(subject, by, grade, strong, weak)


class AnswerForm(ReviewForm):
    """The answer to a dispute, below what was disputed."""

    def __init__(self, reviewed: Reviewed, disputed: Disputed, done: Callable[[], object]) -> None:
        super().__init__(reviewed, done)
        self._disputed = disputed

    def heading(self) -> str:
        return self.ask("form.answer")

    def fields(self) -> Iterable[Widget]:
        lang = self.simulator.lang
        said = remark(self._disputed.entry, all_names(self.reviewed.looked.rubric, lang), lang)
        yield Static(shown(said.line(lang)), classes="heading", markup=False)
        yield Static(shown("\n".join(said.words)), classes="para", markup=False)
        yield self.choice("verdict", [("upheld", self.ask("upheld")), ("rejected", self.ask("rejected"))])
        yield from self.box("answer")

    def add(self) -> Adding | None:
        verdict = self.chosen("verdict")
        if verdict is None:
            return None
        dispute, by, words = self._disputed.entry.id, self.desk_app.by, self.written("answer")
        return lambda desk: desk.answer(dispute, by, verdict == "upheld", words)


class TakeBackForm(ReviewForm):
    """Takes a change back."""

    def heading(self) -> str:
        return self.ask("form.take_back")

    def fields(self) -> Iterable[Widget]:
        lang, looked = self.simulator.lang, self.reviewed.looked
        entries = {entry.id: entry for entry in self.reviewed.entries}
        names = all_names(looked.rubric, lang)
        options = [(one.entry, remark(entries[one.entry], names, lang).what) for one in looked.mark.overrides
                   if one.entry in entries]  # fmt: skip
        yield self.choice("which", options, options[0][0] if len(options) == 1 else None)
        yield from self.box("reason")

    def add(self) -> Adding | None:
        which, reason = self.chosen("which"), self.written("reason")
        looked, by = self.reviewed.looked, self.desk_app.by
        if which is None:
            return None

        return lambda desk: desk.override(looked.row.id, by, [looked.withdrawal(which, reason)])
