"""What a complaint record was worth: each field as it was written, beside what is true of the case, and why."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from simulator.model.intake import FieldVerdict, FilledRecord, Intake, ItemVerdict
from simulator.runner.session import Session
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page

#: Verdict to its sign, which can be told without colour, and its colour.
SIGNS = {
    "right": ("+", "$text-success"), "partly": ("~", "$text-warning"), "wrong": ("x", "$text-error"),
    "missing": ("-", "$text-error"),
}  # fmt: skip


class RecordResult(Page):
    """The record that was handed in, against the truth.

    Args:
        session: a session whose record was handed in.
    """

    HELP = "help.record_result"
    AREA = "record"
    AUTO_FOCUS = "#fields"
    BINDINGS = [  # noqa: RUF012
        Binding("e", "again", "tui.key.write_again", key_display="e"),
        Binding("enter,escape", "app.pop_screen", "tui.key.back", key_display="Esc"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        recorded, truth = self.session.state.recorded, self.session.scenario.intake
        assert recorded is not None and truth is not None  # noqa: PT018 (it is shown for nothing else)
        yield Static(f" {self.ask('title')}  {self.words(self.session.scenario.title)}", id="head", markup=False)
        with VerticalScroll(id="fields"):
            score = f"{recorded.score.score:g}"
            yield Static(self.ask("score", score=score), classes="title", markup=False)
            yield self._beside(self.say("record.written"), self.say("record.truth"), "quiet")
            tests = [f for f in recorded.score.fields if f.field.startswith("validity.")]
            for verdict in recorded.score.fields:
                if verdict in tests:
                    continue
                if verdict.field == "risk":
                    yield from self._tests(tests, recorded.record, truth)
                yield Static(self._heading(verdict), classes="verdict")
                yield self._beside(self._written(verdict.field, recorded.record), self._true(verdict, truth))
            if truth.why:
                yield Static(self.say("record.why"), classes="heading", markup=False)
                yield Static(self.words(truth.why.strip()), classes="para", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def _beside(self, left: str | Content, right: str | Content, classes: str = "") -> Horizontal:
        return Horizontal(Static(left, classes=classes, markup=False), Static(right, classes=classes, markup=False),
                          classes="beside")  # fmt: skip

    def _heading(self, verdict: FieldVerdict) -> Content:
        sign, colour = SIGNS[verdict.verdict]
        told = self.ask(f"why.{verdict.reason}") if verdict.reason else ""
        return Content.assemble((f"{sign} {self.ask(f'field.{verdict.field}')}", f"bold {colour}"),
                                f"  {self.ask(f'verdict.{verdict.verdict}')}", (f"  {told}", "$quiet"))  # fmt: skip

    def _tests(self, tests: list[FieldVerdict], record: FilledRecord, truth: Intake) -> ComposeResult:
        yield Static(self.ask("field.validity"), classes="verdict", markup=False)
        for verdict in tests:
            test = verdict.field.removeprefix("validity.")
            sign, colour = SIGNS[verdict.verdict]
            answers = [self._yes_no(record.validity.get(test)), self._yes_no(getattr(truth.validity, test))]  # type: ignore[call-overload]
            yield self._beside(
                Content.assemble((f"{sign} ", f"bold {colour}"), self.ask(f"short.{test}", answer=answers[0])),
                answers[1],
            )

    def _yes_no(self, answer: bool | None) -> str:
        return self.ask("empty") if answer is None else self.ask(f"answer.{'yes' if answer else 'no'}")

    def _written(self, field: str, record: FilledRecord) -> str:
        value = getattr(record, field)
        if field in ("channel", "risk"):
            return self.ask(f"{field}.{value}") if value else self.ask("empty")
        return self.words(value) if value else self.ask("empty")

    def _true(self, verdict: FieldVerdict, truth: Intake) -> Content:
        """What a right record says; of what it should hold, each part with its sign."""
        scenario, field = self.session.scenario, verdict.field
        if field in ("channel", "risk"):
            return Content(self.ask(f"{field}.{getattr(truth, field)}"))
        if field == "content":
            points = {name: fact.says for name, fact in scenario.facts.items()}
        elif field == "promises":
            points = {promise.id: promise.says for promise in (*scenario.policy.may, *scenario.policy.never)}
        elif field == "follow_up":
            points = {str(n): way for n, way in enumerate(truth.follow_up)}
        else:
            ways = (scenario.customer.wants,) if field == "wish" else getattr(truth, field)
            return Content(self.words(self.say("record.or").join(ways)) if ways else self.say("record.none"))
        lines = [self._item(item, points[item.id]) for item in verdict.items if item.id in points]
        return Content("\n").join(lines) if lines else Content(self.say("record.none"))

    def _item(self, item: ItemVerdict, says: str) -> Content:
        sign, colour = SIGNS[item.verdict]
        quote = f"  “{self.words(item.quote)}”" if item.verdict == "wrong" and item.quote else ""
        return Content.assemble((f"{sign} ", f"bold {colour}"), self.words(says), (quote, colour))

    def action_again(self) -> None:
        self.simulator.write_record(self.session)
