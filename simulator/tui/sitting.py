"""The screens of a sitting: the seat, the rules, the play against the clock, what comes between, the receipt."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from simulator.model.assessment import Seat
from simulator.model.event import Event
from simulator.model.receipt import Part, Receipt
from simulator.reports.transcript import Transcript
from simulator.runner.session import Session
from simulator.tui.bubbles import Bubble
from simulator.tui.clock_line import ClockLine, minutes
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.plain import shown
from simulator.tui.play import Play, PlayOptions

if TYPE_CHECKING:
    from simulator.runner.sitting import Sitting
    from simulator.tui.assess import AssessApp

#: The longest seat code that is taken from the keyboard.
SEAT_LIMIT = 100


class Step(Page):
    """A screen of the assessment."""

    AREA = "assess"

    @property
    def assess(self) -> AssessApp:
        """The app, by its own type."""
        return cast("AssessApp", self.app)


class SeatPage(Step):
    """Asks for the seat.

    Args:
        typed: what was typed already.
    """

    HELP = "help.seat"

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed = typed

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(
                self.words(self.assess.room.rules.title.get(self.simulator.lang)), classes="title", markup=False
            )
            yield Static(self.ask("seat"), classes="heading", markup=False)
            yield Input(self._typed[:SEAT_LIMIT], max_length=SEAT_LIMIT, id="name")
            yield Static(self.ask("seat_how"), classes="quiet", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _done(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.assess.take(event.value)
        else:
            self.tell(self.ask("seat_empty"), "warning")


class RulesPage(Step):
    """What is to be sat and how; Enter begins."""

    HELP = "help.rules"
    BINDINGS = [Binding("enter", "begin", "tui.key.begin", key_display="Enter")]  # noqa: RUF012

    def __init__(self, seat: Seat, attempt: int) -> None:
        super().__init__()
        self._seat, self._attempt = seat, attempt

    def compose(self) -> ComposeResult:
        rules, lang = self.assess.room.rules, self.simulator.lang
        with VerticalScroll(classes="reading"):
            yield Static(self.words(rules.title.get(lang)), classes="title", markup=False)
            yield Static(self._who(), classes="para", markup=False)
            if rules.instructions:
                yield Static(self.words(rules.instructions.get(lang).strip()), classes="para", markup=False)
            yield Static(self.ask("rules"), classes="heading", markup=False)
            for line in self._rules():
                yield Static(f"- {line}", markup=False)
            yield Static(self.ask("begin"), classes="heading", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def _who(self) -> str:
        seat = self._seat
        if not seat.name:
            return shown(seat.id)
        return self.ask("who_group" if seat.group else "who", name=seat.name, seat=seat.id, group=seat.group)

    def _rules(self) -> list[str]:
        rules = self.assess.room.rules
        count = len(rules.scenarios) + (rules.draw.count if rules.draw else 0)
        mark = self.assess.room.pass_mark
        lines = [self.ask("rule.one") if count == 1 else self.ask("rule.scenarios", n=count)]
        if rules.minutes:
            lines.append(self.ask("rule.minutes", n=rules.minutes))
        if rules.reply_seconds:
            lines.append(self.ask("rule.reply", time=minutes(rules.reply_seconds)))
        if rules.closes:
            lines.append(self.ask("rule.closes", closes=rules.closes, zone=rules.time_zone))
        lines.append(self.ask("rule.no_way_back"))
        if rules.attempts > 1:
            counts = self.ask(f"counts.{rules.counts}")
            lines.append(self.ask("rule.attempts", attempt=self._attempt, attempts=rules.attempts, counts=counts))
        if not rules.coach:
            lines.append(self.ask("rule.no_coach"))
        return [*lines, self.ask("rule.pass", mark=mark), self.ask(f"rule.scores.{rules.scores}")]

    def action_begin(self) -> None:
        self.assess.sit(self._seat)


class Again(Step):
    """A step failed before there was anything on the screen to go back to.

    Args:
        step: what is done again.
    """

    HELP = "help.trouble"
    BINDINGS = [Binding("enter", "again", "tui.key.go_on", key_display="Enter")]  # noqa: RUF012

    def __init__(self, step: Callable[[], Awaitable[None]]) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(self.ask("again"), classes="title", markup=False)
            yield Static(self.ask("again_how"), classes="para", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def action_again(self) -> None:
        self.assess.again(self._step)


class Timed(Step):
    """A screen on which the time of a sitting runs.

    Args:
        sitting: the sitting.
    """

    sitting: Sitting
    clock: ClockLine

    def draft(self) -> str | None:
        """What is typed; None where a reply is on its way already and nothing may be done."""
        return ""


class SittingPlay(Play, Timed):
    """The play screen of an assessment: against the clock, and nothing goes back."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "leave", "tui.key.home", show=False),
        Binding("enter", "debrief", "tui.key.go_on", key_display="Enter"),
    ]
    HELP = "help.sitting"

    def __init__(
        self, sitting: Sitting, session: Session, past: Transcript, clock: ClockLine,
        keep_receipt: Callable[[Receipt], object],
    ) -> None:  # fmt: skip
        super().__init__(session, past, PlayOptions(coach=sitting.terms.rules.coach, debrief=False))
        self.sitting, self.clock, self._keep_receipt = sitting, clock, keep_receipt

    def compose(self) -> ComposeResult:
        yield self.clock
        yield from super().compose()

    def draft(self) -> str | None:
        return None if self.busy else self.box.text

    def send(self, reply: str) -> Sequence[Event]:
        happened = self.sitting.send(reply)
        if self.sitting.receipt:
            # Whoever closes the window over the last answer has it all the same.
            self._keep_receipt(self.sitting.receipt)
        return happened

    def _speak(self, bubbles: list[Bubble], *, spoken: bool = True) -> None:
        # Words that come one by one would cost time.
        super()._speak(bubbles, spoken=False)

    def then(self) -> str:
        return self.ask("over")

    async def time_up(self) -> None:
        """The time is up: what is typed is sent as it stands."""
        await self._answer(self.box.text).wait()
        self.tell(self.ask("time_up"), "warning")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("debrief", "record"):
            return action == "debrief" and self.session.state.ended
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        self.tell(self.ask("no_way_back"), "warning")

    def action_debrief(self) -> None:
        self.assess.go_on()


class Between(Timed):
    """One scenario is over and another comes."""

    HELP = "help.sitting"
    BINDINGS = [Binding("enter", "begin", "tui.key.go_on", key_display="Enter")]  # noqa: RUF012

    def __init__(self, sitting: Sitting, last: Part, title: str, clock: ClockLine) -> None:
        super().__init__()
        self.sitting, self.clock = sitting, clock
        self._last, self._title = last, title

    def compose(self) -> ComposeResult:
        place, places = self.sitting.place, len(self.sitting.terms.plan)
        yield self.clock
        with Vertical(classes="sheet"):
            yield Static(self.ask("between", place=place, places=places), classes="title", markup=False)
            if self._last.outcome:
                yield Static(self.say(f"outcome.{self._last.outcome}"), classes="para", markup=False)
            if self.sitting.shows_parts and self._last.score is not None:
                yield Static(self.ask("between.score", score=self._last.score), classes="para", markup=False)
            yield Static(self.ask("between.next", title=self.words(self._title)), classes="para", markup=False)
            yield Static(self.ask("between.how"), classes="quiet", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def action_begin(self) -> None:
        self.assess.begin_next()


class ReceiptPage(Step):
    """The end: the receipt, to be copied.

    Args:
        receipt: the sitting.
        lines: the receipt as text.
        path: the file that has it too, or None where it could not be written.
        remark: what to say first, or None.
    """

    HELP = "help.receipt"
    BINDINGS = [  # noqa: RUF012
        Binding("c", "copy", "tui.key.copy"),
        Binding("enter,escape,q", "app.quit", "tui.key.quit", key_display="Enter"),
    ]

    def __init__(self, receipt: Receipt, lines: Sequence[str], path: str | None, remark: str | None = None) -> None:
        super().__init__()
        self._receipt, self._lines, self._path, self._remark = receipt, lines, path, remark

    def compose(self) -> ComposeResult:
        titles = {"done": "finished", "time": "finished.time", "closed": "finished.closed"}
        with VerticalScroll(classes="reading", id="receipt"):
            yield Static(self._remark or self.ask(titles[self._receipt.by]), classes="title", markup=False)
            told = self.ask("finished.how", path=self._path) if self._path else self.ask("finished.unsaved")
            yield Static(told, classes="para", markup=False)
            yield Static("\n".join(map(shown, self._lines)), id="receipt-text", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#receipt").focus()

    def action_copy(self) -> None:
        self.app.copy_to_clipboard("\n".join(self._lines))
        self.tell(self.ask("copied"), "success")
