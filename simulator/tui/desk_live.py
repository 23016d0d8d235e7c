"""The desk's first screen: who is where, and first of all who needs somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.tui.desk import DeskPage
from simulator.tui.desk_rows import header, row
from simulator.tui.key_bar import KeyBar
from simulator.tui.plain import shorten

if TYPE_CHECKING:
    from simulator.runner.watch import Watched

#: How often the class is looked at, in seconds, and how many seats are drawn.
LOOK, DRAWN = 2.0, 200


class Live(DeskPage):
    """The class as it sits."""

    HELP = "help.desk_live"
    AUTO_FOCUS = "#seats"
    BINDINGS = [  # noqa: RUF012
        Binding("a", "room", "tui.key.room", key_display="a"),
        Binding("s", "sessions", "tui.key.sessions", key_display="s"),
        Binding("f1,question_mark", "help", "tui.key.help", key_display="?"),
        Binding("t", "app.theme_other", "tui.key.theme", show=False),
        Binding("ctrl+q", "app.quit", "tui.key.quit", key_display="^q"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rooms: Sequence[str | None] = (None,)
        self._titles: Mapping[str, str] = {}
        self._room = 0
        self._seen: tuple[Watched, ...] = ()
        self._looking = False

    def compose(self) -> ComposeResult:
        yield Static(self.ask("opening"), id="head", markup=False)
        yield Static(id="columns", markup=False)
        yield OptionList(id="seats", markup=False)
        yield Static(id="nobody", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    def begin(self) -> None:
        """Looks for the first time, and from then on again and again."""
        self._look()
        self.set_interval(LOOK, self._look)

    @property
    def room(self) -> str | None:
        """The assessment that is looked at; None: practice."""
        return self._rooms[self._room % len(self._rooms)]

    @work
    async def _look(self) -> None:
        """One look at a time: where the log is slow, the next one waits."""
        from simulator.tui.stage import TROUBLE

        desk = self.desk_app.desk
        if desk is None or self._looking or self.app.screen is not self:
            return
        self._looking = True
        try:
            if not self._seen:
                self._titles = await self.simulator.off(desk.titles, self.simulator.lang)
                self._rooms = await self.simulator.off(desk.rooms)
                # At once; what takes longer to find out comes a moment later.
                self._show(await self.simulator.off(partial(desk.watch.look, self.room, closely=False)))
            self._show(await self.simulator.off(desk.watch.look, self.room))
        except TROUBLE as error:
            self.tell(self.simulator.explain(error), "error")
        finally:
            self._looking = False

    def _show(self, seen: tuple[Watched, ...]) -> None:
        self._seen = seen
        desk = self.desk_app.desk
        states = [one.state for one in seen]
        title = self._titles.get(self.room or "", self.room or self.ask("practice"))
        self.query_one("#head", Static).update(" " + self.ask(
            "count", title=shorten(self.words(title), 30), at_work=states.count("at_work") + states.count("between"),
            over=states.count("over"), absent=states.count("absent"), alarms=sum(bool(one.alarms) for one in seen),
        ))  # fmt: skip
        self.query_one("#columns", Static).update(header(self.size.width - 4, self.ask) if seen else "")
        nobody = self.query_one("#nobody", Static)
        nobody.display = not seen
        nobody.update(self.ask("nobody", path=desk.where if desk else ""))
        options = [
            Option(row(one, self.size.width - 4, self.ask, self.words, self.simulator.lang), id=f"seat {one.seat}")
            for one in seen[:DRAWN]
        ]
        self._redraw(options)
        self.tell(self.ask("more", n=len(seen) - DRAWN) if len(seen) > DRAWN else "")

    def _redraw(self, options: list[Option]) -> None:
        """Draws what has changed; who was chosen stays chosen, wherever they are by now."""
        seats = self.query_one("#seats", OptionList)
        seats.display = bool(options)
        if [seats.get_option_at_index(i).prompt for i in range(seats.option_count)] == [one.prompt for one in options]:
            return
        # On top it stays on top.
        chosen = seats.get_option_at_index(seats.highlighted).id if seats.highlighted else None
        with self.app.batch_update():
            seats.clear_options()
            seats.add_options(options)
            seats.highlighted = next((i for i, one in enumerate(options) if one.id == chosen), 0) if options else None

    @on(OptionList.OptionSelected, "#seats")
    def _closer(self, event: OptionList.OptionSelected) -> None:
        for one in self._seen:
            if f"seat {one.seat}" == event.option_id:
                if one.row:
                    self.desk_app.review(one.row.id)
                else:
                    self.tell(self.ask(f"state.{one.state}"), "warning")

    def on_screen_resume(self) -> None:
        self._look()

    def on_resize(self) -> None:
        if self._seen:
            self._show(self._seen)

    def action_room(self) -> None:
        self._room += 1
        self._seen = ()
        self._look()

    def action_sessions(self) -> None:
        from simulator.tui.desk_sessions import Sessions

        if self.desk_app.desk:
            self.app.push_screen(Sessions())
