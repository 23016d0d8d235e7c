"""The complaint record: the form that is filled in after the call. What is typed is kept as it is typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static, TextArea

from simulator.model.intake import Channel, FilledRecord, Risk, Test
from simulator.runner.session import Session
from simulator.store.errors import StoreError
from simulator.tui.choice import Choice
from simulator.tui.debounce import Debounce
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.reply_box import ReplyBox
from simulator.tui.sheet import CaseFile

#: The fields that are typed, and how many lines each has.
TYPED = {"name": 1, "contact": 1, "time": 1, "content": 4, "wish": 2, "promises": 3, "follow_up": 3}
YES_NO = ("yes", "no")


class Line(ReplyBox):
    """A field to type in: Enter goes on to the next."""

    BINDINGS = [Binding("enter", "send", "tui.key.next_field", key_display="Enter")]  # noqa: RUF012

    def __init__(self, written: str, height: int, placeholder: str, field: str) -> None:
        super().__init__(written, placeholder=placeholder, id=field)
        self.styles.height = height
        self._single = height == 1

    def action_send(self) -> None:
        self.screen.focus_next()

    def _put(self, text: str) -> None:
        super()._put(" ".join(text.splitlines()) or " " if self._single else text)


class HandIn(Static, can_focus=True):
    """Hands the record in."""

    BINDINGS = [Binding("enter", "screen.hand_in", "tui.key.hand_in", key_display="Enter")]  # noqa: RUF012

    async def on_click(self) -> None:
        await self.screen.run_action("hand_in")


class RecordForm(Page):
    """The complaint record of a session that has ended.

    Args:
        session: the session.
    """

    HELP = "help.record"
    AREA = "record"
    AUTO_FOCUS = "#channel"
    BINDINGS = [  # noqa: RUF012
        Binding("ctrl+s", "hand_in", "tui.key.hand_in", key_display="^s", priority=True),
        Binding("f2", "case", "tui.key.case", key_display="F2"),
        Binding("down", "app.focus_next", "tui.key.next_field", show=False),
        Binding("up", "app.focus_previous", "tui.key.previous_field", show=False),
        Binding("escape", "leave", "tui.key.back", key_display="Esc"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        handed_in = session.state.recorded
        self._kept = session.begun_record or (handed_in.record if handed_in else FilledRecord())
        self._drafts = Debounce(self, self._save, pause=0.4, longest=1.0)
        self._done = self._warned = False
        #: The record as it stood when its gaps were told.
        self._told: FilledRecord | None = None
        self._lines: dict[str, Line] = {}
        self._choices: dict[str, Choice] = {}

    # What is shown

    def compose(self) -> ComposeResult:
        yield Static(f" {self.ask('title')}  {self.words(self.session.scenario.title)}", id="head", markup=False)
        with VerticalScroll(id="form", can_focus=False):
            yield from self._row("channel", self._choice("channel", "channel", get_args(Channel), self._kept.channel))
            for field, height in TYPED.items():
                yield from self._row(field, self._line(field, height))
            yield Static(self.ask("field.validity"), classes="heading", markup=False)
            for test in get_args(Test):
                kept = self._kept.validity.get(test)
                answer = None if kept is None else YES_NO[not kept]
                with Horizontal(classes="row"):
                    yield Static(self.ask(f"validity.{test}"), classes="test", markup=False)
                    yield self._choice(test, "answer", YES_NO, answer)
            yield from self._row("risk", self._choice("risk", "risk", get_args(Risk), self._kept.risk))
            yield HandIn(self.say("record.hand_in"), id="hand-in", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def _row(self, field: str, widget: Widget) -> Iterator[Widget]:
        with Horizontal(classes=f"row {field}"):
            yield Static(self.ask(f"field.{field}"), classes="label", markup=False)
            yield widget

    def _line(self, field: str, height: int) -> Line:
        box = Line(getattr(self._kept, field), height, self.ask(f"ask.{field}"), field)
        self._lines[field] = box
        return box

    def _choice(self, field: str, kind: str, values: tuple[str, ...], chosen: str | None) -> Choice:
        choice = Choice([(value, self.ask(f"{kind}.{value}")) for value in values], chosen, id=field)
        self._choices[field] = choice
        return choice

    def on_mount(self) -> None:
        if self.session.begun_record:
            self.tell(self.say("record.welcome_back"))

    # What is filled in

    @property
    def filled(self) -> FilledRecord:
        """The record as it stands on the screen."""
        chosen = {field: choice.value for field, choice in self._choices.items()}
        tests = {test: chosen.get(test) == YES_NO[0] for test in get_args(Test) if chosen.get(test)}
        written = {field: box.text.strip() for field, box in self._lines.items()}
        return FilledRecord.model_validate(
            {**written, "channel": chosen.get("channel"), "validity": tests, "risk": chosen.get("risk")}
        )

    def _gaps(self, record: FilledRecord) -> list[str]:
        """The names of the fields that are empty."""
        empty = [field for field in ("channel", *TYPED, "risk") if not getattr(record, field)]
        tests = [] if len(record.validity) == len(get_args(Test)) else ["validity"]
        return [self.ask(f"field.{field}") for field in [*empty, *tests]]

    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self._drafts.touch()

    # The draft

    def _save(self) -> None:
        record = self.filled
        if not self._done and record != self._kept:
            self._kept = record
            self._keep(record)

    @work
    async def _keep(self, record: FilledRecord) -> None:
        try:
            await self.simulator.off(self.session.save_record, record)
        except StoreError as error:
            if not self._warned:
                self.tell(self.simulator.explain(error), "error")
            self._warned = True

    def on_unmount(self) -> None:
        self._drafts.cancel()
        if self._done or not self._lines or self.filled == self._kept:
            return
        try:
            self.session.save_record(self.filled)
        except StoreError as error:
            self.simulator.error = error

    # Handing in

    def action_hand_in(self) -> None:
        record = self.filled
        gaps = self._gaps(record)
        if gaps and record != self._told:
            self._told = record
            self.tell(self.say("record.gaps", fields=self.say("record.and").join(gaps)), "warning")
            return
        self._hand_in(record)

    @work(exclusive=True)
    async def _hand_in(self, record: FilledRecord) -> None:
        self._drafts.cancel()
        try:
            await self.simulator.off(self.session.record, record)
        except StoreError as error:
            self.simulator.trouble(error)
        else:
            self._done = True
            self.simulator.recorded(self.session)

    def action_case(self) -> None:
        self.app.push_screen(CaseFile(self.session.scenario, self.session.state.told))

    def action_leave(self) -> None:
        self.app.pop_screen()
