"""The words of English quantities: see `quantities_en`."""

from __future__ import annotations

from simulator.scoring.quantities import TODAY

SMALL = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "couple": 2, "hundreds": 100}
ORDINALS = {
    w: n for n, w in enumerate("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=3)
}
DAYS_OF_MONTH = {"first": 1.0, "second": 2.0} | {w: float(n) for w, n in ORDINALS.items()}
SUFFIXES = frozenset("st nd rd th".split())
ARTICLES = frozenset("a an".split())

#: Digits beyond which it is no number that anybody means.
LONGEST = 15

MINUTE, HOUR = 1 / 1440, 1 / 24
UNITS = {
    **dict.fromkeys("minute minutes min".split(), MINUTE),
    **dict.fromkeys("hour hours hr h".split(), HOUR),
    **dict.fromkeys("day days night nights".split(), 1.0),
    **dict.fromkeys("week weeks wk wks".split(), 7.0),
    **dict.fromkeys("fortnight fortnights".split(), 14.0),
    **dict.fromkeys("month months".split(), 30.0),
    **dict.fromkeys("year years yr yrs".split(), 365.0),
    **dict.fromkeys("decade decades".split(), 3650.0),
}
#: Words between a number and its unit of time: "three whole weeks", "ten working days".
BETWEEN = frozenset(
    """working business calendar whole full long solid straight consecutive odd more extra further bank clear good
    entire bloody whopping mortal blooming clock""".split()
)
SIGNS = frozenset("£ $ € ¥ gbp usd eur rmb".split())
MONEY = {
    **dict.fromkeys(
        "pound pounds quid dollar dollars buck bucks euro euros sterling gbp usd eur yuan rmb rupees £ $ €".split(), 1.0
    ),
    **dict.fromkeys("pence p cents cent".split(), 0.01),
    "grand": 1000.0,
}
NOTES = {"fiver": 5.0, "tenner": 10.0, "grand": 1000.0}

WEEKDAYS = {
    w: n
    for n, names in enumerate(
        ("monday mondays", "tuesday tues tuesdays", "wednesday weds wednesdays", "thursday thurs thur thursdays",
         "friday fridays", "saturday saturdays", "sunday sundays")
    )
    for w in names.split()
}  # fmt: skip
#: Short forms that are also other words count only after one of these.
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
DAY_LEADS = frozenset("on by next this last until till before since from every".split())
MONTHS = {
    w: n
    for n, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for w in names.split()
}  # fmt: skip
PARTS = frozenset("morning afternoon evening night lunchtime teatime noon midday".split())
RELATIVE = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1, "weekend": 5 - TODAY, "noon": 0, "eod": 0,
             "lunchtime": 0, "teatime": 0, "cob": 0, "overnight": 1, "midday": 0}  # fmt: skip
#: Set phrases for a time of day or a stretch of the calendar, with the days from today; the longest go first.
PHRASES: dict[tuple[str, ...], float] = {
    tuple(phrase.split()): days
    for phrase, days in {
        "the day after tomorrow": 2, "day after tomorrow": 2, "the day before yesterday": -2,
        "close of play": 0, "close of business": 0, "end of play": 0, "end of business": 0, "end of the day": 0,
        "end of day": 0, "end of today": 0, "end of the working day": 0, "end of my shift": 0, "end of the shift": 0,
        "first thing": 1, "later today": 0, "last night": -1,
        "this morning": 0, "this afternoon": 0, "this evening": 0, "this lunchtime": 0,
        "next week": 7, "this week": 4, "last week": -7, "end of the week": 4, "end of this week": 4,
        "end of next week": 11, "next month": 30, "this month": 15, "last month": -30, "end of the month": 15,
        "next year": 365, "last year": -365,
    }.items()
}  # fmt: skip
FEASTS = {("christmas", "eve"): 1224, ("christmas", "day"): 1225, ("boxing", "day"): 1226, ("new", "year"): 101,
           ("christmas",): 1225}  # fmt: skip

#: Prepositions after which a bare number up to twelve is an hour, if nothing that can be counted follows.
CLOCK_LEADS = frozenset("at by before until till after around from since past".split())
AFTER_HOUR = frozenset(
    """today tomorrow tonight on and or this that in with to at i we you it he she they so but sharp latest for the
    myself if when as my our then please every each is was will because""".split()
)
HALF_DAYS = {"am": 0, "pm": 720}

DAY_PARTS = frozenset((a, b) for a in ("this", "the") for b in PARTS)
WITHIN = frozenset("within in inside by".split())
OPENERS = frozenset(
    (*SMALL, *TENS, *ORDINALS, *ARTICLES, *SIGNS, *WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *RELATIVE,
     "half", "quarter", "the", "this", "twice", "fortnight", "dozen", "hundred", "hundreds", "thousand", "grand",
     *(phrase[0] for phrase in (*PHRASES, *FEASTS)))
)  # fmt: skip
