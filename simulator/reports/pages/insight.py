"""A class looked at whole, as a document and for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from simulator.analysis.insight import MONDAY, MOST, WEEK, Beat, Insight, Item, Miss, Reliability
from simulator.measures.agreement import Interval
from simulator.measures.service import Rate
from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.play.conduct import SLOW
from simulator.reports.pages.document import Block, Chart, Document, Notes, Point, Section, Table, filled
from simulator.reports.reasons import in_words, listed, names

#: So many hardest moments, and so many misses, are told.
HARDEST, MISSES = 20, 12
#: What was judged less often is too rare to be called hard.
LEAST = 5


def insight_document(insight: Insight, rubrics: Mapping[str, Rubric], title: str, lang: str) -> Document:
    """The class as a document.

    Args:
        insight: what there is to tell.
        rubrics: digest to rubric, for names and advice.
        title: of which class; "" for all.
        lang: `en`, `zh` or `zh-Hant`.
    """
    return _Telling(insight, rubrics, lang).document(title)


class _Telling:
    def __init__(self, insight: Insight, rubrics: Mapping[str, Rubric], lang: str) -> None:
        self._insight, self._rubrics, self._lang = insight, rubrics, lang
        self._names: dict[str, str] = {}
        for rubric in rubrics.values():
            self._names = {**names(rubric, lang), **self._names}

    def document(self, title: str) -> Document:
        insight = self._insight
        facts = [(self._say("trainees"), str(insight.trainees)), (self._say("sessions"), str(insight.sessions))]
        if insight.unfinished:
            facts.append((self._say("unfinished"), str(insight.unfinished)))
        sections = (
            self._criteria(), self._reliability(), self._hardest(), self._beats(), self._misses(), self._service(),
            self._weeks(),
        )  # fmt: skip
        heading = self._say("title", name=title) if title else self._say("title_all")
        return Document(self._lang, heading, tuple(facts), filled(sections), self._say("foot"))

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"insight.{key}", self._lang, **values)

    def _header(self, *keys: str) -> tuple[str, ...]:
        return tuple(self._say(f"column.{key}") for key in keys)

    def _name(self, name: str) -> str:
        return self._names.get(name, name)

    def _criteria(self) -> Section:
        items = {name: item for name, item in self._insight.criteria.items() if item.count}
        if not items:
            return Section("", ())
        rows = tuple(
            (self._name(name), str(item.count), f"{_mean(item):.2f}", _percent(item.difficulty),
             _percent(item.missed / item.count), _two(self._insight.discrimination(name)))
            for name, item in items.items()
        )  # fmt: skip
        points = tuple(Point(self._name(name), 100 * (item.difficulty or 0)) for name, item in items.items())
        worst, best = (pick(points, key=lambda point: point.value).label for pick in (max, min))
        title, summary = self._say("criteria"), self._say("criteria.summary", worst=worst, best=best)
        header = self._header("criterion", "replies", "mean", "difficulty", "missed", "discrimination")
        return Section(title, (Chart("bars", title, summary, points, 100), Table(title, header, rows)))

    def _reliability(self) -> Section:
        said: list[Block] = []
        for of in ("criteria", "scenarios"):
            found = self._insight.reliability(of)
            if len(found.items) > 1:
                items, alpha = listed(map(self._name, found.items), self._lang), self._interval(found.alpha)
                said.append(self._say(f"reliability.{of}", items=items, trainees=found.trainees, alpha=alpha))
        return Section(self._say("reliability"), (*said, self._say("reliability.about")) if said else ())

    def _hardest(self) -> Section:
        found = [
            (scenario, place, beat, name, item)
            for (scenario, place), beat in self._insight.beats.items()
            for name, item in beat.items.items()
            if item.count >= LEAST
        ]
        found.sort(key=lambda one: (-(one[4].difficulty or 0), one[0], one[1], one[3]))
        rows = tuple(
            (scenario, place, self._name(name), str(item.count), _percent(item.difficulty),
             _two(item.with_rest.value))
            for scenario, place, _, name, item in found[:HARDEST]
        )  # fmt: skip
        header = self._header("scenario", "beat", "criterion", "replies", "difficulty", "discrimination")
        blocks: list[Block] = [Table(self._say("hardest"), header, rows)] if rows else []
        if len(found) > HARDEST:
            blocks.append(self._say("more", n=len(found) - HARDEST))
        return Section(self._say("hardest"), tuple(blocks))

    def _beats(self) -> Section:
        scenarios: dict[str, list[tuple[str, Beat]]] = {}
        for (scenario, place), beat in self._insight.beats.items():
            scenarios.setdefault(scenario, []).append((place, beat))
        header = self._header("beat", "replies", "usual", "time", "slow", "flags")
        sections = tuple(
            Section(scenario, (Table(scenario, header, tuple(self._beat(place, beat) for place, beat in beats)),))
            for scenario, beats in sorted(scenarios.items())
        )
        return Section(self._say("beats"), (), sections)

    def _beat(self, place: str, beat: Beat) -> tuple[str, ...]:
        to, share = beat.usual
        way = self._say("usual", to=self._say("stays") if to == place else to, share=round(100 * share)) if to else ""
        times = (beat.seconds.quantile(part) for part in (0.5, 0.9))
        took = ("" if seconds is None else self._say("seconds", n=seconds) for seconds in times)
        flags = ", ".join(f"{self._name(flag)} ×{count}" for flag, count in beat.flags.most_common())
        return (place, str(beat.visits), way, *took, flags)

    def _misses(self) -> Section:
        sections = []
        for (name, digest, lift), miss in _by_count(self._insight)[:MISSES]:
            advice = _advice(self._rubrics.get(digest), name, lift, self._lang) or self._say("no_advice")
            title = self._say("miss", name=self._name(name), count=miss.count, advice=advice)
            where = ", ".join(f"{scenario} {beat} ({count})" for (scenario, beat), count in miss.where.most_common(3))
            notes = Notes(tuple(reply for _, reply in miss.samples))
            sections.append(Section(title, (self._say("miss.where", where=where), notes)))
        return Section(self._say("misses"), (), tuple(sections))

    def _service(self) -> Section:
        service = self._insight.service
        if not service.resolved.of:
            return Section("", ())
        rows = [
            self._rate("resolved", service.resolved),
            (self._say("satisfaction"), f"{service.satisfaction or 0:.1f}", "", str(service.satisfied.of)),
            self._rate("satisfied", service.satisfied),
            self._rate("escalated", service.escalated, 1e6, ""),
        ]
        if service.on_time.of:
            rows.append(self._rate("on_time", service.on_time))
        header = self._header("what", "value", "interval", "of")
        return Section(
            self._say("service"), (Table(self._say("service"), header, tuple(rows)), self._say("service.about"))
        )

    def _rate(self, key: str, rate: Rate, scale: float = 100, unit: str = " %") -> tuple[str, ...]:
        low, high = (scale * bound for bound in rate.bounds or (0, 0))
        digits = 1 if unit else 0
        value = f"{scale * (rate.share or 0):,.{digits}f}{unit}"
        interval = f"{low:,.{digits}f} - {high:,.{digits}f}{unit}"
        return self._say(key, seconds=SLOW), value, interval, str(rate.of)

    def _weeks(self) -> Section:
        weeks = sorted(self._insight.weeks.items())
        if len(weeks) < 2:
            return Section("", ())
        criteria = [*self._insight.criteria]
        rows, points = [], []
        for number, week in weeks:
            score, begins = week.scores.value, _day(number)
            levels = [week.criteria[name].value if name in week.criteria else None for name in criteria]
            rows.append((begins, str(week.sessions), _percent(week.passed / week.sessions),
                         "" if score is None else f"{score:.1f}", *map(_two, levels)))  # fmt: skip
            if score is not None:
                points.append(Point(begins, score))
        title = self._say("weeks")
        header = (*self._header("week", "sessions", "passed", "score"), *map(self._name, criteria))
        table = Table(title, header, tuple(rows))
        if len(points) < 2:
            return Section(title, (table,))
        first, last = (f"{point.value:.1f}" for point in (points[0], points[-1]))
        summary = self._say("weeks.summary", first=first, last=last)
        return Section(title, (Chart("line", title, summary, tuple(points), 100), table))

    def _interval(self, interval: Interval) -> str:
        if interval.value is None:
            return self._say("undefined")
        if interval.low is None or interval.high is None:
            return f"{interval.value:.2f}"
        return self._say(
            "interval", value=f"{interval.value:.2f}", low=f"{interval.low:.2f}", high=f"{interval.high:.2f}"
        )


def insight_record(insight: Insight, rubrics: Mapping[str, Rubric], lang: str) -> dict[str, Any]:
    """Everything for JSON; names and advice in a language of the screens."""
    service = insight.service
    return {
        "trainees": insight.trainees, "sessions": insight.sessions, "unfinished": insight.unfinished,
        "outcomes": dict(insight.outcomes),
        "criteria": {
            name: {**_item(item), "discrimination": insight.discrimination(name)}
            for name, item in insight.criteria.items()
        },
        "reliability": {of: _reliable(insight.reliability(of)) for of in ("criteria", "scenarios")},
        "beats": [
            {"scenario": scenario, "beat": place, "replies": beat.visits, "ways": dict(beat.ways.most_common()),
             "usual": beat.usual[0], "seconds_median": beat.seconds.quantile(0.5),
             "seconds_p90": beat.seconds.quantile(0.9), "flags": dict(beat.flags),
             "criteria": {name: {**_item(item), "discrimination": item.with_rest.value}
                          for name, item in beat.items.items()}}
            for (scenario, place), beat in insight.beats.items()
        ],
        "misses": [
            {"criterion": name, "rubric": digest, "advice": _advice(rubrics.get(digest), name, lift, lang),
             "replies": miss.count, "samples": [reply for _, reply in miss.samples],
             "where": [{"scenario": s, "beat": b, "replies": n} for (s, b), n in miss.where.most_common()]}
            for (name, digest, lift), miss in _by_count(insight)
        ],
        "service": {
            "first_contact_resolution": _rate(service.resolved), "satisfaction": service.satisfaction,
            "calm_at_the_end": _rate(service.satisfied),
            "escalations": {**_rate(service.escalated), "per_million": service.escalated.per_million},
            "on_time": {**_rate(service.on_time), "seconds": SLOW},
        },
        "weeks": [
            {"from": _day(number), "sessions": week.sessions, "passed": week.passed, "score": week.scores.value,
             "levels": {name: mean.value for name, mean in week.criteria.items()}}
            for number, week in sorted(insight.weeks.items())
        ],
    }  # fmt: skip


def _item(item: Item) -> dict[str, Any]:
    return {
        "replies": item.count, "mean": _mean(item), "difficulty": item.difficulty, "missed": item.missed,
        "levels": [item.levels[level] for level in range(MOST + 1)],
    }  # fmt: skip


def _reliable(found: Reliability) -> dict[str, Any]:
    return {
        "items": [*found.items], "trainees": found.trainees, "alpha": found.alpha.value, "low": found.alpha.low,
        "high": found.alpha.high,
    }  # fmt: skip


def _rate(rate: Rate) -> dict[str, Any]:
    low, high = rate.bounds or (None, None)
    return {"count": rate.count, "of": rate.of, "share": rate.share, "low": low, "high": high}


def _by_count(insight: Insight) -> list[tuple[tuple[str, str, int | None], Miss]]:
    return sorted(insight.misses.items(), key=lambda one: (-one[1].count, str(one[0])))


def _advice(rubric: Rubric | None, criterion: str, lift: int | None, lang: str) -> str:
    judged = rubric.criteria.get(criterion) if rubric else None
    return in_words(judged.lifts[lift].say, lang) if judged and lift is not None and lift < len(judged.lifts) else ""


def _mean(item: Item) -> float:
    return sum(level * count for level, count in item.levels.items()) / item.count


def _day(week: int) -> str:
    return datetime.fromtimestamp(week * WEEK + MONDAY, UTC).strftime("%Y-%m-%d")


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.0f} %"


def _two(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
