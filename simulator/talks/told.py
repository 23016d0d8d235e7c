"""The summary of a transcript, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from simulator.messages import text
from simulator.model.rubric import Rubric
from simulator.reports.inert import cells, on_one_line, pad
from simulator.reports.remarks import all_names
from simulator.talks.records import Scored
from simulator.talks.summary import Summary, Tally

#: The columns of a name and of a figure, and how much of a quotation is shown.
NAME, FIGURE, QUOTE = 18, 7, 60


class _Words(NamedTuple):
    lang: str
    names: Mapping[str, str]

    def say(self, key: str, /, **values: object) -> str:
        return text(f"talks.{key}", self.lang, **values)


def summary_lines(summary: Summary, rubric: Rubric, lang: str) -> Iterator[str]:
    """A table of the agents and one of the topics, then the turns that somebody should read first.

    Args:
        summary: what the turns come to.
        rubric: what they are scored by.
        lang: `en`, `zh` or `zh-Hant`.
    """
    words = _Words(lang, all_names(rubric, lang))
    whole = summary.all
    yield words.say("sum", talks=whole.talks, turns=whole.turns, assessed=whole.assessed, bad=summary.bad)
    if not whole.turns:
        return
    for what, tallies in (("agents", summary.agents), ("topics", summary.topics)):
        yield ""
        yield from _table(words, words.say(what), tallies, summary)
    yield ""
    yield words.say("explained")
    for name, tally in sorted(summary.agents.items()):
        if tally.worst:
            yield ""
            yield on_one_line(words.say("read_first", agent=name or words.say("no_agent")))
        for scored in tally.worst:
            yield from turn_lines(scored, words.names, lang)


def _table(words: _Words, title: str, tallies: Mapping[str, Tally], summary: Summary) -> Iterator[str]:
    heads = [words.say("talks"), words.say("turns"), words.say("assessed"), words.say("score")]
    heads += [words.names[name] for name in summary.criteria]
    widths = [max(FIGURE, cells(head)) for head in heads[:4]] + [max(11, cells(head)) for head in heads[4:]]
    yield pad(title, NAME) + "".join(_right(head, width) for head, width in zip(heads, widths, strict=True))
    for name, tally in sorted(tallies.items()):
        figures = [f"{tally.talks}", f"{tally.turns}", f"{tally.assessed}", figure(tally.score)]
        figures += [f"{figure(tally.level(c))} / {figure(tally.best(c))}" for c in summary.criteria]
        called = name or words.say("no_topic" if tallies is summary.topics else "no_agent")
        yield pad(called, NAME) + "".join(_right(f, width) for f, width in zip(figures, widths, strict=True))
        if tally.flags:
            flags = (f"{words.names.get(flag, flag)} {count}" for flag, count in tally.flags.most_common())
            yield "  " + words.say("flags", flags=words.say("and").join(flags))


def figure(value: float | None) -> str:
    """A mean, to one decimal."""
    return "-" if value is None else f"{value:.1f}"


def _right(words: str, width: int) -> str:
    return "  " + " " * (width - cells(words)) + words


def turn_lines(scored: Scored, names: Mapping[str, str], lang: str) -> Iterator[str]:
    """A turn that somebody should read: where it stands, its levels and its flags.

    Args:
        scored: the turn.
        names: criterion or flag to what it is called.
        lang: the language of the words.
    """
    words, place, score = _Words(lang, names), scored.place, scored.score
    levels = words.say("and").join(f"{names[name]} {level}" for name, level in score.levels.items())
    row = words.say("row", row=place.row, talk=place.talk or "-", score=figure(score.score), levels=levels or "-")
    yield on_one_line(f"  {row}")
    for flag in score.flags:
        quotes = [e.quote for e in score.evidence if e.criterion == flag and e.counted]
        shown = max(quotes, key=len, default="")
        shown = shown if len(shown) <= QUOTE else f"{shown[:QUOTE]}…"
        yield on_one_line(f"    {words.say('flag', flag=names.get(flag, flag), quote=shown)}")
