"""Sits an assessment for the seats of a class, from their answers: the same way as on the screen, on several cores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.library.library import Library
from simulator.model.assessment import Seat
from simulator.model.receipt import Receipt
from simulator.runner.answers import Answer, Answers
from simulator.runner.cores import processes
from simulator.runner.room import Room, SittingError
from simulator.runner.sitting import Sitting
from simulator.store.store import Store

Work = tuple[Seat, Answers]


@dataclass(frozen=True)
class Sat:
    """What came of a seat.

    Attributes:
        seat: the seat.
        receipt: its sitting; None where it could not sit.
        refused: why not, as a key of the catalogue, and what fills it.
        left_over: scenario to how many of its replies came after the end.
    """

    seat: Seat
    receipt: Receipt | None = None
    refused: tuple[str, dict[str, object]] | None = None
    left_over: tuple[tuple[str, int], ...] = ()


def sit_for(room: Room, seat: Seat, answers: Answers) -> Sat:
    """Sits for a seat. What its last sitting said is not said twice; one that was broken off goes on.

    Args:
        room: the assessment, not timed.
        seat: the seat.
        answers: what it says.

    Raises:
        StoreError: the log can't be read or written.
    """
    said = room.said(seat)
    same = all(name in answers and _begins(answers[name], replies) for name, replies in said.items())
    going, receipts = room.going(seat), room.receipts(seat)
    if going and not same:
        return Sat(seat, refused=("assess.being_sat", {}))
    if said and same and not going and all(name in said for name, answer in answers.items() if answer.replies):
        receipt = receipts[-1]
    else:
        try:
            receipt = _sat(room.sit(seat), answers)
        except SittingError as error:
            return Sat(seat, refused=(error.key, error.values))
    turns = {part.scenario: part.turns for part in receipt.parts}
    left = ((name, len(answer.replies) - turns[name]) for name, answer in answers.items())
    return Sat(seat, receipt, left_over=tuple((name, count) for name, count in left if count > 0))


def on_cores(path: Path, library: Library, home: Path | str | None, work: Iterable[Work], jobs: int) -> Iterator[Sat]:
    """Sits for seats, in their order, on several cores.

    Args:
        path: the assessment's file.
        library: finds what it names.
        home: where the log is, as in `Store.open`; it must not be open in this process.
        work: seats and their answers.
        jobs: how many processes.

    Raises:
        StoreError: the log can't be read or written.
    """
    with processes(jobs, _ready, (path, library, home)) as pool:
        yield from pool.map(_one, work)
    # What the workers wrote last may still stand beside the file, and whoever copies the file alone would miss it.
    Store.open(home).close()


def _begins(answer: Answer, replies: tuple[str, ...]) -> bool:
    return answer.replies[: len(replies)] == replies


def _sat(sitting: Sitting, answers: Answers) -> Receipt:
    while sitting.receipt is None:
        scenario = sitting.terms.plan[sitting.place][0]
        answer = answers.get(scenario)
        if sitting.due == "begin" and answer:
            sitting.begin_next()
        while answer and sitting.session and sitting.session.state.turn < len(answer.replies):
            turn = sitting.session.state.turn
            sitting.send(answer.replies[turn], answer.seconds[turn])
        if sitting.receipt is None and sitting.terms.plan[sitting.place][0] == scenario:
            sitting.close_scenario()
    return sitting.receipt


_room: Room | None = None


def _ready(path: Path, library: Library, home: Path | str | None) -> None:
    global _room  # one for each worker process
    _room = Room(path, library, Store.open(home), timed=False)


def _one(work: Work) -> Sat:
    assert _room is not None
    return sit_for(_room, *work)
