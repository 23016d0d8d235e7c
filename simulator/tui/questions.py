"""The rubric's questions after the play: the trainee chooses the answer that fits, with a digit or the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from simulator.model.rubric import Question
from simulator.reports.reasons import in_words, level_text
from simulator.tui.plain import shown


class SelfCheck(Static, can_focus=True):
    """One question with its four answers.

    Args:
        key: the question's name.
        question: the question.
        chosen: the answer chosen so far, 0 to 3, or None.
        lang: the language of the screen.
    """

    BINDINGS = [  # noqa: RUF012
        Binding("0", "choose(0)", "tui.key.answer", key_display="0-3"),
        *(Binding(str(level), f"choose({level})", "tui.key.answer", show=False) for level in (1, 2, 3)),
    ]

    @dataclass
    class Chosen(Message):
        """An answer was chosen."""

        question: str
        level: int

    def __init__(self, key: str, question: Question, chosen: int | None, lang: str) -> None:
        super().__init__(classes="question", id=f"question-{key}")
        self.key, self.chosen = key, chosen
        self._question, self._lang = question, lang

    def on_mount(self) -> None:
        self._draw()

    def action_choose(self, level: int) -> None:
        """Chooses an answer."""
        self.chosen = level
        self._draw()
        self.post_message(self.Chosen(self.key, level))

    def on_click(self, event: events.Click) -> None:
        answer = event.style.meta.get("answer")
        if isinstance(answer, int):
            self.action_choose(answer)

    def _draw(self) -> None:
        name, ask = in_words(self._question.name, self._lang), in_words(self._question.ask, self._lang)
        lines = [Content.assemble((f"{shown(name)}  ", "bold $primary"), shown(ask))]
        for level in range(4):
            sign, colour = ("(*)", "bold $text-success") if level == self.chosen else ("( )", "$quiet")
            line = Content.styled(
                f"{sign} {level} {shown(level_text(self._question.levels, level, self._lang))}", colour
            )
            lines.append(line.stylize(Style.from_meta({"answer": level})))
        self.update(Content("\n").join(lines))
