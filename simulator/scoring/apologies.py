"""Apologies: each mention graded by what it is for and by what undoes it; the best one counts."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scoring.cues import Hit
from simulator.scoring.look import Look

FEATURES = {
    "apology_grade": "the best apology: 0 none, 1 in form only, 2 clear but general, 3 names the wrong",
    "apologies": "apologies that count at all",
    "apology_conditional": "apologies with a condition",
    "apology_undone": "apologies undone by a 'but' and what follows",
    "apology_aside": "apologies for something beside the matter",
    "apology_refused": "1 where an apology is refused",
    "apology_strength": "the strongest wording: 0 none, 1 a bare or softening one, 2 an admission, 3 a full apology",
    "apology_harm": "wordings of harm done or duty failed in the sentence of an apology",
    "apology_about": "units of the case in the sentence of an apology",
}

STRONG = ("sorry_formal", "sorry_strong")
WEAK = ("sorry_weak", "sorry_plain")
ADMITS = ("admission", "shame", "regret_frame")
#: What was done to the customer, or not done for them.
HARMS = ("causative", "failing", "regret_frame", "admission")
#: What, after a "but", takes an apology back.
UNDOING = (
    "rule", "cannot", "dismiss", "should_have", "blame_cue", "argue_cue", "buck_cue", "excuse", "imperative",
    "order_calm", "not_ours", "brush_off", "rhetorical",
)  # fmt: skip
#: Units of the case beside an apology from which it is about this case.
NAMES_IT = 2
#: Numbers that nobody has named from which the apology is for another customer's trouble.
WRONG = 2
#: What, said after an apology, makes the wrong small or hands it back.
BARBS = ("dismiss", "blame_cue", "argue_cue", "should_have", "rude_cue", "sneer")
#: How many tokens after an apology its condition, its side object or its reference back may begin.
NEAR = {"en": 3, "zh": 6}


@dataclass(frozen=True)
class _Mention:
    """One apology: its grade and why."""

    hit: Hit
    grade: int
    reason: str


def detect(look: Look) -> None:
    """Fills in the features above."""
    mentions = [_graded(look, hit) for hit in _mentions(look)]
    for mention in mentions:
        feature = "apology_grade"
        look.find(feature, mention.hit.start, mention.hit.end, mention.hit.label,
                  mention.reason, mention.grade > 0)  # fmt: skip
    grades = [m.grade for m in mentions]
    look.features |= {
        "apology_grade": max(grades, default=0),
        "apologies": sum(g > 0 for g in grades),
        "apology_conditional": sum(m.reason == "conditional_apology" for m in mentions),
        "apology_undone": sum(m.reason == "undone" for m in mentions),
        "apology_aside": sum(m.reason == "aside" for m in mentions),
        "apology_refused": int(bool(look.hits.get("refuses_apology"))),
        "apology_strength": max((max(1, _rank(m.hit)) for m in mentions if m.grade), default=0),
        "apology_harm": max((_harms(look, look.sentence_of(m.hit)) for m in mentions if m.grade), default=0),
        "apology_about": max((_about(look, look.sentence_of(m.hit)) for m in mentions if m.grade), default=0),
    }


def _harms(look: Look, sentence: int) -> int:
    return sum(len(look.here(n, *HARMS)) for n in look.clauses_of_sentence(sentence) if n not in look.promising)


def _about(look: Look, sentence: int) -> int:
    units: set[str] = set().union(*(look.units[n] for n in look.clauses_of_sentence(sentence)))
    return len(units & look.context.matter)


def _mentions(look: Look) -> list[Hit]:
    """The apologies, one for each place, without those that are none."""
    void = look.of("not_sorry", "refuses_apology", "wants_apology")
    out: list[Hit] = []
    for hit in look.of(*STRONG, *WEAK, *ADMITS):
        clause = look.clause_of(hit)
        if any(v.start < hit.end and hit.start < v.end and look.clause_of(v) == clause for v in void):
            continue
        if hit.group == "sorry_plain" and look.reading.tokens[hit.end - 1].clause != clause:
            continue  # "Sorry, that's the process": nothing is said for what
        if out and hit.start < out[-1].end:
            if _rank(hit) > _rank(out[-1]):
                out[-1] = hit
            continue
        out.append(hit)
    return out


def _rank(hit: Hit) -> int:
    return 3 if hit.group in STRONG else 2 if hit.group in ADMITS else 1 if hit.group == "sorry_plain" else 0


def _graded(look: Look, hit: Hit) -> _Mention:
    clause = look.clause_of(hit)
    sentence = look.sentence_of(hit)
    start, end = look.clause_range(clause)
    if clause in look.asking and (hit.group in ADMITS or end - start <= hit.end - hit.start + 1):
        return _Mention(hit, 0, "pardon")
    if hit.group in ADMITS and any(h.start < hit.start for h in look.here(clause, "condition")):
        return _Mention(hit, 0, "conditional_apology")
    if any(look.sentence_of(h) == sentence for h in look.of("rude_cue", "insult")):
        return _Mention(hit, 0, "undone")  # sorry in words, mocking in fact
    if _conditional(look, hit, sentence):
        return _Mention(hit, 1, "conditional_apology")
    near = hit.end + NEAR[look.lang]
    if any(
        hit.start <= h.start <= near and look.sentence_of(h) == sentence and not _told(look, look.clause_of(h))
        for h in look.of("side_object")
    ):
        return _Mention(hit, 1, "aside")
    if hit.group not in ADMITS and _softens(look, hit, clause):
        return _Mention(hit, 1, "softener")
    if _undone(look, hit, sentence):
        return _Mention(hit, 1, "undone")
    named = _names_wrong(look, hit, clause, sentence)
    if look.features["wrong_numbers"] >= WRONG:
        return _Mention(hit, 1, "misstated")
    if hit.group in ADMITS:
        return _Mention(hit, 3 if named else 2, "named_wrong" if named else "admission")
    if hit.group == "sorry_weak":
        return _Mention(hit, 2 if named == "beside" else 1, "named_wrong" if named else "token")
    leans = _leans_back(look, hit, sentence)
    bare = look.lang == "zh" and hit.group == "sorry_plain"
    if bare and not any(hit.end <= h.start <= hit.end + 1 for h in look.here(clause, *HARMS)):
        return _Mention(hit, 2 if look.here(clause, "generic_object") else 1, "token")
    if named == "beside" or (named and leans and hit.group != "sorry_plain"):
        return _Mention(hit, 3, "named_wrong")
    generic = look.here(clause, "generic_object") or leans
    if hit.group == "sorry_plain":
        return _Mention(hit, 2 if look.here(clause, "generic_object") else 1, "general" if generic else "token")
    clipped = end - start <= hit.end - hit.start + (look.lang == "zh") and not look.here(clause, "intensifier")
    if clipped and not named:
        return _Mention(hit, 1, "clipped")
    return _Mention(hit, 2, "general")


def _conditional(look: Look, hit: Hit, sentence: int) -> bool:
    """Whether an 'if' follows at once or opens the sentence, or the harm itself is only possible."""
    low, _ = look.sentence_range(sentence)
    near = hit.end + NEAR[look.lang]
    for h in look.of("condition"):
        if look.sentence_of(h) == sentence and (hit.end <= h.start <= near or low <= h.start <= low + 1 < hit.start):
            return True
    clause = look.clause_of(hit)
    return any(
        look.clause_of(h) in (clause, clause + 1) and h.start >= hit.start and look.sentence_of(h) == sentence
        for h in look.of("apology_condition")
    )


def _undone(look: Look, hit: Hit, sentence: int) -> bool:
    """Whether a turn follows at once and takes it back, or a barb comes later: what is said last stands."""
    for turn in look.of("turn"):
        if turn.start < hit.end or look.sentence_of(turn) > sentence + 1:
            continue
        if turn.start <= hit.end + 1 and look.sentence_of(turn) == sentence:
            return True
        low, high = look.sentence_range(look.sentence_of(turn))
        if look.sentence_of(turn) == sentence or turn.start <= low + 1:
            return any(turn.start <= h.start < high for h in look.of(*UNDOING))
    return any(h.start >= hit.end and look.clause_of(h) not in look.recounted for h in look.of(*BARBS))


def _softens(look: Look, hit: Hit, clause: int) -> bool:
    """Whether the apology only opens a request or a refusal in its own sentence."""
    sentence = look.sentence_of(hit)
    following = [n for n in (clause, clause + 1) if n in look.clauses_of_sentence(sentence)]
    refused = any(h.start >= hit.end for n in following for h in look.here(n, "cannot", "brush_off"))
    return refused or any(look.here(n, "admin_request") for n in following)


def _leans_back(look: Look, hit: Hit, sentence: int) -> bool:
    """Whether what the apology is for is only pointed at: "for that", "about all of it", "we did that to you".

    Chinese names it first: 这件事，真的对不起您.
    """
    first = look.sentence_range(sentence)[0] if look.lang == "zh" else hit.start + 1
    return any(first <= h.start and look.sentence_of(h) == sentence for h in look.of("back_reference"))


def _names_wrong(look: Look, hit: Hit, clause: int, sentence: int) -> str:
    """Where what went wrong for this customer is named: `beside` the apology, `before` or `after` it, or "" nowhere."""
    inside = list(look.clauses_of_sentence(sentence))
    if any(_harm(look, n) for n in inside if abs(n - clause) <= 2) or _specific(look, hit, inside):
        return "beside"
    if any(_harm(look, n) for n in look.clauses_of_sentence(sentence - 1)):
        return "before"
    following = list(look.clauses_of_sentence(sentence + 1))
    if any(_harm(look, n) for n in following) and not look.asks_sentence(sentence + 1):
        # "I am sorry. Leaving you out there ...": the apology goes on.
        goes_on = any(h.start == look.reading.clauses[following[0]].start for h in look.here(following[0], "causative"))
        return "beside" if goes_on and following[0] - clause == 1 else "after"
    return ""


def _harm(look: Look, number: int) -> bool:
    """Whether a clause tells what went wrong in this case."""
    if number in look.promising:
        return False
    about = len(look.units[number] & look.context.matter)
    harm = bool(look.here(number, "causative", "failing", "admission"))
    if look.here(number, "ill_treatment"):
        return True
    return (harm and about >= 1) or about >= NAMES_IT + 1 or _told(look, number)


def _told(look: Look, number: int) -> bool:
    """Whether a clause gives back something of the case."""
    return number in look.told and len(look.units[number] & look.context.matter) >= NAMES_IT


def _specific(look: Look, hit: Hit, inside: list[int]) -> bool:
    """Whether the words after the apology say something of their own, and some of it is about this case."""
    clause = look.clause_of(hit)
    after = [n for n in inside if clause <= n <= clause + 2 and n not in look.promising]
    if any(look.here(n, "generic_object") for n in after[:1]):
        return False
    said: set[str] = set().union(*(look.units[n] for n in after)) - {u for u in look.units[clause] if u in _SORRY}
    return len(said) > NAMES_IT and bool(said & look.context.matter)


#: Units of the apology's own words.
_SORRY = frozenset(("=apology", "apolog", "truli", "deepli", "sincer", "realli", "accept", "regret"))
