"""A complaint record as text that people read: what was written, and what it was worth."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.messages import text
from simulator.model.intake import FilledRecord, RecordScore
from simulator.reports.inert import on_one_line

_CHOSEN, _TYPED = ("channel", "risk"), ("name", "contact", "time", "content", "wish", "promises", "follow_up")


def record_lines(record: FilledRecord, score: RecordScore | None, lang: str) -> Iterator[str]:
    """The fields of a record, each with its verdict where it was judged.

    Args:
        record: what was written.
        score: what it was worth, or None where it was not handed in.
        lang: the language of the report's own words.
    """
    verdicts = {field.field: field for field in score.fields} if score else {}
    for field in ("channel", *_TYPED, *(f"validity.{test}" for test in record.validity), "risk"):
        judged = verdicts.get(field)
        said = f" [{text(f'record.verdict.{judged.verdict}', lang)}]" if judged else ""
        why = f" {text(f'record.why.{judged.reason}', lang)}" if judged and judged.reason else ""
        yield f"  {_named(field, record, lang)}{said}{why}"
        if judged:
            for item in judged.items:
                if item.verdict == "wrong":
                    yield f"    x {item.id}: “{on_one_line(item.quote)}”"


def _named(field: str, record: FilledRecord, lang: str) -> str:
    """The field's name and what was written into it, on one line."""
    if field.startswith("validity."):
        test = field.removeprefix("validity.")
        answer = text(f"record.answer.{'yes' if dict(record.validity)[test] else 'no'}", lang)  # type: ignore[index]
        return text(f"record.short.{test}", lang, answer=answer)
    value = getattr(record, field)
    if field in _CHOSEN and value:
        value = text(f"record.{field}.{value}", lang)
    return text("record.line", lang, field=text(f"record.field.{field}", lang),
                value=on_one_line(value) if value else text("record.empty", lang))  # fmt: skip
