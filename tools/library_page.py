"""What the shipped library covers, from its files: the page `docs/library.md`, and the same to be tested.

What a complaint is in truth can't be read from a file's keys, so it is said here; all else comes from the scenarios.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import get_args

from simulator.language.check import files
from simulator.language.courses import load_course
from simulator.language.reading import read_file
from simulator.language.scenarios import scenario_in
from simulator.messages import text
from simulator.model.course import Course
from simulator.model.scenario import Card, Difficulty, Kind, Menace, Scenario, Style, Technique, Value
from simulator.play.script import is_traditional

ROOT = Path(__file__).parent.parent

#: Situations of complaint handling, each with the scenarios in which it is played.
SITUATIONS = {
    "The product does what was promised, but was shown badly": ["promise-not-kept"],
    "A refund is demanded and nothing is wrong; the customer is short of money": ["refund-for-cash"],
    "The salesperson misled, and the product does not suit": ["mis-sold"],
    "A defect was reported before and nobody came; shouting at the desk": ["leaking-flat"],
    "Attitude of staff": ["cold-shoulder", "clinic-desk", "banner-at-the-gate"],
    "Charges": ["data-bill", "water-bill", "last-straw"],
    "Delay": ["late-sofa", "nine-steps", "passport-parcel", "night-at-the-gate"],
    "A tedious process": ["nothing-wrong", "seven-forms"],
    "Treated otherwise than others": ["neighbours-price"],
    "Nothing really wrong": ["nothing-wrong", "refund-for-cash"],
    "Complaint about the one who handled the first complaint": ["the-call-before"],
    "The third time for the same thing": ["third-time"],
}

#: Kind to what is true of the complaint, and where.
CASES = {
    "refund_demand": {
        "justified": "cancelled-concert", "partly justified": "half-a-holiday", "unreasonable": "refund-for-cash",
    },
    "mis_selling": {
        "the customer misheard": "misheard-price", "the rep misled": "mis-sold", "small print": "small-print",
    },
    "product_shortfall": {
        "shown badly": "promise-not-kept", "does less than promised": "does-less",
        "short delivery": "short-delivery", "defect after the warranty": "out-of-warranty",
    },
}  # fmt: skip


def shipped(lang: str) -> dict[str, Scenario]:
    """The scenarios of a language, in the order of the course."""
    read = {path.stem: scenario_in(read_file(path, path.name)).value for path in files(ROOT / "scenarios" / lang)}
    return {id_: scenario for id_ in lessons() if (scenario := read.get(id_))}


def course() -> Course:
    """The shipped course."""
    loaded = load_course(ROOT / "courses" / "core.yaml").value
    assert loaded is not None
    return loaded


def lessons() -> list[str]:
    """The scenarios in the order of the course."""
    return [lesson.scenario for chapter in course().chapters.values() for lesson in chapter.scenarios]


def cards(scenario: Scenario) -> set[str]:
    """The cards that the customer plays."""
    return {card for beat in scenario.beats.values() for card in beat.plays}


def menaces(scenario: Scenario) -> set[str]:
    """What the customer threatens with."""
    return {menace for beat in scenario.beats.values() for menace in beat.threatens}


#: What is covered: heading, the values there are, and how to find those of a scenario.
FACETS: dict[str, tuple[tuple[str, ...], Callable[[Scenario], Iterable[str]]]] = {
    "Techniques that are the key to it": (get_args(Technique), lambda scenario: scenario.trains),
    "What the customer values": (get_args(Value), lambda scenario: scenario.customer.values),
    "How the customer fights": (get_args(Style), lambda scenario: [scenario.customer.style]),
    "Cards the customer plays": (get_args(Card), cards),
    "Threats": (get_args(Menace), menaces),
}


def covered(scenarios: dict[str, Scenario], heading: str) -> dict[str, list[str]]:
    """Value to the scenarios that have it."""
    values, of = FACETS[heading]
    return {value: [id_ for id_, scenario in scenarios.items() if value in of(scenario)] for value in values}


def page() -> Iterator[str]:
    """`docs/library.md`, line by line."""
    english, chinese = shipped("en"), shipped("zh")
    yield "# The library / 场景库"
    yield ""
    yield "<!-- Made by tools/write_generated.py from the scenarios. 由场景文件生成。 -->"
    yield ""
    yield "Every scenario in the order of the course, and what they cover together."
    yield "按课程顺序列出的全部场景，以及合起来覆盖了什么。"
    for number, chapter in enumerate(course().chapters.values(), 1):
        yield ""
        yield f"## {number}. {chapter.title.en} / {chapter.title.zh}"
        yield ""
        yield f"{chapter.aim.en} {chapter.aim.zh}"
        yield ""
        yield from table(("id", "scenario", "场景", "kind", "difficulty", "style", "beats", "minutes"), (
            (f"`{id_}`", link(id_, "en", scenario), link(id_, "zh", chinese[id_]), words("kind", scenario.kind),
             words("difficulty", scenario.difficulty), words("style", scenario.customer.style),
             str(len(scenario.beats)), str(scenario.minutes or ""))
            for id_, scenario in ((lesson.scenario, english[lesson.scenario]) for lesson in chapter.scenarios)
        ))  # fmt: skip
    yield ""
    yield "## Situations"
    yield ""
    yield from table(("situation", "scenarios"), ((what, named(ids)) for what, ids in SITUATIONS.items()))
    yield ""
    yield "## Kinds and difficulties"
    yield ""
    yield from table(("kind", *get_args(Difficulty)), (
        (words("kind", kind), *(named([id_ for id_, s in english.items() if (s.kind, s.difficulty) == (kind, level)],
                                      case_of(kind)) for level in get_args(Difficulty)))
        for kind in get_args(Kind)
    ))  # fmt: skip
    for heading in FACETS:
        yield ""
        yield f"## {heading}"
        yield ""
        yield from table(("", "scenarios"), ((value.replace("_", " "), named(ids))
                                             for value, ids in covered(english, heading).items()))  # fmt: skip
    yield ""
    yield "## What every file holds"
    yield ""
    yield from table(("scenario", "beats", "endings", "lines for a mood", "exemplars: en, zh", "Chinese"), (
        (f"`{id_}`", str(len(scenario.beats)), ", ".join(ending.outcome for ending in scenario.endings.values()),
         str(moody(scenario)), f"{exemplars(scenario)}, {exemplars(chinese[id_])}",
         "Traditional" if is_traditional(chinese[id_].brief) else "Simplified")
        for id_, scenario in english.items()
    ))  # fmt: skip


def moody(scenario: Scenario) -> int:
    """How many of the customer's lines are for a certain mood."""
    return sum(line.mood is not None for beat in scenario.beats.values() for line in beat.says)


def exemplars(scenario: Scenario) -> int:
    """How many sample replies there are."""
    return sum(len(beat.exemplars) for beat in scenario.beats.values())


def case_of(kind: str) -> dict[str, str]:
    """Scenario to what is true of its complaint."""
    return {id_: case for case, id_ in CASES.get(kind, {}).items()}


def named(ids: Iterable[str], cases: dict[str, str] | None = None) -> str:
    """Scenarios in a row."""
    told = cases or {}
    return ", ".join(f"`{id_}` ({told[id_]})" if id_ in told else f"`{id_}`" for id_ in ids)


def link(id_: str, lang: str, scenario: Scenario) -> str:
    """A title that leads to its file."""
    return f"[{scenario.title}](../scenarios/{lang}/{id_}.yaml)"


def words(what: str, value: str) -> str:
    """A value as the screens call it."""
    return text(f"tui.{what}.{value}", "en").lower()


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
