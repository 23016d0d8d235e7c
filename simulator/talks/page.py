"""The summary of a transcript as a page."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.reports.pages.document import Block, Chart, Document, Notes, Point, Section, Table, filled
from simulator.reports.remarks import all_names
from simulator.talks.records import Scored
from simulator.talks.summary import Summary, Tally
from simulator.talks.told import figure, turn_lines

#: So many bars can be taken in; the table has all.
DRAWN = 40


def summary_document(summary: Summary, rubric: Rubric, lang: str) -> Document:
    """The agents, the topics, and the turns that somebody should read first.

    Args:
        summary: what the turns come to.
        rubric: what they are scored by.
        lang: `en`, `zh` or `zh-Hant`.
    """
    return _Telling(summary, rubric, lang).document()


class _Telling:
    def __init__(self, summary: Summary, rubric: Rubric, lang: str) -> None:
        self._summary, self._lang, self._names = summary, lang, all_names(rubric, lang)

    def document(self) -> Document:
        summary, whole = self._summary, self._summary.all
        counts = {"talks": whole.talks, "turns": whole.turns, "assessed": whole.assessed, "bad": summary.bad}
        facts = tuple((self._say(f"fact.{name}"), str(count)) for name, count in counts.items())
        sections = (
            self._part("agents", summary.agents, "no_agent"), self._part("topics", summary.topics, "no_topic"),
            self._first(),
        )  # fmt: skip
        return Document(self._lang, self._say("title"), facts, filled(sections), self._say("foot"))

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"talks.{key}", self._lang, **values)

    def _part(self, what: str, tallies: Mapping[str, Tally], nameless: str) -> Section:
        if not tallies:
            return Section("", ())
        title, called = self._say(f"by_{what}"), {name: name or self._say(nameless) for name in sorted(tallies)}
        scored = sorted(
            (Point(called[name], tally.score) for name, tally in tallies.items() if tally.score is not None),
            key=lambda point: point.value,
        )
        blocks: list[Block] = []
        if scored:
            told = self._say("chart", lowest=scored[0].label, highest=scored[-1].label)
            blocks.append(Chart("bars", self._say("score_of", what=title), told, tuple(scored[:DRAWN]), 100))
        heads = [self._say(name) for name in (what, "talks", "turns", "assessed", "score")]
        heads += [self._names[name] for name in self._summary.criteria]
        rows = tuple(self._row(called[name], tallies[name]) for name in called)
        blocks.append(Table(title, (*heads, self._say("flags_head")), rows))
        return Section(title, tuple(blocks))

    def _row(self, name: str, tally: Tally) -> tuple[str, ...]:
        levels = (f"{figure(tally.level(c))} / {figure(tally.best(c))}" for c in self._summary.criteria)
        flags = (f"{self._names.get(flag, flag)} ×{count}" for flag, count in tally.flags.most_common())
        counts = (f"{tally.talks}", f"{tally.turns}", f"{tally.assessed}", figure(tally.score))
        return (name, *counts, *levels, self._say("and").join(flags))

    def _first(self) -> Section:
        agents = sorted(self._summary.agents.items())
        each = (
            Section(name or self._say("no_agent"), self._worst(tally.worst)) for name, tally in agents if tally.worst
        )
        return Section(self._say("first"), (), tuple(each))

    def _worst(self, worst: list[Scored]) -> tuple[Block, ...]:
        turns = (turn_lines(scored, self._names, self._lang) for scored in worst)
        return (Notes(tuple(" ".join(line.strip() for line in lines) for lines in turns)),)
