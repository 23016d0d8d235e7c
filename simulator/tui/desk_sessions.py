"""Every session of the log, and before them what waits for the instructor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.messages import text
from simulator.reports.plain import local_time
from simulator.store.records import SessionRow
from simulator.tui.desk import DeskPage
from simulator.tui.desk_rows import padded
from simulator.tui.home_rows import two_ends
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shorten

if TYPE_CHECKING:
    from simulator.tui.desk_stage import Listed

#: Typing this long without a further key begins the search, in seconds.
PAUSE = 0.2


class Sessions(DeskPage):
    """Lists sessions; Enter looks at one closely."""

    HELP = "help.desk_sessions"
    AUTO_FOCUS = "#found"
    BINDINGS = [  # noqa: RUF012
        Binding("slash", "search", "tui.key.search", key_display="/"),
        Binding("f1,question_mark", "help", "tui.key.help", key_display="?"),
        Binding("escape", "back", "tui.key.back", key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        yield Input(placeholder=self.ask("search"), id="search", max_length=100)
        yield OptionList(id="found", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def on_screen_resume(self) -> None:
        self._find()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self.set_timer(PAUSE, self._find)

    @work(exclusive=True)
    async def _find(self) -> None:
        from simulator.tui.stage import TROUBLE

        desk = self.desk_app.desk
        words = self.query_one("#search", Input).value
        if desk is None:
            return
        try:
            listed = await self.simulator.off(desk.listed, words)
        except TROUBLE as error:
            self.tell(self.simulator.explain(error), "error")
        else:
            self._show(listed, words)

    def _show(self, listed: Listed, words: str) -> None:
        found = self.query_one("#found", OptionList)
        before = found.highlighted
        with self.app.batch_update():
            found.clear_options()
            found.add_options(self._options(listed))
            first = next((i for i in range(found.option_count) if not found.get_option_at_index(i).disabled), None)
            kept = before if before is not None and before < found.option_count else None
            found.highlighted = kept or first
        if not listed.rows:
            self.tell(self.ask("sessions_unfound" if words.strip() else "sessions_none"), "warning")
        elif listed.more:
            self.tell(self.ask("sessions_first", n=len(listed.rows)))
        else:
            self.tell(self.ask("sessions_found", n=len(listed.rows)))

    def _options(self, listed: Listed) -> Iterator[Option]:
        if listed.disputes:
            yield self._heading(self.ask("waiting", n=len(listed.disputes)))
            for one, row in listed.disputes:
                yield self._row(row, listed.score(row), f"d{one.entry.id}", one.dispute.reason)
        if listed.again:
            yield self._heading(self.ask("again", n=len(listed.again)))
            for row in listed.again:
                yield self._row(row, listed.score(row), f"a{row.id}", self.ask("look_again"))
        if listed.disputes or listed.again:
            yield self._heading(self.ask("sessions"))
        for row in listed.rows:
            yield self._row(row, listed.score(row), f"s{row.id}")

    def _heading(self, words: str) -> Option:
        return Option(Content.styled(words, "bold $primary"), disabled=True)

    def _row(self, row: SessionRow, score: float | None, id_: str, below: str = "") -> Option:
        width, lang = self.size.width - 6, self.simulator.lang
        state = text(f"reports.outcome.{row.outcome}", lang) if row.outcome else text("log.at", lang, beat=row.beat)
        who = f"{local_time(row.started)}  {padded(row.trainee, 12)}  {self.words(row.title)}"
        line = Content(two_ends(who, shorten(state, 20) + ("       " if score is None else f" {score:>6g}"), width))
        if below:
            line = Content.assemble(line, "\n", (f"  {shorten(below, width - 2)}", "$text-warning"))
        return Option(line, id=f"{id_}:{row.id}")

    @on(OptionList.OptionSelected, "#found")
    def _closer(self, event: OptionList.OptionSelected) -> None:
        self.desk_app.review((event.option_id or "").rpartition(":")[2])

    @on(Input.Submitted, "#search")
    def _to_the_list(self) -> None:
        self.query_one("#found").focus()

    def action_search(self) -> None:
        self.query_one("#search").focus()

    def action_back(self) -> None:
        search = self.query_one("#search", Input)
        if search.value:
            search.value = ""
            self.query_one("#found").focus()
        else:
            self.app.pop_screen()
