"""A session looked at closely: each turn with its evidence, the engine's mark and people's beside it, what was said."""

from __future__ import annotations

from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.reports.remarks import Remark, all_names, remark
from simulator.reports.transcript import Turn
from simulator.runner.desk import Disputed
from simulator.store.records import about
from simulator.tui.debrief_session import session_content
from simulator.tui.desk import DeskPage
from simulator.tui.desk_stage import Reviewed
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shown
from simulator.tui.session_parts import SessionParts

_KINDS = frozenset({"override", "comment", "grade", "dispute", "answer", "rescored"})
_TONES = {"override": "$text-accent", "dispute": "$text-warning", "answer": "$text-success"}


class ReviewCard(Vertical, can_focus=True):
    """The whole session (turn 0), or one turn."""

    def __init__(self, turn: int, *parts: Static) -> None:
        super().__init__(*parts, classes="card", id=f"turn-{turn}")
        self.turn = turn


class Review(DeskPage):
    """Looks at a session closely.

    Args:
        reviewed: the session.
    """

    HELP = "help.desk_review"
    AUTO_FOCUS = "#turn-0"
    BINDINGS = [  # noqa: RUF012
        Binding("o", "override", "tui.key.override", key_display="o"),
        Binding("c", "comment", "tui.key.comment", key_display="c"),
        Binding("g", "grade", "tui.key.grade", key_display="g"),
        Binding("a", "answer", "tui.key.answer_dispute", key_display="a"),
        Binding("u", "take_back", "tui.key.take_back", key_display="u"),
        Binding("n,j,down", "card(1)", "tui.key.next_turn", key_display="n"),
        Binding("p,k,up", "card(-1)", "tui.key.previous_turn", key_display="p"),
        Binding("f1,question_mark", "help", "tui.key.help", key_display="?"),
        Binding("t", "app.theme_other", "tui.key.theme", show=False),
        Binding("escape", "app.pop_screen", "tui.key.back", key_display="Esc"),
    ]

    def __init__(self, reviewed: Reviewed) -> None:
        super().__init__(classes="review")
        self.reviewed = reviewed

    # What is shown

    def compose(self) -> ComposeResult:
        lang, looked = self.simulator.lang, self.reviewed.looked
        self._turns = self._counted()
        self._parts = SessionParts(self, self.reviewed.scenario, looked.rubric, self._turns)
        names = all_names(looked.rubric, lang)
        self._said = [remark(entry, names, lang) for entry in self.reviewed.entries if entry.kind in _KINDS]
        yield Static(self._head(), id="head")
        with VerticalScroll(id="debrief", can_focus=False):
            with VerticalScroll(id="summary", can_focus=False):
                yield from self._summary()
            with VerticalScroll(id="turns", can_focus=False):
                yield self._whole_card()
                for turn, visit in self._parts.latest():
                    yield self._card(turn, visit)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def _counted(self) -> list[Turn]:
        """The turns with the scores that count."""
        scores = self.reviewed.looked.mark.replies
        return [
            replace(turn, score=scores[turn.number - 1]) if turn.number <= len(scores) else turn
            for turn in self.reviewed.whole.turns
        ]

    def _head(self) -> Content:
        row = self.reviewed.row
        badge = self._parts.badge(row.outcome) if row.outcome else ""
        who = shown(f"{row.trainee}  {self.reviewed.group}".strip())
        return Content.assemble(" ", (who, "bold"), "  ", self.words(row.title), "  ", badge, "  ",
                                (row.id[:8], "$quiet"))  # fmt: skip

    def _summary(self) -> ComposeResult:
        mark = self.reviewed.looked.mark
        yield self._parts.result(mark.session)
        if mark.by_hand:
            yield Static(self._beside(), classes="block")
        yield self._parts.score_parts(mark.session)
        moods = [turn.mood for turn in self._turns]
        if moods:
            last = self._turns[-1].mood_after
            moods = [*moods, last] if last is not None else moods
            yield from self._parts.moods(moods)

    def _beside(self) -> Content:
        """The engine's score, where a person changed anything."""
        engine, counts = self._scores()
        lines = [Content.assemble((self.ask("engine_gave", engine=engine), "$quiet"), " → ",
                                  (self.ask("counts_now", score=counts), "bold"),
                                  (f"  {self.ask('by_hand')}", "$text-accent"))]  # fmt: skip
        if self.reviewed.looked.mark.look_again:
            lines.append(Content.styled(self.ask("look_again"), "$text-warning"))
        return Content("\n").join(lines)

    def _scores(self) -> tuple[str, str]:
        """The engine's score and the one that counts."""
        mark = self.reviewed.looked.mark
        engine, counts = (
            "-" if score is None else f"{score:g}" for score in (mark.automatic.score, mark.session.score)
        )
        return engine, counts

    def _whole_card(self) -> ReviewCard:
        looked = self.reviewed.looked
        parts = [Static(self.ask("whole_card"), classes="card-title heading", markup=False)]
        if looked.mark.whole:
            parts.append(Static(session_content(looked.mark.whole, looked.rubric, self.simulator.lang)))
        return ReviewCard(0, *parts, *self._remarks(None), *self._beside_it())

    def _card(self, turn: Turn, visit: int) -> ReviewCard:
        parts = self._parts.turn(turn, visit)
        return ReviewCard(turn.number, *parts, *self._remarks(turn.number))

    def _remarks(self, turn: int | None) -> list[Static]:
        """What people said about a turn, or about the whole; answers stand with what they answer."""
        answers: dict[str, list[Remark]] = {}
        for said in self._said:
            if said.entry.kind == "answer":
                answers.setdefault(str(said.entry.data.get("dispute")), []).append(said)
        open_ = {one.entry.id for one in self.reviewed.disputes if one.answer is None}
        lines: list[Content] = []
        for said in self._said:
            if said.entry.kind == "answer" or said.turn != turn:
                continue
            lines += self._remark(said)
            for answer in answers.get(said.entry.id, ()):
                lines += [Content.assemble("  ", line) for line in self._remark(answer)]
            if said.entry.id in open_:
                lines.append(Content.styled(f"  {self.ask('waits')}", "bold $text-warning"))
        return [Static(Content("\n").join(lines), classes="remarks")] if lines else []

    def _beside_it(self) -> list[Static]:
        """What people said about the trainee and the group."""
        trainee, lines = about("trainee", self.reviewed.row.trainee), list[Content]()
        for entry in self.reviewed.beside:
            kind = "trainee" if entry.subject == trainee else "group"
            name = self.reviewed.row.trainee if kind == "trainee" else self.reviewed.group
            lines += self._remark(remark(entry, {}, self.simulator.lang), self.ask(f"for.{kind}", name=name))
        return [Static(Content("\n").join(lines), classes="remarks")] if lines else []

    def _remark(self, said: Remark, whom: str = "") -> list[Content]:
        tone = _TONES.get(said.entry.kind, "$primary")
        head = self.ask("said_here", author=said.entry.author, what=said.what)
        if whom:
            head = self.ask("said_of", whom=whom, head=head)
        return [
            Content.assemble(("» ", tone), (head, f"bold {tone}")),
            *(Content(f"  {shown(line)}") for line in said.words),
        ]

    # Turns

    @property
    def turn(self) -> int | None:
        """The turn that is looked at; None: the whole session."""
        return self.focused.turn or None if isinstance(self.focused, ReviewCard) else None

    def action_card(self, step: int) -> None:
        cards = list(self.query(ReviewCard))
        now = next((i for i, card in enumerate(cards) if card.has_focus), 0)
        self._go_to(cards[max(0, min(len(cards) - 1, now + step))])

    def _go_to(self, card: ReviewCard) -> None:
        self.set_focus(card, scroll_visible=False)
        self.call_after_refresh(card.scroll_visible, top=True, animate=False)

    @work(exclusive=True)
    async def again(self) -> None:
        """Reads the session again, after something was said about it."""
        from simulator.tui.stage import TROUBLE

        desk, turn = self.desk_app.desk, self.turn or 0
        assert desk
        try:
            self.reviewed = await self.simulator.off(desk.review, self.reviewed.row.id)
        except TROUBLE as error:
            self.simulator.trouble(error)
            return
        await self.recompose()
        for card in self.query(f"#turn-{turn}").results(ReviewCard):
            self._go_to(card)
        engine, counts = self._scores()
        self.tell(self.ask("kept_here", engine=engine, counts=counts), "success")

    # What is said

    def action_override(self) -> None:
        from simulator.tui.desk_override import OverrideForm

        self.app.push_screen(OverrideForm(self.reviewed, self.turn, self.again))

    def action_take_back(self) -> None:
        from simulator.tui.desk_forms import TakeBackForm

        if self.reviewed.looked.mark.overrides:
            self.app.push_screen(TakeBackForm(self.reviewed, self.again))
        else:
            self.tell(self.ask("nothing_to_take_back"), "warning")

    def action_comment(self) -> None:
        from simulator.tui.desk_forms import CommentForm

        self.app.push_screen(CommentForm(self.reviewed, self.turn, self.again))

    def action_grade(self) -> None:
        from simulator.tui.desk_forms import GradeForm

        self.app.push_screen(GradeForm(self.reviewed, self.again))

    def action_answer(self) -> None:
        from simulator.tui.desk_forms import AnswerForm

        if dispute := self._due():
            self.app.push_screen(AnswerForm(self.reviewed, dispute, self.again))
        else:
            self.tell(self.ask("no_dispute_here"), "warning")

    def _due(self) -> Disputed | None:
        """The dispute to answer: of the turn that is looked at before others, a waiting one before an answered one."""
        disputes = sorted(
            self.reviewed.disputes, key=lambda one: (one.answer is not None, one.dispute.turn != self.turn)
        )
        return next(iter(disputes), None)
