"""A small class with a small assessment, for tests: four scenarios of a minute each, judged by a small rubric."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.library.library import Library
from simulator.runner.room import Room
from simulator.runner.ticks import Tick, Ticks
from simulator.store.store import Store

WORLD = Path(__file__).parents[1] / "tui" / "world"
SCENARIOS = ("cold-soup", "cold-tea", "cold-pie", "cold-rice")
ROSTER = "id,name,group,language\nS1,Li Na,A,en\nS2,王芳,A,zh\nS3,Tom,B,en\nS4,陳怡君,B,zh-Hant\n"

SORRY = {"en": "I am so sorry about the cold soup.", "zh": "汤都凉了，实在对不起。"}
#: Replies that lead to the good ending, and one that leads to the worst.
WELL = {
    "en": (SORRY["en"], "Forty minutes, and cold soup then. I am sorry."),
    "zh": (SORRY["zh"], "等了四十分钟，汤还凉了，对不起。"),
}
BADLY = {"en": "That is your fault.", "zh": "是您的错。"}


@dataclass
class Now:
    """Two clocks that a test turns.

    Attributes:
        wall: the clock on the wall.
        steady: the one that nobody can set.
        boot: since when it counts.
    """

    wall: float = 1_800_000_000.0
    steady: float = 500.0
    boot: str = "one"

    def __call__(self) -> Tick:
        return Tick(self.wall, self.steady, self.boot)

    def wait(self, seconds: float) -> None:
        """Time passes."""
        self.wall += seconds
        self.steady += seconds


def written(folder: Path, rules: str = "", roster: str = ROSTER, scenarios: str = "[cold-soup, cold-tea]") -> Path:
    """An assessment in a folder, with its scenarios and its rubric beside it.

    Args:
        folder: an empty folder.
        rules: what else stands in the file.
        roster: the class.
        scenarios: what is sat.
    """
    for lang in ("en", "zh"):
        text = (WORLD / "scenarios" / lang / "cold-soup.yaml").read_text("utf-8")
        for name in SCENARIOS:
            file = folder / "scenarios" / lang / f"{name}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("scenario: cold-soup", f"scenario: {name}"), "utf-8")
    (folder / "rubrics").mkdir(exist_ok=True)
    (folder / "rubrics" / "core.yaml").write_bytes((WORLD / "rubrics" / "core.yaml").read_bytes())
    (folder / "roster.csv").write_text(roster, "utf-8")
    file = folder / "monday.yaml"
    file.write_text(
        "assessment: monday\ntitle: {en: Monday, zh: 周一}\nroster: roster.csv\n"
        + (f"scenarios: {scenarios}\n" if scenarios else "") + rules,
        "utf-8",
    )  # fmt: skip
    return file


def opened(file: Path, store: Store, now: Ticks) -> Room:
    """The room of an assessment that `written` wrote."""
    return Room(file, Library(()), store, now)
