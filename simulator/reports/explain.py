"""The catalogue of problems as pages to read."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.language.examples import plain
from simulator.messages import text
from simulator.messages.problems import CATALOGUE, FIXED


def one_line(code: str, lang: str) -> str:
    """What a code stands for, without the names."""
    return f"{CATALOGUE[code].severity} {code}: {_say(code, 'what', lang)}"


def page(code: str, lang: str) -> Iterator[str]:
    """All about one code, as lines of Markdown."""
    yield from _entry(code, lang)
    yield ""
    yield text("check.explain.fixed" if code in FIXED else "check.explain.otherwise", lang, code=code)


def _entry(code: str, lang: str) -> Iterator[str]:
    entry = CATALOGUE[code]
    yield f"## {code}"
    yield ""
    yield f"{entry.severity}: {_say(code, 'what', lang)}"
    yield ""
    yield text(f"problems.{code}.why", lang)
    yield ""
    yield f"**{text('check.explain.mend', lang)}** {_say(code, 'mend', lang)}"
    for key, example in (("bad", entry.bad), ("good", entry.good)):
        if example:
            yield ""
            yield text(f"check.explain.{key}", lang)
            yield ""
            yield "```csv" if entry.kind == "roster" else "```yaml"
            yield from plain(example).splitlines()
            yield "```"


def whole_page(lang: str) -> Iterator[str]:
    """All codes, as lines of Markdown."""
    yield f"# {text('check.explain.title', lang)}"
    yield ""
    yield f"<!-- {text('check.explain.made_by', lang)} -->"
    yield ""
    yield text("check.explain.about", lang)
    for code in CATALOGUE:
        yield ""
        yield from _entry(code, lang)


class _Unnamed(dict[str, str]):
    """Fills every place of a message with dots."""

    def __missing__(self, key: str) -> str:
        return "…"


def _say(code: str, part: str, lang: str) -> str:
    return text(f"problems.{code}.{part}", lang).format_map(_Unnamed())
