"""The report of a trainee as a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from simulator.messages import text
from simulator.reports.conduct import in_turns
from simulator.reports.gradebook.records import Person
from simulator.reports.pages.document import (
    Block,
    Chart,
    Document,
    Exchange,
    Notes,
    Point,
    Section,
    Table,
    filled,
    pieces,
)  # fmt: skip
from simulator.reports.pages.records import Played, Tally, TraineeRecord
from simulator.reports.plain import local_time
from simulator.reports.reasons import listed, reason
from simulator.reports.remarks import Remark, all_names, remark
from simulator.reports.transcript import Turn
from simulator.store.records import SessionRow

#: From this mean level on a criterion is called strong; below the other one, weak.
STRONG, WEAK = 2.5, 1.5
MAX_LEVEL = 3


def trainee_document(record: TraineeRecord, lang: str, *, transcripts: bool = True) -> Document:
    """The report.

    Args:
        record: all about the trainee.
        lang: `en`, `zh` or `zh-Hant`.
        transcripts: whether what was said is in it.
    """
    return _Report(record, lang, transcripts).document()


def called(person: Person) -> str:
    """A person's name with the id."""
    return f"{person.name} ({person.id})" if person.name else person.id


def level_point(label: str, tally: Tally) -> Point:
    """The mean of levels, and how far they spread."""
    low, high = max(0.0, tally.mean - tally.spread), min(float(MAX_LEVEL), tally.mean + tally.spread)
    return Point(label, tally.mean, low, high)


class _Report:
    def __init__(self, record: TraineeRecord, lang: str, transcripts: bool) -> None:
        self._record, self._lang, self._transcripts = record, lang, transcripts
        self._names: dict[str, str] = {}
        for played in record.played:
            self._names |= all_names(played.rubric, lang)

    def _say(self, key: str, /, **values: object) -> str:
        return text(f"report.{key}", self._lang, **values)

    def _header(self, *names: str) -> tuple[str, ...]:
        return tuple(self._say(f"column.{name}") for name in names)

    def _name(self, key: str) -> str:
        return self._names.get(key, key)

    def document(self) -> Document:
        person = self._record.person
        facts = [(self._say("fact.trainee"), person.name or person.id)]
        facts += [(self._say("fact.id"), person.id)] if person.name else []
        facts += [(self._say("fact.group"), person.group)] if person.group else []
        engines = sorted({played.transcript.row.engine for played in self._record.played})
        return Document(
            self._lang,
            self._say("trainee.title", name=called(person)),
            tuple(facts),
            filled([
                self._overview(), self._next(), self._scores(), self._criteria(), self._beats(), self._flags(),
                self._remarks(), self._sessions(),
            ]),
            self._say("foot", engines=", ".join(engines) or "-"),
        )  # fmt: skip

    def _over(self) -> list[Played]:
        return [played for played in self._record.played if played.over]

    def _overview(self) -> Section:
        scored = [p.mark.session.score for p in self._over() if p.mark.session.score is not None]
        rows = [(self._say("sessions"), str(len(self._record.played)))]
        if open_ := len(self._record.played) - len(self._over()):
            rows.append((self._say("unfinished"), str(open_)))
        if scored:
            passed = sum(p.mark.session.passed for p in self._over())
            rows += [
                (self._say("mean_score"), f"{sum(scored) / len(scored):.1f}"),
                (self._say("best_score"), f"{max(scored):.1f}"),
                (self._say("last_score"), f"{scored[-1]:.1f}"),
                (self._say("passed"), self._say("of", n=passed, of=len(self._over()))),
            ]
        table = Table(self._say("overview"), (self._say("what"), self._say("value")), tuple(rows))
        blocks: list[Block] = [table]
        means = {name: tally.mean for name, tally in self._levels().items()}
        for key, found in (
            ("strong", [self._names[name] for name, mean in means.items() if mean >= STRONG]),
            ("weak", [self._names[name] for name, mean in means.items() if mean < WEAK]),
        ):
            if found:
                blocks.append(self._say(key, criteria=listed(found, self._lang)))
        for entry in self._record.entries:
            said = remark(entry, self._names, self._lang)
            blocks.append(Notes((said.line(self._lang), *said.words)))
        return Section(self._say("overview"), tuple(blocks))

    def _next(self) -> Section:
        advice = self._record.advice
        items = []
        if advice.criterion:
            items.append(self._say("next.criterion", criterion=advice.criterion, level=f"{advice.level:.1f}"))
        items += advice.say
        if advice.scenario:
            items.append(self._say("next.scenario", scenario=advice.scenario, why=advice.why))
        return Section(self._say("next"), (Notes(tuple(items)),) if items else ())

    def _scores(self) -> Section:
        points, rows = [], []
        for played in self._over():
            row, mark = played.transcript.row, played.mark
            if mark.session.score is None:
                continue
            day = local_time(row.started, "%m-%d")
            points.append(Point(day, mark.session.score, good=mark.session.passed))
            by_engine = "" if mark.automatic.score is None else f"{mark.automatic.score:g}"
            rows.append((
                local_time(row.started), row.title, f"{mark.session.score:g}", by_engine,
                text("reports.passed" if mark.session.passed else "reports.failed", self._lang),
                self._outcome(row),
            ))  # fmt: skip
        if not points:
            return Section("", ())
        header = self._header("date", "scenario", "score", "automatic", "verdict", "outcome")
        mark_ = self._over()[-1].rubric.pass_mark
        summary = self._say("scores.summary", first=f"{points[0].value:g}", last=f"{points[-1].value:g}", mark=mark_)
        chart = Chart("line", self._say("scores"), summary, tuple(points), 100, mark_)
        return Section(self._say("scores"), (chart, Table(self._say("scores"), header, tuple(rows))))

    def _levels(self) -> dict[str, Tally]:
        tallies: dict[str, Tally] = defaultdict(Tally)
        for played in self._record.played:
            for score in played.mark.replies:
                for name, level in score.levels.items():
                    tallies[name].add(level)
            for one in played.mark.whole:
                tallies[one.criterion].add(one.level)
        return {name: tallies[name] for name in self._names if name in tallies}

    def _criteria(self) -> Section:
        levels = self._levels()
        if not levels:
            return Section("", ())
        points = tuple(level_point(self._names[name], tally) for name, tally in levels.items())
        rows = tuple(
            (self._names[name], f"{tally.mean:.2f}", f"{tally.spread:.2f}", str(tally.count))
            for name, tally in levels.items()
        )
        header = self._header("criterion", "mean", "spread", "replies")
        best, worst = (pick(points, key=lambda point: point.value).label for pick in (max, min))
        chart = Chart("bars", self._say("criteria"), self._say("criteria.summary", best=best, worst=worst), points,
                      MAX_LEVEL)  # fmt: skip
        return Section(self._say("criteria"), (chart, Table(self._say("criteria"), header, rows)))

    def _beats(self) -> Section:
        tallies: dict[tuple[str, str], dict[str, Tally]] = {}
        shown: dict[str, None] = {}
        for played in self._record.played:
            for turn, score in zip(played.transcript.turns, played.mark.replies, strict=False):
                here = tallies.setdefault((played.transcript.row.title, turn.beat), defaultdict(Tally))
                for name, level in score.levels.items():
                    here[name].add(level)
                    shown[name] = None
        if not shown:
            return Section("", ())
        header = (*self._header("scenario", "beat"), *(self._names[name] for name in shown))
        rows = tuple(
            (title, beat, *(f"{own[name].mean:.1f}" if name in own else "" for name in shown))
            for (title, beat), own in tallies.items()
        )
        return Section(self._say("beats"), (Table(self._say("beats"), header, rows),))

    def _flags(self) -> Section:
        raised: dict[str, list[str]] = defaultdict(list)
        for played in self._record.played:
            for turn, score in enumerate(played.mark.replies, 1):
                for flag in score.flags:
                    raised[flag].append(self._say("in_turn", title=played.transcript.row.title, turn=turn))
        rows = tuple(
            (self._name(flag), str(len(where)), "; ".join(dict.fromkeys(where))) for flag, where in raised.items()
        )
        header = self._header("flag", "times", "where")
        return Section(self._say("flags"), (Table(self._say("flags"), header, rows),) if rows else ())

    def _remarks(self) -> Section:
        rows = []
        for played in self._record.played:
            for said in self._said(played):
                where = played.transcript.row.title if said.turn is None else self._say(
                    "in_turn", title=played.transcript.row.title, turn=said.turn
                )  # fmt: skip
                again = any(one.entry == said.entry.id and one.look_again for one in played.mark.overrides)
                words = " ".join(said.words) + (f" ({self._say('look_again')})" if again else "")
                rows.append((where, said.what, said.entry.author, local_time(said.entry.at), words))
        header = self._header("where", "what", "who", "date", "words")
        return Section(self._say("remarks"), (Table(self._say("remarks"), header, tuple(rows)),) if rows else ())

    def _said(self, played: Played) -> list[Remark]:
        return [remark(entry, self._names, self._lang) for entry in played.entries]

    def _sessions(self) -> Section:
        told = self._record.played if self._transcripts else ()
        return Section(self._say("transcripts"), (), tuple(self._session(played) for played in told))

    def _session(self, played: Played) -> Section:
        row, mark = played.transcript.row, played.mark
        blocks: list[Block] = []
        if row.outcome is None:
            blocks.append(text("reports.unfinished", self._lang, beat=row.beat))
        else:
            blocks.append(text("reports.ended", self._lang, outcome=self._outcome(row), ending=row.ending))
        if played.over and mark.session.score is not None:
            verdict = text("reports.passed" if mark.session.passed else "reports.failed", self._lang)
            blocks.append(text("reports.score", self._lang, score=f"{mark.session.score:g}", verdict=verdict))
        if mark.session.score != mark.automatic.score:
            blocks.append(self._say("engine_gave", score=mark.automatic.score))
        said = self._said(played)
        blocks += [self._exchange(turn, played, said) for turn in played.transcript.turns]
        if played.transcript.last_words:
            blocks.append(f"{text('reports.customer', self._lang)} {' '.join(played.transcript.last_words)}")
        if mark.whole:
            blocks.append(Notes(tuple(
                f"{self._name(one.criterion)} {one.level}: "
                + "; ".join(in_turns(found, self._lang) for found in one.found)
                for one in mark.whole
            )))  # fmt: skip
        if review := played.transcript.review:
            for part, words in (("went_well", review.went_well), ("next_time", review.next_time)):
                blocks.append(f"{text(f'reports.{part}', self._lang)} {words}")
        return Section(f"{row.title}, {local_time(row.started)}", tuple(blocks))

    def _outcome(self, row: SessionRow) -> str:
        return text(f"reports.outcome.{row.outcome}", self._lang) if row.outcome else self._say("broken_off")

    def _exchange(self, turn: Turn, played: Played, said: list[Remark]) -> Exchange:
        evidence = turn.score.evidence if turn.score else ()
        key = "reply" if turn.seconds is None else "reply_timed"
        return Exchange(
            played.transcript.row.lang,
            text("reports.turn", self._lang, number=turn.number, beat=turn.beat, mood=turn.mood),
            "\n".join(turn.customer),
            text(f"reports.{key}", self._lang, trainee=called(self._record.person), at=local_time(turn.at, "%H:%M:%S"),
                 seconds=f"{turn.seconds or 0:.1f}"),
            pieces(turn.reply, evidence),
            tuple(
                self._say("evidence" if one.counted else "evidence_cancelled",
                          criterion=self._name(one.criterion),
                          why=reason(one, played.rubric, self._lang))
                for one in evidence
            ),
            tuple(self._notes(turn, played, said)),
        )  # fmt: skip

    def _notes(self, turn: Turn, played: Played, said: list[Remark]) -> Iterator[str]:
        if turn.number <= len(played.mark.replies):
            counted, own = played.mark.replies[turn.number - 1], played.mark.by_engine[turn.number - 1]
            levels = []
            for name, level in counted.levels.items():
                was = own.levels.get(name)
                beside = "" if was == level else self._say("engine_level", level="-" if was is None else was)
                levels.append(f"{self._name(name)} {level}{beside}")
            if levels:
                yield text("reports.levels", self._lang, levels=", ".join(levels), score=counted.score)
            if counted.flags:
                yield text("reports.flags", self._lang, flags=", ".join(self._name(f) for f in counted.flags))
            for flag in own.flags:
                if flag not in counted.flags:
                    yield self._say("engine_flag", flag=self._name(flag))
        if turn.mood_after is not None:
            yield text("reports.mood", self._lang, before=turn.mood, after=turn.mood_after)
        for one in said:
            if one.turn == turn.number:
                yield f"{one.line(self._lang)} {' '.join(one.words)}"


def most_advised(record: TraineeRecord, criterion: str, most: int = 3) -> Counter[tuple[str, int]]:
    """How often each piece of advice for a criterion was given: (rubric, place of the advice) to how often."""
    given: Counter[tuple[str, int]] = Counter()
    for played in record.played:
        for score in played.mark.replies:
            judged = score.judgements.get(criterion)
            if judged is not None and judged.lift is not None:
                given[played.rubric.rubric, judged.lift] += 1
    return Counter(dict(given.most_common(most)))
