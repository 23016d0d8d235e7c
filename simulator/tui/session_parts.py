"""What the trainee's debrief and the desk's review show of a session alike: its outcome, its score, its turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Digits, Static

from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.play.score import SessionScore
from simulator.reports.transcript import Turn
from simulator.tui import debrief_text as words
from simulator.tui.legend import Legend, marked
from simulator.tui.page import Page

#: Cells of text in the summary at the side, and lines of the mood plot.
SUMMARY_TEXT, PLOT_HEIGHT = 38, 8
#: So many turns are shown, the latest; each further one would make the screen slower.
SHOWN = 60
OUTCOME_COLOURS = {
    "resolved": "$text-success", "compromise": "$text-warning", "lost": "$text-warning", "escalated": "$text-error",
}  # fmt: skip


class SessionParts:
    """The parts of one session, made for a screen.

    Args:
        page: the screen.
        scenario: what was played.
        rubric: what it was judged by.
        turns: its turns with the scores to show.
    """

    def __init__(self, page: Page, scenario: Scenario, rubric: Rubric, turns: Sequence[Turn]) -> None:
        self._page, self._scenario, self._rubric, self._turns = page, scenario, rubric, turns
        self._legend = Legend.of(rubric, page.simulator.lang)

    def badge(self, outcome: str) -> tuple[str, str]:
        """How it ended, as a piece of a line."""
        return f" {self._page.say(f'outcome.{outcome}')} ", f"bold reverse {OUTCOME_COLOURS[outcome]}"

    def result(self, result: SessionScore) -> Horizontal:
        """The score and whether it was passed."""
        parts: list[Static | Digits] = [Static(words.verdict(result, self._rubric, self._page.say))]
        if result.score is not None:
            tone = "-passed" if result.passed else "-failed"
            parts.insert(0, Digits(f"{result.score:g}", id="score", classes=tone))
        return Horizontal(*parts, id="result", classes="block")

    def score_parts(self, result: SessionScore) -> Static:
        """What the score is made of."""
        told = words.parts(result, self._turns, self._rubric, self._legend, SUMMARY_TEXT, self._page.say)
        return Static(told, classes="block")

    def moods(self, moods: Sequence[int]) -> Iterator[Static]:
        """The mood from reply to reply."""
        yield Static(self._page.say("debrief.mood"), classes="heading", markup=False)
        yield Static(words.mood_plot(moods, SUMMARY_TEXT, PLOT_HEIGHT), classes="block")

    def latest(self) -> Iterator[tuple[Turn, int]]:
        """The turns that are shown, each with how often its beat had been visited before."""
        visits: Counter[str] = Counter()
        for turn in self._turns:
            if turn.number > len(self._turns) - SHOWN:
                yield turn, visits[turn.beat]
            visits[turn.beat] += 1

    def turn(self, turn: Turn, visit: int, tag: str = "", *after_levels: Static) -> list[Static]:
        """One turn: what was said, what counted in it, a model answer.

        Args:
            turn: the turn.
            visit: how often its beat had been visited before.
            tag: `best`, `worst` or "".
            after_levels: what stands between the levels and the model answer.
        """
        page = self._page
        said = "\n".join(page.words(line) for line in turn.customer)
        reply = (marked(turn.reply, turn.score.evidence if turn.score else (), self._legend)
                 if turn.reply.strip() else Content(page.say("play.said_nothing")))  # fmt: skip
        parts = [
            Static(words.turn_title(turn, page.say, tag), classes="card-title"),
            Static(said, classes="said", markup=False),
            Static(reply, classes="replied"),
            Static(words.turn_levels(turn, self._rubric, self._legend, page.simulator.lang, page.say),
                   classes="levels"),
            *after_levels,
        ]  # fmt: skip
        if model := words.model_answer(self._scenario, turn, visit):
            parts.append(Static(Content.assemble((page.say("debrief.model"), "bold $primary"), "\n", page.words(model)),
                                classes="model"))  # fmt: skip
        return parts
