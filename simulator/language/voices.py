"""What is said around a rubric: the customers' lines and the sample replies that its cues are tried on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as File

from simulator.language import smallest
from simulator.language.declared import follow
from simulator.language.names import lines
from simulator.language.nodes import Mapping, Path
from simulator.language.reading import Document, read_file
from simulator.language.rubric_examples import lang_of
from simulator.language.scenarios import sound
from simulator.language.shape import Shaped, shape
from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario


@dataclass(frozen=True)
class Said:
    """Something said.

    Attributes:
        lang: `en` or `zh`.
        text: the words.
        place: where they are written, `folder/file:line`.
    """

    lang: str
    text: str
    place: str


@dataclass(frozen=True)
class Voices:
    """What is said around a rubric.

    Attributes:
        customers: the customers' lines.
        replies: the exemplars' replies.
    """

    customers: tuple[Said, ...] = ()
    replies: tuple[Said, ...] = ()

    def __add__(self, other: Voices) -> Voices:
        return Voices(self.customers + other.customers, self.replies + other.replies)


def voices_of(file: File) -> Voices:
    """What is said in a scenario; nothing where the file is none or can't be read."""
    document = read_file(file, str(file))
    if not isinstance(document.root, Mapping) or "scenario" not in document.root.entries:
        return Voices()
    shaped = shape(document, Scenario, sound(smallest.SCENARIO))
    if shaped is None:
        return Voices()
    scenario: Scenario = shaped.record

    def said(written: Iterable[tuple[Path, str]]) -> tuple[Said, ...]:
        return tuple(Said(scenario.lang, text, _place(document, shaped, path)) for path, text in written)

    replies: Iterator[tuple[Path, str]] = (
        (("beats", name, "exemplars", n), exemplar.reply)
        for name, beat in scenario.beats.items()
        for n, exemplar in enumerate(beat.exemplars)
    )
    return Voices(said((path, line.text) for path, line, _ in lines(scenario)), said(replies))


def voices_in(document: Document, shaped: Shaped[Rubric]) -> Voices:
    """What is said in a rubric's own examples."""
    turns: list[tuple[Path, str, str]] = []
    for name, criterion in shaped.record.criteria.items():
        turns += (
            (("criteria", name, "examples", n), example.customer, example.reply)
            for n, example in enumerate(criterion.examples)
        )
    for name, judged in shaped.record.session.items():
        for n, conversation in enumerate(judged.examples):
            at: Path = ("session", name, "examples", n, "turns")
            turns += (((*at, m), turn.customer, turn.reply) for m, turn in enumerate(conversation.turns))
    placed = [(_place(document, shaped, path), customer, reply) for path, customer, reply in turns]
    return Voices(
        tuple(Said(lang_of(customer), customer, place) for place, customer, _ in placed if customer),
        tuple(Said(lang_of(reply), reply, place) for place, _, reply in placed),
    )


def _place(document: Document, shaped: Shaped[Scenario] | Shaped[Rubric], path: Path) -> str:
    node = follow(shaped.root, type(shaped.record), path).node
    return f"{'/'.join(File(document.source.name).parts[-2:])}:{document.source.line_of(node.start)}"
