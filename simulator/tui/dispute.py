"""The form on which a trainee objects to a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from simulator.reports.reasons import names
from simulator.tui.desk_form import Adding, Form

if TYPE_CHECKING:
    from simulator.runner.desk import Desk
    from simulator.runner.session import Session

_ALL = "*"


class DisputeForm(Form):
    """Says which mark is disputed and why.

    Args:
        session: the session.
        turn: the turn that was looked at, or None.
        done: what to do once it is kept.
    """

    HELP = "help.dispute"

    def __init__(self, session: Session, turn: int | None, done: Callable[[], object]) -> None:
        super().__init__(done)
        self._session, self._turn = session, turn

    @property
    def desk(self) -> Desk:
        return self.simulator.stage.desk

    def heading(self) -> str:
        return self.ask("form.dispute")

    def fields(self) -> Iterable[Widget]:
        every = (_ALL, self.ask("all_of_it"))
        turns = [(str(turn), str(turn)) for turn in range(1, self._session.state.turn + 1)]
        yield self.choice("turn", [every, *turns], str(self._turn or _ALL))
        yield self.choice("about", [every, *names(self._session.bundle.rubric, self.simulator.lang).items()], _ALL)
        yield from self.box("reason")

    def add(self) -> Adding:
        turn, about = self.chosen("turn"), self.chosen("about")
        session, reason = self._session.id, self.written("reason")
        number = None if turn in (None, _ALL) else int(turn or 0)
        return lambda desk: desk.dispute(session, None, reason, number, None if about == _ALL else about)
