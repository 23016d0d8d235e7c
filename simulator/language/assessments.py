"""Assessments: text and roster -> record, and whether a class can sit it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

from simulator.language import smallest
from simulator.language.declared import follow
from simulator.language.nearest import meant
from simulator.language.nodes import Node
from simulator.language.nodes import Path as Place
from simulator.language.problems import Loaded, Problem, has_errors
from simulator.language.reading import Document, in_order, read_file
from simulator.language.roster import read_roster
from simulator.language.scenarios import scenario_in, sound
from simulator.language.shape import Shaped, shape
from simulator.language.tables import decode_table
from simulator.model.assessment import Assessment, AssessmentBundle, Seat

MOMENT = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class Known:
    """What an assessment may name.

    Attributes:
        scenarios: id to language (`en`, `zh`) to file.
        rubrics: their ids.
    """

    scenarios: Mapping[str, Mapping[str, Path]] = field(default_factory=dict)
    rubrics: Collection[str] = ()


def load_assessment(path: Path, known: Known) -> Loaded[AssessmentBundle]:
    """Reads an assessment and its roster.

    Args:
        path: the assessment's file.
        known: what it may name.
    """
    return assessment_in(read_file(path, str(path)), path, known)


def assessment_in(document: Document, path: Path, known: Known | None) -> Loaded[AssessmentBundle]:
    """The assessment in a document, and everything that is wrong with it and its roster.

    Args:
        document: its text.
        path: its file; the roster is found from there.
        known: what it may name; None: names are not checked.
    """
    shaped = shape(document, Assessment, sound(smallest.ASSESSMENT))
    if shaped is None:
        return Loaded(None, tuple(in_order(document.problems)))
    seats, of_roster = _roster(document, shaped, path.parent)
    checked = _Checking(document, shaped)
    opens, closes = checked.window()
    checked.contents(known, {seat.lang[:2] for seat in seats})
    problems = (*in_order(document.problems), *of_roster)
    if has_errors(problems):
        return Loaded(None, problems)
    text = document.source.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Loaded(AssessmentBundle(shaped.record, seats, opens, closes, text, digest), problems)


def local_time(at: float, zone: str | None) -> str:
    """A moment as the clocks of a zone show it, such as `2026-09-07 09:00 +08:00`.

    Args:
        at: seconds since 1970 (UTC).
        zone: the name of the zone; None: this machine's.
    """
    moment = datetime.fromtimestamp(at, ZoneInfo(zone) if zone else UTC)
    moment = moment if zone else moment.astimezone()
    offset = f"{moment:%z}"
    return f"{moment:{MOMENT}} {offset[:3]}:{offset[3:5]}"


def _roster(document: Document, shaped: Shaped[Assessment], folder: Path) -> tuple[tuple[Seat, ...], list[Problem]]:
    file = shaped.record.roster
    if ("roster",) in shaped.left_out:
        return (), []
    table = read_file(folder / file, str(folder / file), decode_table)
    if table.lost is not None:
        node = follow(shaped.root, Assessment, ("roster",)).node
        document.report("no-roster", node, file=file, reason=table.lost)
        return (), []
    seats = read_roster(table, shaped.record.lang)
    return seats, in_order(table.problems)


class _Checking:
    """What only the whole assessment shows."""

    def __init__(self, document: Document, shaped: Shaped[Assessment]) -> None:
        self._document, self._shaped, self._rules = document, shaped, shaped.record
        self._report = document.report

    def window(self) -> tuple[float | None, float | None]:
        """When it opens and closes."""
        rules = self._rules
        zone = self._zone()
        opens, closes = (self._moment(key, zone) for key in ("opens", "closes"))
        if opens is not None and closes is not None:
            if closes <= opens:
                self._report("closes-first", self._node("closes"), opens=rules.opens)
            elif rules.minutes and closes - opens < rules.minutes * 60:
                open_for = int(closes - opens) // 60
                self._report("window-short", self._node("minutes"), minutes=rules.minutes, open=open_for)
        if rules.scores == "closed" and rules.closes is None and ("closes",) not in self._shaped.left_out:
            self._report("never-closes", self._node("scores"))
        return opens, closes

    def contents(self, known: Known | None, langs: Collection[str]) -> None:
        """Which scenarios and which rubric."""
        rules, places = self._rules, [*self._scenarios()]
        first: dict[str, Node] = {}
        for place, name in places:
            node = self._node(*place)
            if name in first:
                line = self._document.source.line_of(first[name].start)
                self._report("scenario-repeated", node, name=name, line=line)
            elif first.setdefault(name, node) and known:
                self._scenario(node, name, known, langs)
        lost = {("scenarios",), ("draw",)} & {path[:1] for path in self._shaped.left_out}
        if not places and not lost:
            self._report("nothing-to-sit", self._document_key("assessment"))
        if rules.draw and len(rules.draw.pool) < rules.draw.count:
            self._report("pool-too-small", self._node("draw", "pool"), pool=len(rules.draw.pool),
                         count=rules.draw.count)  # fmt: skip
        elif rules.draw and len(rules.draw.pool) < 2 * rules.draw.count:
            self._report("neighbours-share", self._node("draw", "pool"), pool=len(rules.draw.pool),
                         needed=2 * rules.draw.count)  # fmt: skip
        if known and rules.rubric not in known.rubrics:
            self._report("unknown-rubric", self._node("rubric"), meant(rules.rubric, known.rubrics), name=rules.rubric,
                         known=tuple(sorted(known.rubrics)))  # fmt: skip

    def _scenarios(self) -> Iterator[tuple[Place, str]]:
        yield from ((("scenarios", n), name) for n, name in enumerate(self._rules.scenarios))
        if self._rules.draw:
            yield from ((("draw", "pool", n), name) for n, name in enumerate(self._rules.draw.pool))

    def _scenario(self, node: Node, name: str, known: Known, langs: Collection[str]) -> None:
        if name not in known.scenarios:
            self._report("unknown-scenario", node, meant(name, known.scenarios), name=name)
            return
        written = known.scenarios[name]
        for lang in sorted(langs):
            if lang not in written:
                self._report("scenario-language", node, name=name, lang=lang, known=tuple(sorted(written)))
            elif has_errors(scenario_in(read_file(written[lang], str(written[lang]))).problems):
                self._report("scenario-broken", node, name=name, file=str(written[lang]))

    def _zone(self) -> ZoneInfo | None:
        rules = self._rules
        if rules.time_zone is None:
            timed = next((key for key in ("opens", "closes") if getattr(rules, key)), None)
            if timed and ("time_zone",) not in self._shaped.left_out:
                self._report("no-zone", self._node(timed))
            return None
        try:
            return ZoneInfo(rules.time_zone)
        except (OSError, ValueError, KeyError):  # a folder, a path, a name that there is not
            near = meant(rules.time_zone, available_timezones())
            self._report("unknown-zone", self._node("time_zone"), near, name=rules.time_zone)
            return None

    def _moment(self, key: str, zone: ZoneInfo | None) -> float | None:
        written = getattr(self._rules, key)
        if written is None:
            return None
        try:
            moment = datetime.strptime(written, MOMENT).replace(tzinfo=zone or UTC)
            there = moment.timestamp()
        except (ValueError, OverflowError, OSError):
            self._report("bad-moment", self._node(key), value=written)
            return None
        # Where clocks are put forward, an hour is left out.
        if zone and datetime.fromtimestamp(there, zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
            self._report("bad-moment", self._node(key), value=written)
            return None
        return there if zone else None

    def _node(self, *place: str | int) -> Node:
        return follow(self._shaped.root, Assessment, place).node

    def _document_key(self, key: str) -> Node:
        return self._shaped.root.entries[key].key
