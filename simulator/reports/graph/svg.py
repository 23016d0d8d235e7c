"""A scenario as a picture: the beats below each other with their ways as rows, the endings beside them.

A way to a later beat runs down on the right, one to an earlier beat runs up on the left; all that lead to one beat
share a line. Ways to endings name them in their colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from simulator.analysis.overview import BeatView, Overview, WayView
from simulator.reports.graph.code import COLOURS
from simulator.reports.graph.words import Words
from simulator.reports.inert import cells, cut, visible
from simulator.reports.rehearsal import title

#: Pixels.
CELL, ROW, HEAD, GAP, LANE, PAD = 7.3, 19, 40, 26, 12, 24
#: Columns of a row, in cells.
CONDITION, MOOD, TARGET = 46, 5, 22
BOX = (CONDITION + MOOD + TARGET + 4) * CELL
CARD = 250

LINES = ("#2563b8", "#b4560f", "#7a3fb0", "#0f7f86", "#a8327e", "#5a6b00", "#8a5a2b", "#3b4b8f")
INK, FAINT, PALE, GOOD, BAD = "#1d1d22", "#74747e", "#f4f4f7", "#2b7a3d", "#b02a2a"


@dataclass
class _Lane:
    """A line that leads to a beat: from where to where, and how far out."""

    to: str
    top: float
    bottom: float
    rows: list[float]
    out: int = 0


def svg(view: Overview, lang: str) -> Iterator[str]:
    """The lines of an SVG picture."""
    return _Drawing(view, Words(view, lang)).lines()


class _Drawing:
    def __init__(self, view: Overview, words: Words) -> None:
        self._view, self._words = view, words
        self._colours = {beat.name: LINES[n % len(LINES)] for n, beat in enumerate(view.beats)}
        self._top: dict[str, float] = {}
        self._remarks = [*words.remarks(), words.say("legend"), words.say("legend.marks")]
        y = PAD + 34 + 18 * len(self._remarks)
        for beat in view.beats:
            self._top[beat.name] = y
            y += HEAD + ROW * len(beat.ways) + GAP
        self._down, self._up = self._lanes(True), self._lanes(False)
        self._left = PAD + LANE * (1 + max((lane.out + 1 for lane in self._up), default=0))
        self._cards = self._left + BOX + LANE * (3 + max((lane.out + 1 for lane in self._down), default=0))
        cards = self._top[view.beats[0].name] + sum(self._card_height(name) + 14 for name in view.endings)
        self._width = self._cards + CARD + PAD
        self._height = max(y, cards + self._anywhere_height()) + PAD

    def lines(self) -> Iterator[str]:
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self._width:.0f}" height="{self._height:.0f}" '
            f'viewBox="0 0 {self._width:.0f} {self._height:.0f}" font-size="12" font-family="ui-monospace, Menlo, '
            "Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace\">"
        )
        yield f'<rect width="100%" height="100%" fill="white"/><title>{_safe(title(self._view.scenario))}</title>'
        yield _text(PAD, PAD + 14, title(self._view.scenario), size=18, weight="bold")
        for n, remark in enumerate(self._remarks):
            yield _text(PAD, PAD + 36 + 18 * n, remark, fill=FAINT)
        for lane in self._up:
            yield from self._line(lane, self._left, -1)
        for lane in self._down:
            yield from self._line(lane, self._left + BOX, 1)
        for beat in self._view.beats:
            yield from self._beat(beat)
        yield from self._right_column()
        yield "</svg>"

    def _lanes(self, down: bool) -> list[_Lane]:
        """The lines on one side, the short ones further in, so that no two lie on each other."""
        order = [beat.name for beat in self._view.beats]
        lanes: dict[str, _Lane] = {}
        for at, beat in enumerate(self._view.beats):
            for n, way in enumerate(beat.ways):
                to = way.way.to
                if to in order and (order.index(to) > at if down else order.index(to) < at):
                    y = self._row(beat, n)
                    head = self._top[to] + 14
                    lane = lanes.setdefault(to, _Lane(to, min(y, head), max(y, head), []))
                    lane.top, lane.bottom = min(lane.top, y), max(lane.bottom, y)
                    lane.rows.append(y)
        placed: list[_Lane] = []
        for lane in sorted(lanes.values(), key=lambda lane: lane.bottom - lane.top):
            taken = {other.out for other in placed if lane.top <= other.bottom and other.top <= lane.bottom}
            lane.out = next(n for n in range(len(lanes) + 1) if n not in taken)
            placed.append(lane)
        return placed

    def _row(self, beat: BeatView, n: int) -> float:
        """The middle of a row."""
        return self._top[beat.name] + HEAD + ROW * n + ROW / 2

    def _line(self, lane: _Lane, edge: float, side: int) -> Iterator[str]:
        x = edge + side * LANE * (1.2 + lane.out)
        head = self._top[lane.to] + 14
        colour = self._colours[lane.to]
        rows = " ".join(f"M{edge:.0f} {y:.0f}H{x:.0f}" for y in lane.rows)
        low, high = min([head, *lane.rows]), max([head, *lane.rows])
        yield (
            f'<path d="{rows} M{x:.0f} {low:.0f}V{high:.0f} M{x:.0f} {head:.0f}H{edge + side * 5:.0f}" '
            f'fill="none" stroke="{colour}" stroke-width="1.6"/>'
        )
        tip, wing = edge + side, edge + side * 8
        yield f'<path d="M{tip:.0f} {head:.0f}L{wing:.0f} {head - 4:.0f}V{head + 4:.0f}Z" fill="{colour}"/>'

    def _beat(self, beat: BeatView) -> Iterator[str]:
        x, y = self._left, self._top[beat.name]
        height = HEAD + ROW * len(beat.ways)
        stroke = BAD if beat.hopeless else self._colours[beat.name]
        yield _box(x, y, BOX, height, 5, PALE, stroke)
        yield _text(x + 8, y + 17, beat.name, size=14, weight="bold", fill=self._colours[beat.name])
        moods = "; ".join(filter(None, [self._words.beat(beat), self._words.hopeless(beat)]))
        yield _text(x + BOX - 8, y + 17, moods, anchor="end", fill=BAD if beat.hopeless or not beat.moods else INK)
        about = self._words.say("exemplars", exemplars=self._words.exemplars(beat))
        yield _text(x + 8, y + 33, " · ".join(filter(None, [", ".join(beat.assess), about])), fill=FAINT, size=11)
        for n, way in enumerate(beat.ways):
            yield from self._way(way, x, self._row(beat, n), beat.name)

    def _way(self, way: WayView, x: float, y: float, here: str = "") -> Iterator[str]:
        words, to = self._words, way.way.to
        condition = words.condition(way.way.when)
        marks = words.marks(way)
        fill = FAINT if not way.open else INK
        yield f"<g><title>{_safe(': '.join(filter(None, [condition, marks])))}</title>"
        yield f'<circle cx="{x + 13:.0f}" cy="{y:.0f}" r="4" fill="{GOOD if way.taken else "white"}" stroke="{FAINT}"/>'
        room = CONDITION - 4 - (cells(marks) + 2 if marks else 0)
        yield _text(x + 24, y + 4, cut(condition, room), fill=fill, through=not way.open)
        if marks:
            yield _text(x + CONDITION * CELL, y + 4, marks, anchor="end", fill=BAD)
        mood = way.way.mood
        tone = FAINT if not mood else GOOD if mood < 0 else BAD
        yield _text(x + (CONDITION + MOOD) * CELL, y + 4, words.mood(way), anchor="end", fill=tone)
        left = x + (CONDITION + MOOD + 1) * CELL
        if to in self._view.endings:
            yield from self._pill(to, left, y)
        else:
            again = " ↺" if to == here else ""
            yield _text(left + 6, y + 4, cut(to, TARGET - 4) + again, fill=self._colours.get(to, INK))
        yield "</g>"

    def _pill(self, ending: str, x: float, y: float) -> Iterator[str]:
        fill, line = COLOURS[self._view.endings[ending].outcome]
        name = cut(ending, TARGET - 2)
        width = cells(name) * CELL + 12
        yield _box(x, y - 8, width, 16, 8, fill, line)
        yield _text(x + 6, y + 4, name, fill=line)

    def _card_height(self, ending: str) -> int:
        return 54 + 16 * len([*self._words.fate(self._view.endings[ending])])

    def _right_column(self) -> Iterator[str]:
        x, y = self._cards, self._top[self._view.beats[0].name]
        for name, fate in self._view.endings.items():
            fill, line = COLOURS[fate.outcome]
            height = self._card_height(name)
            yield _box(x, y, CARD, height, 12, fill, line)
            yield _text(x + 12, y + 21, name, size=14, weight="bold", fill=line)
            yield _text(x + 12, y + 39, self._words.outcome(fate), fill=line)
            for n, piece in enumerate(self._words.fate(fate)):
                yield _text(x + 12, y + 57 + 16 * n, piece)
            y += height + 14
        yield from self._anywhere(x, y + 10)

    def _anywhere_height(self) -> int:
        return 60 + 34 * (len(self._view.anywhere) + bool(self._view.scenario.boils_over))

    def _anywhere(self, x: float, y: float) -> Iterator[str]:
        """The ways of all beats, each in two lines, as the column is narrow."""
        over = self._view.scenario.boils_over
        if not self._view.anywhere and not over:
            return
        yield _text(x, y + 14, self._words.say("anywhere"), size=14, weight="bold")
        rows = [
            (f"{self._words.condition(way.way.when)} {self._words.mood(way)}", way.way.to)
            for way in self._view.anywhere
        ]
        rows += [(self._words.say("boils_over", at=over.at), over.to)] if over else []
        for n, (condition, to) in enumerate(rows):
            yield _text(x, y + 36 + 38 * n, cut(condition, int(CARD / CELL)))
            if to in self._view.endings:
                yield from self._pill(to, x + 12, y + 48 + 38 * n)
            else:
                yield _text(x + 12, y + 52 + 38 * n, to, fill=self._colours[to])


def _text(
    x: float, y: float, words: str, *, size: int = 12, weight: str = "", fill: str = INK, anchor: str = "",
    through: bool = False,
) -> str:  # fmt: skip
    look = f' font-size="{size}"' if size != 12 else ""
    look += f' font-weight="{weight}"' if weight else ""
    look += f' text-anchor="{anchor}"' if anchor else ""
    look += ' text-decoration="line-through"' if through else ""
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{fill}"{look}>{_safe(words)}</text>'


def _box(x: float, y: float, width: float, height: float, round_: int, fill: str, line: str) -> str:
    place = f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" rx="{round_}"'
    return f'<rect {place} fill="{fill}" stroke="{line}"/>'


def _safe(words: str) -> str:
    return escape(visible(words).replace("\n", " "))
