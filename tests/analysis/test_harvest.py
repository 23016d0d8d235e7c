"""Harvesting: what people credited and no cue caught is found, the case's own words and chance are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.analysis.harvest import Elsewhere, Marked, around, harvest
from simulator.scoring.cues import parse_cue
from tests.texts import anything, langs

CASES = {"en": ("parcel", "boiler", "ticket"), "zh": ("包裹", "锅炉", "车票")}
GOOD = {
    "en": "That must have worn you down, with the {case} and all.",
    "zh": "这件事真够折腾人的，{case}的事我来看。",
}
BARE = {"en": "We got the note on the {case} from our desk.", "zh": "{case}那边的单子我们收好了。"}


def marked(reply: str, lang: str, case: str, people: int, engine: int = 0, spans: str = "") -> Marked:
    found = ((reply.index(spans), reply.index(spans) + len(spans)),) if spans else ()
    return Marked(reply, lang, case, f"{case}!", {"listening": people}, {"listening": engine}, {"listening": found})


def some(lang: str) -> Iterator[Marked]:
    """Replies of three cases: in each, two that people credited, and four that they did not."""
    for case in CASES[lang]:
        yield from [marked(GOOD[lang].format(case=case), lang, case, 2)] * 2
        yield from [marked(BARE[lang].format(case=case), lang, case, 0)] * 4


@pytest.mark.parametrize(("lang", "wanted"), [("en", "worn you down"), ("zh", "折腾人")])
def test_a_wording_that_people_credited_is_found(lang: str, wanted: str) -> None:
    found = harvest(some(lang))
    assert wanted in found[0].cue
    assert (found[0].name, found[0].lang) == ("listening", lang)
    assert (found[0].missed, found[0].of_missed, found[0].bare, found[0].of_bare) == (6, 6, 0, 12)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_a_case_are_no_wording(lang: str) -> None:
    assert not any(case in wording.cue for wording in harvest(some(lang)) for case in CASES[lang])


def test_what_is_said_in_one_case_only_is_left_out_where_there_are_several() -> None:
    only = [marked("The tap drips on the cat.", "en", "boiler", 2)] * 5
    assert not any("drips" in wording.cue for wording in harvest([*some("en"), *only]))
    assert any("drips" in wording.cue for wording in harvest([*only, *[marked("No.", "en", "boiler", 0)] * 9]))


def test_what_a_cue_caught_already_is_left_out() -> None:
    caught = [marked("That must have worn you down.", "en", case, 3, 2, "worn you down") for case in CASES["en"]]
    assert harvest([*caught, *(one for one in some("en") if not one.people["listening"])]) == []


def test_what_is_as_frequent_in_replies_that_earned_nothing_is_left_out() -> None:
    everywhere = [marked("That must have worn you down.", "en", case, 0) for case in CASES["en"] * 6]
    assert not any("worn" in wording.cue for wording in harvest([*some("en"), *everywhere]))


def test_two_words_with_others_between_them_are_a_wording_too() -> None:
    between = ("all those", "two whole", "nine long")
    good = [
        marked(f"Such waiting for {b} weeks is hard.", "en", c, 2) for b, c in zip(between, CASES["en"], strict=True)
    ]
    cues = [wording.cue for wording in harvest([*good, *[marked("No.", "en", c, 0) for c in CASES["en"] * 4]])]
    assert any(cue.endswith("... weeks") for cue in cues)


def test_what_else_a_wording_would_match_is_counted_and_shown() -> None:
    wordings = harvest(some("en"))[:1]
    elsewhere = Elsewhere(wordings)
    for reply in (wordings[0].replies[0], "It must have worn you down, I said.", "No."):
        elsewhere.see(reply, "en")
    assert elsewhere.counts == [2]
    assert elsewhere.replies == [["It must have worn you down, I said."]]


def test_the_sentence_around_a_wording_is_shown() -> None:
    assert around("worn you down", "Oh. It has worn you down, then! Well.", "en") == "It has worn you down, then"
    assert around("不在", "没有。", "zh") == "没有。"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(anything, anything, langs, st.integers(0, 3)), max_size=8))
def test_any_text_gives_cues_that_can_be_read(rows: list[tuple[str, str, str, int]]) -> None:
    replies = [Marked(reply, lang, said, said, {"x": level}, {}) for reply, said, lang, level in rows for _ in range(3)]
    wordings = harvest(replies, least=1)
    for wording in wordings:
        assert parse_cue(wording.cue, wording.lang)
    elsewhere = Elsewhere(wordings)
    for one in replies:
        elsewhere.see(one.reply, one.lang)
    assert all(count >= wording.missed for count, wording in zip(elsewhere.counts, wordings, strict=True))
