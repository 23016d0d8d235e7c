"""Messages → the agents' turns, each with what it answers and what the agent said before."""

from __future__ import annotations

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
#: A word, or a Chinese character; the latter weigh half.
_WORD = re.compile(r"(?P<han>[\u3400-\u9fff\U00020000-\U0003ffff])|[^\W\u3400-\u9fff\U00020000-\U0003ffff]+")
SHORT = 4


def turns(messages: Iterable[Row | Bad]) -> Iterator[Turn | Bad]:
    """The agents' turns in the order in which they end; rows that can't be used stay where they are.

    Messages of several conversations may be mixed. Memory does not grow with the export.
    """
    open_: OrderedDict[str, _Talk] = OrderedDict()
    for row in messages:
        if isinstance(row, Bad):
            yield row
            continue
        talk = open_.setdefault(row.talk, _Talk())
        open_.move_to_end(row.talk)
        yield from talk.take(row)
        if len(open_) > OPEN:
            yield from open_.popitem(last=False)[1].end()
    for talk in open_.values():
        yield from talk.end()


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

    def take(self, row: Row) -> Iterator[Turn]:
        """Takes a message in; gives the turn that it ends."""
        if self.turn and (row.side == "customer" or row.speaker != self.turn[-1].speaker or _full(self.turn, row)):
            yield from self.end()
        self.topic = row.topic or self.topic
        if row.side == "agent":
            self.turn.append(row)
            return
        self.customer.append(row.text)
        self.calls = _calls(row.text) or (self.calls and not self.answered)
        self.answered = False
        while len(self.customer) > 1 and sum(map(len, self.customer)) > LONGEST_TURN:
            self.customer.popleft()

    def end(self) -> Iterator[Turn]:
        """Gives the turn that is under way, if there is one."""
        if not self.turn:
            return
        first, reply = self.turn[0], "\n".join(row.text for row in self.turn)
        self.answered = True
        customer = "\n".join(self.customer)
        before = self.earlier.get(first.speaker, deque())
        place = Place(first.row, first.talk, first.speaker, first.time, self.topic, opens=not before)
        lang = guess_lang(reply) or guess_lang(customer) or "en"
        yield Turn(place, reply, Context(lang, customer, earlier=tuple(before), assess=None if self.calls else ()))
        self.earlier.setdefault(first.speaker, deque(maxlen=REMEMBERED)).append(reply)
        self.turn = []


def _calls(said: str) -> bool:
    """Whether what the customer said gives a chance to show anything: more than "OK", "thank you", "好的，谢谢"."""
    return "?" in said or "？" in said or sum(1 if w["han"] else 2 for w in _WORD.finditer(said)) > SHORT


def _full(turn: list[Row], row: Row) -> bool:
    return sum(len(said.text) for said in turn) + len(row.text) > LONGEST_TURN
