"""Listening: the feeling, what it is tied to, room for more; and what shows that nobody listened."""

from __future__ import annotations

from simulator.scoring.cues import Hit
from simulator.scoring.look import Look

FEATURES = {
    "feelings": "the customer's feelings named",
    "empathy": "feelings named, shared or called natural, and hardships seen",
    "tied": "such wordings beside a fact of the case",
    "room": "open questions, invitations to go on, questions after anything missed or how they are",
    "formal_only": "1 where there is only an acknowledgement, thanks or an administrative question",
    "acknowledged": "acknowledgements, thanks, 'I understand'",
    "you_words": "words that address the customer",
    "cold": "wordings of a case log",
    "asks": "questions that are not administrative",
    "dismissals": "wordings that wave the customer or the matter off",
}

ROOM = ("open_question", "invitation", "missed_question", "care")
#: Wordings of quarrel and mockery that use the words of feeling.
BARBS = ("argue_cue", "dismiss", "rude_cue", "sneer")
#: Units of the case in a clause from which a feeling beside it is tied to it.
TIE_UNITS = 2


def detect(look: Look) -> None:
    """Fills in the features above."""
    void = look.of("agents_feeling", "generic_object")
    feelings = [h for h in look.of("feeling") if not any(v.start <= h.start and h.end <= v.end for v in void)]
    barbs = look.of(*BARBS)
    empathy = [
        h for h in (*feelings, *look.of("validation", "hardship", "projection", "your_state"))
        if not any(b.start < h.end and h.start < b.end for b in barbs)
    ]  # fmt: skip
    tied = [h for h in empathy if _tied(look, look.clause_of(h))]
    room = [
        h for h in look.of(*ROOM)
        if (h.group != "open_question" or _asks(look, h)) and look.clause_of(h) not in look.where("admin_request")
    ]  # fmt: skip
    admin = look.of("admin_request")
    acknowledged = look.of("understand", "acknowledge", "thanks")
    asks = len(look.asking - look.where("admin_request", "check", "rhetorical", "should_have"))
    dismissals = [
        h for h in look.of("dismiss", "order_calm") if look.reading.tokens[h.end - 1].clause == look.clause_of(h)
    ]
    look.find_hits("empathy", empathy, "empathy")
    look.find_hits("tied", tied, "tied")
    look.find_hits("room", room, "room")
    look.find_hits("dismissals", dismissals, "dismissal")
    look.features |= {
        "feelings": len(feelings),
        "empathy": len({look.clause_of(h) for h in empathy}),
        "tied": len({look.clause_of(h) for h in tied}),
        "room": len({look.clause_of(h) for h in room}),
        "formal_only": int(bool(acknowledged or admin or asks) and not empathy and not room),
        "acknowledged": len(acknowledged),
        "you_words": len(look.hits.get("you", ())),
        "cold": len(look.of("cold_log", "template")),
        "asks": asks,
        "dismissals": len(dismissals),
    }


def _asks(look: Look, hit: Hit) -> bool:
    """Whether a question word asks: by the mark, or in Chinese, where the mark is often left out, by itself."""
    clause = look.clause_of(hit)
    opens = hit.start == look.clause_range(clause)[0]
    return look.lang == "zh" or opens or look.asks_sentence(look.sentence_of(hit))


def _tied(look: Look, clause: int) -> bool:
    """Whether the clause or a neighbour in reach speaks of the case."""
    sentence = look.reading.clauses[clause].sentence
    for near in range(clause - 2, clause + 3):
        if not 0 <= near < len(look.units) or abs(look.reading.clauses[near].sentence - sentence) > 1:
            continue
        if near in look.promising:
            continue
        if near in look.told or len(look.units[near] & look.context.matter) >= TIE_UNITS:
            return True
    return False
