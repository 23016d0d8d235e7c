"""The conversation: a bubble for each utterance; the customer's words appear as if spoken."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.plain import shown
from simulator.tui.terminal import CHUNK

#: Seconds from one word (in Chinese: character) to the next.
WORD_PAUSE = 0.09
CHARACTER_PAUSE = 0.05
#: The longest time one utterance takes, in seconds.
LONGEST = 6.0
#: So many bubbles stay on screen; older ones would make each new one slower.
KEPT = 80

#: What a customer does while speaking stands in brackets: "(She bangs the desk.)".
_DOES = re.compile(r"\([^()]*\)|（[^（）]*）")


class Bubble(Widget):
    """One utterance: who, and the words.

    Args:
        who: the name above, or "" where the same person goes on.
        words: what was said, any text.
        side: `customer` or `trainee`.
        tone: the theme colour of the customer's mood, as `mood_tone` gives it.
    """

    def __init__(self, who: str, words: str, side: str, tone: str = "") -> None:
        super().__init__(classes=f"bubble {side} {tone}".rstrip())
        self._who = who
        self.words = shown(words)
        self._content = Content(self.words)
        if side == "customer":
            for match in _DOES.finditer(self.words):
                self._content = self._content.stylize("$quiet", *match.span())
        self._text = Static(self._content, classes="words")
        self._timer: Timer | None = None
        self._stops: list[int] = []

    def compose(self) -> ComposeResult:
        if self._who:
            yield Static(shown(self._who), classes="who", markup=False)
        yield self._text

    def speak(self, done: Callable[[], None]) -> None:
        """Lets the words appear one by one; calls `done` when all are there."""
        ends = [match.end() for match in CHUNK.finditer(self.words)]
        if not ends:
            done()
            return
        pause = CHARACTER_PAUSE if len(self.words) < 3 * len(ends) else WORD_PAUSE
        # Several words at a time in long lines, and the room for all of them from the start: no layout on the way.
        step = max(1, round(len(ends) * pause / LONGEST))
        self._stops = ends[step - 1 : -1 : step]
        self._done = done
        self._show(0)
        self._timer = self.set_interval(pause, self._next)

    def _next(self) -> None:
        if self._stops:
            self._show(self._stops.pop(0))
        else:
            self.finish()

    def _show(self, end: int) -> None:
        self._text.update(self._content.stylize("transparent", end), layout=False)

    def finish(self) -> None:
        """Shows all the words at once."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._text.update(self._content, layout=False)
            self._done()


class Conversation(VerticalScroll, can_focus=False):
    """All that was said, newest at the bottom."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 (as all widgets have it)
        super().__init__(id=id)
        self._waiting: list[Bubble] = []
        self._speaking: Bubble | None = None

    @property
    def speaking(self) -> bool:
        """Whether words of the customer are still to come."""
        return self._speaking is not None

    def add(self, *bubbles: Bubble, spoken: bool = False) -> None:
        """Appends utterances; with `spoken` they appear one after the other, word by word."""
        if spoken:
            self._waiting.extend(bubbles)
            if self._speaking is None:
                self._next()
        else:
            self._mount(*bubbles)

    def _mount(self, *bubbles: Bubble) -> None:
        self.mount(*bubbles)
        old = [child for child in self.children if isinstance(child, Bubble)][:-KEPT]
        if old:
            self.app.call_next(self.remove_children, old)
        # Stays at the newest words whatever the window does, until the trainee scrolls up.
        self.anchor()

    def _next(self) -> None:
        self._speaking = self._waiting.pop(0) if self._waiting else None
        if self._speaking is not None:
            self._mount(self._speaking)
            self._speaking.speak(self._next)

    def finish(self) -> None:
        """Everything the customer is saying stands there at once."""
        waiting, self._waiting = self._waiting, []
        if self._speaking is not None:
            self._speaking.finish()
        if waiting:
            self._mount(*waiting)
