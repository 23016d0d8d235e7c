"""Where the engine and people part, and why: the miss report for whoever extends the rubric.

usage: python tools/miss_report.py CONTEXTS REPLIES LABELS [--rubric R] [--only CAUSE] [--most N] [--lang en|zh]

CONTEXTS is a JSON list of cases `{id, lang, customer, wants, facts, policy}`, as `simulator score` reads them; REPLIES
has lines `{id, context, reply}`; LABELS has lines `{id, raters: [{listening: 2, ..., flags: [...]}, ...]}`.

Each level that differs from the raters' median, and each flag that differs from what most raters saw, is put down to
one cause. The counts come first; then each miss with the rule or weights that decided, the evidence, the nearest rule
that did not hold with what it lacks, and the cues that matched but for one word.

Exit status: 0 all went well, 1 a file cannot be read.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from labelled import agreed, lines

from simulator.language.exemplar_notes import Reasons, fed_by
from simulator.language.problems import Note
from simulator.library.library import Library
from simulator.model.score import ReplyScore
from simulator.runner.batch import LineError, Request, read_request
from simulator.runner.errors import ContentError, valid
from simulator.scoring.engine import Engine

#: Cause to what it means, in the order of the report.
CAUSES = {
    "nothing-found": "no evidence at all where people saw some",
    "veto": "evidence was found and cancelled",
    "cap": "a cap pulled the level down",
    "weights-against-rules": "the rules alone were nearer to the people",
    "rule-not-reached": "there is evidence, but not what a higher rule asks for",
    "too-much-counted": "more counted than people saw",
    "flag-missed": "people saw a flag that was not raised",
    "flag-false-alarm": "a flag was raised that people did not see",
}


@dataclass(frozen=True)
class Labelled:
    """A reply, its score, and what people said of it."""

    request: Request
    score: ReplyScore
    levels: Mapping[str, int]
    flags: frozenset[str]


@dataclass(frozen=True)
class Missed:
    """One disagreement."""

    cause: str
    reply: Labelled
    what: str
    notes: tuple[Note, ...]


def main() -> int:
    """Reads the files and prints the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("contexts", "replies", "labels"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--rubric", default="core", help="the rubric's name or path (default: core)")
    parser.add_argument("--only", choices=CAUSES, help="print the misses of this cause only")
    parser.add_argument("--most", type=int, help="print at most so many misses of a cause")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="the language of the reasons")
    args = parser.parse_args()
    try:
        engine = Engine(valid(Library().rubric(args.rubric)))
        labelled = list(read(engine, args.contexts, args.replies, args.labels))
    except LineError as error:
        print(f"cannot read: {error.message(args.lang)}", file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError, ContentError) as error:
        print(f"cannot read: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    misses = list(missed(engine, labelled))
    print(*counts(labelled, misses), sep="\n")
    for cause, about in CAUSES.items():
        found = [miss for miss in misses if miss.cause == cause]
        if found and args.only in (None, cause):
            print(f"\n== {cause} ({len(found)}): {about}")
            for miss in found[: args.most]:
                print(*told(miss, args.lang), sep="\n")
    return 0


def read(engine: Engine, contexts: Path, replies: Path, labels: Path) -> Iterator[Labelled]:
    """All labelled replies, scored; a reply without labels is passed over."""
    cases = {case["id"]: case for case in json.loads(contexts.read_text("utf-8"))}
    raters = {row["id"]: row["raters"] for row in lines(labels)}
    for row in lines(replies):
        if row["id"] in raters:
            line = json.dumps({**cases[row["context"]], "id": row["id"], "reply": row["reply"]})
            request = read_request(line.encode())
            levels, flags = agreed(raters[row["id"]], engine.rubric)
            yield Labelled(request, engine.score(request.reply, request.context), levels, frozenset(flags))


def missed(engine: Engine, labelled: Iterable[Labelled]) -> Iterator[Missed]:
    """Every disagreement with its cause and the reasons for it."""
    labelled = list(labelled)
    reasons = Reasons(engine, fed_by(one.score for one in labelled))
    for one in labelled:
        reply, context = one.request.reply, one.request.context
        for criterion, level in one.levels.items():
            got = one.score.levels[criterion]
            if got != level:
                notes = tuple(reasons.level(reply, context, one.score, criterion, level))
                yield Missed(cause(one, criterion, notes), one, f"{criterion} {got}, people {level}", notes)
        for flag in sorted(one.flags ^ set(one.score.flags)):
            kind = "flag-missed" if flag in one.flags else "flag-false-alarm"
            notes = tuple(reasons.flags(reply, context, one.score, set(one.score.flags) ^ {flag}))
            yield Missed(kind, one, flag, notes)


def cause(one: Labelled, criterion: str, notes: tuple[Note, ...]) -> str:
    """The one cause that a wrong level is put down to."""
    judgement, level = one.score.judgements[criterion], one.levels[criterion]
    if judgement.rule.startswith("caps") and judgement.level < level:
        return "cap"
    if judgement.rule == "weights" and abs(judgement.by_rules - level) < abs(judgement.level - level):
        return "weights-against-rules"
    if judgement.level > level:
        return "too-much-counted"
    seen = {note.key for note in notes}
    return "veto" if "vetoed" in seen else "rule-not-reached" if "counted" in seen else "nothing-found"


def counts(labelled: list[Labelled], misses: list[Missed]) -> Iterator[str]:
    """How many misses there are of each cause, by criterion or flag."""
    yield f"{len(labelled)} replies, {len(misses)} misses"
    for name, about in CAUSES.items():
        where = [miss.what.split()[0] for miss in misses if miss.cause == name]
        parts = ", ".join(f"{what} {where.count(what)}" for what in dict.fromkeys(sorted(where)))
        yield f"{len(where):>6}  {name:<22} {parts or about}"


def told(miss: Missed, lang: str) -> Iterator[str]:
    """A miss as lines of text."""
    one = miss.reply
    yield f"\n{one.request.id}  {miss.what}"
    yield f"  {json.dumps(one.request.reply, ensure_ascii=False)}"
    for note in miss.notes:
        yield f"  - {note.say(lang)}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # the reader has seen enough, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
