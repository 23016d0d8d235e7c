"""Calibration on paper: the sheet that raters fill in, the report, and the labelled set for the harvest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from simulator.marking.rating import ENGINE, PEOPLE, Agreement, Calibration, Disagreement, Pair, Rated, Rating, Sampled
from simulator.measures.agreement import Interval
from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.model.score import Context
from simulator.reports.inert import BOM, csv_row, json_line
from simulator.reports.pages.document import Document, Notes, Section, Table, filled
from simulator.reports.reasons import level_text, listed, names
from simulator.reports.transcript import Turn

#: What stands in a cell that is not to be rated.
NOT_RATED = "/"
#: A row that begins so explains something.
REMARK = "#"
#: So many disagreements are told; the JSON has all.
TOLD = 15
#: Of fewer replies no kappa is told: it would say nothing. The JSON has it.
FEW = 5
ID, FLAGS = "id", "flags"


@dataclass(frozen=True)
class Shown:
    """A sampled reply as a rater sees it: what led up to it, and nothing of what anybody gave.

    Attributes:
        sampled: the reply.
        scenario, lang, title: the session's.
        before: the turns before it.
        turn: its turn.
        rating: what this rater said so far.
    """

    sampled: Sampled
    scenario: str
    lang: str
    title: str
    before: tuple[Turn, ...]
    turn: Turn
    rating: Rating

    @property
    def done(self) -> bool:
        """Whether it is rated on everything."""
        return all(name in self.rating.levels for name in self.sampled.criteria)


# The sheet


def sheet(shown: Iterable[Shown], rubric: Rubric, lang: str) -> Iterator[str]:
    """The replies as rows of CSV, with what this rater said so far, then what the levels mean.

    Args:
        shown: the replies.
        rubric: the rubric of the set.
        lang: `en`, `zh` or `zh-Hant`.
    """
    criteria = [*rubric.criteria]
    yield BOM + csv_row([ID, "scenario", "before", "customer", "reply", *criteria, FLAGS])
    for one in shown:
        levels = one.rating.levels
        cells = [levels.get(name, "") if name in one.sampled.criteria else NOT_RATED for name in criteria]
        yield csv_row([
            one.sampled.unit, one.scenario, _talk(one.before, lang), "\n".join(one.turn.customer), one.turn.reply,
            *cells, ", ".join(one.rating.flags),
        ])  # fmt: skip
    yield csv_row([f"{REMARK} {_say('sheet_guide', lang)}"])
    for name, criterion in rubric.criteria.items():
        for level in range(4):
            yield csv_row([f"{REMARK} {name} {level}", "", "", "", level_text(criterion.levels, level, lang)])
    yield csv_row([f"{REMARK} {_say('sheet_flags', lang)}"])
    for flag, called in names(rubric, lang).items():
        if flag in rubric.flags:
            yield csv_row([f"{REMARK} {flag}", "", "", "", called])


def _talk(turns: Sequence[Turn], lang: str) -> str:
    """What was said before, line by line."""
    customer, trainee = _say("customer", lang), _say("trainee", lang)
    return "\n".join(
        f"{who}: {' '.join(words.split())}"
        for turn in turns
        for who, words in ((customer, " ".join(turn.customer)), (trainee, turn.reply))
        if words.strip()
    )


# The report


def calibration_document(
    calibration: Calibration,
    rated: Sequence[Rated],
    agreed: Sequence[Agreement],
    apart: Sequence[tuple[Disagreement, str]],
    rubric: Rubric,
    lang: str,
) -> Document:
    """The report of a set.

    Args:
        calibration: the set.
        rated: its replies with what was said about them.
        agreed: how far all agree.
        apart: where they differ most, each with the reply.
        rubric: the rubric.
        lang: `en`, `zh` or `zh-Hant`.
    """
    called = names(rubric, lang)
    facts = [(_say("rubric", lang), calibration.rubric), (_say("replies", lang), str(len(rated)))]
    for rater in calibration.raters:
        done = sum(rater in one.ratings for one in rated)
        facts.append((rater, f"{done} / {len(rated)}"))
    header = [_say(f"column.{key}", lang) for key in ("criterion", "who", "count", "same", "kappa", "weighted", "lean")]
    people = tuple(_pair(called[one.name], pair, lang) for one in agreed for pair in one.pairs if pair.count)
    engine = tuple(_pair(called[one.name], pair, lang) for one in agreed for pair in one.engine if pair.count)
    together = tuple((called[one.name], _interval(one.alpha, lang)) for one in agreed if one.alpha.value is not None)
    alpha = (_say("column.criterion", lang), _say("column.alpha", lang))
    sections = (
        _table(_say("all_people", lang), alpha, together), _table(_say("people", lang), tuple(header), people),
        _table(_say("engine", lang), tuple(header), engine),
        Section(_say("apart", lang), (), tuple(
            Section(_apart(one, called, lang), (Notes((reply,)),)) for one, reply in apart[:TOLD]
        )),
    )  # fmt: skip
    return Document(
        lang, _say("title", lang, name=calibration.name), tuple(facts), filled(sections), _say("foot", lang)
    )


def calibration_record(
    calibration: Calibration,
    rated: Sequence[Rated],
    agreed: Sequence[Agreement],
    apart: Sequence[tuple[Disagreement, str]],
) -> dict[str, Any]:
    """Everything for JSON."""
    return {
        "name": calibration.name, "rubric": calibration.rubric, "seed": calibration.seed, "replies": len(rated),
        "raters": {rater: sum(rater in one.ratings for one in rated) for rater in calibration.raters},
        "agreement": [asdict(one) for one in agreed],
        "disagreements": [
            {"id": one.rated.sampled.unit, "criterion": one.name, "engine": one.engine, "people": dict(one.people),
             "apart": one.apart, "reply": reply}
            for one, reply in apart
        ],
    }  # fmt: skip


def _table(title: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Section:
    return Section(title, (Table(title, header, rows),) if rows else ())


def _pair(called: str, pair: Pair, lang: str) -> tuple[str, ...]:
    a, b = (_say(f"who.{who}", lang) if who in (ENGINE, PEOPLE) else who for who in (pair.a, pair.b))
    few = pair.count < FEW
    same = "" if pair.percent is None else f"{100 * pair.percent:.0f} %"
    return (
        called, _say("pair", lang, a=a, b=b), str(pair.count), same,
        "-" if pair.kappa is None or few else f"{pair.kappa:.2f}", "-" if few else _interval(pair.weighted, lang),
        f"{100 * pair.lower:.0f} % / {100 * pair.higher:.0f} %",
    )  # fmt: skip


def _interval(interval: Interval, lang: str) -> str:
    if interval.value is None:
        return "-"
    if interval.low is None or interval.high is None:
        return f"{interval.value:.2f}"
    shown = {key: f"{getattr(interval, key):.2f}" for key in ("value", "low", "high")}
    return _say("interval", lang, **shown)


def _apart(one: Disagreement, called: Mapping[str, str], lang: str) -> str:
    people = listed((f"{rater} {level}" for rater, level in one.people.items()), lang)
    unit = f"{one.rated.sampled.session[:8]}:{one.rated.sampled.turn}"
    engine = "-" if one.engine is None else one.engine
    return _say("apart.title", lang, unit=unit, name=called[one.name], engine=engine, people=people)


# The labelled set


class Labels:
    """A labelled set, as `corpus/README.md` describes it: three files, to be written line by line."""

    def __init__(self) -> None:
        self._contexts: dict[str, dict[str, Any]] = {}
        self._replies: list[str] = []
        self._labels: list[str] = []

    def add(self, rated: Rated, scenario: str, context: Context, reply: str) -> None:
        """Takes in a reply that somebody rated."""
        fields = {
            "lang": context.lang, "customer": context.customer, "wants": context.wants,
            "facts": [asdict(item) for item in context.facts],
            "policy": {"allowed": [asdict(item) for item in context.may],
                       "not_allowed": [asdict(item) for item in context.never]},
        }  # fmt: skip
        known = self._contexts.setdefault(
            json.dumps([scenario, fields]), {"id": f"{scenario}-{context.lang}-{len(self._contexts) + 1}", **fields}
        )
        unit = rated.sampled.unit
        self._replies.append(json_line({"id": unit, "context": known["id"], "reply": reply}) + "\n")
        raters = [{**rating.levels, "flags": [*rating.flags]} for rating in rated.ratings.values()]
        self._labels.append(json_line({"id": unit, "raters": raters}) + "\n")

    def files(self) -> dict[str, str]:
        """File name to its text."""
        contexts = ",\n ".join(json_line(context) for context in self._contexts.values())
        return {
            "contexts.json": f"[{contexts}]\n",
            "replies.jsonl": "".join(self._replies),
            "labels.jsonl": "".join(self._labels),
        }


def _say(key: str, lang: str, /, **values: object) -> str:
    return text(f"calibrate.{key}", lang, **values)
