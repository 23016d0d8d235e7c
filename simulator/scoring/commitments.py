"""Who does what by when: steps, times, channels, refusals with something else, promises that policy forbids."""

from __future__ import annotations

from dataclasses import replace

from simulator.scoring.cues import Hit
from simulator.scoring.look import Look
from simulator.scoring.meaning import quantity_unit
from simulator.scoring.quantities import FAR, TODAY

FEATURES = {
    "promises": "clauses that say what will be done",
    "promise_time": "1 where a promise has a time beside it",
    "promise_how": "1 where it is said who does it or how the customer will hear",
    "promise_parts": "how many of step, time, and who or how the promises have together, 0 to 3",
    "times_ahead": "clauses that name a time to come, outside the customer's account",
    "policy_cover": "how much of one thing that policy allows is promised, in hundredths",
    "policy_sum": "the same, summed over all that policy allows",
    "vague_only": "vague reassurances, where nothing more is said",
    "vague_words": "vague reassurances, whatever else is said",
    "plain_no": "1 where something forbidden, or the wish, is plainly said to be impossible",
    "no_but": "1 where a plain no comes with something else that can be done",
    "forbidden": "how much of something that policy forbids is promised, in hundredths",
    "forbidden_sure": "the same, where the words are those of a guarantee",
    "sure": "words of guarantee in a promise",
    "lavished": "clauses that give a remedy without measure, or swear that it will turn out well",
    "sacked": "clauses that promise the punishment of a colleague",
}

#: Shares of a promise's wording: what is surely the promise, what may be, what lends weight to weak words.
SURE, LIKELY, HINT = 0.6, 0.45, 0.3
#: How many tokens before a word of guarantee a "not" takes it back.
DENIED_WITHIN = 4
#: Wordings of steps, and what is none, whatever the words: the customer's own task, an apology and what it is for.
STEPS = ("step", "step_now", "handover")
NO_STEPS = ("your_task", "sorry_formal", "sorry_strong", "sorry_plain", "sorry_weak", "generic_object")
#: What makes a step of something that the customer has told: it is done now, or it is said by whom.
OWN_DOING = ("who", "channel", "handover", "step_now")
#: Sentences over which an account may stretch from its frame to its check.
LONG_ACCOUNT = 8
#: Units of policy that the customer's case does not have: so many beside a word of service are a step.
OWN_POLICY = 2
#: What a promise is taken to cover where no policy is given.
UNKNOWN = 0.5


def detect(look: Look) -> None:
    """Fills in the features above; observes what is promised, refused, vague."""
    context = look.context
    clauses = look.reading.clauses
    account = look.recounted = _account(look)
    ahead = {n for n, times in enumerate(look.times) if times and n not in account and _looks_ahead(look, n)}
    steps: list[int] = []
    vague: list[int] = []
    covers: dict[int, float] = {}
    promised: dict[str, None] = {}
    for number in range(len(clauses)):
        cover = context.may.cover(look.units[number] | _following(look, number))
        best = max(cover.values(), default=0.0)
        if best < LIKELY and number not in ahead and number not in look.where("vague", "service_act", *STEPS):
            continue  # nothing speaks for a step
        told = max(context.facts.cover(look.units[number]).values(), default=0.0)
        is_vague = number in look.where("vague")
        is_step = _is_step(look, number, account)
        free = number not in account and not _barred(look, number)
        by_policy = free and best >= LIKELY and best > told
        lawful = not context.may.ids or bool(look.units[number] & context.policy)
        by_time = free and number in ahead and (lawful or _has_how(look, number))
        own = (look.units[number] & context.policy) - context.matter
        by_act = free and told < SURE and len(own) >= OWN_POLICY and number in look.where("service_act")
        if (
            is_vague
            and not (best >= HINT and is_step)
            and not by_act
            and not (_has_time(look, number) and _has_how(look, number))
        ):
            vague.append(number)
            continue
        if not is_step and not by_policy and not by_time and not by_act:
            continue
        if is_step and told >= SURE and told > best and number not in look.where(*OWN_DOING):
            continue
        steps.append(number)
        for point, share in cover.items():
            covers[point] = max(share, covers.get(point, 0.0))
            if share >= SURE:
                promised[context.may.ids[point]] = None
    if steps and not context.may.ids:
        covers[0] = UNKNOWN
    look.promising = set(steps)
    has_time = [n for n in steps if _has_time(look, n)]
    has_how = [n for n in steps if _has_how(look, n)]
    for number in steps:
        look.find("promises", *look.clause_range(number), "promise", "promise")
    for number in has_time:
        for near in (number, number + 1, number - 1):
            for q in look.times_in(near):
                look.find("promise_time", q.start, q.end, "time", "time")
    for number in has_how:
        for hit in (*look.here(number, "channel", "who"), *look.here(number + 1, "channel", "who")):
            look.find("promise_how", hit.start, hit.end, hit.label, "how")
    for number in vague:
        look.find("vague_only", *look.clause_range(number), "vague", "vague", counted=not steps)
    forbidden, sure, broken = _forbidden(look, account)
    refused, no_but = _refused(look, steps)
    look.features |= {
        "promises": len(steps),
        "promise_time": int(bool(has_time)),
        "promise_how": int(bool(has_how)),
        "promise_parts": (1 + bool(has_time) + bool(has_how)) if steps else 0,
        "times_ahead": len(ahead),
        "policy_cover": round(100 * max(covers.values(), default=0.0)),
        "policy_sum": round(100 * sum(covers.values())),
        "vague_only": 0 if steps else len(vague),
        "vague_words": len(vague),
        "plain_no": int(bool(refused) or bool(no_but)),
        "no_but": int(no_but),
        "forbidden": forbidden,
        "forbidden_sure": forbidden if sure else 0,
        "sure": len(look.where("guarantee") - account),
        "lavished": len(_unbound(look, account, "lavish", "oath")),
        "sacked": len(_unbound(look, account, "sack")),
    }
    look.observed = replace(
        look.observed,
        promised=(*promised, *broken),
        refused=tuple(r for r in refused if r not in promised),
        vague=bool(vague) and not steps,
    )


def _account(look: Look) -> set[int]:
    """The clauses that give the customer's account back: nothing in them is a promise."""
    checks, frames, wishes = look.where("check"), look.where("restate_frame"), look.where("wish")
    out: set[int] = set(wishes)
    for sentence in sorted({look.reading.clauses[n].sentence for n in checks | frames}):
        inside = look.clauses_of_sentence(sentence)
        checked = max(checks.intersection(inside), default=None)
        framed = min(frames.intersection(inside), default=None)
        if checked is not None:
            out.update(n for n in inside if n <= checked)
        if framed is not None:
            out.update(n for n in inside if n == framed or (n > framed and n not in look.where("step_now")))
        if checked is not None and (checked == inside[0] or framed is None):
            out.update(_up_to(look, sentence, only_framed=checked != inside[0]))
    return out


def _up_to(look: Look, sentence: int, only_framed: bool) -> set[int]:
    """The clauses of the sentences before a check: back to the frame of the account, or the one right before it."""
    for before in range(sentence - 1, max(-1, sentence - LONG_ACCOUNT), -1):
        inside = look.clauses_of_sentence(before)
        if not look.where("step_now").isdisjoint(inside):
            break
        if not look.where("restate_frame").isdisjoint(inside):
            return {n for s in range(before, sentence) for n in look.clauses_of_sentence(s)}
    right_before = look.clauses_of_sentence(sentence - 1)
    return set() if only_framed or any(_plans(look, n) for n in right_before) else set(right_before)


def _plans(look: Look, number: int) -> bool:
    """Whether a clause says what will be done and nothing of the case: "I'll call you by eleven. Is that right?"."""
    told = max(look.context.facts.cover(look.units[number]).values(), default=0.0)
    return told < HINT and _is_step(look, number, set()) and _has_time(look, number)


def _following(look: Look, number: int) -> set[str]:
    """The units of the next clause where it belongs to the same sentence."""
    clauses = look.reading.clauses
    if number + 1 < len(clauses) and clauses[number + 1].sentence == clauses[number].sentence:
        return look.units[number + 1]
    return set()


def _barred(look: Look, number: int) -> bool:
    """Whether a clause cannot promise: a question, a refusal, a story of the past."""
    return number in look.asking or number in look.where("cannot", "past_act", "brush_off")


def _is_step(look: Look, number: int, account: set[int]) -> bool:
    if number not in look.where(*STEPS) or number in account or _barred(look, number):
        return False
    others, steps = look.here(number, *NO_STEPS), look.here(number, *STEPS)
    return any(not any(o.start < s.end and s.start < o.end for o in others) for s in steps)


def _looks_ahead(look: Look, number: int) -> bool:
    """Whether a clause names a time to come."""
    if number in look.asking or number in look.where("past_act", "past_tense"):
        return False
    # A time that the customer named belongs to the story, unless policy has it too.
    times = [q for q in look.times_in(number) if quantity_unit(q) not in look.context.matter - look.context.policy]
    return any(q.kind != "duration" or look.near_before(q.start, "time_ahead") or look.near_after(q.end, "time_ahead")
               for q in times if not (q.kind == "day" and TODAY - FAR < q.value < TODAY))  # fmt: skip


def _beside(look: Look, number: int) -> list[int]:
    """The clause, its neighbours in the sentence, and the first clause of the next sentence."""
    sentence = look.reading.clauses[number].sentence
    near = [number]
    for other in (number - 1, number + 1):
        if 0 <= other < len(look.reading.clauses):
            same = look.reading.clauses[other].sentence == sentence
            if same or other > number:
                near.append(other)
    return near


def _has_time(look: Look, number: int) -> bool:
    return any(look.times_in(n) for n in _beside(look, number) if n not in look.asking)


def _has_how(look: Look, number: int) -> bool:
    return not look.where("channel", "who", "handover").isdisjoint(_beside(look, number))


def _forbidden(look: Look, account: set[int]) -> tuple[int, bool, list[str]]:
    """The greatest share of something forbidden that is promised, in hundredths, whether surely, and what."""
    context = look.context
    best, sure = 0.0, False
    broken: dict[str, None] = {}
    free = (look.where("step", "guarantee", "vague") | look.promising) - account
    for number in sorted(free - look.where("negation", "condition", "conditional_step")):
        if _barred(look, number):
            continue
        if number not in look.where("step", "guarantee") and _taken_back(look, number):
            continue  # "How much comes back, nobody can say."
        window = look.units[number] | _following(look, number)
        allowed = max(context.may.cover(window).values(), default=0.0)
        for point, share in context.never.cover(window).items():
            own = context.forbidden[point]
            if share <= allowed or not (window & own):
                continue
            certain = not look.where("guarantee").isdisjoint(_beside(look, number))
            if share > best:
                best, sure = share, certain
            if share >= SURE:
                broken[context.never.ids[point]] = None
                look.find("forbidden", *look.clause_range(number), f"promise: {context.never.ids[point]}", "forbidden")
    return round(100 * best), sure, list(broken)


def _unbound(look: Look, account: set[int], *groups: str) -> list[Hit]:
    """Hits that stand as the agent's own word: not asked, denied, told of others, or bound to a condition."""
    out = []
    context = look.context
    for hit in look.of(*groups):
        clause = look.clause_of(hit)
        if clause in account | look.asking | look.where("conditional_step", "reported_speech"):
            continue
        denials = look.here(clause, "negation", "cannot")
        if any(hit.start - DENIED_WITHIN <= h.end and h.start < hit.end for h in denials):
            continue
        if any(h.start >= hit.end for h in look.here(clause, "cannot")):
            continue  # "A full refund is not possible."
        allowed = context.may.cover(look.units[clause] | _following(look, clause))
        if hit.group == "oath" and max(allowed.values(), default=0.0) >= LIKELY:
            continue  # sworn to, but within policy
        if _taken_back(look, clause):
            continue  # "Whether he is sacked, I have no say in."
        if hit.group == "oath" and look.here(clause, "channel"):
            continue  # to swear to a call is to swear to what one can do
        own = {unit for unit in look.units[clause] if unit in look.words(hit.start, hit.end)}
        if own and own <= look.context.policy:
            continue
        out.append(hit)
    look.find_hits("lavished" if "lavish" in groups else "sacked", out, "forbidden")
    return out


def _taken_back(look: Look, number: int) -> bool:
    """Whether the next clause of the sentence says that it cannot be done or known."""
    following = look.here(number + 1, "cannot")
    return bool(following) and look.sentence_of(following[0]) == look.reading.clauses[number].sentence


def _refused(look: Look, steps: list[int]) -> tuple[list[str], bool]:
    """What is said to be impossible, and whether something else is offered beside it."""
    context = look.context
    refused: dict[str, None] = {}
    said_no = False
    for number in sorted(look.where("cannot") - look.asking):
        said_no = True
        look.find("plain_no", *look.clause_range(number), "refusal", "plain_no")
        window = look.units[number] | _following(look, number)
        for points in (context.never, context.may):
            refused.update((points.ids[p], None) for p, share in points.cover(window).items() if share >= LIKELY)
    offers = bool(steps) or bool(look.where("alternative"))
    return list(refused), said_no and offers
