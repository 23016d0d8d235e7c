"""The rater's app: sampled replies one after the other, rated blind by keys; every key is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.marking.rating import Calibration, Sampled
from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.reports.calibration import Shown
from simulator.reports.reasons import level_text, names
from simulator.runner.calibrating import Calibrating, CalibrationError
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from simulator.tui.bubbles import Bubble
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.plain import shorten
from simulator.tui.stage import TROUBLE

#: Letters that stand for the flags, in the rubric's order.
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class RateApp(SimulatorApp):
    """The app of one rater and one set.

    Args:
        lang: the language of the screens.
        folder: the data folder.
        name: the set; None: the latest.
        rater: who rates.
        clock: seconds since 1970 (UTC).
    """

    KEPT_COMMANDS = ("help", "theme", "quit")

    def __init__(self, lang: str, folder: Path, name: str | None, rater: str, clock: Callable[[], float]) -> None:
        super().__init__(lang, folder, clock=clock)
        self.title = text("calibrate.screen.title", lang)
        self._name, self.rater = name, rater
        self._store: Store | None = None
        self.calibrating: Calibrating

    def get_default_screen(self) -> Screen[Any]:
        return Rate()

    def greet(self) -> None:
        """Who rates is given with the command."""

    @work
    async def _open(self) -> None:
        try:
            await self.off(self._opened_set)
        except (*TROUBLE, CalibrationError) as error:
            self.error = error
            self.exit()
            return
        rate = self.screen_stack[0]
        if isinstance(rate, Rate):
            await rate.begin(self.calibration, self.rubric_rated, self.units, self.done)

    def _opened_set(self) -> None:
        self._store = Store.open(self.log_home)
        self.calibrating = Calibrating(self._store, self.clock)
        self.calibration = self.calibrating.named(self._name)
        self.units = self.calibrating.to_rate(self.calibration, self.rater)
        self.rubric_rated = self.calibrating.rubric(self.calibration)
        self.done = self.calibrating.done(self.calibration)[self.rater]

    def on_unmount(self) -> None:
        self._hand.shutdown()
        if self._store:
            self._store.close()


class Rate(Page):
    """One reply in its context, and below it what is rated. Neither the engine's levels nor another's are anywhere."""

    HELP = "help.rate"
    AREA = "calibrate"
    BINDINGS = [  # noqa: RUF012
        *(Binding(str(n), f"level({n})", "tui.key.rate", show=n == 0, key_display="0-3") for n in range(4)),
        *(Binding(a, f"flag('{a}')", "tui.key.rate_flag", show=a == "a", key_display="a-z") for a in LETTERS),
        Binding("up", "move(-1)", "tui.key.rate_criterion", key_display="↑↓"),
        Binding("down", "move(1)", "tui.key.rate_criterion", show=False),
        Binding("right,enter", "go(1)", "tui.key.rate_next", key_display="→"),
        Binding("left", "go(-1)", "tui.key.rate_previous", key_display="←"),
        Binding("space", "open", "tui.key.rate_open", key_display="Space"),
        Binding("pagedown", "scroll_talk(1)", "tui.key.scroll", key_display="PgDn"),
        Binding("pageup", "scroll_talk(-1)", "tui.key.scroll", show=False),
        Binding("escape", "app.quit", "tui.key.quit", key_display="Esc"),
        Binding("f1,question_mark", "help", "tui.key.help", key_display="?"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._units: list[Sampled] = []
        self._done: set[Sampled] = set()
        self._at = self._row = 0
        self._flags: dict[str, str] = {}

    @property
    def rate_app(self) -> RateApp:
        """The app, by its own type."""
        return cast("RateApp", self.app)

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield VerticalScroll(id="talk", can_focus=False)
        with Vertical(id="rated"):
            yield Static(id="criteria", markup=False)
            yield Static(id="means", markup=False)
            yield Static(id="flags", markup=False)
        yield Static(id="status", markup=False)
        yield KeyBar()

    async def begin(self, calibration: Calibration, rubric: Rubric, units: list[Sampled], done: set[Sampled]) -> None:
        """Shows the first reply that is not rated yet."""
        self._calibration, self._rubric, self._units, self._done = calibration, rubric, units, done
        self._names = names(rubric, self.simulator.lang)
        self._flags = dict(zip(LETTERS, rubric.flags, strict=False))
        if not units:
            self.query_one("#head", Static).update(self.ask("gone", name=calibration.name))
            return
        self._at = next((n for n, unit in enumerate(units) if unit not in done), 0)
        await self._show()

    # Keys

    def action_move(self, by: int) -> None:
        """To another criterion."""
        if self._shown:
            self._row = (self._row + by) % len(self._shown.sampled.criteria)
            self._draw()

    async def action_go(self, by: int) -> None:
        """To the next reply, or the one before."""
        if self._units:
            self._at = (self._at + by) % len(self._units)
            await self._show()

    async def action_open(self) -> None:
        """To the next reply that is not rated."""
        after = [*range(self._at + 1, len(self._units)), *range(self._at + 1)]
        self._at = next((n for n in after if self._units[n] not in self._done), self._at)
        if self._units:
            await self._show()

    def action_scroll_talk(self, by: int) -> None:
        """Through the conversation."""
        talk = self.query_one("#talk", VerticalScroll)
        talk.scroll_relative(y=by * max(1, talk.size.height - 2), animate=False)

    # What is rated

    def action_level(self, level: int) -> None:
        """Sets the level of the criterion in hand."""
        if self._shown is None:
            return
        criteria = self._shown.sampled.criteria
        levels = {**self._shown.rating.levels, criteria[self._row]: level}
        self._change(levels=levels)
        # On to what is still to be rated here; once all is, the key has done its work.
        self._row = next((n for n, name in enumerate(criteria) if name not in levels), self._row)
        self._draw()

    def action_flag(self, letter: str) -> None:
        """Raises a flag, or lowers it again."""
        if self._shown is None or letter not in self._flags:
            return
        flag = self._flags[letter]
        raised = {*self._shown.rating.flags} ^ {flag}
        self._change(flags=tuple(name for name in self._rubric.flags if name in raised))
        self._draw()

    def _change(self, **what: object) -> None:
        assert self._shown
        self._shown = replace(self._shown, rating=self._shown.rating.model_copy(update=what))
        self._keep(self._shown)

    @work
    async def _keep(self, now: Shown) -> None:
        """Kept at once, so that nothing is lost however it ends."""
        try:
            await self.rate_app.off(self.rate_app.calibrating.rate, self.rate_app.rater, now.sampled, now.rating)
        except TROUBLE as error:
            self.tell(self.simulator.explain(error), "error")
            return
        if now.done:
            self._done.add(now.sampled)
        finished = len(self._done) == len(self._units)
        self.tell(self.ask("screen.all" if finished else "screen.kept"), "success")
        self._head()

    # What is drawn

    async def _show(self) -> None:
        app = self.rate_app
        try:
            self._shown = await app.off(app.calibrating.show, self._calibration, app.rater, self._units[self._at])
        except TROUBLE as error:
            app.trouble(error)
            return
        now = self._shown
        criteria = now.sampled.criteria
        self._row = next((n for n, name in enumerate(criteria) if name not in now.rating.levels), 0)
        talk = self.query_one("#talk", VerticalScroll)
        said: list[Static | Bubble] = [Static(f"{self.words(now.title)}", classes="brief", markup=False)]
        for turn in (*now.before, now.turn):
            if turn.customer:
                said.append(Bubble(self.ask("customer"), self.words("\n".join(turn.customer)), "customer"))
            who = "screen.reply" if turn is now.turn else "trainee"
            said.append(Bubble(self.ask(who), turn.reply, "trainee"))
        with self.app.batch_update():
            await talk.remove_children()
            await talk.mount_all(said)
        self.tell("")
        self._head()
        self._draw()
        talk.scroll_end(animate=False)

    def _head(self) -> None:
        head = self.ask(
            "screen.head", name=self._calibration.name, rater=self.rate_app.rater, at=self._at + 1,
            count=len(self._units), done=len(self._done),
        )  # fmt: skip
        self.query_one("#head", Static).update(f" {head}")

    def _draw(self) -> None:
        assert self._shown
        rating, criteria = self._shown.rating, self._shown.sampled.criteria
        lines = []
        for n, name in enumerate(criteria):
            level = rating.levels.get(name)
            boxes = "  ".join(f"[{k}]" if k == level else f" {k} " for k in range(4))
            line = f"{'›' if n == self._row else ' '} {boxes}   {self._names.get(name, name)}"
            lines.append(Content.styled(line, "bold $primary" if n == self._row else ""))
        self.query_one("#criteria", Static).update(Content("\n").join(lines))
        self.query_one("#means", Static).update(
            self._means(criteria[self._row], rating.levels.get(criteria[self._row]))
        )
        self.query_one("#flags", Static).update(self._flag_lines(rating.flags))

    def _flag_lines(self, raised: tuple[str, ...]) -> Content:
        """The flags with their letters; none is torn apart at the end of a line."""
        lines = [Content("")]
        for letter, flag in self._flags.items():
            said = f"{letter} {'[x]' if flag in raised else '[ ]'} {self._names[flag]}   "
            part = Content.styled(said, "bold $text-error" if flag in raised else "$quiet")
            if lines[-1].cell_length + part.cell_length > self.app.size.width - 2:
                lines.append(Content(""))
            lines[-1] = lines[-1] + part
        return Content("\n").join(lines)

    def on_resize(self) -> None:
        if self._shown:
            self._draw()

    def _means(self, name: str, level: int | None) -> Content:
        """What the levels of the criterion in hand mean."""
        criterion = self._rubric.criteria.get(name)
        if criterion is None:
            return Content("")
        width = max(20, self.app.size.width - 8)
        lines = []
        for n in range(4):
            means = f"{n}  {level_text(criterion.levels, n, self.simulator.lang)}"
            # The level that was given is read in full.
            lines.append(Content(means) if n == level else Content.styled(shorten(means, width), "$quiet"))
        return Content("\n").join(lines)
