"""Turns scored and summed up, in this process or on a cluster."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator

import pytest

from simulator.library.library import Library
from simulator.model.rubric import RubricBundle
from simulator.model.score import Context, ReplyScore
from simulator.reports.inert import csv_row
from simulator.runner.cluster import ClusterError, cluster
from simulator.runner.errors import valid
from simulator.runner.scored import Scorer
from simulator.runner.scored import elsewhere as lines_elsewhere
from simulator.talks.records import Bad, Place, Scored, Turn
from simulator.talks.scored import TurnScorer, elsewhere
from simulator.talks.summary import WORST, Summary
from simulator.talks.turns import OPEN
from simulator.talks.written import TurnWriter, summary_record

CRITERIA = ("listening", "apology")


@pytest.fixture(scope="module")
def bundle() -> RubricBundle:
    return valid(Library().rubric("core"))


def one(
    row: int, listening: int | None, *flags: str, talk: str = "1", agent: str = "Mei", topic: str = "",
    opens: bool = False,
) -> Scored:  # fmt: skip
    """A scored turn."""
    levels = {} if listening is None else {"listening": listening, "apology": 0}
    score = None if listening is None else listening * 10.0
    return Scored(Place(row, talk, agent, "", topic, opens), "en", ReplyScore(levels, flags, score))


def summed(*scored: Scored | Bad) -> Summary:
    summary = Summary(CRITERIA)
    for turn in scored:
        summary.add(turn)
    return summary.done()


def test_each_agent_and_each_topic_has_counts_means_and_flags() -> None:
    summary = summed(
        one(2, 3, topic="parcel", opens=True), one(3, 0, "rude", topic="parcel"), Bad(4, "talks.no_talk"),
        one(5, None, topic="parcel"), one(6, 1, talk="2", agent="Tom", opens=True),
    )  # fmt: skip
    mei, tom = summary.agents["Mei"], summary.agents["Tom"]
    assert (mei.talks, mei.turns, mei.assessed, mei.score, mei.level("listening")) == (1, 3, 2, 15.0, 1.5)
    assert (dict(mei.flags), dict(tom.flags), summary.bad) == ({"rude": 1}, {}, 1)
    assert (list(summary.topics), summary.topics[""].turns, summary.all.turns) == (["parcel", ""], 1, 4)


def test_the_best_of_each_conversation_counts_for_itself() -> None:
    summary = summed(one(2, 3), one(3, 0), one(4, 1, talk="2"), one(5, None, talk="3"))
    assert (summary.all.level("listening"), summary.all.best("listening")) == (1.33, 2.0)


def test_the_worst_turns_come_first_and_a_flagged_one_before_its_like() -> None:
    rows = [one(n, n % 4) for n in range(2, 60)] + [one(60, 0, "rude"), one(61, None, "threat"), one(62, None)]
    assert [s.place.row for s in summed(*rows).all.worst] == [60, 61, 4]
    assert len(summed(*rows).all.worst) == WORST


def test_a_turn_that_was_never_assessed_leaves_no_figure() -> None:
    summary = summed(one(2, None))
    assert (summary.all.score, summary.all.level("listening"), summary.all.best("listening")) == (None, None, None)
    assert json.loads(json.dumps(summary_record(summary)))["all"]["levels"] == {"listening": None, "apology": None}


def test_a_summary_of_many_conversations_keeps_few_of_them() -> None:
    summary = Summary(CRITERIA)
    for n in range(3 * OPEN):
        summary.add(one(n, n % 4, talk=f"{n}"))
    assert summary.done().all.best("listening") == 1.5


def test_a_table_of_turns_runs_nothing() -> None:
    writer = TurnWriter("csv", CRITERIA, "en")
    line = writer.line(one(2, 1, talk="=1+1", agent="@x", topic="+y"))
    assert line.startswith(csv_row(["=1+1", 2, "@x", "", "+y", "en"]).removesuffix("\r\n"))
    assert line.startswith("'=1+1,2,'@x,")
    assert [len(row.split(",")) for row in (writer.head(), writer.line(Bad(4, "talks.not_text")))] == [12] * 2


def some() -> Iterator[Turn | Bad]:
    for n in range(150):
        if n % 40 == 7:
            yield Bad(n, "talks.cells", (("limit", 3),))
        context = Context(("en", "zh")[n % 2], f"I waited {n} days. 我等了{n}天。")
        yield Turn(
            Place(n, f"{n // 3}", "Mei", "", "", n % 3 == 0),
            f"I'm sorry you waited {n} days. 对不起，等了{n}天。",
            context,
        )


def test_a_cluster_gives_the_same_answers_in_the_same_order(bundle: RubricBundle) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (the extra `cluster`)")
    lines = [(n, json.dumps({"id": n, "reply": f"Sorry, {n}."}).encode()) for n in range(1, 100)] + [(100, b"{")]
    scorer, turn_scorer = Scorer(bundle, "jsonl", "en"), TurnScorer(bundle)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Dask thinks of this machine
        with cluster("local", 1) as share:
            turns = list(elsewhere(bundle, some(), share))
            # Another kind of work on the same workers.
            answers = list(lines_elsewhere(bundle, "jsonl", "en", lines, share))
    assert turns == [turn_scorer.scored(turn) for turn in some()]
    assert answers == [scorer.answer(line) for line in lines]


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "http://x:1", "tcp://a b:1", "tcp://h:1/x"])
def test_what_is_no_address_of_a_cluster_is_told(address: str) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (the extra `cluster`)")
    with pytest.raises(ClusterError, match="bad_address"), cluster(address, 1):
        pass


def test_without_dask_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError, match="not_installed"), cluster("local", 1):
        pass
