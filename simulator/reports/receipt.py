"""The receipt of a sitting as text: to be copied, kept, and held against the log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.language.assessments import local_time
from simulator.messages import text
from simulator.model.assessment import Assessment
from simulator.model.receipt import Part, Receipt
from simulator.reports.export import iso
from simulator.reports.inert import cells, on_one_line

#: Columns of the names at the left.
_WIDTH = 11
#: So much of a chain's head stands behind an id: nobody finds another with the same, and both fit on a line.
_HASH = 32


def receipt_record(receipt: Receipt) -> dict[str, Any]:
    """The receipt for other programs; times are ISO 8601 in UTC. The hash that `verify` looks for follows the id."""
    times = {name: iso(getattr(receipt, name)) for name in ("began", "ended")}
    return {"sitting": receipt.sitting, "head": receipt.head, **receipt.data(), **times}


def receipt_lines(receipt: Receipt, rules: Assessment, lang: str, *, scores: bool) -> Iterator[str]:
    """The receipt, at most 80 columns wide where no name is long.

    Args:
        receipt: the sitting.
        rules: the assessment, for its title and its time zone.
        lang: the language of the words.
        scores: whether scores are told.
    """

    def line(key: str, value: str) -> str:
        name = text(f"assess.receipt.{key}", lang) if key else ""
        return f"{name}{' ' * max(1, _WIDTH - cells(name))}{on_one_line(value)}"

    who = "  ".join(word for word in (receipt.seat, receipt.name, receipt.group) if word)
    began, ended = (local_time(at, rules.time_zone) for at in (receipt.began, receipt.ended))
    yield f"{text('assess.receipt.title', lang)}  {on_one_line(rules.title.get(lang))}"
    yield line("sitting", f"{receipt.sitting} {receipt.head[:_HASH]}")
    yield line("seat", who)
    yield line("attempt", f"{receipt.attempt} / {rules.attempts}")
    yield line("began", began)
    yield line("ended", f"{ended}  ({text(f'assess.by.{receipt.by}', lang)})")
    yield line("score", _whole(receipt, rules, lang, scores))
    for part in receipt.parts:
        yield line("scenario", f"{part.scenario} ({part.lang})  {_fate(part, lang, scores)}")
        yield line("", part.digest)
        if part.session:
            yield line("session", f"{part.session} {part.head[:_HASH]}")
    yield line("assessment", receipt.assessment)
    yield line("", receipt.digest)
    yield line("rubric", receipt.rubric)
    yield line("", receipt.rubric_digest)
    yield line("engine", receipt.engine)


def _fate(part: Part, lang: str, scores: bool) -> str:
    """How a scenario went."""
    if part.session is None:
        return text("assess.receipt.not_begun", lang)
    ended = text(f"tui.outcome.{part.outcome}", lang) if part.outcome else text("assess.receipt.unfinished", lang)
    said = [ended, text("assess.receipt.replies", lang, n=part.turns)]
    if scores and part.score is not None:
        said.append(str(part.score))
    return ("，" if lang.startswith("zh") else ", ").join(said)


def _whole(receipt: Receipt, rules: Assessment, lang: str, scores: bool) -> str:
    if scores:
        key = "passed" if receipt.passed else "failed"
        return text(f"assess.receipt.{key}", lang, score=receipt.score, mark=receipt.pass_mark)
    if rules.scores == "closed":
        return text("assess.receipt.hidden_until", lang, closes=rules.closes, zone=rules.time_zone)
    return text("assess.receipt.hidden", lang)
