"""Evidence laid over a reply: nothing of the text is lost, and each criterion has a sign of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.model.score import Evidence
from simulator.tui.legend import Legend, marked
from simulator.tui.marks import pieces, signs
from simulator.tui.plain import shown
from tests.texts import anything

NAMES = ("apology", "listening", "blame")
_spans = st.lists(
    st.builds(
        lambda name, start, length, counted: Evidence(name, start, start + length, "", "", counted=counted),
        st.sampled_from([*NAMES, "elsewhere"]), st.integers(-5, 90), st.integers(0, 40), st.booleans(),
    ),
    max_size=8,
)  # fmt: skip
LEGEND = Legend(dict(zip(NAMES, ("Apology", "Listening", "Blame"), strict=True)), dict.fromkeys(NAMES, "$mark-1"),
                dict(zip(NAMES, "ALB", strict=True)))  # fmt: skip


@given(anything, _spans)
def test_the_pieces_are_the_text_and_carry_what_counted(text: str, evidence: list[Evidence]) -> None:
    cut = pieces(text, evidence, NAMES)
    assert "".join(text[piece.start : piece.end] for piece in cut) == text
    for at in range(len(text)):
        here = next(piece for piece in cut if piece.start <= at < piece.end)
        over = {e.criterion for e in evidence if e.counted and e.criterion in NAMES and e.start <= at < e.end}
        assert set(here.names) == over


@given(anything, _spans)
def test_a_marked_reply_shows_all_of_its_text(text: str, evidence: list[Evidence]) -> None:
    plain = marked(text, evidence, LEGEND).plain
    for sign in ("[A]", "[L]", "[B]", "[AL]", "[AB]", "[LB]", "[ALB]"):
        plain = plain.replace(sign, "")
    # What a piece boundary parts (a carriage return and its newline) may be shown as two.
    assert sorted(plain.replace("\n", "")) == sorted(shown(text).replace("\n", "")) or "[" in text or "\r" in text


def test_a_sign_stands_behind_the_last_word_of_its_evidence() -> None:
    reply = "I am so sorry it leaked."
    evidence = [Evidence("apology", 5, 13, "so sorry", ""), Evidence("listening", 8, 23, "sorry it leaked", "")]
    assert marked(reply, evidence, LEGEND).plain == "I am so sorry[A] it leaked[L]."


def test_where_everything_earns_one_thing_the_few_words_that_earn_another_are_seen() -> None:
    reply = "I am so sorry."
    evidence = [Evidence("apology", 0, 13, reply[:13], ""), Evidence("listening", 5, 13, reply[5:13], "")]
    assert [piece.names for piece in pieces(reply, evidence, NAMES)] == [("apology",), ("listening", "apology"), ()]


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=12), max_size=9))
def test_no_two_criteria_have_the_same_sign(names: dict[str, str]) -> None:
    found = signs(names)
    assert set(found) == set(names)
    assert len(set(found.values())) == len(names)
    assert all(len(sign) == 1 for sign in found.values())


def test_the_sign_is_the_first_letter_that_is_still_free() -> None:
    assert signs({"a": "Apology", "b": "Argue", "c": "道歉", "d": "道理"}) == {"a": "A", "b": "R", "c": "道", "d": "理"}
