"""From tree to record: all mistakes at once, one message for each, in the author's words."""

from __future__ import annotations

from simulator.language import load_scenario
from simulator.language.examples import completed
from simulator.language.problems import Meant
from simulator.model.base import Bounds
from tests.language.ask import codes, core, problems, scenario

MANY = """\
titel: Many mistakes
kind: dely
customer: {name: Mr Bell, style: cooperative, wants: the parcel, mood: 170}
facts:
  waited: {says: I have waited nine days}
  untold: {says: nobody says this}
beats:
  opening:
    says: Where is my parcel?
    tells: [wated]
    assess: [apolgy, listening]
    ways:
      - {when: {apology: 2}, mood: much, to: calmd}
      - {when: {apology: 3}, to: calmed}
      - {when: {visit: ">= 2"}, to: left}
      - {when: {flags: [rood]}, to: left}
      - {to: storm}
      - to: left
  storm:
    says: I want the manager!
    ways: [{to: storm}]
  lost:
    says: Nobody comes here.
    ways: [{to: left}]
endings:
  calmed: {outcome: resolved, debrief: You said sorry.}
  left: {outcome: lost, debrief: You did not say sorry.}
  unseen: {outcome: escalated, debrief: Nobody sees this.}
"""


def test_all_mistakes_are_told_in_one_run_and_each_once() -> None:
    assert [(p.line, p.code, p.meant and p.meant.name) for p in problems(MANY, core().rubric)] == [
        (1, "unknown-key", "title"),
        (2, "unknown-value", "delay"),
        (3, "out-of-range", None),
        (6, "fact-never-told", None),
        (10, "unknown-fact", "waited"),
        (11, "unknown-criterion", "apology"),
        (13, "wrong-type", None),
        (13, "unknown-beat", "calmed"),
        (14, "way-never-taken", None),
        (15, "unknown-condition", "visits"),
        (16, "unknown-flag", None),
        (18, "way-never-taken", None),
        (19, "no-way-out", None),
        (22, "beat-never-reached", None),
        (28, "ending-never-reached", None),
    ]


def test_what_was_meant_comes_with_its_line() -> None:
    assert next(p for p in problems(MANY) if p.code == "unknown-beat").meant == Meant("calmed", 26)


def test_a_misspelt_key_is_not_also_a_missing_one() -> None:
    assert codes("customer: {nme: Mr Bell, style: soft, wants: it}\n") == ["unknown-key"]
    assert codes("customer: {style: soft, wants: it}\n") == ["missing-key"]
    assert codes("endngs: {left: {outcome: lost, debrief: x}}\n") == ["unknown-key"]


def test_what_is_missing_is_told_where_it_should_be() -> None:
    (problem,) = problems("policy:\n  may:\n    - id: a\n      says: b\n    - id: c\n")
    assert (problem.code, problem.line, problem.column) == ("missing-key", 5, 7)


def test_a_key_without_a_value_is_told() -> None:
    assert codes("title:\n") == ["empty-value"]
    assert codes("facts:\n") == ["empty-value"]
    assert codes('brief: ""\n') == ["empty-value"]


def test_one_may_stand_without_the_list_around_it() -> None:
    read = scenario("trains: offer_help\nreactions: {silence: Hello?}\n")
    assert (read.trains, [line.text for line in read.reactions["silence"]]) == (("offer_help",), ["Hello?"])


def test_conditions_take_ranges_in_several_forms() -> None:
    read = scenario("""\
beats:
  opening:
    says: Well?
    assess: [apology]
    ways:
      - {when: {apology: 3}, to: calmed}
      - {when: {levels: {apology: "1..2"}}, to: left}
      - {when: {mood: "<= 5"}, to: left}
      - {to: opening}
""")
    one, two, three, _ = (way.when for way in read.beats["opening"].ways)
    assert one.levels == {"apology": Bounds(low=3)}
    assert two.levels == {"apology": Bounds(low=1, high=2)}
    assert three.mood == Bounds(high=5)


def test_a_misspelt_condition_is_not_taken_for_a_wrong_range() -> None:
    way = "beats: {{opening: {{says: x, ways: [{{when: {}, to: left}}, {{to: calmed}}]}}}}\n".format
    assert codes(way("{flag: [rude]}")) == ["unknown-condition"]
    assert codes(way("{mood: high}")) == ["bad-limits"]
    assert codes(way("{mood: 9..1}")) == ["bad-limits"]


def test_without_beats_nothing_further_is_guessed() -> None:
    assert codes("beats: []\n") == ["wrong-type"]
    assert codes("beats: {}\n") == ["too-few"]


def test_a_scenario_must_be_keys_with_values() -> None:
    assert [p.code for p in load_scenario("- a\n", "it.yaml").problems] == ["wrong-type"]
    assert [p.code for p in load_scenario("a", "it.yaml").problems] == ["wrong-type"]


def test_what_play_needs_is_loaded_though_check_would_complain() -> None:
    unsound = completed("facts: {waited: {says: I waited}}\n", "scenario")
    assert load_scenario(unsound, "it.yaml").value is not None
    assert codes(unsound) == ["fact-never-told"]


def test_a_list_is_not_too_short_because_what_is_in_it_is_wrong() -> None:
    beats = "beats:\n  opening:\n    says:\n      - {moood: 3, text: Well?}\n    ways: [{to: left}]\n"
    assert codes(beats) == ["unknown-key", "ending-never-reached"]


def test_a_name_that_stands_twice_is_told_once_and_not_missed_elsewhere() -> None:
    twice = completed("", "scenario").replace(
        "endings:", "  opening:\n    says: Oh.\n    ways: [{to: left}]\nendings:"
    ).replace("to: calmed", "to: second")  # fmt: skip
    assert codes(twice) == ["duplicate-key"]


def test_quotation_marks_of_a_word_processor_are_told_once_for_each_text() -> None:
    beats = 'beats:\n  opening:\n    says: {mood: ">= 0", text: “One, two: three, 4: 5”}\n    ways: [{to: left}]\n'
    assert codes(beats) == ["curly-quotes", "ending-never-reached"]


def test_behind_a_way_without_condition_the_others_are_one_mistake() -> None:
    ways = "    ways: [{to: left}, {when: {visits: 2}, to: calmed}, {when: {visits: 3}, to: calmed}]\n"
    assert codes(f"beats:\n  opening:\n    says: Well?\n{ways}") == ["way-never-taken"]


def test_a_comma_in_a_text_without_quotes_is_told_as_one() -> None:
    told = problems("customer: {name: Mr Bell, style: soft, wants: the parcel, now, and a word, mood: 60}\n")
    assert [(problem.code, problem.values) for problem in told] == [("comma-in-text", {"key": "now"})]
    assert [problem.code for problem in problems("customer: {name: Mr Bell, style: soft, wants: it, mod: 60}\n")] == [
        "unknown-key"
    ]
