"""Remarks: what is left of a reply when all that serves the customer is taken away, and how it is said.

A barb rarely uses a known wording. What it shares with other barbs is its place: a clause that neither apologises, nor
gives the account back, nor names a feeling, nor asks, nor promises anything.
"""

from __future__ import annotations

import re

from simulator.scoring.look import Look
from simulator.scoring.text import is_han

FEATURES = {
    "remarks": "clauses that serve nothing: no apology, account, feeling, question, promise or thanks",
    "remark_share": "their share of the reply's words, in hundredths",
    "remarks_you": "such clauses that open with the customer",
    "remarks_third": "such clauses about other parties, or that set the customer beside other people",
    "remarks_ask": "such clauses that ask",
    "remark_last": "1 where the reply ends on one",
    "particles": "small words that colour what is said (but, just, anyway; 也 就 嘛), in hundredths of the words",
    "you_share": "words for the customer, in hundredths of the words",
    "me_share": "words for the agent alone, in hundredths of the words",
    "they_share": "words for third persons, in hundredths of the words",
    "you_not": "clauses about the customer with a negation, outside the account",
    "tautologies": "'a rule is a rule': something said of itself, which ends the talk",
    "scare_quotes": "the customer's own words in quotation marks, one to four of them",
    "insists": "function words in capitals: 'it IS on the website'",
    "mocking_signs": "laughing, winking and eye-rolling signs",
    "feeling_signs": "signs of sorrow and warmth",
}

#: Cue groups that show that a clause serves the customer or the talk.
SERVING = (
    "sorry_formal", "sorry_strong", "sorry_weak", "sorry_plain", "admission", "shame", "regret_frame", "feeling",
    "validation", "hardship", "understand", "acknowledge", "thanks", "open_question", "invitation", "missed_question",
    "care", "admin_request", "restate_frame", "check", "wish", "step", "step_now", "handover", "channel", "vague",
    "cannot", "alternative", "causative", "failing", "cold_log", "template", "agents_feeling",
)  # fmt: skip
CARING = ("sorry_formal", "sorry_strong", "sorry_plain", "admission", "regret_frame", "feeling", "validation",
          "projection", "your_state", "causative", "cannot", "step", "step_now")  # fmt: skip
#: Fewer units than this say nothing: a name, an interjection.
LEAST = {"en": 2, "zh": 3}
QUOTED_AT_MOST = {"en": 4, "zh": 6}

#: Smiles and shrugs that mock where nothing is funny.
_MOCKING = re.compile("[😂🤣😅🙃🙄😏🤡😆😜😝😒🤷👏💅🐶🤔😁😄🤭😌🥱😉🎻]")
_FEELING = re.compile(
    "[\U0001f614\U0001f622\U0001f62d\U0001f494❤\U0001f64f\U0001f61e\U0001f61f\U0001f97a\U0001f917\U0001f633]"
)
#: How a reply is coloured and of whom it speaks shows in its smallest words, whatever it is about.
_SMALL = {
    "particles": frozenset(
        """but only just so anyway though well then still even surely really actually maybe either
        也 就 才 还 都 可 又 倒 却 嘛 吧 呢 啊 哈 啦 呗 咯 哟""".split()
    ),
    "you_share": frozenset("you your yours yourself 你".split()),
    "me_share": frozenset("i me my mine myself 我".split()),
    "they_share": frozenset("they them their he him his she her 他 她 佢".split()),
}
_ALL_SMALL = frozenset().union(*_SMALL.values())
_INSISTS = re.compile(r"\b(?:IS|DO|DID|DOES|WAS|ARE|HAVE|NOT|NEVER|ALL|CAN|WILL|YOU|THE)\b")
_BE = {"en": ("is", "are", "was"), "zh": ("是", "归")}


def detect(look: Look) -> None:
    """Fills in the features above."""
    clauses = look.reading.clauses
    serving = look.promising | look.recounted | look.told.keys() | look.where(*SERVING)
    left = [n for n, units in enumerate(look.units) if len(units) >= LEAST[look.lang] and n not in serving]
    words = sum(clauses[n].end - clauses[n].start for n in left)
    texts = look.reading.words
    smallest = [*filter(_ALL_SMALL.__contains__, texts)]
    total = len(texts)
    are = [number for number, word in enumerate(texts) if word in _BE[look.lang]]
    twice = sorted({look.reading.tokens[at].clause for at in are if _says_itself(look, at)})
    quotes = _scare_quotes(look)
    for feature, found in (("remarks", left), ("tautologies", twice)):
        for n in found:
            look.find(feature, *look.clause_range(n), feature, feature)
    last = next((n for n in reversed(range(len(clauses))) if len(look.units[n]) >= LEAST[look.lang]), -1)
    raw = look.reading.raw
    insists = len(_INSISTS.findall(raw))
    if insists and sum(word.isupper() for word in re.findall(r"[A-Za-z]{2,}", raw)) > len(clauses):
        insists = 0  # shouted throughout
    look.features |= {
        "remarks": len(left),
        "remark_share": round(100 * words / total) if total else 0,
        **{
            name: round(100 * sum(map(small.__contains__, smallest)) / total) if total else 0
            for name, small in _SMALL.items()
        },
        "remarks_you": sum(_opens_with_you(look, n) for n in left),
        "remarks_third": len(look.where("third", "outsider", "compare").intersection(left)),
        "remarks_ask": len(look.asking.intersection(left)),
        "remark_last": int(last in left),
        "you_not": len((look.where("you") & look.where("negation")) - look.where(*CARING) - look.recounted),
        "tautologies": len(twice),
        "scare_quotes": quotes,
        "insists": insists,
        "mocking_signs": len(_MOCKING.findall(raw)),
        "feeling_signs": len(_FEELING.findall(raw)),
    }


def _opens_with_you(look: Look, number: int) -> bool:
    start = look.clause_range(number)[0]
    return any(h.start <= start + 1 for h in look.here(number, "you"))


def _says_itself(look: Look, at: int) -> bool:
    """Whether a clause says 'X is X' on the two sides of its word for 'is'."""
    start, end = look.clause_range(look.reading.tokens[at].clause)
    before, after = look.words(start, at), look.words(at + 1, end)
    if look.lang == "zh" and before[-1:] == ["就"]:
        before.pop()
    after = [w for w in after if w not in ("a", "an", "the", "still", "just")]
    size = 2 if look.lang == "zh" else 1
    return len(before) >= size and before[-size:] == after[:size] and (len(before[-1]) > 2 or is_han(before[-1][0]))


def _scare_quotes(look: Look) -> int:
    """Runs of a few quoted words that the customer used."""
    if not look.reading.quotes:
        return 0
    own = set(look.context.customer.words)
    count = 0
    run: list[str] = []
    for token in (*look.reading.tokens, None):
        if token is not None and token.quoted:
            run.append(token.text)
            continue
        if run and len(run) <= QUOTED_AT_MOST[look.lang] and own.issuperset(run):
            count += 1
        run = []
    return count
