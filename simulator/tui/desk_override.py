"""The form on which an instructor puts levels, flags or the score in place of the engine's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from simulator.marking.remarks import Override
from simulator.reports.reasons import in_words, level_text
from simulator.tui.desk_form import Adding, WordsBox
from simulator.tui.desk_forms import ReviewForm
from simulator.tui.legend import Legend
from simulator.tui.plain import shorten

if TYPE_CHECKING:
    from simulator.runner.desk import Desk
    from simulator.tui.desk_stage import Reviewed

Ask = Callable[..., str]
NAME = 24


class Pick(Static, can_focus=True):
    """A criterion or flag on a line: what the engine gave, what counts, and what it is to be.

    Args:
        key: its id.
        name: what it is called.
        signs: what the values 0, 1, ... are called.
        engine: the engine's value; None: not assessed.
        now: the value that counts.
        meanings: what each value means, or "".
        ask: a sentence of the desk.

    Attributes:
        key: as above.
        value: what it is to be.
    """

    BINDINGS = [  # noqa: RUF012
        *(Binding(str(n), f"set({n})", "tui.key.level", show=n == 0, key_display="0-3") for n in range(4)),
        Binding("right,space", "step(1)", "tui.key.level", show=False),
        Binding("left", "step(-1)", "tui.key.level", show=False),
        Binding("backspace,delete", "as_it_was", "tui.key.as_it_was", key_display="⌫"),
        Binding("enter", "reason", "tui.key.reason", key_display="Enter"),
    ]

    def __init__(
        self, key: str, name: str, signs: Sequence[str], engine: int | None, now: int | None, meanings: Sequence[str],
        ask: Ask,
    ) -> None:  # fmt: skip
        super().__init__(classes="pick")
        self.key, self.value = key, now
        self._called, self._signs, self._engine, self._now, self._meanings = name, signs, engine, now, meanings
        self._ask = ask

    @property
    def changed(self) -> bool:
        """Whether it is to be something else than what counts now."""
        return self.value is not None and self.value != self._now

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def action_set(self, value: int) -> None:
        if value < len(self._signs):
            self.value = value
            self._draw()

    def action_step(self, step: int) -> None:
        now = -1 if self.value is None else self.value
        self.action_set(max(0, min(len(self._signs) - 1, now + step)))

    def action_as_it_was(self) -> None:
        self.value = self._now
        self._draw()

    def action_reason(self) -> None:
        self.screen.query_one("#reason", WordsBox).focus()

    def on_click(self, event: events.Click) -> None:
        value = event.style.meta.get("value")
        if isinstance(value, int):
            self.action_set(value)

    def _draw(self) -> None:
        name = shorten(self._called, NAME)
        parts: list[Content | str | tuple[str, str]] = [
            (name + " " * (NAME + 1 - cell_len(name)), "bold $text-accent" if self.changed else "bold")
        ]
        for value, sign in enumerate(self._signs):
            on = value == self.value
            piece = Content.styled(f"[{sign}]" if on else f" {sign} ", "bold" if on else "$quiet")
            parts.append(piece.stylize(Style.from_meta({"value": value})))
        engine = "-" if self._engine is None else self._signs[self._engine]
        parts.append((f"   {self._ask('engine_level', level=engine)}", "$quiet"))
        meaning = self._meanings[self.value] if self.value is not None and self._meanings else ""
        if meaning:
            parts.append((f"\n  {shorten(meaning, max(10, self.size.width - 4))}", "$quiet"))
        self.update(Content.assemble(*parts))


class OverrideForm(ReviewForm):
    """Changes the marks of a turn, or of the whole session.

    Args:
        reviewed: the session.
        turn: the turn; None: the whole.
        done: what to do once it is kept.
    """

    def __init__(self, reviewed: Reviewed, turn: int | None, done: Callable[[], object]) -> None:
        super().__init__(reviewed, done)
        self._looked, self._turn = reviewed.looked, turn

    def heading(self) -> str:
        return self.ask("form.override" if self._turn else "form.override_whole", turn=self._turn)

    def fields(self) -> Iterable[Widget]:
        yield from self._levels()
        if self._turn is None and not self._looked.row.unfinished:
            score = self._looked.mark.session.score
            yield Static(self.ask("field.score"), classes="label", markup=False)
            yield Input("" if score is None else f"{score:g}", id="score-now", max_length=6)
        yield from self.box("reason")

    def _levels(self) -> Iterable[Widget]:
        lang, mark, rubric = self.simulator.lang, self._looked.mark, self._looked.rubric
        digits = ("0", "1", "2", "3")
        if self._turn is None:
            own = {one.criterion: one.level for one in mark.automatic.session}
            for whole in mark.whole:
                judged = rubric.session[whole.criterion]
                meanings = [level_text(judged.levels, level, lang) for level in range(4)]
                yield Pick(whole.criterion, in_words(judged.name, lang), digits, own.get(whole.criterion), whole.level,
                           meanings, self.ask)  # fmt: skip
            return
        if self._turn > len(mark.replies):
            return
        engine, counts = mark.by_engine[self._turn - 1], mark.replies[self._turn - 1]
        for key, criterion in rubric.criteria.items():
            meanings = [level_text(criterion.levels, level, lang) for level in range(4)]
            yield Pick(key, in_words(criterion.name, lang), digits, engine.levels.get(key), counts.levels.get(key),
                       meanings, self.ask)  # fmt: skip
        legend = Legend.of(rubric, lang)
        for key in rubric.flags:
            yield Pick(key, legend.names[key], (self.ask("no"), self.ask("yes")), int(key in engine.flags),
                       int(key in counts.flags), (), self.ask)  # fmt: skip

    def add(self) -> Adding | None:
        looked, turn, by, reason = self._looked, self._turn, self.desk_app.by, self.written("reason")
        changed = {pick.key: pick.value for pick in self.query(Pick) if pick.changed and pick.value is not None}
        try:
            score = self._score()
        except ValueError:
            self.tell(self.ask("bad_number"), "error")
            return None
        if not changed and score is None:
            self.tell(self.ask("no_change"), "warning")
            return None

        def kept(desk: Desk) -> object:
            said: list[Override] = []
            for key, value in changed.items():
                if turn is not None and key in looked.rubric.flags:
                    said.append(looked.flag(key, bool(value), reason, turn))
                else:
                    said.append(looked.level(key, value, reason, turn))
            if score is not None:
                said.append(looked.score(score, reason))
            return desk.override(looked.row.id, by, said)

        return kept

    @on(Input.Submitted, "#score-now")
    def _to_the_reason(self) -> None:
        self.query_one("#reason", WordsBox).focus()

    def _score(self) -> float | None:
        """The score typed, where it is another one than counts.

        Raises:
            ValueError: it is no number.
        """
        for field in self.query("#score-now").results(Input):
            now = self._looked.mark.session.score
            if field.value.strip() != ("" if now is None else f"{now:g}"):
                return float(field.value)
        return None
