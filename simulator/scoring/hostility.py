"""Faults: blame, argument, passing the buck, threats, rudeness, by wording and by the shape of the reply."""

from __future__ import annotations

from simulator.scoring.cues import Hit
from simulator.scoring.look import Look

FEATURES = {
    "blames": "wordings that put the fault on the customer",
    "argues": "wordings that quarrel with the account or the feeling",
    "bucks": "wordings that shift responsibility",
    "threatens": "wordings that threaten or dare",
    "rudeness": "insults, mockery, sneers",
    "hostile": "kinds of hostility, by wording and by structure",
    "care_shown": "signs of good will: apology, empathy, room, promises, checks, thanks",
    "bare": "1 where a short reply shows no good will at all",
    "attacks": "wordings that blame, quarrel, shift or threaten",
    "against": "attacks and refusals to hear, where the reply leaves the customer no room",
    "menaces": "words of law, force and records outside the account",
}

#: What counts wordings, to the cue groups whose wordings it counts.
KINDS = {
    "blames": ("blame_cue", "should_have"),
    "argues": ("argue_cue", "order_calm"),
    "bucks": ("buck_cue", "not_ours"),
    "threatens": ("threat_cue",),
    "rudeness": ("rude_cue", "sneer"),
}
#: Replies of so many words or fewer can be bare.
SHORT = 45


def detect(look: Look) -> None:
    """Fills in the features above."""
    told = _reported(look)
    story = {"threatens": told | set(look.told)}  # what the customer was threatened with is their story
    kinds = {
        # An insult is one wherever it stands.
        feature: look.of(*groups) if feature == "rudeness" else _outside(look, story.get(feature, told), *groups)
        for feature, groups in KINDS.items()
    }
    loose = look.of("dismiss", "imperative", "rhetorical", "excuse")
    f = look.features
    for feature, hits in kinds.items():
        look.find_hits(feature, hits, feature)
        f[feature] = len(hits)
    f["hostile"] = sum(bool(hits) for hits in (*kinds.values(), loose))
    care = (
        (f["apology_grade"] >= 2) + bool(f["empathy"]) + bool(f["room"]) + bool(f["promises"]) + bool(f["checks"])
        + bool(look.hits.get("thanks")) + (f["facts_told"] >= 2)
    )  # fmt: skip
    f["care_shown"] = care
    f["bare"] = int(care == 0 and f["words"] <= SHORT)
    f["attacks"] = sum(len(hits) for feature, hits in kinds.items() if feature != "rudeness")
    f["against"] = 0 if f["room"] else f["attacks"] + len(look.of("refuses_to_hear")) + f["dismissals"]
    f["menaces"] = len({look.clause_of(h) for h in _outside(look, story["threatens"], "menace_word")})


def _outside(look: Look, told: set[int], *groups: str) -> list[Hit]:
    """The hits that the agent says: not what others said, nor part of a wording that takes the customer's side."""
    sides = look.of("sides_with")
    return [
        h
        for h in look.of(*groups)
        if look.clause_of(h) not in told | look.recounted
        and not any(s.start < h.end and h.start < s.end for s in sides)
    ]


def _reported(look: Look) -> set[int]:
    """The clauses that report what others said or did to the customer."""
    out: set[int] = set()
    for hit in look.of("reported_speech"):
        clause = look.clause_of(hit)
        out.add(clause)
        if hit.end == look.reading.clauses[clause].end:
            out.add(clause + 1)
    return out
