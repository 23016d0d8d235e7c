"""The cue notation and the matcher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring.cue_index import CueIndex
from simulator.scoring.cues import CueError, parse_cue
from simulator.scoring.text import read
from tests.texts import anything, langs


def found(cue: str, text: str, lang: str = "en", **more: list[str]) -> list[str]:
    index = CueIndex({"it": [cue], **more}, lang)
    reading = read(text, lang)
    hits = [h for h in index.find(reading) if h.group == "it"]
    return [text[slice(*reading.raw_span(h.start, h.end))] for h in hits]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("sorry", "So SORRY about it", ["SORRY"]),
        ("ok", "look here", []),
        ("(so|very|) sorry", "very sorry, sorry", ["very sorry", "sorry"]),
        ("sorry ... wait", "sorry for that very long wait", ["sorry for that very long wait"]),
        ("sorry ... wait", "sorry for each and every one of those long waits and the wait", []),
        ("sorry ... wait", "I am sorry. You wait", []),
        ("sorry ...1 wait", "sorry for wait, sorry for that wait", ["sorry for wait"]),
        ("frustrat*", "how frustrating", ["frustrating"]),
        ("^okay", "okay then, that is okay", ["okay"]),
        ("that is it$", "that is it, and that is it for now", ["that is it"]),
        ("is that right?", "is that right? I know that is right, is that right", ["is that right"]),
        ("i am sorry", "I'm sorry", ["I'm sorry"]),
        ("apologise", "I apologize", ["apologize"]),
    ],
    ids=[
        "case does not matter", "whole words only", "alternatives, the longest wins", "a gap", "a gap has its width",
        "a gap stays in its sentence", "a gap of a given width", "a word beginning", "clause start", "clause end",
        "question end", "a contraction is its words", "either spelling",
    ],
)  # fmt: skip
def test_the_notation_in_english(cue: str, text: str, expected: list[str]) -> None:
    assert found(cue, text) == expected


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("对不起", "真对不起您", ["对不起"]),
        ("对不起", "真對不起您", ["對不起"]),
        ("让你...等", "讓您白白等了", ["讓您白白等"]),
        ("(很|非常|)抱歉", "非常抱歉，抱歉", ["非常抱歉", "抱歉"]),
        ("我听着$", "我听着，我听着呢", ["我听着"]),
    ],
    ids=["characters", "Traditional replies match", "a gap, and 您 for 你", "alternatives", "clause end"],
)
def test_the_notation_in_chinese(cue: str, text: str, expected: list[str]) -> None:
    assert found(cue, text, "zh") == expected


def test_a_group_may_refer_to_another() -> None:
    assert found("see why you are <mood>", "I see why you are at your wits end", mood=["at your wits end"]) == [
        "see why you are at your wits end"
    ]


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("apoligise", True),
        ("apologsie", True),
        ("apologse", True),
        ("frustrsted", True),
        ("changed", False),
        ("charges", False),
        ("discharge", False),
    ],
)
def test_slips_in_long_words_are_forgiven_and_other_words_are_not(typed: str, matches: bool) -> None:
    index = CueIndex({"it": ["apologise", "frustrated", "charged", "charge"]}, "en")
    assert bool(index.find(read(typed, "en"))) is matches


@pytest.mark.parametrize("typed", ["worry", "sory", "sorrow"])
def test_short_words_are_never_guessed(typed: str) -> None:
    assert found("sorry", typed) == []


@pytest.mark.parametrize(
    "cue", ["(a", "a)", "", "...", "a ...", "... a", "^$", "a ...99 b", "ab*", "<", "(" + "a|" * 600 + "b)"]
)
def test_a_badly_written_cue_is_refused_with_words(cue: str) -> None:
    with pytest.raises(CueError) as error:
        parse_cue(cue, "en")
    assert str(error.value)


def test_groups_that_refer_in_a_circle_are_refused() -> None:
    with pytest.raises(CueError, match="circle"):
        CueIndex({"a": ["x <b>"], "b": ["y <a>"]}, "en")


def test_a_group_that_is_not_there_is_named() -> None:
    with pytest.raises(CueError, match="feelling"):
        CueIndex({"a": ["x <feelling>"]}, "en")


@given(anything, langs)
def test_any_text_is_matched_without_error_and_hits_lie_inside_one_sentence(text: str, lang: str) -> None:
    index = CueIndex({"a": ["sorry ... wait", "对不起", "<b> ... <number>", "? "[:1] + "x"], "b": ["you", "你"]}, lang)
    reading = read(text, lang)
    for hit in index.find(reading, {"number": [(0, 1)] if reading.tokens else []}):
        sentence = reading.tokens[hit.start].sentence
        assert hit.start < hit.end <= reading.sentences[sentence].end


@given(st.lists(st.sampled_from(["so", "sorry", "you", "wait", "long", "and"]), max_size=12))
def test_the_trie_agrees_with_a_plain_scan(sequence: list[str]) -> None:
    """The slow obvious oracle: every start, every end, compared word by word."""
    cues = {"a": ["so sorry", "you wait long"], "b": ["sorry", "long and long"]}
    reading = read(" ".join(sequence), "en")
    got = {(h.group, h.start, h.end) for h in CueIndex(cues, "en").find(reading)}
    words = reading.words()
    expected = {
        (group, i, i + len(cue.split()))
        for group, group_cues in cues.items()
        for cue in group_cues
        for i in range(len(words))
        if words[i : i + len(cue.split())] == cue.split()
    }
    assert got == expected
