"""Messages → the agents' turns, each with what it answers and what the agent said before."""

from __future__ import annotations

import heapq
import re
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from simulator.model.score import Context
from simulator.runner.batch import guess_lang
from simulator.talks.records import Bad, Place, Row, Turn

#: So many conversations are followed at once; the one that nobody spoke in for the longest is let go first.
OPEN = 2000
#: So many characters of one side are taken as one turn.
LONGEST_TURN = 20_000
#: So many of an agent's turns are remembered, to see those that come again.
REMEMBERED = 20
#: After so many rows a turn has ended, even if nobody answered it.
AGE = 1000
#: A word, or a Chinese character; the latter weigh half.
_WORD = re.compile(r"(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff])|[^\W\u3400-\u9fff\U00020000-\U0003ffff]+")
SHORT = 4


def turns(messages: Iterable[Row | Bad]) -> Iterator[Turn | Bad]:
    """The agents' turns and the rows that can't be used, in the order of the rows in which they begin.

    Messages of several conversations may be mixed. Memory does not grow with the export.
    """
    talks: OrderedDict[str, _Talk] = OrderedDict()
    begun: OrderedDict[int, _Talk] = OrderedDict()
    ready: list[tuple[int, Turn | Bad]] = []

    def end(talk: _Talk) -> None:
        if turn := talk.end():
            del begun[turn.place.row]
            heapq.heappush(ready, (turn.place.row, turn))

    for row in messages:
        if isinstance(row, Bad):
            heapq.heappush(ready, (row.row, row))
        else:
            talk = talks.setdefault(row.talk, _Talk())
            talks.move_to_end(row.talk)
            if talk.ends_with(row):
                end(talk)
            talk.take(row)
            if talk.turn and talk.turn[0] is row:
                begun[row.row] = talk
            if len(talks) > OPEN:
                end(talks.popitem(last=False)[1])
        while begun and row.row - next(iter(begun)) > AGE:
            end(next(iter(begun.values())))
        while ready and (not begun or ready[0][0] < next(iter(begun))):
            yield heapq.heappop(ready)[1]
    for talk in talks.values():
        end(talk)
    while ready:
        yield heapq.heappop(ready)[1]


@dataclass
class _Talk:
    """A conversation as far as it has come."""

    customer: deque[str] = field(default_factory=deque)
    """All that the customer said so far, and could be taken up: what is restated was often told some turns ago."""
    calls: bool = False
    """Whether what was said last calls for more than a goodbye."""
    answered: bool = True
    """Whether an agent has spoken since."""
    turn: list[Row] = field(default_factory=list)
    """The agent's messages that are not yet known to be all."""
    earlier: dict[str, deque[str]] = field(default_factory=dict)
    """Agent -> their turns before."""
    topic: str = ""

    def ends_with(self, row: Row) -> bool:
        """Whether a message ends the turn that is under way."""
        return bool(self.turn) and (
            row.side == "customer" or row.speaker != self.turn[-1].speaker or _full(self.turn, row)
        )

    def take(self, row: Row) -> None:
        """Takes a message in."""
        self.topic = row.topic or self.topic
        if row.side == "agent":
            self.turn.append(row)
            return
        self.customer.append(row.text)
        self.calls = _calls(row.text) or (self.calls and not self.answered)
        self.answered = False
        while len(self.customer) > 1 and sum(map(len, self.customer)) > LONGEST_TURN:
            self.customer.popleft()

    def end(self) -> Turn | None:
        """Ends the turn that is under way, if there is one."""
        if not self.turn:
            return None
        first, reply = self.turn[0], "\n".join(row.text for row in self.turn)
        self.answered = True
        customer = "\n".join(self.customer)
        before = self.earlier.get(first.speaker, deque())
        lang = guess_lang(reply) or guess_lang(customer) or "en"
        context = Context(lang, customer, earlier=tuple(before), assess=None if self.calls else ())
        place = Place(first.row, first.talk, first.speaker, first.time, self.topic, opens=not before)
        self.earlier.setdefault(first.speaker, deque(maxlen=REMEMBERED)).append(reply)
        self.turn = []
        return Turn(place, reply, context)


def _calls(said: str) -> bool:
    """Whether what the customer said gives a chance to show anything: more than "OK", "thank you", "好的，谢谢"."""
    return "?" in said or "？" in said or sum(1 if w["han"] else 2 for w in _WORD.finditer(said)) > SHORT


def _full(turn: list[Row], row: Row) -> bool:
    return sum(len(said.text) for said in turn) + len(row.text) > LONGEST_TURN
