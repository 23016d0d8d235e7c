"""A session looked at closely: each turn with its evidence, the engine's mark and people's beside it, what was said."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.messages import text
from simulator.reports.remarks import remark
from simulator.reports.transcript import Turn
from simulator.runner.desk import Disputed
from simulator.store.records import about
from simulator.tui.debrief_session import session_content
from simulator.tui.desk import DeskPage
from simulator.tui.desk_stage import Reviewed
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shown
from simulator.tui.said import People, Said, block, drawn
from simulator.tui.session_parts import SessionParts


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
        self._people = People(Said(looked, self.reviewed.entries), lang, "waits")
        self._turns = self._people.counted(self.reviewed.whole.turns)
        self._parts = SessionParts(self, self.reviewed.scenario, looked.rubric, self._turns)
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

    def _head(self) -> Content:
        row = self.reviewed.row
        badge = self._parts.badge(row.outcome) if row.outcome else ""
        who = shown(f"{row.trainee}  {self.reviewed.group}".strip())
        return Content.assemble(" ", (who, "bold"), "  ", self.words(row.title), "  ", badge, "  ",
                                (row.id[:8], "$quiet"))  # fmt: skip

    def _summary(self) -> ComposeResult:
        mark = self.reviewed.looked.mark
        yield self._parts.result(mark.session)
        yield from self._beside()
        yield self._parts.score_parts(mark.session)
        moods = [turn.mood for turn in self._turns]
        if moods:
            last = self._turns[-1].mood_after
            moods = [*moods, last] if last is not None else moods
            yield from self._parts.moods(moods)

    def _beside(self) -> Iterator[Static]:
        """The engine's score, where a person changed anything."""
        if beside := self._people.beside():
            again = [Content.styled(self.ask("look_again"), "$text-warning")]
            lines = [beside, *(again if self.reviewed.looked.mark.look_again else [])]
            yield Static(Content("\n").join(lines), classes="block")

    def _whole_card(self) -> ReviewCard:
        looked = self.reviewed.looked
        parts = [Static(self.ask("whole_card"), classes="card-title heading", markup=False)]
        if looked.mark.whole:
            parts.append(Static(session_content(looked.mark.whole, looked.rubric, self.simulator.lang)))
        return ReviewCard(0, *parts, *self._people.about(None), *self._beside_it())

    def _card(self, turn: Turn, visit: int) -> ReviewCard:
        parts = self._parts.turn(turn, visit)
        return ReviewCard(turn.number, *parts, *self._people.about(turn.number))

    def _beside_it(self) -> list[Static]:
        """What people said about the trainee and the group."""
        trainee, lines = about("trainee", self.reviewed.row.trainee), list[Content]()
        for entry in self.reviewed.beside:
            kind = "trainee" if entry.subject == trainee else "group"
            name = self.reviewed.row.trainee if kind == "trainee" else self.reviewed.group
            lang = self.simulator.lang
            lines += drawn(remark(entry, {}, lang), lang, text(f"desk.for.{kind}", lang, name=name))
        return block(lines)

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
        engine, counts = self._people.scores()
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
