"""Faults: blame, argument, passing the buck, threats, rudeness, by wording and by the shape of the reply."""

from __future__ import annotations

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
}

#: Replies of so many words or fewer can be bare.
SHORT = 45


def detect(look: Look) -> None:
    """Fills in the features above."""
    blames = look.of("blame_cue", "should_have")
    argues = look.of("argue_cue", "order_calm")
    bucks = look.of("buck_cue", "not_ours")
    threatens = look.of("threat_cue")
    rudeness = look.of("rude_cue", "sneer")
    loose = look.of("dismiss", "imperative", "rhetorical", "excuse")
    f = look.features
    care = (
        (f["apology_grade"] >= 2) + bool(f["empathy"]) + bool(f["room"]) + bool(f["promises"]) + bool(f["checks"])
        + bool(look.hits.get("thanks")) + (f["facts_told"] >= 2)
    )  # fmt: skip
    for feature, hits in (("blames", blames), ("argues", argues), ("bucks", bucks), ("threatens", threatens),
                          ("rudeness", rudeness)):  # fmt: skip
        look.find_hits(feature, hits, feature)
        f[feature] = len(hits)
    f["hostile"] = sum(bool(h) for h in (blames, argues, bucks, threatens, rudeness, loose))
    f["care_shown"] = care
    f["bare"] = int(care == 0 and f["words"] <= SHORT)
