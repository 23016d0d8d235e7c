"""The cue notation and the matcher."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring import automaton
from simulator.scoring.cue_index import CueIndex
from simulator.scoring.cues import CueError, Hit, Sequence, parse_cue
from simulator.scoring.text import Reading, read
from tests.texts import anything, langs


def found(cue: str, text: str, lang: str = "en", **more: list[str]) -> list[str]:
    index = CueIndex({"it": [cue], **more}, lang)
    reading = read(text, lang)
    hits = index.find(reading).get("it", [])
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


@given(st.one_of(st.text(st.sampled_from("aZ'ſﬁß您對不起K𠮷3%ü"), max_size=6), anything), langs)
def test_a_word_of_a_cue_is_read_as_a_word_of_a_reply_is(piece: str, lang: str) -> None:
    parts = [part for part in piece.split() if not set("()|^$?<>*.") & set(part) and read(part, lang).words]
    for part in parts:
        assert [value for _, value in parse_cue(part, lang)] == [*read(part, lang).words]


@given(anything, langs)
def test_any_text_is_matched_without_error_and_hits_lie_inside_one_sentence(text: str, lang: str) -> None:
    index = CueIndex({"a": ["sorry ... wait", "对不起", "<b> ... <number>", "? "[:1] + "x"], "b": ["you", "你"]}, lang)
    reading = read(text, lang)
    found = index.find(reading, {"number": [(0, 1)] if reading.tokens else []})
    for hit in [hit for hits in found.values() for hit in hits]:
        sentence = reading.tokens[hit.start].sentence
        assert hit.start < hit.end <= reading.sentences[sentence].end


def places(found: dict[str, list[Hit]]) -> set[tuple[str, int, int]]:
    return {(group, hit.start, hit.end) for group, hits in found.items() for hit in hits}


@given(st.lists(st.sampled_from(["so", "sorry", "you", "wait", "long", "and"]), max_size=12))
def test_the_trie_agrees_with_a_plain_scan(sequence: list[str]) -> None:
    """The slow obvious oracle: every start, every end, compared word by word."""
    cues = {"a": ["so sorry", "you wait long"], "b": ["sorry", "long and long"]}
    reading = read(" ".join(sequence), "en")
    got = places(CueIndex(cues, "en").find(reading))
    words = [*reading.words]
    expected = {
        (group, i, i + len(cue.split()))
        for group, group_cues in cues.items()
        for cue in group_cues
        for i in range(len(words))
        if words[i : i + len(cue.split())] == cue.split()
    }
    assert got == expected


def ends(sequence: Sequence, at: int, reading: Reading, groups: dict[str, list[str]]) -> set[int]:
    """The slow obvious oracle: where a cue that begins at a token may end, by its definition."""
    if not sequence:
        return {at}
    (kind, value), rest = sequence[0], sequence[1:]
    limit = next(s.end for s in reading.sentences if at < s.end or s.end == len(reading.tokens))
    clauses = reading.clauses
    after: set[int] = set()
    if kind == "any":
        after = set().union(*(ends(option, at, reading, groups) for option in value))
    elif kind == "group":
        after = set().union(*(ends(parse_cue(cue, "en"), at, reading, groups) for cue in groups[value]))
    elif kind == "gap":
        after = set(range(at, min(at + value, limit) + 1))
    elif kind == "start":
        after = {at} if any(c.start == at for c in clauses) else set()
    elif kind in ("end", "asked"):
        after = {at} if any(c.end == at and (kind == "end" or c.close == "?") for c in clauses) else set()
    elif at < len(reading.tokens):
        word = reading.tokens[at].text
        after = {at + 1} if (word.startswith(value) if kind == "prefix" else word == value) else set()
    starts_in = [s for s in reading.sentences if s.start <= at < s.end]
    out: set[int] = set()
    for end in after:
        same = end == at or not starts_in or end <= starts_in[0].end
        if same:
            out |= ends(rest, end, reading, groups)
    return out


CUES = {
    "loss": ["wait*", "(so|very|) long"],
    "a": ["so sorry", "sorry ...2 wait", "sorry ... <loss>", "(you|we) (so|and|) (wait|long)$", "^you and"],
    "b": ["<loss> and (<loss>|you)", "long?", "(so sorry|sorry ... you) (long|) wait*"],
}


@given(
    st.lists(st.sampled_from(["so", "sorry", "you", "we", "waited", "wait", "long", "and", ",", "?", "."]), max_size=14)
)
def test_every_element_of_the_notation_agrees_with_its_definition(sequence: list[str]) -> None:
    reading = read(" ".join(sequence), "en")
    expected: set[tuple[str, int, int]] = set()
    for group, cues in CUES.items():
        reach = 0
        for sentence in reading.sentences:
            for start in range(sentence.start, sentence.end):
                found = set().union(*(ends(parse_cue(cue, "en"), start, reading, CUES) for cue in cues))
                longest = max((end for end in found if end <= sentence.end), default=0)
                if longest > max(reach, start):
                    expected.add((group, start, longest))
                    reach = longest
    assert places(INDEX.find(reading)) == expected


INDEX = CueIndex(CUES, "en")


def test_what_was_learnt_is_forgotten_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cues are found as before, whatever has been forgotten."""
    monkeypatch.setattr(automaton, "MOST_STEPS", 3)
    index = CueIndex(CUES, "en")
    for words in ("so sorry you waited and you", "sorry to you long wait", "we wait, so sorry that you wait") * 3:
        reading = read(words, "en")
        assert index.find(reading) == INDEX.find(reading)
