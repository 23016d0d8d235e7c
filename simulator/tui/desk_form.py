"""A form on which something is said about a session: lines to choose on, boxes to write in, kept in the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from simulator.runner.desk import Desk, RemarkError
from simulator.tui.choice import Choice
from simulator.tui.desk import DeskPage
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shorten
from simulator.tui.reply_box import ReplyBox

#: The cells that a choice may take for one of its options.
OPTION = 60

#: What adds something to the log.
Adding = Callable[[Desk], object]


class WordsBox(ReplyBox):
    """A box in which Enter goes on, and in the last one keeps the form."""

    BINDINGS = [Binding("enter", "send", "tui.key.keep", key_display="Enter")]  # noqa: RUF012


class Form(DeskPage):
    """A form. Enter in its last box keeps it, Escape leaves it.

    Args:
        done: what to do once it is kept.
    """

    HELP = "help.desk_form"
    BINDINGS = [  # noqa: RUF012
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("f1", "help", "tui.key.help", key_display="F1"),
        Binding("escape", "app.pop_screen", "tui.key.back", key_display="Esc"),
    ]

    def __init__(self, done: Callable[[], object]) -> None:
        super().__init__()
        self._done = done

    @property
    def desk(self) -> Desk:
        """What writes into the log."""
        assert self.desk_app.desk
        return self.desk_app.desk.desk

    def compose(self) -> ComposeResult:
        yield Static(f" {self.heading()}", id="head", markup=False)
        with VerticalScroll(classes="desk-form", can_focus=False):
            yield from self.fields()
        yield Static(id="status", markup=False)
        yield KeyBar()

    def heading(self) -> str:
        """What it is."""
        raise NotImplementedError

    def fields(self) -> Iterable[Widget]:
        """What stands on the form."""
        raise NotImplementedError

    def add(self) -> Adding | None:
        """What adds it to the log; None, with the reason told, where something is missing."""
        raise NotImplementedError

    def on_mount(self) -> None:
        first = next((widget for widget in self.query(".desk-form *") if widget.focusable), None)
        if first:
            first.focus()

    def box(self, name: str) -> Iterable[Widget]:
        """A box to write in, with what it is for above it."""
        return (Static(self.ask(f"field.{name}"), classes="heading", markup=False), WordsBox(id=name))

    def choice(self, name: str, options: Sequence[tuple[str, str]], chosen: str | None = None) -> Widget:
        """A line to choose on."""
        safe = [(value, shorten(words, OPTION)) for value, words in options]
        label = Static(self.ask(f"field.{name}"), classes="label", markup=False)
        return Vertical(label, Choice(safe, chosen, id=name), classes="line")

    def written(self, name: str) -> str:
        """What stands in a box."""
        return self.query_one(f"#{name}", WordsBox).text

    def chosen(self, name: str) -> str | None:
        """What is chosen on a line; None, with a word about it, where nothing is."""
        value = self.query_one(f"#{name}", Choice).value
        if value is None:
            self.tell(self.ask("choose_first", field=self.ask(f"field.{name}")), "warning")
        return value

    @on(ReplyBox.Sent)
    def _on(self, event: ReplyBox.Sent) -> None:
        boxes = list(self.query(WordsBox))
        place = boxes.index(event.box) if isinstance(event.box, WordsBox) else len(boxes)
        if place + 1 < len(boxes):
            boxes[place + 1].focus()
        elif add := self.add():
            self._keep(add)

    @work(exclusive=True)
    async def _keep(self, add: Adding) -> None:
        """Adds it to the log and leaves; where it can't be kept, what was written stays there to be mended."""
        from simulator.tui.stage import TROUBLE

        try:
            await self.simulator.off(add, self.desk)
        except RemarkError as error:
            self.tell(error.message(self.simulator.lang), "error")
        except TROUBLE as error:
            self.simulator.trouble(error)
        else:
            self.app.pop_screen()
            self._done()
