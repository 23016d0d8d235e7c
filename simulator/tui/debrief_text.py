"""What the debrief says, as text: the score and its parts, the mood plot, and each turn looked at closely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from simulator.model.rubric import Rubric
from simulator.model.scenario import Scenario
from simulator.play.score import SessionScore
from simulator.reports.reasons import Point, explain, in_words
from simulator.reports.transcript import Turn
from simulator.tui.legend import Legend
from simulator.tui.mood import mood_name, mood_tone, plot
from simulator.tui.panels import level_bar
from simulator.tui.plain import shorten

Say = Callable[..., str]
#: Of each criterion so many stretches that counted are told, and so many that did not.
POINTS = 3

Part = Content | str | tuple[str, str]


def verdict(result: SessionScore, rubric: Rubric, say: Say) -> Content:
    """Whether it was passed, and why not."""
    if result.score is None:
        return Content.styled(say("debrief.unscored"), "$quiet")
    word, tone = ("passed", "success") if result.passed else ("failed", "error")
    return Content.assemble((say(f"debrief.{word}"), f"bold $text-{tone}"),
                            (f"\n{say('debrief.pass_mark', mark=rubric.pass_mark)}", "$quiet"))  # fmt: skip


def parts(result: SessionScore, turns: Sequence[Turn], rubric: Rubric, legend: Legend, width: int, say: Say) -> Content:
    """The score's parts: the mean level of each criterion as a bar, and the faults with what they cost."""
    room = max(cell_len(legend.names[key]) for key in rubric.criteria) + 4
    bar = max(6, width - room - 5)
    lines: list[Content] = []
    for key in rubric.criteria:
        colour = legend.colours[key]
        name = Content.assemble((legend.signs[key], f"bold {colour}"), f" {legend.names[key]}")
        name = name.pad_right(max(0, room - name.cell_length))
        mean = result.by_criterion.get(key)
        if mean is None:
            lines.append(Content.assemble(name, (say("coach.not_here"), "$quiet")))
            continue
        filled = round(mean * bar / 3)
        lines.append(Content.assemble(name, ("━" * filled, colour), ("─" * (bar - filled), "$rule"), f" {mean:.1f}"))
    raised = Counter(flag for turn in turns if turn.score for flag in turn.score.flags)
    for flag, times in raised.items():
        if flag in rubric.flags:
            cost = say("debrief.flag", name=legend.names[flag], times=times, cost=rubric.flags[flag].cost)
            lines.append(Content.assemble((f"{legend.signs[flag]} ", "bold $text-error"), cost))
    failed = [say("debrief.failed_by", name=legend.names[flag]) for flag in result.failed_by]
    lines += [Content.styled(sentence, "$text-error") for sentence in failed]
    return Content("\n").join(lines)


def mood_plot(moods: Sequence[int], width: int, height: int) -> Content:
    """The mood over the turns, hot at the top."""
    lines = plot(moods, width, height)
    rows = [Content.assemble((line[:5], "$quiet"), (line[5:], f"${mood_tone(round(100 * (height - i) / height))}"))
            for i, line in enumerate(lines[:-1])]  # fmt: skip
    return Content("\n").join([*rows, Content.styled(lines[-1], "$quiet")])


def moments(turns: Sequence[Turn]) -> tuple[int, int] | None:
    """The numbers of the best and of the worst turn, by score and then by what they did to the mood."""
    scored = [turn for turn in turns if turn.score and turn.score.score is not None and turn.mood_after is not None]
    if len(scored) < 2:
        return None

    def worth(turn: Turn) -> tuple[float, int]:
        score = turn.score.score if turn.score else None
        return score or 0.0, turn.mood - (turn.mood_after or 0)

    best, worst = max(scored, key=worth), min(scored, key=worth)
    return None if worth(best) == worth(worst) else (best.number, worst.number)


def turn_title(turn: Turn, say: Say, tag: str = "") -> Content:
    """One line: the number, the mood before and after, the score, the time it took."""
    found: list[Part] = [(say("debrief.turn", number=turn.number), "bold $primary"), "  "]
    found.append((f"{say(f'mood.{mood_name(turn.mood)}')} {turn.mood}", f"$text-{mood_tone(turn.mood)}"))
    if turn.mood_after is not None:
        after = f"{say(f'mood.{mood_name(turn.mood_after)}')} {turn.mood_after}"
        found += [(" → ", "$quiet"), (after, f"$text-{mood_tone(turn.mood_after)}")]
    if turn.score and turn.score.score is not None:
        found += [("  ·  ", "$quiet"), say("debrief.points", score=f"{turn.score.score:.0f}")]
    if turn.seconds is not None:
        found.append((f"  ·  {say('debrief.seconds', n=round(turn.seconds))}", "$quiet"))
    if tag:
        found += ["  ", (f" {say(f'debrief.{tag}')} ", f"bold reverse $text-{'success' if tag == 'best' else 'error'}")]
    return Content.assemble(*found)


def turn_levels(turn: Turn, rubric: Rubric, legend: Legend, lang: str, say: Say) -> Content:
    """For each criterion assessed: the level and what it means, what counted and what did not, and what would have
    lifted it; then the faults."""
    score = turn.score
    if score is None:
        return Content.styled(say("debrief.not_judged"), "$quiet")
    lines: list[Content] = []
    for one in explain(score, rubric, lang):
        colour = legend.colours[one.criterion]
        lines.append(Content.assemble(
            (f"{legend.signs[one.criterion]} ", f"bold {colour}"), (level_bar(one.level), colour),
            (f" {one.name} {one.level}", f"bold {colour}"), "  ", (one.means, "$quiet"),
        ))  # fmt: skip
        lines += [_point("+", colour, point) for point in one.points if point.counted][:POINTS]
        lines += [_point("x", "$text-error", point) for point in one.points if not point.counted][:POINTS]
        if one.lift:
            lines.append(Content.assemble(("  > ", "bold $accent"), one.lift))
    for flag in score.flags:
        if flag in rubric.flags:
            rule = rubric.flags[flag]
            lines.append(Content.assemble(
                (f"{legend.signs[flag]} ! {legend.names[flag]} -{rule.cost}", "bold $text-error"), "  ",
                (in_words(rule.about, lang), "$quiet"),
            ))  # fmt: skip
    return Content("\n").join(lines)


def _point(sign: str, tone: str, point: Point) -> Content:
    return Content.assemble((f"  {sign} ", f"bold {tone}"), f"“{shorten(point.quote, 40)}” ", (point.why, "$quiet"))


def model_answer(scenario: Scenario, turn: Turn, visit: int) -> str:
    """The strong exemplar of the turn's beat, another one at each visit where there are several; "" where there is
    none, or where it was the reply."""
    beat = scenario.beats.get(turn.beat)
    strong = [exemplar.reply for exemplar in beat.exemplars if exemplar.quality == "strong"] if beat else []
    return strong[visit % len(strong)] if strong and turn.reply not in strong else ""
