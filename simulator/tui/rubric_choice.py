"""Chooses the rubric that new sessions are judged by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page

if TYPE_CHECKING:
    from simulator.library.library import RubricItem


class RubricChoice(Page):
    """Lists the rubrics with what each is for.

    Args:
        rubrics: the rubrics.
        now: the id of the one that is judged by now.
        chosen: takes the id that was chosen.
    """

    HELP = "help.rubrics"
    AUTO_FOCUS = "#rubrics"
    BINDINGS = [Binding("escape,q", "app.pop_screen", "tui.key.back", key_display="Esc")]  # noqa: RUF012

    def __init__(self, rubrics: Sequence[RubricItem], now: str, chosen: Callable[[str], None]) -> None:
        super().__init__()
        self._rubrics, self._now, self._chosen = rubrics, now, chosen

    def compose(self) -> ComposeResult:
        yield Static(self.say("rubrics.title"), classes="title", markup=False)
        yield OptionList(*(self._option(rubric) for rubric in self._rubrics), id="rubrics", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        ids = [rubric.id for rubric in self._rubrics]
        self.query_one(OptionList).highlighted = ids.index(self._now) if self._now in ids else 0
        self.tell(self.say("rubrics.how"))

    def _option(self, rubric: RubricItem) -> Option:
        here = int(self.simulator.lang.startswith("zh"))
        sign = "(*)" if rubric.id == self._now else "( )"
        title = self.words(rubric.title[here] or rubric.id)
        about = " ".join(self.words(rubric.about[here]).split())
        text = Content.assemble((f"{sign} {title}", "bold"), "\n", (about, "$quiet"), "\n")
        return Option(text, id=rubric.id)

    @on(OptionList.OptionSelected, "#rubrics")
    def _done(self, event: OptionList.OptionSelected) -> None:
        self.app.pop_screen()
        self._chosen(event.option_id or "")
