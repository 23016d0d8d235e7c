"""The complaint record: any wording counts, a wrong figure does not, and the truth is the scenario's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import TypeAdapter

from simulator.language import load_scenario
from simulator.messages import has_text
from simulator.model.event import Event, Recorded
from simulator.model.intake import FieldVerdict, FilledRecord, RecordScore, read_record
from simulator.model.scenario import Scenario
from simulator.play.record import TESTS, judge_record
from simulator.play.state import replay
from simulator.play.step import begin
from simulator.scoring.identity import contact_share, name_share
from tests.play.sample import case
from tests.texts import anything

SHIPPED = Path(__file__).parents[2] / "scenarios"
#: The leaking flat as a careful trainee would write it down, in words of their own.
GOOD: dict[str, dict[str, Any]] = {
    "en": {
        "channel": "in_person", "name": "Bernadette Quinn", "contact": "flat 3b", "time": "for nine days now",
        "content": "Water through her ceiling, 9 days. She told us two times last week, nobody turned up; stayed home "
        "on Friday the whole day, 8 to 18. The water drips on her mother's piano. Had to call off 7 lessons, £210.",
        "wish": "leak to be stopped today, talk to the manager",
        "promises": "Plumber today between 1 and 3. Call her at 5 this evening. Manager comes tomorrow at 9.",
        "follow_up": "Kevin at flat 3B today 1-3pm; phone her at 5 with the result",
        "validity": {"reasonable": True, "lawful": True, "real": True, "timely": True, "own": True, "first": False},
        "risk": "explicit",
    },
    "zh": {
        "channel": "in_person", "name": "方静宜女士", "contact": "502", "time": "已经漏了9天",
        "content": "卫生间顶上漏水九天了，上周报修了两回没有人来；周五从早到晚在家里等。学琴的孩子没法上课，课停了。"
        "古筝是她母亲留下的。",
        "wish": "今天止漏，经理出面",
        "promises": "赵师傅今天下午一点到三点上门，傍晚五点回电话，孙经理明早九点来看现场",
        "follow_up": "下午五点给她去电话说结果；明早九点孙经理到现场",
        "validity": {"reasonable": True, "lawful": True, "real": True, "timely": True, "own": True, "first": False},
        "risk": "explicit",
    },
}  # fmt: skip
MADE = ("plumber_today", "ring_tonight", "manager_visit")


def flat(lang: str) -> Scenario:
    path = SHIPPED / lang / "leaking-flat.yaml"
    scenario = load_scenario(path.read_bytes(), str(path)).value
    assert scenario is not None
    return scenario


def judged(lang: str, **changes: Any) -> RecordScore:
    return judge_record(FilledRecord(**{**GOOD[lang], **changes}), flat(lang), MADE)


def field(score: RecordScore, name: str) -> FieldVerdict:
    return next(f for f in score.fields if f.field == name)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_careful_record_in_words_of_ones_own_is_nearly_all_right(lang: str) -> None:
    score = judged(lang)
    assert score.score >= 90
    assert field(score, "promises").verdict == "right"
    assert not [f for f in score.fields if f.verdict == "wrong"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_empty_record_is_worth_nothing(lang: str) -> None:
    score = judge_record(FilledRecord(), flat(lang), MADE)
    assert score.score == 0
    assert {f.verdict for f in score.fields} == {"missing"}


@pytest.mark.parametrize(
    ("lang", "name", "text", "fact", "figure"),
    [
        ("en", "content", "The leak has been there for 3 days.", "leaking_since", "3 days"),
        ("en", "promises", "Plumber today between 4 and 6.", "plumber_today", "4"),
        ("zh", "content", "厨房漏水三天了。", "leaking_since", "三天"),
        ("zh", "promises", "赵师傅今天下午四点到六点上门。", "plumber_today", "四点"),
    ],
)
def test_a_wrong_figure_is_wrong_and_quoted(lang: str, name: str, text: str, fact: str, figure: str) -> None:
    verdict = field(judged(lang, **{name: text}), name)
    assert (verdict.verdict, verdict.reason) == ("wrong", "figure")
    item = next(i for i in verdict.items if i.id == fact)
    assert item.verdict == "wrong"
    assert figure in item.quote


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Plumber today between 1 and 3. We waive the £2,340."),
        ("zh", "赵师傅今天下午一点到三点上门，免她今年的物业费。"),
    ],
)
def test_a_promise_that_policy_forbids_is_caught_unless_it_was_made(lang: str, text: str) -> None:
    assert field(judged(lang, promises=text), "promises").reason == "forbidden"
    never = [promise.id for promise in flat(lang).policy.never]
    made = judge_record(FilledRecord(promises=text), flat(lang), (*MADE, *never))
    assert field(made, "promises").reason != "forbidden"


def test_a_forbidden_promise_that_was_refused_is_no_promise() -> None:
    text = "Plumber today between 1 and 3. I did not waive the service charge of £2,340."
    assert field(judged("en", promises=text), "promises").reason == ""


@pytest.mark.parametrize(("text", "verdict"), [("none", "right"), ("", "right"), ("Plumber today at one", "partly")])
def test_where_nothing_was_promised_the_record_says_so(text: str, verdict: str) -> None:
    score = judge_record(FilledRecord(promises=text), flat("en"), ())
    assert field(score, "promises").verdict == verdict


@pytest.mark.parametrize(
    ("name", "accepted", "lang", "share"),
    [
        ("MS PAKI (Nikau's mother)", ("Marama Paki", "Ms Paki"), "en", 1),
        ("Paki, Marama", ("Marama Paki", "Ms Paki"), "en", 1),
        ("Marama Pakki", ("Marama Paki", "Ms Paki"), "en", 0.5),
        ("John Paki", ("Marama Paki", "Ms Paki"), "en", 0),
        ("蔡勇诚先生", ("蔡勇誠", "蔡先生"), "zh", 1),
        ("蔡永诚", ("蔡勇誠", "蔡先生"), "zh", 0.5),
        ("陈女士", ("蔡勇誠", "蔡先生"), "zh", 0),
        ("", ("蔡勇誠",), "zh", 0),
    ],
)
def test_a_name_is_right_in_any_order_and_a_slip_costs_half(
    name: str, accepted: tuple[str, ...], lang: str, share: float
) -> None:
    assert name_share(name, accepted, lang)[0] == share


@pytest.mark.parametrize(
    ("contact", "accepted", "share"),
    [
        ("022-555-0146", ("022 555 0146",), 1),
        ("+64 22 555 0146", ("022 555 0146",), 1),
        ("022 555 0164", ("022 555 0146",), 0),
        ("rang from home", ("022 555 0146",), 0),
        ("flat 3b, first floor", ("3B", "Flat 3B, Marlowe House"), 1),
        ("0912555146", ("0912-555-146",), 1),
    ],
)
def test_a_number_is_compared_digit_by_digit(contact: str, accepted: tuple[str, ...], share: float) -> None:
    assert contact_share(contact, accepted)[0] == share


def test_a_risk_graded_too_low_is_worth_nothing_and_too_high_half() -> None:
    risks = {risk: field(judged("en", risk=risk), "risk").share for risk in ("potential", "explicit", "high_risk")}
    assert risks == {"potential": 0, "explicit": 1, "high_risk": 0.5}


def test_a_test_answered_wrongly_costs_its_own_share_alone() -> None:
    turned = {test: not answer for test, answer in GOOD["en"]["validity"].items()}
    for test in TESTS:
        one = {**GOOD["en"]["validity"], test: turned[test]}
        assert judged("en", validity=one).score == round(judged("en").score - 2, 1)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_shipped_truth_written_down_is_right(lang: str) -> None:
    for path in sorted((SHIPPED / lang).glob("*.yaml")):
        scenario = load_scenario(path.read_bytes(), str(path)).value
        assert scenario is not None
        truth = scenario.intake
        assert truth is not None, path
        promises = {promise.id: promise.says for promise in scenario.policy.may}
        stop = "。" if lang == "zh" else ". "
        record = FilledRecord(
            channel=truth.channel, name=truth.name[-1], contact=(*truth.contact, "")[0], time=(*truth.time, "")[0],
            content=stop.join(scenario.facts[name].says for name in truth.content), wish=scenario.customer.wants,
            promises=stop.join(promises[name] for name in truth.promises), follow_up=stop.join(truth.follow_up),
            validity=truth.validity.model_dump(), risk=truth.risk,
        )  # fmt: skip
        assert judge_record(record, scenario).score >= 95, path


def test_a_case_without_a_truth_is_not_judged() -> None:
    with pytest.raises(ValueError, match="intake"):
        judge_record(FilledRecord(), case())


def test_it_is_an_event_after_the_end_and_the_last_one_counts() -> None:
    state, events = begin(case())
    first, second = (Recorded(record=FilledRecord(name=n), score=RecordScore(50.0, ())) for n in ("Li", "Pike"))
    assert replay((*events, first, second)).recorded == second
    assert replay(events) == state
    adapter: TypeAdapter[Event] = TypeAdapter(Event)
    judged_one = Recorded(record=FilledRecord(**GOOD["zh"]), score=judged("zh"))
    assert adapter.validate_python(judged_one.model_dump(mode="json")) == judged_one


@given(anything)
@settings(max_examples=40, deadline=None)
def test_any_text_in_every_field_gives_a_score_and_reasons_that_can_be_told(text: str) -> None:
    clean = text.encode("utf-8", "replace").decode()[:4000]
    fields = dict.fromkeys(("name", "contact", "time", "content", "wish", "promises", "follow_up"), clean)
    record = FilledRecord.model_validate(fields)
    assert read_record(record.model_dump_json()) == (record if clean else None)
    score = judge_record(record, FLAT, MADE)
    assert 0 <= score.score <= 100
    assert all(has_text(f"record.why.{f.reason}") for f in score.fields if f.reason)
    assert all(0 <= f.share <= 1 for f in score.fields)


FLAT = flat("en")
