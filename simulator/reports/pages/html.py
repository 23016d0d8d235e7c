"""A document as one HTML file: nothing to be loaded, no script, readable by a screen reader, fit for print."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from simulator.messages import text
from simulator.reports.inert import visible
from simulator.reports.pages.charts import svg
from simulator.reports.pages.document import Chart, Document

#: As HTML names them.
_LANG = {"en": "en", "zh": "zh-Hans", "zh-Hant": "zh-Hant"}


@cache
def _environment() -> Environment:
    # Whatever stands in a report is text from people: it is escaped, and what could hide or turn it round is shown.
    environment = Environment(
        loader=PackageLoader("simulator.reports.pages", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_shown,
    )  # fmt: skip
    environment.tests["string"] = lambda value: isinstance(value, str)
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def html(document: Document) -> Iterator[str]:
    """The file, piece by piece, so that a report of any length is written as it is made."""
    ids = count(1)

    def draw(chart: Chart) -> Markup:
        return Markup(svg(chart, f"chart{next(ids)}"))

    def say(key: str) -> str:
        return text(f"report.{key}", document.lang)

    template = _environment().get_template("page.html.j2")
    yield from template.generate(document=document, lang=_LANG[document.lang], langs=_LANG, draw=draw, say=say)
