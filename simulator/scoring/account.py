"""The customer's account given back: which facts, rightly or wrongly, framed, with the wish, and checked."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import chain

from simulator.scoring.facts import PreparedContext
from simulator.scoring.look import Look
from simulator.scoring.meaning import HALF_A_DAY, is_quantity, quantity_unit
from simulator.scoring.quantities import FAR, TODAY, Quantity

FEATURES = {
    "facts_sum": "how much of the facts is given back, each 0 to 100, summed",
    "facts_touched": "facts touched on",
    "facts_told": "facts given back in the main",
    "facts_share": "facts touched on, of all there are, in hundredths",
    "matter": "different content units of the reply that the case has",
    "story": "content units outside promises, apologies and questions",
    "wish_told": "how much of the wish is given back, in hundredths",
    "wished": "clauses that say what the customer wants",
    "frames": "wordings that present it as the customer's account",
    "checks": "questions whether it is right",
    "checks_told": "1 where facts are given back and checked",
    "wrong_numbers": "sums, times and counts that nobody has named",
    "strange_names": "names in the account that nobody has mentioned",
    "strange_days": "weekdays in the account that nobody has mentioned",
    "misstated": "facts given back with a wrong number, time or day",
    "telling": "clauses that give facts back and promise nothing",
    "told_share": "their share of the reply's words, in hundredths",
    "told_numbers": "numbers, times and days of the facts that are given back in them",
    "told_units": "different content units of the facts that are given back in them",
}

TOUCHED, TOLD = 0.4, 0.62
#: Clauses over which a fact may stretch.
WIDEST = 3
#: Clauses with these tell nothing of the case.
UNTOLD = ("sorry_formal", "sorry_strong", "sorry_weak", "sorry_plain", "vague", "template")
#: A clause of more words that begins in quotation marks is the customer's message handed back.
LONG_QUOTE = 8
#: A promise shares words with the trouble that it mends: it tells only part of a fact.
PROMISE_DISCOUNT = 0.55
#: How near a rounded number comes, and what is as good as the same.
ROUNDED, EXACT = 0.03, 0.01
#: Units of time in days, for "24 of them" said of two years.
SPANS = (1 / 1440, 1 / 24, 1.0, 7.0, 30.0, 365.0)
HOUR = 60
#: Day values below this are weekdays.
DAYS = 7
#: Smaller counts are words more than numbers ("one moment", "two minutes").
COUNTED = 13


def detect(look: Look) -> None:
    """Fills in the features above; observes which facts were restated and which misstated."""
    context = look.context
    clauses = look.reading.clauses
    best: dict[int, float] = {}
    said = [context.facts.units & units for units in look.units]
    for number, clause in enumerate(clauses):
        if look.reading.tokens[clause.start].quoted and clause.end - clause.start > LONG_QUOTE:
            continue
        window: set[str] = set()
        promised = True
        for last in range(number, min(number + WIDEST, len(clauses))):
            if clauses[last].sentence > clause.sentence + 1:
                break
            known = promised
            promised = promised and last in look.promising
            if not said[last] and promised == known:
                continue  # it adds nothing
            window |= said[last]
            for point, share in context.facts.cover(window).items():
                share *= PROMISE_DISCOUNT if promised else 1.0
                if share >= TOUCHED:
                    own = context.facts.about[point]
                    for n in range(number, last + 1):
                        if not own.isdisjoint(look.units[n]):
                            look.told.setdefault(n, set()).add(point)
                if share > best.get(point, 0.0):
                    best[point] = share
    told = {p for p, share in best.items() if share >= TOLD}
    touched = {p for p, share in best.items() if share >= TOUCHED}
    wrong = _misstated(look, touched)
    strange = [q for q in look.quantities if _strange(look, q)]
    for q in strange:
        look.find("wrong_numbers", q.start, q.end, "number", "wrong_number")
    for number, points in look.told.items():
        for point in points & touched:
            if point not in wrong:
                look.find("facts_sum", *look.clause_range(number), f"fact: {context.facts.ids[point]}", "fact")
    matter = set().union(*look.units) & context.matter if look.units else set()
    loud = look.promising | look.asking | look.where(*UNTOLD)
    quiet = [n for n in range(len(clauses)) if n not in loud]
    wish = _wish(look)
    wished = [h for h in look.of("wish") if look.clause_of(h) not in look.promising]
    checks = look.of("check")
    count = len(context.facts.ids)
    telling = [n for n, points in look.told.items() if points & touched and n not in look.promising]
    given = set().union(*(look.units[n] for n in telling)) & set(context.facts.index) if telling else set()
    words = sum(clauses[n].end - clauses[n].start for n in telling)
    happened = _telling(look)
    look.features |= {
        "telling": len(telling),
        "told_share": round(100 * words / len(look.reading.tokens)) if words else 0,
        "told_numbers": sum(is_quantity(u) for u in given),
        "told_units": len(given),
        "facts_sum": round(100 * sum(best.values())),
        "facts_touched": len(touched),
        "facts_told": len(told),
        "facts_share": round(100 * len(touched) / count) if count else 0,
        "matter": len(matter),
        "story": sum(len(look.units[n]) for n in quiet),
        "wish_told": round(100 * wish),
        "wished": len(wished),
        "frames": len(look.of("restate_frame")),
        "checks": len(checks),
        "checks_told": int(bool(checks) and bool(touched)),
        "wrong_numbers": len(strange),
        "strange_names": sum(len(_strange_names(look, n)) for n in happened),
        "strange_days": sum(
            q.kind == "day" and q.value < DAYS and quantity_unit(q) not in context.known
            for q in look.quantities
            if look.clause_of(q) in happened
        ),
        "misstated": len(wrong),
    }
    look.find_hits("wished", wished, "wish")
    look.find_hits("checks", checks, "check")
    ids = context.facts.ids
    look.observed = replace(
        look.observed,
        restated=tuple(ids[p] for p in sorted(told - wrong)),
        misstated=tuple(ids[p] for p in sorted(wrong)),
    )


def _wish(look: Look) -> float:
    """How much of the wish is given back, 0 to 1, in a clause that promises nothing and the one after it."""
    wants = look.context.wants
    said = [wants.units & units for units in look.units]
    windows = [here | after for here, after in zip(said, [*said[1:], set[str]()], strict=False)]
    shares = [wants.cover(w).values() for n, w in enumerate(windows) if w and n not in look.promising]
    return max(chain.from_iterable(shares), default=0.0)


def _telling(look: Look) -> set[int]:
    """The clauses that tell what happened."""
    return (look.recounted | set(look.told)) - look.promising


def _strange_names(look: Look, number: int) -> list[str]:
    """What is written as a name inside a clause and occurs nowhere in the context."""
    raw, (start, end) = look.reading.raw, look.clause_range(number)
    names = [t.text for t in look.reading.tokens[start + 1 : end] if raw[t.start].isupper()]
    return [name for name in names if len(name) > 2 and name not in look.context.words]


def _strange(look: Look, q: Quantity) -> bool:
    """Whether a quantity of the account was named by nobody."""
    clause = look.clause_of(q)
    if clause in look.promising | look.asking | look.where("hedge"):
        return False
    if q.kind in ("duration", "day") or quantity_unit(q) in look.context.known:
        return False
    if q.kind == "clock":
        return clause in look.recounted and not _said_otherwise(look.context, q.value / 60 // 1 + q.value % 60 / 100)
    if (q.kind == "number" and q.value < COUNTED) or look.near_before(q.start, "numbered"):
        return False
    return not _said_otherwise(look.context, q.value)


def _strange_time(look: Look, q: Quantity) -> bool:
    """Whether a length of time or a day of the account is none of the case's."""
    known = look.context.known
    if q.kind not in ("duration", "day") or quantity_unit(q) in known:
        return False
    if q.kind == "duration":
        return not any(abs(float(u[1:]) - q.value) <= ROUNDED * q.value for u in known if u[0] == "~")
    days = {float(u[1:]) % 100 for u in known if u[0] == "^"}
    return not TODAY - FAR < q.value < TODAY + FAR and q.value % 100 not in days


@lru_cache(maxsize=4096)
def _said_otherwise(context: PreparedContext, value: float) -> bool:
    """Whether a number is one of the case in other words: rounded, as a sum or difference, a day or a time."""
    numbers = [float(u[1:]) for u in context.known if u[0] == "#"]
    days = [float(u[1:]) for u in context.known if u[0] == "^"]
    spans = [float(u[1:]) for u in context.known if u[0] == "~"]
    hour, minute = divmod(value, 100)
    return (
        any(abs(n - value) <= ROUNDED * n or abs(n - value / 100) < EXACT for n in numbers)
        or any(abs(abs(a - b) - value) < EXACT or abs(a + b - value) < EXACT for a in numbers for b in numbers)
        or any(d % 100 == value for d in days if d >= DAYS)
        or any(abs(span - value * unit) < EXACT for span in spans for unit in SPANS)
        or (minute < HOUR and f"@{(HOUR * hour + minute) % HALF_A_DAY:g}" in context.known)
    )


def _misstated(look: Look, touched: set[int]) -> set[int]:
    """The facts told with a quantity of the same kind as theirs but of another value that nobody has named."""
    wrong: set[int] = set()
    for number, points in look.told.items():
        start, end = look.clause_range(number)
        foreign = [
            q for q in look.quantities
            if start <= q.start < end and number not in look.promising and (_strange(look, q) or _strange_time(look, q))
        ]  # fmt: skip
        for q in foreign:
            sign = quantity_unit(q)[0]
            for point in points & touched:
                own = look.context.facts.about[point]
                if any(is_quantity(u) and u[0] == sign for u in own) and len(look.units[number] & own) >= 1:
                    wrong.add(point)
                    ids = look.context.facts.ids
                    look.find("misstated", q.start, q.end, f"fact: {ids[point]}", "misstated")
    return wrong
