"""Charts as SVG inside a page: they take its colours, dark and printed too, and scale with it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import ceil

from simulator.reports.inert import cut, visible
from simulator.reports.pages.document import Chart, Point

WIDTH, TOP, LEFT, RIGHT, BOTTOM = 720, 12, 44, 16, 40
HEIGHT = 240
#: A bar's row, the room for its name, and the width of a cell of text.
ROW, NAMES, CELL = 30, 200, 7
#: So many labels stand below a line.
LABELS = 12
TICKS = 4


def svg(chart: Chart, id_: str) -> str:
    """A chart.

    Args:
        chart: what is shown.
        id_: the beginning of the ids in it, used once in a page.
    """
    body, height = _bars(chart) if chart.kind == "bars" else _upright(chart)
    lines = "".join(body)
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="{id_}-t {id_}-d">'
        f'<title id="{id_}-t">{_safe(chart.title)}</title><desc id="{id_}-d">{_safe(chart.summary)}</desc>{lines}</svg>'
    )


def _upright(chart: Chart) -> tuple[list[str], float]:
    bottom = HEIGHT - BOTTOM
    height = bottom - TOP
    highest = chart.highest or 1

    def y(value: float) -> float:
        return bottom - height * value / highest

    out = [*_ticks(highest, y)]
    step = (WIDTH - LEFT - RIGHT) / max(1, len(chart.points))
    places = [LEFT + step * (n + 0.5) for n in range(len(chart.points))]
    every = ceil(len(chart.points) / LABELS) or 1
    for n, (x, point) in enumerate(zip(places, chart.points, strict=True)):
        if n % every == 0:
            out.append(_text(x, bottom + 18, point.label, "middle"))
    if chart.mark is not None:
        at = y(chart.mark)
        out.append(f'<line class="mark" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>')
    if chart.kind == "columns":
        for x, point in zip(places, chart.points, strict=True):
            top = y(point.value)
            out.append(
                f'<rect class="bar" x="{x - step * 0.4:.1f}" y="{top:.1f}" width="{step * 0.8:.1f}" '
                f'height="{bottom - top:.1f}"/>'
            )
            if point.value:
                out.append(_text(x, top - 3, f"{point.value:g}", "middle"))
    else:
        dots = [(x, y(point.value), point) for x, point in zip(places, chart.points, strict=True)]
        out.append(f'<polyline class="line" points="{" ".join(f"{x:.1f},{at:.1f}" for x, at, _ in dots)}"/>')
        # Passed and not passed differ in shape, not in colour alone.
        out += [_dot(x, at, point) for x, at, point in dots]
    return out, HEIGHT


def _dot(x: float, y: float, point: Point) -> str:
    if point.good is False:
        return f'<path class="bad" d="M{x - 4:.1f},{y - 4:.1f}l8,8m0,-8l-8,8"/>'
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _bars(chart: Chart) -> tuple[list[str], float]:
    width = WIDTH - NAMES - RIGHT - 40
    out = []
    for n, point in enumerate(chart.points):
        y = TOP + ROW * n
        length = width * point.value / (chart.highest or 1)
        out.append(_text(NAMES - 8, y + 17, cut(point.label, (NAMES - 12) // CELL), "end"))
        out.append(f'<rect class="rest" x="{NAMES}" y="{y + 6}" width="{width}" height="14"/>')
        out.append(f'<rect class="bar" x="{NAMES}" y="{y + 6}" width="{length:.1f}" height="14"/>')
        if point.low is not None and point.high is not None:
            low, high = (NAMES + width * value / (chart.highest or 1) for value in (point.low, point.high))
            out.append(
                f'<path class="spread" d="M{low:.1f},{y + 13}H{high:.1f}M{low:.1f},{y + 8}v10M{high:.1f},{y + 8}v10"/>'
            )
        out.append(_text(NAMES + width + 6, y + 17, f"{point.value:.2f}", "start"))
    return out, TOP * 2 + ROW * len(chart.points)


def _ticks(highest: float, y: object) -> Iterator[str]:
    assert callable(y)
    step = max(1, ceil(highest / TICKS)) if highest < 100 else highest / TICKS
    value = 0.0
    while value <= highest:
        at = y(value)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}"/>'
        yield _text(LEFT - 6, at + 4, f"{value:g}", "end")
        value += step


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_safe(words)}</text>'


def _safe(words: str) -> str:
    return escape(visible(words))
