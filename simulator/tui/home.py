"""Home: the library as a list that filters as one types, and the sessions to go on with."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from simulator.tui import home_rows as rows
from simulator.tui.home_list import HomeList
from simulator.tui.home_rows import Chapter, Entry, Filter, Shelf
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
        Binding("r", "app.rubrics", "tui.key.rubric", show=False),
        Binding("escape", "clear", "tui.key.clear", key_display="Esc"),
        Binding("q", "quit_app", "tui.key.quit"),
    ]

    def __init__(self, listed: Shelf) -> None:
        super().__init__()
        self._listed = listed
        self._filter = Filter()
        #: What is locked and was chosen once; chosen again it begins.
        self._warned = ""
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
        drawn = HomeList(self._listed, self._filter, self.simulator.lang, self.simulator.clock(), width)
        options = list(drawn.options())
        shelf.clear_options()
        shelf.add_options(options)
        ids = [option.id for option in options]
        shelf.highlighted = (
            ids.index(kept) if kept and kept in ids else next((i for i, key in enumerate(ids) if key), None)
        )
        self._draw_filter(len(drawn.found))

    def _draw_filter(self, found: int) -> None:
        wanted = self._filter
        parts = [
            self.say("home.chip", key=key, name=self.say(f"home.field.{field}"),
                     value=self.say(f"{field if field != 'lang' else 'language'}.{value}") if value
                     else self.say("home.all"))
            for key, field, value in (("L", "lang", wanted.lang), ("K", "kind", wanted.kind),
                                      ("D", "difficulty", wanted.difficulty))
        ]  # fmt: skip
        if (rubric := self.simulator.judged_by) != "core":
            parts.append(f"[R] {rubric}")
        self._chips.update("  ".join(parts))
        name = self.simulator.preferences.name
        head = rows.two_ends(self.say("home.title"), shorten(name, 30), max(20, self.size.width - 4))
        self._head.update(Content(head).stylize("not bold $quiet", len(self.say("home.title"))))
        told = self.say("home.found", n=found) if found else self.say("home.none")
        if (chapters := self._chapters()) and not wanted.narrowed:
            inside = [e for e in self._listed.entries if e.status and e.lang == wanted.lang]
            here = next((chapter.number for chapter in chapters if chapter.here), len(chapters))
            told = self.say("course.stand", done=sum(e.status == "done" for e in inside), all=len(inside), here=here,
                            chapters=len(chapters))  # fmt: skip
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
        elif what == "look":
            self.simulator.look_back(which)
        elif what:
            entry = self._entry(which)
            # It is practice: who wants to go ahead may, but not by mistake.
            if entry and entry.status == "locked" and self._warned != which:
                self._warned = which
                self.tell(self.say("course.ahead", titles=self._before(entry)), "warning")
            else:
                self.simulator.play(which)

    def _entry(self, path: str) -> Entry | None:
        return next((entry for entry in self._listed.entries if entry.path == path), None)

    def _chapters(self) -> list[Chapter]:
        return [chapter for chapter in self._listed.chapters if chapter.lang == self._filter.lang]

    def _chapter_of(self, entry: Entry) -> Chapter | None:
        return next((c for c in self._listed.chapters if (c.id, c.lang) == (entry.chapter, entry.lang)), None)

    def _before(self, entry: Entry) -> str:
        """What must be done before a scenario: chapters and scenarios."""
        chapter = self._chapter_of(entry)
        return self._in_a_row(chapter.first if chapter else (), entry.first)

    def _in_a_row(self, chapters: Iterable[str], scenarios: Iterable[str]) -> str:
        """Chapters, given by their numbers, and scenarios in a row."""
        named = [self._heading(chapter) for chapter in self._chapters() if str(chapter.number) in chapters]
        return self.words(self.say("course.and").join((*named, *scenarios)))

    def _heading(self, chapter: Chapter) -> str:
        return self.say("course.chapter", number=chapter.number, title=chapter.title)

    @on(OptionList.OptionHighlighted, "#list")
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        what, _, which = (event.option_id or "").partition(":")
        self._warned = self._warned if which == self._warned else ""
        if what in ("play", "next") and self.wide:
            self._describe(which)
        elif what in ("session", "look"):
            for row in self._listed.ongoing:
                if row.id == which and row.said == (what == "look"):
                    about = rows.resumable(row, self.simulator.lang, self.simulator.clock())
                    self._detail(row.title, about, self.say("home.look_how" if row.said else "home.resume_how"))

    @work(exclusive=True)
    async def _describe(self, path: str) -> None:
        """Reads the scenario in the background: the panel follows the cursor, never holds it up."""
        scenario = await self.simulator.scenario(path)
        if scenario is not None:
            customer = scenario.customer
            style = self.say(f"style.{customer.style}")
            who = self.say("home.customer", name=customer.name, style=style, wants=customer.wants)
            place = self._place(path)
            self._detail(scenario.title, scenario.brief, f"{who}\n\n{place}" if place else who)

    def _place(self, path: str) -> str:
        """Where a scenario stands in the course: what must come first, what it opens."""
        entry = self._entry(path)
        chapter = self._chapter_of(entry) if entry else None
        if entry is None or chapter is None:
            return ""
        lines = [self._heading(chapter), chapter.aim]
        before, opens = self._before(entry), self._in_a_row(chapter.opens, entry.opens)
        lines += [self.say("course.before", titles=before)] if before else []
        lines += [self.say("course.opens", titles=opens, mark=entry.mark)] if opens else []
        return "\n".join(lines)

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
