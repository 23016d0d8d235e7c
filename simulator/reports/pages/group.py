"""The report of a class as a document."""

from __future__ import annotations

from statistics import mean, median, pstdev

from simulator.messages import text
from simulator.reports.pages.document import Block, Chart, Document, Notes, Point, Section, Table, filled
from simulator.reports.pages.records import ClassRecord, Member
from simulator.reports.pages.trainee import MAX_LEVEL, called, level_point
from simulator.reports.reasons import listed
from simulator.reports.remarks import remark

#: Scores fall into bins of so many points.
BIN = 10
#: So many who need help, and common misses, are told.
MOST = 15


def class_document(record: ClassRecord, lang: str) -> Document:
    """The report.

    Args:
        record: all about the class.
        lang: `en`, `zh` or `zh-Hant`.
    """
    return _Report(record, lang).document()


class _Report:
    def __init__(self, record: ClassRecord, lang: str) -> None:
        self._record, self._lang = record, lang
        self._scores = [member.score for member in record.members if member.score is not None]

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"report.{key}", self._lang, **values)

    def _header(self, *names: str) -> tuple[str, ...]:
        return tuple(self._say(f"column.{name}") for name in names)

    def _name(self, key: str) -> str:
        return self._record.names.get(key, key)

    def document(self) -> Document:
        record = self._record
        title = self._say("class.title", name=record.title) if record.title else self._say("class.title_all")
        facts = [
            (self._say("people"), str(len(record.members))),
            (self._say("sessions"), str(record.sessions)),
        ]
        if record.pass_mark is not None:
            facts.append((self._say("pass_mark"), str(record.pass_mark)))
        sections = (
            self._distribution(), self._help(), self._criteria(), self._misses(), self._flags(), self._groups(),
            self._said(), self._everybody(),
        )  # fmt: skip
        return Document(self._lang, title, tuple(facts), filled(sections), self._say("class.foot", read=record.read,
                        of=record.sessions))  # fmt: skip

    def _distribution(self) -> Section:
        if not self._scores:
            return Section(self._say("distribution"), (self._say("nothing"),))
        bins = [0] * (100 // BIN)
        for score in self._scores:
            bins[min(len(bins) - 1, int(score // BIN))] += 1
        labels = [f"{n * BIN}-{n * BIN + BIN - (n < len(bins) - 1)}" for n in range(len(bins))]
        ok = sum(member.ok for member in self._record.members if member.score is not None)
        rows = (
            (self._say("passed"), self._say("of", n=ok, of=len(self._scores))),
            (self._say("mean_score"), f"{mean(self._scores):.1f}"),
            (self._say("median"), f"{median(self._scores):.1f}"),
            (self._say("column.spread"), f"{pstdev(self._scores):.1f}"),
            (self._say("lowest_highest"), f"{min(self._scores):.1f} / {max(self._scores):.1f}"),
        )
        summary = self._say(
            "distribution.summary", most=labels[bins.index(max(bins))], n=max(bins), of=len(self._scores)
        )
        points = tuple(Point(label, count) for label, count in zip(labels, bins, strict=True))
        outcomes = tuple(
            (text(f"reports.outcome.{name}", self._lang) if name else self._say("broken_off"), str(count))
            for name, count in self._record.outcomes.most_common()
        )
        blocks: list[Block] = [
            Table(self._say("overview"), (self._say("what"), self._say("value")), rows),
            Chart("columns", self._say("distribution"), summary, points, max(bins)),
            Table(
                self._say("distribution"),
                self._header("score", "people"),
                tuple((p.label, f"{p.value:g}") for p in points),
            ),
        ]
        if outcomes:
            blocks.append(Table(self._say("outcomes"), self._header("outcome", "sessions"), outcomes))
        return Section(self._say("distribution"), tuple(blocks))

    def _help(self) -> Section:
        weak = [one for one in self._record.members if one.score is not None and not one.ok]
        weak.sort(key=lambda one: one.score or 0.0)
        blocks: list[Block] = []
        if weak:
            blocks.append(Table(self._say("help"), self._header("trainee", "score", "weakest", "flags"),
                                tuple(self._row(one) for one in weak[:MOST])))  # fmt: skip
            if len(weak) > MOST:
                blocks.append(self._say("more", n=len(weak) - MOST))
        if self._record.absent:
            blocks.append(self._say("absent", who=listed(map(called, self._record.absent), self._lang)))
        return Section(self._say("help"), tuple(blocks))

    def _row(self, member: Member) -> tuple[str, str, str, str]:
        weakest = member.weakest
        weak = f"{self._name(weakest)} {member.criteria[weakest].mean:.1f}" if weakest else ""
        flags = ", ".join(f"{self._name(flag)} ×{count}" for flag, count in member.flags.most_common())
        return called(member.person), f"{member.score:.1f}", weak, flags

    def _criteria(self) -> Section:
        tallies = {name: tally for name, tally in self._record.criteria.items() if tally.count}
        if not tallies:
            return Section("", ())
        points = tuple(level_point(self._name(name), one) for name, one in tallies.items())
        rows = tuple(
            (self._name(name), f"{one.mean:.2f}", f"{one.spread:.2f}", f"{100 * (1 - one.mean / MAX_LEVEL):.0f} %",
             f"{100 * one.low / one.count:.0f} %", str(one.count))
            for name, one in tallies.items()
        )  # fmt: skip
        best, worst = (pick(points, key=lambda point: point.value).label for pick in (max, min))
        title, summary = self._say("difficulty"), self._say("criteria.summary", best=best, worst=worst)
        header = self._header("criterion", "mean", "spread", "difficulty", "low", "sessions")
        chart = Chart("bars", title, summary, points, MAX_LEVEL)
        return Section(title, (chart, Table(title, header, rows), self._say("difficulty.about")))

    def _misses(self) -> Section:
        missed = [(where, miss) for where, miss in self._record.misses.items() if miss.missed]
        missed.sort(key=lambda one: (-one[1].missed, one[0]))
        if not missed:
            return Section("", ())
        rows, samples = [], []
        for (scenario, beat, criterion), miss in missed[:MOST]:
            name = self._name(criterion)
            share, level = self._say("of", n=miss.missed, of=miss.assessed), f"{miss.total / miss.assessed:.2f}"
            rows.append((scenario, beat, name, share, level))
            samples.append(Section(f"{scenario}, {beat}: {name}", (Notes(tuple(miss.samples)),)))
        about = self._say("misses.about", read=self._record.read, of=self._record.sessions)
        header = self._header("scenario", "beat", "criterion", "missed", "mean")
        return Section(self._say("misses"), (about, Table(self._say("misses"), header, tuple(rows))), tuple(samples))

    def _flags(self) -> Section:
        rows = tuple(
            (self._name(flag), str(count), f"{100 * count / max(1, self._record.sessions):.1f} %")
            for flag, count in self._record.flags.most_common()
        )
        table = Table(self._say("flags"), self._header("flag", "sessions", "share"), rows)
        return Section(self._say("flags"), (table,) if rows else ())

    def _groups(self) -> Section:
        groups: dict[str, list[Member]] = {}
        for member in self._record.members:
            if member.score is not None:
                groups.setdefault(member.person.group, []).append(member)
        if len(groups) < 2:
            return Section("", ())
        rows = tuple(
            (
                name or "-",
                str(len(own)),
                f"{mean(one.score or 0.0 for one in own):.1f}",
                str(sum(one.ok for one in own)),
            )
            for name, own in sorted(groups.items())
        )
        header = self._header("group", "people", "mean", "passed")
        return Section(self._say("groups"), (Table(self._say("groups"), header, rows),))

    def _said(self) -> Section:
        said = [remark(entry, self._record.names, self._lang) for entry in self._record.entries]
        return Section(self._say("remarks"), tuple(Notes((one.line(self._lang), *one.words)) for one in said))

    def _everybody(self) -> Section:
        def verdict(member: Member) -> str:
            return text("reports.passed" if member.ok else "reports.failed", self._lang)

        rows = tuple(
            (called(one.person), one.person.group, str(one.sessions), "" if one.score is None else f"{one.score:.1f}",
             "" if one.score is None else verdict(one))
            for one in self._record.members
        )  # fmt: skip
        header = self._header("trainee", "group", "sessions", "score", "verdict")
        return Section(self._say("everybody"), (Table(self._say("everybody"), header, rows),) if rows else ())
