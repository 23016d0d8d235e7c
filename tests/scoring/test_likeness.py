"""How like a reply's wording is to that of replies that people rated so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from simulator.model.rubric import Rubric, RubricBundle
from simulator.model.score import Context, ReplyScore
from simulator.model.wordings import ANY, Wordings, WordingsError, parse_wordings, write_wordings
from simulator.scoring.engine import Engine
from tests.texts import anything, langs

LEVELS = {"en": ["none", "token", "sound", "strong"], "zh": ["无", "流于形式", "到位", "出色"]}
RUBRIC = Rubric.model_validate(
    {
        "rubric": "manners",
        "title": {"en": "Manners", "zh": "礼貌"},
        "wordings": {"en": "en.tsv", "zh": "zh.tsv"},
        "criteria": {
            "warmth": {
                "name": {"en": "Warmth", "zh": "热情"},
                "levels": LEVELS,
                "rules": [{"level": 2, "when": {"like_warmth": 150}}],
            }
        },
        "flags": {
            "sneering": {
                "name": {"en": "Sneering", "zh": "讥讽"},
                "about": {"en": "Sneers.", "zh": "讥讽。"},
                "when": [{"like_sneering": 50}],
            }
        },
    }
)
# Thousandths: how rare a wording is, what it adds to warmth, what it adds to sneering.
TABLE = """\
# a test
wording\trarity\twarmth\tsneering
(any)\t0\t1000\t100
take your time\t1000\t900\t-50
how nice for\t1000\t0\t700
nice\t1000\t0\t10
0 days\t1000\t200\t0
"""
TABLE_ZH = (
    "# a test\nwording\trarity\twarmth\tsneering\n(any)\t0\t1000\t100\n慢慢来\t1000\t900\t0\n真行\t1000\t0\t800\n"
)
ENGINE = Engine(
    RubricBundle(RUBRIC, wordings={"en": parse_wordings(TABLE), "zh": parse_wordings(TABLE_ZH)}, digest="a test")
)


def features(reply: str, lang: str = "en") -> dict[str, float]:
    return ENGINE.look(reply, Context(lang=lang)).features


def score(reply: str, lang: str = "en") -> ReplyScore:
    return ENGINE.score(reply, Context(lang=lang))


def test_a_wording_of_the_table_speaks_for_a_level() -> None:
    assert score("Please take your time.").levels == {"warmth": 2}
    assert score("Please take a seat.").levels == {"warmth": 0}
    assert score("您慢慢来。", "zh").levels == {"warmth": 2}
    assert score("您慢慢來。", "zh").levels == {"warmth": 2}


def test_a_flag_raised_by_its_wording_quotes_it() -> None:
    sneer = score("Oh, how nice for you!")
    assert sneer.flags == ("sneering",)
    assert [(e.criterion, e.quote, e.counted) for e in sneer.evidence] == [("sneering", "how nice for", True)]
    assert [e.quote for e in score("你可真行啊。", "zh").evidence] == ["真行"]


def test_where_a_cue_names_the_fault_what_it_sounds_like_is_not_shown_as_well() -> None:
    rubric = RUBRIC.model_dump()
    rubric["cues"] = {"sneer": {"en": ["for you"], "why": {"en": "A sneer.", "zh": "讥讽。"}}}
    rubric["flags"]["sneering"]["when"] = [{"like_sneering": 50}, {"sneer": 1}]
    engine = Engine(RubricBundle(Rubric.model_validate(rubric), wordings=ENGINE.bundle.wordings))
    assert [e.quote for e in engine.score("How nice for you!", Context(lang="en")).evidence] == ["for you"]


def test_what_is_shown_begins_with_a_whole_word() -> None:
    table = parse_wordings(TABLE.replace("how nice for", "is not my"))
    engine = Engine(replace(ENGINE.bundle, wordings={"en": table}))
    shown = engine.score("Well, that's not my job.", Context(lang="en")).evidence
    assert [e.quote for e in shown] == ["that's not my"]


def test_among_many_known_wordings_one_counts_for_less() -> None:
    alone, among = "how nice for you", "how nice for you. take your time. 3 days"
    assert features(alone)["like_sneering"] > features(among)["like_sneering"] > 10


def test_what_every_reply_has_keeps_one_wording_from_being_all_there_is() -> None:
    common = replace(ENGINE.bundle.wordings["en"], common=2000)
    careful = Engine(replace(ENGINE.bundle, wordings={"en": common}))
    look = careful.look("how nice for you", Context(lang="en"))
    assert 10 < look.features["like_sneering"] < features("how nice for you")["like_sneering"]


def test_where_nothing_is_known_a_reply_is_like_any_other() -> None:
    assert (features("")["like_warmth"], features("Tea?")["like_sneering"]) == (100, 10)


def test_all_numbers_are_one() -> None:
    assert features("in 3 days")["like_warmth"] == features("in 12 days")["like_warmth"] > 100


def test_what_is_quoted_is_not_how_the_agent_speaks() -> None:
    assert score('He told you "how nice for you"?').flags == ()


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("# a test", "a test"), 1),
        (("wording\t", "words\t"), 2),
        (("(any)", "(none)"), 3),
        (("\t900\t-50", "\t900"), 4),
        (("\t700", "\tmuch"), 5),
        (("nice\t1000\t0\t10", "nice"), 6),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(change: tuple[str, str], line: int) -> None:
    with pytest.raises(WordingsError) as refused:
        parse_wordings(TABLE.replace(*change))
    assert refused.value.line == line


def test_a_table_is_written_as_it_is_read() -> None:
    table = parse_wordings(TABLE)
    assert parse_wordings(write_wordings(table)) == table
    assert ANY not in table.rows
    none = Wordings("nothing", (), (), 0, {})
    assert parse_wordings(write_wordings(none)) == none


def test_a_rubric_without_a_table_has_no_such_features() -> None:
    bare = Engine(replace(ENGINE.bundle, wordings={}))
    assert not [name for name in bare.look("take your time", Context(lang="en")).features if name.startswith("like_")]


@given(anything, langs)
def test_any_text_is_like_others_to_a_degree_and_what_is_shown_stands_in_it(reply: str, lang: str) -> None:
    found = score(reply, lang)
    assert all(reply[e.start : e.end] == e.quote for e in found.evidence)
    assert all(-200 <= value <= 300 for name, value in features(reply, lang).items() if name.startswith("like_"))
