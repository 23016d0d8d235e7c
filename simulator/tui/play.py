"""The play screen: the conversation, the case file, the mood, the coach, and the box in which the trainee replies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.style import Style
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from simulator.model.event import Ended, Event, Moved, Spoke
from simulator.model.score import ReplyScore
from simulator.reports.transcript import Transcript
from simulator.runner.session import Session
from simulator.store.errors import StoreError
from simulator.tui import coach, panels
from simulator.tui.bubbles import Bubble, Conversation
from simulator.tui.case import case_file
from simulator.tui.debounce import Debounce
from simulator.tui.key_bar import KeyBar
from simulator.tui.legend import Legend
from simulator.tui.marks import pieces
from simulator.tui.mood import mood_tone
from simulator.tui.page import Page
from simulator.tui.plain import REPLY_LIMIT
from simulator.tui.reply_box import Mark, ReplyBox
from simulator.tui.sheet import CaseFile
from simulator.tui.steps import step_panel, step_strip

#: Cells of text in the side panel; the stylesheet's width less its frame.
SIDE_TEXT = 38
#: What is drawn anew from turn to turn.
PANELS = ("head", "steps-strip", "strip", "mood", "steps", "coach", "case", "over")
#: From so many characters on the room that is left is told.
NEARLY_FULL = REPLY_LIMIT * 3 // 4
#: After so many seconds without an answer it is said that it takes longer.
SLOW = 2.0


@dataclass(frozen=True)
class PlayOptions:
    """What a session allows.

    Attributes:
        coach: whether the coach may be shown; False: not even when the trainee asks for it.
        debrief: whether the debrief follows at once.
    """

    coach: bool = True
    debrief: bool = True


class Play(Page):
    """A session being played.

    Args:
        session: the session, new or gone on with.
        past: what was said in it so far.
        options: what it allows.

    Attributes:
        busy: a reply is on its way to its answer.
        looked_at: the draft that the coach shows the levels of, or None.
    """

    HELP = "help.play"
    AUTO_FOCUS = "#reply"
    BINDINGS = [  # noqa: RUF012
        Binding("f1", "help", "tui.key.help", key_display="F1"),
        Binding("f2", "case", "tui.key.case", key_display="F2"),
        Binding("f3", "coach", "tui.key.coach", key_display="F3"),
        Binding("f4", "record", "tui.key.record", key_display="F4"),
        Binding("pageup", "turn_page(-1)", "tui.key.scroll", show=False, priority=True),
        Binding("pagedown", "turn_page(1)", "tui.key.scroll", show=False, priority=True),
        Binding("enter", "debrief", "tui.key.debrief", key_display="Enter"),
        Binding("escape", "leave", "tui.key.home", key_display="Esc"),
    ]

    def __init__(self, session: Session, past: Transcript, options: PlayOptions) -> None:
        super().__init__()
        self.session = session
        self.talk = Conversation(id="talk")
        self._panels = {name: Static(id=name) for name in PANELS}
        draft = "" if session.state.ended else session.draft
        self.box = ReplyBox(draft, id="reply", interrupt=self._interrupt)
        self._past, self._options = past, options
        self._rubric = session.bundle.rubric
        self.busy = self._silence_meant = self._draft_warned = False
        self.looked_at: str | None = None
        self._score: ReplyScore | None = None
        self._drawn: tuple[object, ...] = ()
        self._drafts = Debounce(self, self._save_draft, pause=0.4, longest=1.0)
        self._looks = Debounce(self, self._look, pause=0.12, longest=0.6)

    def compose(self) -> ComposeResult:
        yield self._panels["head"]
        with Horizontal(id="table"):
            with Vertical(id="front"):
                yield self._panels["steps-strip"]
                yield self.talk
                yield self._panels["strip"]
                yield self.box
                yield self._panels["over"]
                yield Static(id="status", markup=False)
            with VerticalScroll(id="side", can_focus=False):
                for name in ("mood", "steps", "coach", "case"):
                    yield self._panels[name].add_class("panel")
        yield KeyBar()

    def on_mount(self) -> None:
        self._legend = Legend.of(self._rubric, self.simulator.lang)
        self.set_class(self.session.scenario.guided, "-guided")
        self.box.placeholder = self.say("play.placeholder")
        self.talk.mount(Static(self.words(self.session.scenario.brief.strip()), classes="brief", markup=False))
        old = [bubble for turn in self._past.turns for bubble in (
            *self._said(turn.customer, turn.mood), self._replied(turn.reply))]  # fmt: skip
        now = self._said(self._past.last_words, self.session.state.mood)
        fresh = not self._past.turns
        if old:
            self.talk.add(*old)
        self._speak(now, spoken=fresh)
        self.box.move_cursor(self.box.document.end)
        self._draw()
        self._look()
        if self.session.state.ended:
            self._over()
        elif not fresh or self.session.draft:
            self.tell(self.say("play.welcome_back" if self.session.draft else "play.go_on"))

    # What is shown

    @property
    def coached(self) -> bool:
        """Whether the coach is shown."""
        return self._options.coach and self.simulator.preferences.coach

    def _said(self, words: Sequence[str], mood: int) -> list[Bubble]:
        name = self.words(self.session.scenario.customer.name)
        return [
            Bubble("" if index else name, self.words(line), "customer", mood_tone(mood))
            for index, line in enumerate(words)
        ]

    def _replied(self, reply: str) -> Bubble:
        return Bubble("", reply if reply.strip() else self.say("play.said_nothing"), "trainee")

    def _speak(self, bubbles: list[Bubble], *, spoken: bool = True) -> None:
        self.talk.add(*bubbles, spoken=spoken and self.simulator.preferences.spoken)

    def _draw(self) -> None:
        """Everything that changes from turn to turn; typing changes none of it."""
        state, scenario = self.session.state, self.session.scenario
        title, who = self.words(scenario.title), self.words(scenario.customer.name)
        moods = None if self.wide else state.moods
        self._panels["head"].update(panels.head(title, who, moods, self.size.width, self.say))
        self._panels["mood"].update(panels.mood_panel(state.moods, SIDE_TEXT, self.say))
        if scenario.guided:
            steps, lang = self.session.steps(), self.simulator.lang
            self._panels["steps"].update(step_panel(steps, lang))
            self._panels["steps-strip"].update(step_strip(steps, lang))
        self._panels["case"].update(case_file(scenario, state.told, self.say, self.words, brief=False))

    def on_resize(self, event: events.Resize) -> None:
        self._draw()
        self._draw_coach()

    # The coach: it looks when the typing pauses, in another thread, and never lays anything out

    @on(TextArea.Changed, "#reply")
    def _typed(self) -> None:
        self._silence_meant = False
        self._drafts.touch()
        self._looks.touch()

    def _look(self) -> None:
        length = len(self.box.text)
        if length >= NEARLY_FULL:
            self.tell(self.say("play.room", length=length, limit=REPLY_LIMIT), "warning")
        if self.coached and not self.session.state.ended:
            self._ask_coach(self.box.text)
        else:
            self._draw_coach()

    @work(exclusive=True, group="coach")
    async def _ask_coach(self, draft: str) -> None:
        score = await asyncio.to_thread(self.session.coach, draft)
        if draft == self.box.text and not self.busy:
            self._score, self.looked_at = score, draft
            self._draw_coach()

    def _draw_coach(self) -> None:
        shown = self.coached and not self.session.state.ended
        self.set_class(not shown, "-uncoached")
        if not shown:
            self.box.set_marks(())
            return
        lang = self.simulator.lang
        rows = coach.rows(self._rubric, self._score, self.session.due(), lang)
        hint = coach.hint(self._rubric, self._score, lang, self._legend.names)
        if self.wide:
            panel, content = "coach", panels.coach_panel(rows, self._legend, hint, SIDE_TEXT, self.say)
        else:
            panel, content = "strip", panels.coach_strip(rows, self._legend, hint)
        # Drawing costs more than looking: nothing is drawn twice, and nothing is laid out.
        drawn = panel, content.plain, content.spans
        if drawn != self._drawn:
            self._drawn = drawn
            self._panels[panel].update(content, layout=False)
        self.box.set_marks(self._marks())

    def _marks(self) -> list[Mark]:
        if self._score is None:
            return []
        found = pieces(self.box.text, self._score.evidence, tuple(self._legend.names))
        return [(p.start, p.end, Style(color=self._colour(p.names[0]), underline=True)) for p in found if p.names]

    def _colour(self, name: str) -> str:
        return self.app.theme_variables[self._legend.colours[name].removeprefix("$")]

    # The reply

    def _interrupt(self, key: str) -> bool:
        """Any key finishes what the customer is saying. True: the key was for that alone."""
        if not self.talk.speaking:
            return False
        self.talk.finish()
        return key in ("enter", "escape")

    def on_key(self, event: events.Key) -> None:
        if self._interrupt(event.key):
            event.stop()

    @on(ReplyBox.Sent)
    def _sent(self, event: ReplyBox.Sent) -> None:
        if self.busy or self.session.state.ended:
            return
        if not event.text.strip() and not self._silence_meant and not self.session.unanswered:
            self._silence_meant = True
            self.tell(self.say("play.silence"), "warning")
            return
        self._answer(event.text)

    def send(self, reply: str) -> Sequence[Event]:
        """Sends a reply; called off the screen's thread."""
        return self.session.send(reply)

    @work
    async def _answer(self, reply: str) -> None:
        self.busy, self._silence_meant = True, False
        waiting = self.session.unanswered
        bubble = self._replied(reply)
        if waiting is None:
            self.talk.add(bubble)
            self.box.text = ""
        self._drafts.cancel()
        self._looks.cancel()
        self.tell("")
        # A log that is waited for, such as a database that starts anew, looks like a program that hangs.
        slow = self.set_timer(SLOW, lambda: self.tell(self.say("play.slow")))
        try:
            happened = await self.simulator.off(self.send, reply)
        except StoreError as error:
            self._not_sent(error, bubble, reply)
            return
        finally:
            self.busy = False
            slow.stop()
        self.tell("")
        self._happened(happened)

    def _not_sent(self, error: StoreError, bubble: Bubble, reply: str) -> None:
        """What was typed is back in the box, or stands there and waits for its answer."""
        if self.session.unanswered is None:
            bubble.remove()
            self.box.text = reply + self.box.text
            self.box.move_cursor(self.box.document.end)
        self.tell(self.say("play.again"), "error")
        if error.key == "store.conflict":
            self.action_leave()
        self.simulator.trouble(error)

    def _happened(self, happened: Sequence[Event]) -> None:
        mood = next((event.mood for event in happened if isinstance(event, Moved)), self.session.state.mood)
        self._speak(self._said([event.text for event in happened if isinstance(event, Spoke)], mood))
        self._score = self.looked_at = None
        self._draw()
        self._look()
        if any(isinstance(event, Ended) for event in happened):
            self._over()

    def then(self) -> str:
        """What comes after the end."""
        return self.say("play.over" if self._options.debrief else "play.done")

    def _over(self) -> None:
        outcome = self.session.state.outcome
        self.add_class("-over")
        over = self._panels["over"]
        ended = f"{self.say(f'outcome.{outcome}')}  ·  {self.then()}"
        if self.check_action("record", ()):
            ended += f"\n{self.say('play.record_begun' if self.session.begun_record else 'play.record')}"
        over.update(ended)
        over.add_class(f"-{outcome}")
        self.box.disabled = True
        self.tell("")
        self.refresh_bindings()

    # The draft

    def _save_draft(self) -> None:
        if not self.session.state.ended and self.box.text != self.session.draft:
            self._keep_draft(self.box.text)

    @work
    async def _keep_draft(self, draft: str) -> None:
        try:
            await self.simulator.off(self.session.save_draft, draft)
        except StoreError as error:
            if not self._draft_warned:
                self.tell(self.simulator.explain(error), "error")
            self._draft_warned = True

    def on_unmount(self) -> None:
        # Leaving, being asked to stop, a closed terminal: the last words typed are kept.
        if not self.session.state.ended and self.box.text != self.session.draft:
            try:
                self.session.save_draft(self.box.text)
            except StoreError as error:
                self.simulator.error = error

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        ended = self.session.state.ended
        match action:
            case "debrief":
                return ended and self._options.debrief
            case "coach":
                return self._options.coach and not ended
            case "record":
                return self.session.wants_record
            case _:
                return True

    def commands(self) -> list[tuple[str, Callable[[], Any]]]:
        return [("coach", self.action_coach)] if self.check_action("coach", ()) else []

    def action_case(self) -> None:
        self.app.push_screen(CaseFile(self.session.scenario, self.session.state.told))

    def action_coach(self) -> None:
        self.simulator.preferences.coach = not self.simulator.preferences.coach
        self.simulator.keep()
        self.tell(self.say("coach.on" if self.simulator.preferences.coach else "coach.off"))
        self._look()

    def action_turn_page(self, direction: int) -> None:
        (self.talk.scroll_page_up if direction < 0 else self.talk.scroll_page_down)()

    def action_leave(self) -> None:
        self.app.pop_screen()

    def action_record(self) -> None:
        self.simulator.record(self.session)

    def action_debrief(self) -> None:
        self.simulator.debrief(self.session)
