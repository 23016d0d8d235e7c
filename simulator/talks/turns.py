"""Messages → the agents' turns, each with what it answers and what the agent said before."""

from __future__ import annotations

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
    """What the customer said since an agent last answered."""
    answered: tuple[str, ...] = ()
    """What was answered last: a second agent who joins in answers the same."""
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
        while len(self.customer) > 1 and sum(map(len, self.customer)) > LONGEST_TURN:
            self.customer.popleft()

    def end(self) -> Iterator[Turn]:
        """Gives the turn that is under way, if there is one."""
        if not self.turn:
            return
        first, reply = self.turn[0], "\n".join(row.text for row in self.turn)
        self.answered, self.customer = tuple(self.customer) or self.answered, deque()
        customer = "\n".join(self.answered)
        before = self.earlier.get(first.speaker, deque())
        place = Place(first.row, first.talk, first.speaker, first.time, self.topic, opens=not before)
        lang = guess_lang(reply) or guess_lang(customer) or "en"
        yield Turn(place, reply, Context(lang, customer, earlier=tuple(before)))
        self.earlier.setdefault(first.speaker, deque(maxlen=REMEMBERED)).append(reply)
        self.turn = []


def _full(turn: list[Row], row: Row) -> bool:
    return sum(len(said.text) for said in turn) + len(row.text) > LONGEST_TURN
