"""The agents' turns: what each answers, and what was said before it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest

from simulator.talks.records import Bad, Row, Side, Turn
from simulator.talks.turns import AGE, LONGEST_TURN, OPEN, REMEMBERED, turns


def said(*lines: str) -> list[Row | Bad]:
    """Messages written `TALK SPEAKER: TEXT`, where customers are called Cx; `!` is a bad row."""
    rows: list[Row | Bad] = []
    for number, line in enumerate(lines, 2):
        who, _, words = line.partition(": ")
        talk, _, speaker = who.partition(" ")
        side: Side = "customer" if speaker.startswith("C") else "agent"
        rows.append(Bad(number, "talks.no_talk") if line == "!" else Row(number, talk, speaker, side, "", "", words))
    return rows


def got(rows: list[Row | Bad]) -> list[Turn]:
    return [turn for turn in turns(rows) if isinstance(turn, Turn)]


def test_messages_of_one_side_in_a_row_are_one_turn_and_what_it_answers() -> None:
    (turn,) = got(said("1 C: It broke.", "1 C: Twice!", "1 Mei: I'm sorry.", "1 Mei: Twice?"))
    assert (turn.reply, turn.context.customer) == ("I'm sorry.\nTwice?", "It broke.\nTwice!")
    assert (turn.place.row, turn.place.talk, turn.place.agent) == (4, "1", "Mei")


def test_an_agents_own_turns_before_are_known_and_nobody_elses() -> None:
    found = got(said("1 C: a", "1 Mei: b", "1 C: c", "1 Tom: d", "1 C: e", "1 Mei: f", "2 C: g", "2 Mei: h"))
    assert [(t.reply, t.context.earlier) for t in found] == [("b", ()), ("d", ()), ("f", ("b",)), ("h", ())]
    assert [t.place.opens for t in found] == [True, True, False, True]


def test_what_the_customer_told_before_can_still_be_taken_up() -> None:
    _, second = got(said("1 C: It broke on Monday.", "1 Mei: Which one?", "1 C: The blue one.", "1 Mei: Sorry."))
    assert second.context.customer == "It broke on Monday.\nThe blue one."


def test_a_second_agent_who_joins_in_answers_the_same_customer() -> None:
    _, second = got(said("1 C: It broke on Monday.", "1 Mei: One moment.", "1 Tom: Hello."))
    assert (second.place.agent, second.context.customer) == ("Tom", "It broke on Monday.")
    assert second.context.assess is None


@pytest.mark.parametrize("words", ["OK", "Thank you!", "yes.", "好的，谢谢", "嗯", "👍"])
def test_a_word_that_calls_for_nothing_gives_no_chance_to_show_anything(words: str) -> None:
    greeting, answer, bye = got(
        said("1 A: Hello.", "1 C: It broke on Monday.", "1 A: Sorry.", f"1 C: {words}", "1 A: Bye.")
    )
    assert [turn.context.assess for turn in (greeting, answer, bye)] == [(), None, ()]


@pytest.mark.parametrize("words", ["And?", "真的？", "That is a joke", "这也太离谱了"])
def test_a_short_word_that_calls_for_an_answer_does(words: str) -> None:
    assert got(said(f"1 C: {words}", "1 A: Bye."))[0].context.assess is None


def test_conversations_may_be_mixed() -> None:
    found = got(said("1 C: a", "2 C: b", "1 Mei: c", "2 Mei: d", "1 Mei: e", "2 C: f", "1 C: g"))
    assert [(t.place.talk, t.context.customer, t.reply) for t in found] == [("1", "a", "c\ne"), ("2", "b", "d")]


def test_turns_come_in_the_order_of_their_rows_however_long_they_wait() -> None:
    rows = [line for n in range(2 * OPEN) for line in (f"{n} C: It broke.", f"{n} Mei: Sorry.")]
    found = [turn.place.row for turn in got(said(*rows))]
    assert (len(found), found) == (2 * OPEN, sorted(found))
    waiting = said("0 C: a", "0 Mei: b", *["1 C: c", "1 Tom: d"] * AGE)
    given = iter(waiting)
    assert next(turns(given))
    assert len(list(given)) > AGE / 2  # the first was not kept back until all was read


def test_a_topic_written_once_holds_until_another_is() -> None:
    rows = [Row(2, "1", "C", "customer", "", "parcel", "a"), Row(3, "1", "Mei", "agent", "", "", "b"),
            Row(4, "1", "C", "customer", "", "refund", "c"), Row(5, "1", "Mei", "agent", "", "", "d")]  # fmt: skip
    assert [turn.place.topic for turn in got(list(rows))] == ["parcel", "refund"]


def test_a_bad_row_has_its_place_and_parts_nothing() -> None:
    found = list(turns(said("1 C: a", "1 Mei: b", "!", "1 Mei: c")))
    assert [f.row if isinstance(f, Bad) else f.reply for f in found] == ["b\nc", 4]


def test_the_language_is_the_replys_or_the_customers() -> None:
    english, chinese, neither = got(
        said("1 C: 坏了", "1 A: Sorry.", "2 C: broken", "2 A: 抱歉", "3 C: 坏了", "3 A: !!")
    )
    assert [t.context.lang for t in (english, chinese, neither)] == ["en", "zh", "zh"]


def test_no_conversation_grows_without_end() -> None:
    def endless() -> Iterator[Row]:
        for n in range(4_000):
            yield Row(n, "1", "C", "customer", "", "", "x" * 500)
        for n in range(4_000):
            yield Row(n, "1", "Mei", "agent", "", "", "y" * 500)
        for n in range(2 * OPEN):
            yield Row(n, f"{n}", "C", "customer", "", "", "z" * 500)

    tracemalloc.start()
    try:
        for turn in turns(endless()):
            assert isinstance(turn, Turn)
            assert len(turn.reply) <= LONGEST_TURN * 1.1
            assert len(turn.context.customer) <= LONGEST_TURN * 1.1
            assert len(turn.context.earlier) <= REMEMBERED
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000
