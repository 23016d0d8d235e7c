"""What people said about a session beside the engine: the desk's review and the trainee's debrief show it alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.widgets import Static

from simulator.messages import text
from simulator.reports.remarks import Remark, all_names, remark
from simulator.reports.transcript import Turn
from simulator.runner.desk import Looked
from simulator.store.records import SAID, Entry
from simulator.tui.plain import shown

_TONES = {"override": "$text-accent", "dispute": "$text-warning", "answer": "$text-success"}


@dataclass(frozen=True)
class Said:
    """A session with its mark and what people said about it.

    Attributes:
        looked: the session and its mark.
        entries: what was said, oldest first.
    """

    looked: Looked
    entries: tuple[Entry, ...]


class People:
    """Draws what people said about a session.

    Args:
        said: the session.
        lang: the language of the screens.
        waits: what stands below a dispute that waits, a key of the desk's catalogue.
    """

    def __init__(self, said: Said, lang: str, waits: str = "waits_here") -> None:
        self._mark, self._lang, self._waits = said.looked.mark, lang, waits
        names = all_names(said.looked.rubric, lang)
        self._said = [remark(entry, names, lang) for entry in said.entries if entry.kind in SAID]

    def counted(self, turns: Sequence[Turn]) -> list[Turn]:
        """The turns with the scores that count."""
        scores = self._mark.replies
        return [replace(turn, score=scores[turn.number - 1]) if turn.number <= len(scores) else turn for turn in turns]

    def scores(self) -> tuple[str, str]:
        """The engine's score and the one that counts."""
        engine, counts = (
            "-" if score is None else f"{score:g}" for score in (self._mark.automatic.score, self._mark.session.score)
        )
        return engine, counts

    def beside(self) -> Content | None:
        """The engine's score, where a person changed anything."""
        if not self._mark.by_hand:
            return None
        engine, counts = self.scores()
        return Content.assemble((self._ask("engine_gave", engine=engine), "$quiet"), " → ",
                                (self._ask("counts_now", score=counts), "bold"),
                                (f"  {self._ask('by_hand')}", "$text-accent"))  # fmt: skip

    def about(self, turn: int | None) -> list[Static]:
        """What was said about a turn, or about the whole; answers stand with what they answer."""
        answers: dict[str, list[Remark]] = {}
        for said in self._said:
            if said.entry.kind == "answer":
                answers.setdefault(str(said.entry.data.get("dispute")), []).append(said)
        lines: list[Content] = []
        for said in self._said:
            if said.entry.kind == "answer" or said.turn != turn:
                continue
            lines += drawn(said, self._lang)
            for answer in answers.get(said.entry.id, ()):
                lines += [Content.assemble("  ", line) for line in drawn(answer, self._lang)]
            if said.entry.kind == "dispute" and said.entry.id not in answers:
                lines.append(Content.styled(f"  {self._ask(self._waits)}", "bold $text-warning"))
        return block(lines)

    def _ask(self, key: str, **values: object) -> str:
        return shown(text(f"desk.{key}", self._lang, **values))


def drawn(said: Remark, lang: str, whom: str = "") -> list[Content]:
    """One thing that was said, line by line.

    Args:
        said: the remark.
        lang: the language of the screens.
        whom: about whom, where it is not about the session.
    """
    tone = _TONES.get(said.entry.kind, "$primary")
    head = text("desk.said_here", lang, author=said.entry.author, what=said.what)
    if whom:
        head = text("desk.said_of", lang, whom=whom, head=head)
    return [
        Content.assemble(("» ", tone), (shown(head), f"bold {tone}")),
        *(Content(f"  {shown(line)}") for line in said.words),
    ]


def block(lines: Iterable[Content]) -> list[Static]:
    """Lines in a block of their own; none where there are none."""
    told = [*lines]
    return [Static(Content("\n").join(told), classes="remarks")] if told else []
