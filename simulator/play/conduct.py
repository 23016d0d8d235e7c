"""What the trainee did over a whole session: orders, shares and habits, with the turns where they show. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from simulator.model.event import Began, Event, Moved, Replied, Scored, Spoke
from simulator.model.rubric import Rubric
from simulator.model.score import Found, ReplyScore, SessionLevel
from simulator.scoring.judge import holds, judge
from simulator.scoring.text import normalise

#: What the rules of a session criterion may speak of, and what it is.
FEATURES: dict[str, str] = {
    "replies": "replies given",
    "angry_replies": "replies given to an angry customer (mood 55 or more)",
    "angry_phases": "stretches of the conversation in which the customer was angry",
    "feelings_first": "% of the angry stretches in which the feeling was met no later than the matter was taken up",
    "feelings_after": "angry stretches in which the feeling was met only in a later reply than the matter",
    "feelings_never": "angry stretches in which the feeling was never met",
    "angry_told": "replies to an angry customer who had told facts, so that there was something to give back",
    "calm_told": "replies to a calmer customer who had told facts",
    "restated_angry": "% of the replies in `angry_told` that give a fact back",
    "restated_calm": "% of the replies in `calm_told` that give a fact back",
    "restates_more": "`restated_angry` less `restated_calm`; 0 where one of the two is not there",
    "customer_share": "% of all words that the customer said (in Chinese: of all characters)",
    "timed": "replies whose time is known",
    "seconds": "seconds that a reply took, the median",
    "slow_replies": "replies that took more than 90 seconds",
    "repeats": "replies that say a sentence of an earlier one again, word for word",
    "flags": "flags raised",
    "solutions": "replies that offer a solution",
    "room": "replies that give room: an open question, an invitation to go on",
    "room_before": "replies that give room before the first reply that offers a solution",
}

#: The mood from which a customer is angry; a screen's word for it begins there too.
ANGRY = 55
#: The criteria by which a reply meets the feeling, and those by which it takes up the matter.
FEELING, RESTATEMENT, SOLUTION = frozenset({"listening", "apology"}), "restatement", "expectation"
#: The level of a reply that sets an expectation in full.
IN_FULL = 3
#: Seconds above which a reply is slow.
SLOW = 90
#: A sentence said again counts from so many words (Chinese: characters) on; shorter ones are everybody's.
LEAST_WORDS, LEAST_CHARACTERS = 4, 6

_HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_LETTERS = rf"(?:(?!{_HAN})[^\W_])+"
_WORD = re.compile(rf"{_HAN}|{_LETTERS}(?:['’\-]{_LETTERS})*")
#: What a customer does while speaking stands in brackets, and is not said.
_DOES = re.compile(r"\([^()]*\)|（[^（）]*）")
_SENTENCE = re.compile(r"[^.!?。！？；;\n]+")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn as it counts for the whole.

    Attributes:
        turn: its number, from 1.
        customer: the customer's words since the reply before.
        mood: the mood before the reply, 0 to 100.
        told: how many facts had been told by then.
        reply: the reply.
        score: its score.
        seconds: how long it took, or None.
    """

    turn: int
    customer: str
    mood: int
    told: int
    reply: str
    score: ReplyScore
    seconds: float | None = None

    @property
    def angry(self) -> bool:
        """Whether the customer was angry."""
        return self.mood >= ANGRY

    @property
    def meets_feeling(self) -> bool:
        """Whether the reply meets the feeling."""
        return not FEELING.isdisjoint(self.score.observed.showed)

    @property
    def takes_up_matter(self) -> bool:
        """Whether the reply takes up the matter."""
        return RESTATEMENT in self.score.observed.showed or self.solves

    @property
    def solves(self) -> bool:
        """Whether the reply offers a solution: it sets an expectation in full where one was due, or clearly without
        meeting the feeling. A step named in passing beside the feeling ("I am staying on the line") is none."""
        if self.score.heard.get(SOLUTION, 0) >= IN_FULL:
            return True
        return SOLUTION in self.score.observed.showed and not self.meets_feeling


def exchanges(events: Iterable[Event], seconds: Mapping[int, float | None] | None = None) -> tuple[Exchange, ...]:
    """The turns of a session that were scored.

    Args:
        events: all that happened, in order.
        seconds: turn to how long its reply took; what is missing is not known.
    """
    taken = seconds or {}
    found: list[Exchange] = []
    said: list[str] = []
    told: set[str] = set()
    mood, reply = 0, ""
    for event in events:
        match event:
            case Began() | Moved():
                mood = event.mood
            case Spoke():
                said.append(event.text)
                told |= set(event.tells)
            case Replied():
                reply = event.text
            case Scored():
                found.append(
                    Exchange(event.turn, "\n".join(said), mood, len(told), reply, event.score, taken.get(event.turn))
                )
                said = []
            case _:
                pass
    return tuple(found)


def conduct(turns: Iterable[Exchange]) -> dict[str, Found]:
    """Feature to what happened: all of `FEATURES`."""
    played = tuple(turns)
    found = [
        *_counts(played), *_feelings(played), *_restating(played), *_talking(played), *_timing(played),
        *_room(played),
    ]  # fmt: skip
    return {one.feature: one for one in found}


def session_levels(rubric: Rubric, turns: Iterable[Exchange]) -> tuple[SessionLevel, ...]:
    """The levels of a rubric's session criteria, those that could be assessed, in the rubric's order."""
    if not rubric.session:
        return ()
    found = conduct(turns)
    values = {name: one.value for name, one in found.items()}
    levels = []
    for name, criterion in rubric.session.items():
        if holds(criterion.needs, values):
            judged = judge(criterion, values)
            named = dict.fromkeys(feature for rule in (*criterion.rules, *criterion.caps) for feature in rule.when)
            shown = tuple(found[feature] for feature in named if feature in found and found[feature].value)
            levels.append(SessionLevel(name, judged.level, judged.rule, judged.lift, shown))
    return tuple(levels)


def words(text: str) -> int:
    """How many words a text has; each Chinese character is one."""
    return sum(1 for _ in _WORD.finditer(text))


def _counts(played: tuple[Exchange, ...]) -> Iterator[Found]:
    flagged = tuple(turn.turn for turn in played if turn.score.faults)
    again = _repeats(played)
    yield Found("replies", len(played))
    yield Found("flags", sum(len(turn.score.faults) for turn in played), flagged)
    yield Found("repeats", len(again), again)


def _feelings(played: tuple[Exchange, ...]) -> Iterator[Found]:
    """The order of feeling and matter, one angry stretch after the other; inside one reply it is not judged."""
    angry = [turn.turn for turn in played if turn.angry]
    phases = [tuple(phase) for hot, phase in groupby(played, lambda turn: turn.angry) if hot]
    first: list[int] = []
    after: list[int] = []
    never: list[int] = []
    for phase in phases:
        met = next((turn for turn in phase if turn.meets_feeling), None)
        matter = next((turn for turn in phase if turn.takes_up_matter), None)
        if met is None:
            never.append((matter or phase[0]).turn)
        elif matter is None or met.turn <= matter.turn:
            first.append(met.turn)
        else:
            after.append(matter.turn)
    yield Found("angry_replies", len(angry), tuple(angry))
    yield Found("angry_phases", len(phases), tuple(phase[0].turn for phase in phases))
    yield Found("feelings_first", _share(len(first), len(phases)), tuple(first))
    yield Found("feelings_after", len(after), tuple(after))
    yield Found("feelings_never", len(never), tuple(never))


def _restating(played: tuple[Exchange, ...]) -> Iterator[Found]:
    shares: list[int | None] = []
    for hot, name in ((True, "angry"), (False, "calm")):
        told = [turn for turn in played if turn.angry is hot and turn.told]
        gave = tuple(turn.turn for turn in told if turn.score.observed.restated)
        shares.append(_share(len(gave), len(told)) if told else None)
        yield Found(f"{name}_told", len(told), tuple(turn.turn for turn in told))
        yield Found(f"restated_{name}", shares[-1] or 0, gave)
    angry, calm = shares
    yield Found("restates_more", 0 if angry is None or calm is None else angry - calm)


def _talking(played: tuple[Exchange, ...]) -> Iterator[Found]:
    heard = sum(words(_DOES.sub("", turn.customer)) for turn in played)
    said = sum(words(turn.reply) for turn in played)
    yield Found("customer_share", _share(heard, heard + said))


def _timing(played: tuple[Exchange, ...]) -> Iterator[Found]:
    took = {turn.turn: turn.seconds for turn in played if turn.seconds is not None}
    slow = tuple(turn for turn, seconds in took.items() if seconds > SLOW)
    yield Found("timed", len(took))
    yield Found("seconds", round(median(took.values())) if took else 0)
    yield Found("slow_replies", len(slow), slow)


def _room(played: tuple[Exchange, ...]) -> Iterator[Found]:
    room = tuple(turn.turn for turn in played if turn.score.observed.room)
    solutions = tuple(turn.turn for turn in played if turn.solves)
    before = tuple(turn for turn in room if not solutions or turn < solutions[0])
    yield Found("room", len(room), room)
    yield Found("room_before", len(before), before)
    yield Found("solutions", len(solutions), solutions)


def _repeats(played: tuple[Exchange, ...]) -> tuple[int, ...]:
    """The turns that say a sentence of an earlier reply again, or all of it."""
    known: set[str] = set()
    again = []
    for turn in played:
        here = set(_sentences(turn.reply))
        if turn.score.observed.repeated or here & known:
            again.append(turn.turn)
        known |= here
    return tuple(again)


def _sentences(reply: str) -> Iterator[str]:
    """The sentences that are long enough to be somebody's own, in their normal form."""
    plain, _ = normalise(reply)
    for sentence in _SENTENCE.findall(plain):
        pieces = _WORD.findall(sentence)
        if len(pieces) >= (LEAST_CHARACTERS if re.match(_HAN, pieces[0] if pieces else "") else LEAST_WORDS):
            yield " ".join(pieces)


def _share(part: int, whole: int) -> int:
    """In hundredths, rounded."""
    return round(100 * part / whole) if whole else 0
