"""Home: the library as a list that filters as one types, and the sessions to go on with."""

from __future__ import annotations

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.tui import home_rows as rows
from simulator.tui.home_rows import Entry, Filter, Ongoing, Shelf
from simulator.tui.key_bar import KeyBar
from simulator.tui.page import Page
from simulator.tui.plain import shorten

#: Cells that the panel beside the list takes, with its margins.
BESIDE = 47


class Home(Page):
    """The trainee's home screen.

    Args:
        listed: what it listed last, to begin with.
    """

    HELP = "help.home"
    BINDINGS = [  # noqa: RUF012
        Binding("slash", "search", "tui.key.search", key_display="/"),
        Binding("l", "turn('lang')", "tui.key.language"),
        Binding("k", "turn('kind')", "tui.key.kind"),
        Binding("d", "turn('difficulty')", "tui.key.difficulty"),
        Binding("t", "app.theme_other", "tui.key.theme"),
        Binding("question_mark", "help", "tui.key.help", key_display="?"),
        Binding("f1", "help", "tui.key.help", show=False),
        Binding("escape", "clear", "tui.key.clear", key_display="Esc"),
        Binding("q", "quit_app", "tui.key.quit"),
    ]

    def __init__(self, listed: Shelf) -> None:
        super().__init__()
        self._listed = listed
        self._filter = Filter()
        self._head = Static(id="head", markup=False)
        self._search = Input(id="search")
        self._chips = Static(id="chips", markup=False)
        self._shelf = OptionList(id="list", markup=False)
        self._beside = Static(id="detail-text", markup=False)

    def compose(self) -> ComposeResult:
        yield self._head
        self._search.placeholder = self.say("home.search")
        yield self._search
        yield self._chips
        with Horizontal(id="shelf"):
            yield self._shelf
            with VerticalScroll(id="detail", can_focus=False):
                yield self._beside
        yield Static(self.say("home.loading"), id="status", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self._filter = Filter(lang="zh" if self.simulator.lang.startswith("zh") else "en")
        self._shelf.focus()
        if self._listed.entries:
            self._draw()

    @on(events.ScreenResume)
    def _again(self) -> None:
        # What was played meanwhile has a score, or waits to be gone on with.
        self.simulator.refresh_home()

    # What is listed

    def fill(self, listed: Shelf) -> None:
        """Shows the library and the sessions to go on with."""
        self._listed = listed
        if self._filter.lang not in {entry.lang for entry in listed.entries}:
            self._filter = Filter()
        self._draw()

    def _draw(self) -> None:
        shelf = self._shelf
        # Before the first layout the stylesheet's widths are reckoned with; afterwards the list is drawn once more.
        room = shelf.scrollable_content_region.width or self.app.size.width - 5 - (BESIDE if self.wide else 0)
        width = max(20, room - 4)
        kept = shelf.highlighted_option.id if shelf.highlighted_option else None
        found = rows.matching(self._listed.entries, self._filter, self.simulator.lang)
        options: list[Option] = []
        ongoing = [] if self._filter.words else self._listed.ongoing
        if ongoing:
            options.append(self._heading("home.go_on"))
            options.extend(self._ongoing(row, width) for row in ongoing)
        options.append(self._heading("home.library"))
        options.extend(self._entry(item, width) for item in found)
        shelf.clear_options()
        shelf.add_options(options)
        ids = [option.id for option in options]
        shelf.highlighted = (
            ids.index(kept) if kept and kept in ids else next((i for i, key in enumerate(ids) if key), None)
        )
        self._draw_filter(len(found))

    def _heading(self, key: str) -> Option:
        return Option(Content.styled(self.say(key), "bold $primary"), disabled=True)

    def _ongoing(self, row: Ongoing, width: int) -> Option:
        label = self.say("home.resume")
        first = Content(rows.two_ends(self.words(row.title), label, width))
        first = first.stylize("not bold $accent", len(first) - len(label))
        second = rows.resumable(row, self.simulator.lang, self.simulator.clock())
        return Option(self._two_lines(first, second, width), id=f"session:{row.id}")

    def _entry(self, item: Entry, width: int) -> Option:
        score = rows.score_of(item.best, self.simulator.lang)
        first = Content(rows.two_ends(self.words(item.title), score, width))
        first = first.stylize("not bold $quiet" if item.best is None else "bold $text-success", len(first) - len(score))
        return Option(self._two_lines(first, rows.about(item, self.simulator.lang), width), id=f"play:{item.path}")

    def _two_lines(self, first: Content, second: str, width: int) -> Content:
        return Content.assemble(first.stylize_before("bold"), "\n", ("  " + shorten(second, width - 2), "$quiet"))

    def _draw_filter(self, found: int) -> None:
        wanted = self._filter
        parts = [
            self.say("home.chip", key=key, name=self.say(f"home.field.{field}"),
                     value=self.say(f"{field if field != 'lang' else 'language'}.{value}") if value
                     else self.say("home.all"))
            for key, field, value in (("L", "lang", wanted.lang), ("K", "kind", wanted.kind),
                                      ("D", "difficulty", wanted.difficulty))
        ]  # fmt: skip
        self._chips.update("   ".join(parts))
        name = self.simulator.preferences.name
        head = rows.two_ends(self.say("home.title"), shorten(name, 30), max(20, self.size.width - 4))
        self._head.update(Content(head).stylize("not bold $quiet", len(self.say("home.title"))))
        told = self.say("home.found", n=found) if found else self.say("home.none")
        if self._listed.broken:
            told += " " + self.say("home.broken", n=self._listed.broken)
        self.tell(told, "" if found and not self._listed.broken else "warning")

    def on_resize(self, event: events.Resize) -> None:
        if self._listed.entries:
            self.call_after_refresh(self._draw)

    # What is done

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        self._filter = Filter(event.value, self._filter.lang, self._filter.kind, self._filter.difficulty)
        if self._listed.entries:
            self._draw()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self._shelf.focus()

    def on_key(self, event: events.Key) -> None:
        # From the search field the arrow goes to the list, as the eye does.
        if event.key == "down" and self.focused is self._search:
            self.set_focus(self._shelf)
            event.stop()

    @on(OptionList.OptionSelected, "#list")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        what, _, which = (event.option_id or "").partition(":")
        if what == "session":
            self.simulator.resume(which)
        elif what == "play":
            self.simulator.play(which)

    @on(OptionList.OptionHighlighted, "#list")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        what, _, which = (event.option_id or "").partition(":")
        if what == "play" and self.wide:
            self._describe(which)
        elif what == "session":
            for row in self._listed.ongoing:
                if row.id == which:
                    about = rows.resumable(row, self.simulator.lang, self.simulator.clock())
                    self._detail(row.title, about, self.say("home.resume_how"))

    @work(exclusive=True)
    async def _describe(self, path: str) -> None:
        """Reads the scenario in the background: the panel follows the cursor, never holds it up."""
        scenario = await self.simulator.scenario(path)
        if scenario is not None:
            customer = scenario.customer
            style = self.say(f"style.{customer.style}")
            who = self.say("home.customer", name=customer.name, style=style, wants=customer.wants)
            self._detail(scenario.title, scenario.brief, who)

    def _detail(self, title: str, body: str, more: str) -> None:
        content = Content.assemble((self.words(title), "bold $primary"), "\n\n", self.words(body).strip(), "\n\n",
                                   (self.words(more), "$quiet"))  # fmt: skip
        self._beside.update(content)

    def action_search(self) -> None:
        # At once: the next key may be on its way already.
        self.set_focus(self._search)

    def action_turn(self, field: str) -> None:
        self._filter = self._filter.next(field, sorted({getattr(item, field) for item in self._listed.entries}))
        self._draw()

    def action_clear(self) -> None:
        self._search.value = ""
        self.set_focus(self._shelf)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.focused is self._search or bool(self._search.value) if action == "clear" else True

    def action_quit_app(self) -> None:
        self.app.exit()
