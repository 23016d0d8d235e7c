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
}

STRONG = ("sorry_formal", "sorry_strong")
WEAK = ("sorry_weak", "sorry_plain")
ADMITS = ("admission", "shame", "regret_frame")
#: What, after a "but", takes an apology back.
UNDOING = (
    "rule", "cannot", "dismiss", "should_have", "blame_cue", "argue_cue", "buck_cue", "excuse", "imperative",
    "order_calm", "not_ours", "brush_off", "rhetorical",
)  # fmt: skip
#: Units of the case beside an apology from which it is about this case.
NAMES_IT = 2


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
        look.find(feature, mention.hit.start, mention.hit.end, f"{mention.hit.group}: {mention.hit.cue}",
                  mention.reason, mention.grade > 0)  # fmt: skip
    grades = [m.grade for m in mentions]
    look.features |= {
        "apology_grade": max(grades, default=0),
        "apologies": sum(g > 0 for g in grades),
        "apology_conditional": sum(m.reason == "conditional_apology" for m in mentions),
        "apology_undone": sum(m.reason == "undone" for m in mentions),
        "apology_aside": sum(m.reason == "aside" for m in mentions),
        "apology_refused": int(bool(look.hits.get("refuses_apology"))),
    }


def _mentions(look: Look) -> list[Hit]:
    """The apologies, one for each place, without those that are none."""
    void = look.of("not_sorry", "refuses_apology", "wants_apology", "agents_regret")
    out: list[Hit] = []
    for hit in look.of(*STRONG, *WEAK, *ADMITS):
        if any(v.start < hit.end and hit.start < v.end for v in void):
            continue
        if out and hit.start < out[-1].end:
            if _rank(hit) > _rank(out[-1]):
                out[-1] = hit
            continue
        out.append(hit)
    return out


def _rank(hit: Hit) -> int:
    return 2 if hit.group in STRONG else 1 if hit.group in ADMITS else 0


def _graded(look: Look, hit: Hit) -> _Mention:
    clause = look.clause_of(hit)
    sentence = look.sentence_of(hit)
    if look.reading.asks(clause) and hit.group in WEAK:
        start, end = look.clause_range(clause)
        if end - start <= hit.end - hit.start + 1:
            return _Mention(hit, 0, "pardon")
    if look.here(clause, "apology_condition") or any(
        look.clause_of(h) in (clause, clause + 1) and h.start >= hit.start and look.sentence_of(h) == sentence
        for h in look.of("apology_condition")
    ):
        return _Mention(hit, 1, "conditional_apology")
    if _undone(look, hit, clause):
        return _Mention(hit, 1, "undone")
    named = _names_wrong(look, clause, sentence)
    if hit.group in ADMITS:
        return _Mention(hit, 3 if named else 2, "named_wrong" if named else "admission")
    aside = [h for h in look.of("side_object") if look.sentence_of(h) == sentence and h.start >= hit.start]
    if aside and not named:
        return _Mention(hit, 1, "aside")
    if hit.group in WEAK:
        generic = look.here(clause, "generic_object")
        if named and not _softens(look, clause):
            return _Mention(hit, 3 if hit.group == "sorry_plain" else 2, "named_wrong")
        if generic and hit.group == "sorry_plain":
            return _Mention(hit, 2, "general")
        return _Mention(hit, 1, "token")
    if _softens(look, clause) and not named:
        return _Mention(hit, 1, "softener")
    start, end = look.clause_range(clause)
    if end - start <= 1 + (look.lang == "zh"):
        return _Mention(hit, 1 if not named else 2, "clipped")
    return _Mention(hit, 3 if named else 2, "named_wrong" if named else "general")


def _undone(look: Look, hit: Hit, clause: int) -> bool:
    """Whether a turn follows at once, and then something that takes it back."""
    for turn in look.of("turn"):
        if turn.start < hit.end:
            continue
        after = look.clause_of(turn)
        if after - clause > 2 or look.sentence_of(turn) - look.sentence_of(hit) > 1:
            return False
        return any(look.here(n, *UNDOING) for n in (after, after + 1))
    return False


def _softens(look: Look, clause: int) -> bool:
    """Whether the apology only opens a request or a refusal."""
    return any(
        look.here(n, "admin_request") or (n > clause and look.here(n, "cannot", "brush_off"))
        for n in (clause, clause + 1)
    )


def _names_wrong(look: Look, clause: int, sentence: int) -> bool:
    """Whether the apology's own sentence, or the one it leans on, names what went wrong for this customer."""
    context = look.context
    for number in look.clauses_of_sentence(sentence):
        if number in look.promising:
            continue
        about = len(look.units[number] & context.matter)
        harm = bool(look.here(number, "causative", "failing"))
        if (harm and about >= 1) or about >= NAMES_IT + 1 or (number in look.told and about >= NAMES_IT):
            return True
    return False
