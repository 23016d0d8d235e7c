"""A rubric's worked examples as tests: each must get the level that its author says."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.language.declared import follow
from simulator.language.exemplar_notes import Reasons, fed_by
from simulator.language.nodes import Path
from simulator.language.problems import Note, Term
from simulator.language.reading import Document
from simulator.language.shape import Shaped
from simulator.model.rubric import Rubric, SessionExample
from simulator.model.score import Context, ReplyScore
from simulator.play.conduct import Exchange, session_levels
from simulator.scoring.engine import Engine
from simulator.scoring.text import is_han


def has_examples(rubric: Rubric) -> bool:
    """Whether there is any example to be tried."""
    return any(one.examples for one in rubric.criteria.values()) or any(one.examples for one in rubric.session.values())


def check_examples(document: Document, shaped: Shaped[Rubric], engine: Engine) -> None:
    """Scores the examples that a rubric brings itself, and reports those that get another level than they should.

    Args:
        document: the rubric's text.
        shaped: the rubric as it is written.
        engine: scores by it, with all that it takes from another.
    """
    for name, criterion in shaped.record.criteria.items():
        for n, example in enumerate(criterion.examples):
            words = example.reply + example.customer
            context = Context(lang_of(words), customer=example.customer, wants=example.wants)
            score = engine.score(example.reply, context)
            got = score.judgements[name]
            if got.level != example.level:
                reasons = Reasons(engine, fed_by([score]))
                notes = tuple(reasons.level(example.reply, context, score, name, example.level))
                path: Path = ("criteria", name, "examples", n, "level")
                _report(document, shaped, path, example.level, got.level, got.rule, notes)
    for name, judged in shaped.record.session.items():
        for n, conversation in enumerate(judged.examples):
            levels = {one.criterion: one for one in session_levels(engine.rubric, played(conversation, engine))}
            one = levels.get(name)
            if one is None or one.level != conversation.level:
                what = tuple(f"{found.feature} = {found.value}" for found in one.found) if one else ()
                _report(document, shaped, ("session", name, "examples", n, "level"), conversation.level,
                        one.level if one else Term("not-assessed"), one.rule if one else Term("nothing"),
                        [Note("happened", {"features": what})] if what else [])  # fmt: skip


def played(example: SessionExample, engine: Engine) -> tuple[Exchange, ...]:
    """A worked example as if it had been played."""
    lang = lang_of("".join(turn.customer + turn.reply for turn in example.turns))
    earlier: list[str] = []
    found = []
    for n, turn in enumerate(example.turns, 1):
        score: ReplyScore = engine.score(turn.reply, Context(lang, customer=turn.customer, earlier=tuple(earlier)))
        # Each thing the customer says tells something that can be given back.
        found.append(Exchange(n, turn.customer, turn.mood, n, turn.reply, score, turn.seconds))
        earlier.append(turn.reply)
    return tuple(found)


def lang_of(words: str) -> str:
    """The language of an example, by its script."""
    return "zh" if any(map(is_han, words)) else "en"


def _report(
    document: Document,
    shaped: Shaped[Rubric],
    path: Path,
    expected: int,
    got: int | Term,
    rule: str | Term,
    notes: Iterable[Note],
) -> None:
    if not document.full:
        document.report("example-level", follow(shaped.root, Rubric, path).node, expected=expected, got=got, rule=rule)
        document.note(*notes)
