"""Mends the pictures that Textual exports: wide characters get their width, and no font comes from elsewhere."""

from __future__ import annotations

import html
import re
from itertools import groupby

from rich.cells import cell_len

#: Fonts that a reader may have, the ones with Chinese at twice the width of Latin behind the others.
FONTS = (
    "'Fira Code', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Sarasa Mono SC', "
    "'PingFang SC', 'Microsoft YaHei', monospace"
)
_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FAMILY = re.compile(r"font-family:\s*Fira Code[^;]*;")
_TEXT = re.compile(r'<text class="(?P<class>[^"]*)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="(?P<length>[^"]*)"'
                   r'(?P<more>[^>]*)>(?P<text>[^<]*)</text>')  # fmt: skip


def mended(svg: str) -> str:
    """The picture with every run of characters of one width at its place, in as many cells as a terminal gives it."""
    svg = _FAMILY.sub(f"font-family: {FONTS};", _FACE.sub("", svg))
    return _TEXT.sub(_runs, svg)


def _runs(match: re.Match[str]) -> str:
    text = html.unescape(match["text"])
    if not text:
        return match[0]
    # Textual takes a cell for each character, whatever its width.
    cell = float(match["length"]) / len(text)
    x = float(match["x"])
    out = []
    for _, group in groupby(text, cell_len):
        run = "".join(group)
        width = cell_len(run) * cell
        if run.strip("\xa0 "):
            # At the size of Latin letters, Chinese characters would stand far apart in their two cells. The spacing is
            # for those who draw without `textLength`.
            size = f' font-size="{1.8 * cell:g}px" letter-spacing="{0.2 * cell:g}"' if width > cell * len(run) else ""
            out.append(f'<text class="{match["class"]}" x="{x:g}" y="{match["y"]}" textLength="{width:g}"'
                       f'{size}{match["more"]}>{html.escape(run)}</text>')  # fmt: skip
        x += width
    return "".join(out)
