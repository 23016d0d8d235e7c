"""The debrief: how it ended, what scored, the mood over time, each turn looked at closely, the trainee's look back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.messages import text
from simulator.reports.reasons import in_words
from simulator.reports.transcript import Transcript, Turn
from simulator.runner.session import Session
from simulator.store.errors import StoreError
from simulator.tui.debrief_moves import moves_made, turn_moves
from simulator.tui.debrief_session import session_content
from simulator.tui.debrief_text import moments
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.questions import SelfCheck
from simulator.tui.reply_box import ReplyBox
from simulator.tui.said import People, Said
from simulator.tui.session_parts import SessionParts
from simulator.tui.steps import step_report


class Again(Static, can_focus=False):
    """Offers to answer a turn once more."""

    @dataclass
    class Chosen(Message):
        """This turn is to be answered differently."""

        turn: int

    def __init__(self, label: str, turn: int) -> None:
        super().__init__(label, classes="again", markup=False)
        self._turn = turn

    def on_click(self) -> None:
        self.post_message(self.Chosen(self._turn))


class TurnCard(Vertical, can_focus=True):
    """One turn: what was said, what counted in it, what would have lifted it, a model answer."""

    BINDINGS = [Binding("enter,o", "again", "tui.key.again", key_display="Enter")]  # noqa: RUF012

    def __init__(self, turn: int, *parts: Static) -> None:
        super().__init__(*parts, classes="card", id=f"turn-{turn}")
        self.turn = turn

    def action_again(self) -> None:
        self.post_message(Again.Chosen(self.turn))


class LookBack(ReplyBox):
    """A box for the trainee's own look back: Enter goes on and keeps it."""

    BINDINGS = [Binding("enter", "send", "tui.key.keep", key_display="Enter")]  # noqa: RUF012


class Debrief(Page):
    """Looks back on a session that has ended.

    Args:
        session: the session.
        whole: everything that was said in it.
        said: what people said about it, with the mark that counts; None: nobody did.
    """

    HELP = "help.debrief"
    AUTO_FOCUS = "#turns"
    BINDINGS = [  # noqa: RUF012
        Binding("n,j", "card(1)", "tui.key.next_turn", key_display="n"),
        Binding("p,k", "card(-1)", "tui.key.previous_turn", key_display="p"),
        Binding("b", "moment(0)", "tui.key.best", show=False),
        Binding("w", "moment(1)", "tui.key.worst", show=False),
        Binding("r", "review", "tui.key.review"),
        Binding("c", "record", "tui.key.record"),
        Binding("d", "dispute", "tui.key.dispute"),
        Binding("f1,question_mark", "help", "tui.key.help", key_display="?"),
        Binding("t", "app.theme_other", "tui.key.theme", show=False),
        Binding("escape", "leave", "tui.key.home", key_display="Esc"),
    ]

    def __init__(self, session: Session, whole: Transcript, said: Said | None = None) -> None:
        super().__init__()
        self.session = session
        self._whole, self._said = whole, said
        self._rubric = said.looked.rubric if said else session.bundle.rubric
        review = whole.review
        self._kept: tuple[str, ...] = (review.went_well, review.next_time) if review else ("", "")
        self._boxes = (LookBack(self._kept[0], id="went-well"), LookBack(self._kept[1], id="next-time"))

    # What is shown

    def compose(self) -> ComposeResult:
        said, turns = self._said, self._whole.turns
        self._people = People(said, self.simulator.lang) if said else None
        self._result = said.looked.mark.session if said else self.session.score()
        turns = (*self._people.counted(turns),) if self._people else turns
        self._moments = moments(turns)
        self._parts = SessionParts(self, self.session.scenario, self._rubric, turns)
        yield Static(self._head(), id="head")
        # One long page where it is narrow; two columns, each scrolling by itself, where it is wide.
        with VerticalScroll(id="debrief", can_focus=False):
            with VerticalScroll(id="summary", can_focus=False):
                yield from self._summary()
            with VerticalScroll(id="turns"):
                yield from self._whole_session()
                yield Static(self.say("debrief.turns"), classes="heading", markup=False)
                for turn, visit in self._parts.latest():
                    yield self._card(turn, visit)
                yield from self._look_back()
        yield Static(id="status", markup=False)
        yield KeyBar()

    def _head(self) -> Content:
        badge = self._parts.badge(self.session.state.outcome or "lost")
        rubric = self._rubric
        by = "" if rubric.rubric == "core" else self.words(in_words(rubric.title, self.simulator.lang))
        return Content.assemble(
            " ", (self.words(self.session.scenario.title), "bold"), "  ", badge, "  ", (by, "$quiet")
        )

    def _summary(self) -> ComposeResult:
        session, scenario = self.session, self.session.scenario
        yield self._parts.result(self._result)
        if self._people and (beside := self._people.beside()):
            yield Static(beside, classes="block")
        if session.wants_record:
            yield Static(self._record_line(), id="record-line", classes="block", markup=False)
        if session.state.ending in scenario.endings:
            yield Static(
                self.words(scenario.endings[session.state.ending].debrief.strip()), classes="block", markup=False
            )
        yield self._parts.score_parts(self._result)
        yield from self._parts.moods(session.state.moods)
        if self._moments:
            best, worst = self._moments
            yield Static(self.say("debrief.moments", best=best, worst=worst), classes="block", markup=False)
        yield self._later("moves-made")

    def _record_line(self) -> str:
        recorded = self.session.state.recorded
        return (
            self.say("debrief.record")
            if recorded is None
            else self.say("debrief.recorded", score=f"{recorded.score.score:g}")
        )

    def on_screen_resume(self) -> None:
        for line in self.query("#record-line").results(Static):
            line.update(self._record_line())

    def _whole_session(self) -> ComposeResult:
        lang, levels = self.simulator.lang, self._result.session
        parts = []
        if self.session.scenario.guided:
            parts.append(step_report(self.session.steps(), lang))
        if levels:
            parts.append(session_content(levels, self._rubric, lang))
        said = self._people.about(None) if self._people else []
        if parts or said:
            yield Static(text("conduct.heading", lang), classes="heading", markup=False)
        if parts:
            yield Static(Content("\n\n").join(parts), id="whole")
        yield from said

    def _card(self, turn: Turn, visit: int) -> TurnCard:
        tags = dict(zip(self._moments or (), ("best", "worst"), strict=False))
        parts = self._parts.turn(turn, visit, tags.get(turn.number, ""), self._later(f"moves-{turn.number}"))
        said = self._people.about(turn.number) if self._people else []
        return TurnCard(turn.number, *parts, *said, Again(self.say("debrief.again"), turn.number))

    def _look_back(self) -> ComposeResult:
        with Vertical(id="look-back"):
            yield Static(self.say("debrief.look_back"), classes="heading", markup=False)
            for key, question in self.session.bundle.rubric.questions.items():
                yield SelfCheck(key, question, self.session.state.answers.get(key), self.simulator.lang)
            for key, box in zip(("went_well", "next_time"), self._boxes, strict=True):
                yield Static(self.say(f"debrief.{key}"), classes="quiet", markup=False)
                yield box

    # The moves: looked for once the screen is there, because their vocabulary takes a moment to be read

    def on_mount(self) -> None:
        self._find_moves()

    @work
    async def _find_moves(self) -> None:
        try:
            found = await self.simulator.off(self.simulator.stage.moves, self.session)
        except StoreError as error:
            self.tell(self.simulator.explain(error), "error")
            return
        if found is None:
            return
        lang = self.simulator.lang
        told = {f"moves-{turn}": turn_moves(moves, found.rubric, lang) for turn, moves in found.turns.items()}
        told["moves-made"] = moves_made(found.turns.values(), found.rubric, lang)
        with self.app.batch_update():
            for part in self.query(".moves").results(Static):
                if part.id in told and told[part.id].plain:
                    part.update(told[part.id])
                    part.display = True

    def _later(self, name: str) -> Static:
        """A place for what is found later."""
        part = Static(id=name, classes="moves")
        part.display = False
        return part

    # Turns

    def action_card(self, step: int) -> None:
        cards = list(self.query(TurnCard))
        now = next((i for i, card in enumerate(cards) if card.has_focus), None)
        goal = (0 if step > 0 else len(cards) - 1) if now is None else max(0, min(len(cards) - 1, now + step))
        self._go_to(cards[goal])

    def action_moment(self, which: int) -> None:
        if self._moments:
            for card in self.query(f"#turn-{self._moments[which]}").results(TurnCard):
                self._go_to(card)

    def _go_to(self, card: TurnCard) -> None:
        self.set_focus(card, scroll_visible=False)
        # A key may come before the cards have their places.
        self.call_after_refresh(card.scroll_visible, top=True, animate=False)

    @on(Again.Chosen)
    def _again(self, event: Again.Chosen) -> None:
        self.simulator.branch(self.session.id, event.turn)

    def action_record(self) -> None:
        self.simulator.record(self.session)

    def action_dispute(self) -> None:
        """Lets the trainee object to a mark."""
        from simulator.tui.dispute import DisputeForm

        turn = self.focused.turn if isinstance(self.focused, TurnCard) else None
        kept = partial(self.tell, text("desk.disputed_here", self.simulator.lang), "success")
        self.app.push_screen(DisputeForm(self.session, turn, kept))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "record" or self.session.wants_record

    # The trainee's look back

    def action_review(self) -> None:
        first = next(iter(self.query(SelfCheck)), self._boxes[0])
        first.focus()

    @on(SelfCheck.Chosen)
    def _answered(self, event: SelfCheck.Chosen) -> None:
        try:
            self.session.answer(event.question, event.level)
        except StoreError as error:
            self.simulator.trouble(error)
        else:
            self.tell(self.say("debrief.kept"), "success")

    @on(ReplyBox.Sent, "#went-well")
    def _next_question(self) -> None:
        self._boxes[1].focus()

    @on(ReplyBox.Sent, "#next-time")
    def _done(self) -> None:
        self._keep_review()

    def _keep_review(self) -> None:
        """Logs what was written, where it is new."""
        written = tuple(box.text.strip() for box in self._boxes)
        if written == self._kept or not any(written):
            return
        try:
            self.session.review(*written)
        except StoreError as error:
            self.simulator.trouble(error)
        else:
            self._kept = written
            self.tell(self.say("debrief.kept"), "success")

    def on_unmount(self) -> None:
        self._keep_review()

    def on_key(self, event: events.Key) -> None:
        # Out of the boxes, back to the turns, before leaving.
        if event.key == "escape" and isinstance(self.focused, LookBack):
            self.query_one("#turns").focus()
            event.stop()

    def action_leave(self) -> None:
        self.app.pop_screen()
