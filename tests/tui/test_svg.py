"""The README's pictures: wide characters have the width of two cells, and nothing is fetched from elsewhere."""

from __future__ import annotations

import html
import re

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import Static

from simulator.tui.svg import mended

WORDS = "客户 Zhang：“退款”，now & <then>"


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(WORDS, markup=False)


async def test_every_run_of_text_takes_its_cells_at_its_place() -> None:
    app = Page()
    async with app.run_test(size=(60, 4)) as pilot:
        await pilot.pause()
        svg = mended(app.export_screenshot())
    assert "@font-face" not in svg
    assert "url(http" not in svg
    first = re.findall(r'<text class="[^"]*" x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>([^<]*)</text>', svg)
    line = [(float(x), float(length), html.unescape(text)) for x, y, length, text in first
            if y == first[0][1] and text.strip()]  # fmt: skip
    said = "".join(text for _, _, text in line).replace("\xa0", " ")
    assert said.split() == WORDS.split()
    cell = next(length / len(text) for _, length, text in line if "Zhang" in text)
    for x, length, text in line:
        assert abs(length - cell_len(text) * cell) < 0.01
        before = said[: said.index(text.replace("\xa0", " "))]
        assert abs(x - cell_len(before) * cell) < cell + 0.01
