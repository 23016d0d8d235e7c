"""The options of the home screen's list, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from simulator.messages import text, to_traditional
from simulator.tui import home_rows as rows
from simulator.tui.home_rows import Chapter, Entry, Filter, Hint, Ongoing, Shelf
from simulator.tui.plain import shorten, shown


class HomeList:
    """Draws what a shelf holds.

    Args:
        shelf: the library, the sessions to go on with and the course.
        wanted: what of it.
        ui: the language of the screens.
        now: seconds since 1970 (UTC).
        width: cells for a line.

    Attributes:
        found: the entries that fit, in the order in which they are listed.
    """

    def __init__(self, shelf: Shelf, wanted: Filter, ui: str, now: float, width: int) -> None:
        self._shelf, self._wanted, self._ui, self._now, self._width = shelf, wanted, ui, now, width
        self.found = rows.matching(shelf.entries, wanted, ui)

    def options(self) -> Iterator[Option]:
        """From top to bottom. What can be chosen has an id: `session:ID`, `look:ID`, `next:PATH` or `play:PATH`."""
        for heading, said in (("home.go_on", False), ("home.talked_of", True)):
            there = [row for row in self._shelf.ongoing if row.said == said]
            if there and not self._wanted.words:
                yield self._heading(self._say(heading))
                yield from map(self._session, there)
        # A course leads through one language; with all languages there is only the library.
        chapters = [chapter for chapter in self._shelf.chapters if chapter.lang == self._wanted.lang]
        if chapters and not self._wanted.narrowed:
            yield from self._next()
        for chapter in chapters:
            inside = [entry for entry in self.found if entry.chapter == chapter.id]
            if inside:
                yield self._chapter(chapter)
                yield from (self._entry(entry, chapter) for entry in inside)
        within = {chapter.id for chapter in chapters}
        outside = [entry for entry in self.found if entry.chapter not in within]
        if outside or not chapters:
            yield self._heading(self._say("course.outside" if chapters else "home.library"))
        yield from (self._entry(entry, None) for entry in outside)

    def _next(self) -> Iterator[Option]:
        for hint in self._shelf.hints:
            entry = next((entry for entry in self._shelf.entries if entry.path == hint.path), None)
            if entry and hint.lang == self._wanted.lang:
                yield self._heading(self._say("course.next"))
                yield self._suggestion(entry, hint)

    def _suggestion(self, entry: Entry, hint: Hint) -> Option:
        return self._row(f"next:{entry.path}", entry.title, self._state(entry), hint.why, "$text-accent")

    def _entry(self, entry: Entry, chapter: Chapter | None) -> Option:
        second = rows.about(entry, self._ui)
        if entry.first and entry.status == "locked":
            second = self._say("course.first", titles=self._titles(entry.first))
        tone = {"done": "$text-success", "locked": "$quiet"}.get(entry.status if chapter else "", "")
        if not tone:
            tone = "$quiet" if entry.best is None else "$text-warning" if chapter else "$text-success"
        state = self._state(entry) if chapter else rows.score_of(entry.best, self._ui)
        return self._row(f"play:{entry.path}", entry.title, state, second, tone, entry.status == "locked")

    def _state(self, entry: Entry) -> str:
        """How far one is with a scenario of the course."""
        key = f"course.{entry.status}" if entry.best is None else f"course.{entry.status}_best"
        best = f"{entry.best:.0f}" if entry.best is not None else ""
        return self._say(key, best=best, mark=entry.mark)

    def _chapter(self, chapter: Chapter) -> Option:
        state = self._say(f"course.chapter.{chapter.status}", done=chapter.done, needs=chapter.needs,
                          numbers=self._titles(chapter.first))  # fmt: skip
        if chapter.here:
            state = self._say("course.here", state=state)
        title = self._say("course.chapter", number=chapter.number, title=chapter.title)
        line = Content(rows.two_ends(shown(title), shown(state), self._width)).stylize("bold $primary")
        aim = ("  " + shorten(chapter.aim, self._width - 2), "$quiet italic" if self._ui == "en" else "$quiet")
        return Option(Content.assemble(line, "\n", aim), disabled=True)

    def _session(self, row: Ongoing) -> Option:
        second = rows.resumable(row, self._ui, self._now)
        what, doing = ("look", "home.look") if row.said else ("session", "home.resume")
        return self._row(f"{what}:{row.id}", row.title, self._say(doing), second, "$accent")

    def _heading(self, words: str) -> Option:
        return Option(Content.styled(words, "bold $primary"), disabled=True)

    def _row(self, id_: str, title: str, state: str, second: str, tone: str, faint: bool = False) -> Option:
        title = shown(to_traditional(title) if self._ui == "zh-Hant" else title)
        first = Content(rows.two_ends(title, state, self._width))
        first = first.stylize(f"not bold {tone}", len(first) - len(state)).stylize_before("$quiet" if faint else "bold")
        return Option(Content.assemble(first, "\n", ("  " + shorten(second, self._width - 2), "$quiet")), id=id_)

    def _titles(self, titles: Sequence[str]) -> str:
        joined = self._say("course.and").join(titles)
        return to_traditional(joined) if self._ui == "zh-Hant" else joined

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"tui.{key}", self._ui, **values)
