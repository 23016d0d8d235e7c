"""How long the reply is and whether it says anything at all."""

from __future__ import annotations

from dataclasses import replace

from rapidfuzz import fuzz

from simulator.scoring.look import Look
from simulator.scoring.text import Reading, count_han, normalise

FEATURES = {
    "words": "length in words (Chinese: characters divided by 1.6, about the words they make)",
    "sentences": "number of sentences",
    "repeats": "1 where the reply repeats one of the trainee's own earlier replies",
}

#: Below this many letters or characters a reply says next to nothing.
SILENT_BELOW = 3
#: `rapidfuzz.fuzz.ratio` (0-100) from which two replies of `REPEAT_FROM` or more characters are the same one again.
SAME_AGAIN = 90
REPEAT_FROM = 12


def length_in_words(reading: Reading) -> float:
    """The length of a text in words; Chinese characters count for 1 / 1.6 of a word each."""
    han = count_han("".join(reading.words))
    return len(reading.words) - han + han / 1.6


def detect(look: Look) -> None:
    """Fills in `words`, `sentences`, `repeats`; observes silence and repetition."""
    tokens = look.reading.tokens
    look.features["words"] = length_in_words(look.reading)
    look.features["sentences"] = len(look.reading.sentences)
    letters = len("".join(look.reading.words))
    look.features["repeats"] = int(_repeated(look))
    silent = letters < SILENT_BELOW or len(tokens) <= 1
    look.observed = replace(look.observed, silent=silent, repeated=bool(look.features["repeats"]))


def _repeated(look: Look) -> bool:
    if not look.given.earlier:
        return False
    plain, _ = normalise(look.reading.raw)
    return len(plain) >= REPEAT_FROM and any(
        fuzz.ratio(plain, normalise(earlier)[0], score_cutoff=SAME_AGAIN) for earlier in look.given.earlier
    )
