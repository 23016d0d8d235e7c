"""Cues that an author should look at again.

What is almost surely a slip is a warning and always told. What may well be meant is a note, told where it is asked for.
Only groups that count are looked at: those that a rule, a cap or a fit names. What only helps other cues, and what the
detectors read, means something else to each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from simulator.language.cues import Cue
from simulator.language.problems import Term
from simulator.language.samples import longest_word, negates, negations, sample, shortest
from simulator.language.voices import Said, Voices
from simulator.messages.problems.lint import ENTRIES
from simulator.model.rubric import Condition, Rubric
from simulator.model.score import Context
from simulator.scoring.cue_index import FUZZY_LETTERS, CueIndex
from simulator.scoring.cues import groups_in, parse_cue
from simulator.scoring.engine import LANGS, Engine
from simulator.scoring.text import is_han, read

CODES = frozenset(ENTRIES)
#: So many cues are named in one message.
NAMED = 5


def lint(cues: Sequence[Cue], engine: Engine, voices: Callable[[], Voices], wanted: AbstractSet[str]) -> None:
    """Reports what is worth another look.

    Args:
        cues: the cues that are written here, which can all be read.
        engine: judges by the rubric, with all that it takes from another.
        voices: gives what is said around it.
        wanted: the codes that are asked for; what nobody asks for is not looked for.
    """
    counts = _counts_for(engine.rubric)
    groups: dict[str, list[Cue]] = {}
    for cue in cues:
        groups.setdefault(cue.group, []).append(cue)
    counting = {name: written for name, written in groups.items() if name in counts}
    if "cue-in-two" in wanted:
        _in_two(counting, counts)
    if "cue-no-twin" in wanted:
        _no_twin(counting, counts, engine)
    for written in counting.values():
        for cue in written:
            elements = parse_cue(cue.text, cue.lang)
            if "cue-one-character" in wanted and cue.lang == "zh" and _is_one_character(shortest(elements)):
                cue.document.report("cue-one-character", cue.node, cue=cue.text)
            if "cue-too-short" in wanted and cue.lang == "en" and longest_word(elements) < FUZZY_LETTERS:
                cue.document.report("cue-too-short", cue.node, cue=cue.text)
    raising = {name: groups[name] for name in _raising(engine.rubric) if name in groups}
    if "cue-negated" in wanted:
        _negated(raising, engine)
    if wanted & {"cue-echo", "cue-not-exercised"}:
        around = voices()
        if "cue-echo" in wanted:
            _echo(raising, engine, around.customers)
        if "cue-not-exercised" in wanted:
            _not_exercised(groups, engine, around.replies)


def _counts_for(rubric: Rubric) -> dict[str, set[str]]:
    """Feature to the criteria and flags whose rules, caps or fits name it."""
    counts: dict[str, set[str]] = {}

    def add(name: str, conditions: Iterable[Condition], fitted: Iterable[str]) -> None:
        for feature in (*(feature for condition in conditions for feature in condition), *fitted):
            counts.setdefault(feature, set()).add(name)

    for name, criterion in rubric.criteria.items():
        add(name, (rule.when for rule in (*criterion.rules, *criterion.caps)), criterion.fitted)
    for name, flag in rubric.flags.items():
        add(name, (*flag.when, *flag.always), flag.fitted)
    return counts


def _raising(rubric: Rubric) -> dict[str, None]:
    """The features that a reply must have to earn a level by some rule."""
    rules = (rule for criterion in rubric.criteria.values() for rule in criterion.rules if rule.level)
    return {name: None for rule in rules for name, limits in rule.when.items() if (limits.low or 0) > 0}


def _in_two(counting: Mapping[str, list[Cue]], counts: Mapping[str, set[str]]) -> None:
    """One cue in two groups that count for different things."""
    first: dict[tuple[str, str], list[Cue]] = {}
    for cue in (cue for written in counting.values() for cue in written):
        before = first.setdefault((cue.lang, " ".join(cue.text.split())), [])
        for other in before:
            if counts[other.group].isdisjoint(counts[cue.group]):
                line = other.document.source.line_of(other.node.start)
                names = tuple(sorted(counts[other.group]))
                cue.document.report("cue-in-two", cue.node, other=other.group, line=line, names=names)
                break
        before.append(cue)


def _no_twin(counting: Mapping[str, list[Cue]], counts: Mapping[str, set[str]], engine: Engine) -> None:
    """Groups with cues in one language, where the rubric has cues in both."""
    if not all(any(cue.lang == lang for written in counting.values() for cue in written) for lang in LANGS):
        return
    for name, written in counting.items():
        for lang in LANGS:
            if not engine.cues(lang).get(name):
                values = {"name": name, "lang": Term(f"lang-{lang}"), "names": tuple(sorted(counts[name]))}
                written[0].document.report("cue-no-twin", written[0].node, **values)


def _negated(raising: Mapping[str, list[Cue]], engine: Engine) -> None:
    """Cues that count in their own negation, once for each group and language."""
    for name, written in raising.items():
        for lang in LANGS:
            found = [
                (cue, wording)
                for cue in written
                if cue.lang == lang and (wording := _still_counts(cue, engine)) is not None
            ]
            if found:
                cue, wording = found[0]
                values = {"cue": cue.text, "wording": wording, "others": len(found) - 1, "name": name}
                cue.document.report("cue-negated", cue.node, **values)


def _still_counts(cue: Cue, engine: Engine) -> str | None:
    """The first negation of a cue in which it still earns a level."""
    groups = engine.cues(cue.lang)
    if negates(sample(cue, groups), cue.lang):
        return None
    wordings = negations(cue, groups)
    return next((wording for wording in wordings if _earned(engine, wording, Context(cue.lang), cue.group)), None)


def _echo(raising: Mapping[str, list[Cue]], engine: Engine, customers: Iterable[Said]) -> None:
    """Cues that a customer's own line has, where it earns something if it is said back; once for each group and
    language."""
    cues = {(cue.lang, name, cue.text): cue for name, written in raising.items() for cue in written}
    found: dict[tuple[str, str], list[tuple[Cue, Said, tuple[str, ...]]]] = {}
    for lang in LANGS:
        index = _index(engine, lang, raising)
        for said in (said for said in customers if said.lang == lang):
            for group, hits in index.find(read(said.text, lang)).items():
                own = [cues[lang, group, hit.cue] for hit in hits if (lang, group, hit.cue) in cues]
                if own and (names := _earned(engine, said.text, Context(lang, customer=said.text), group)):
                    found.setdefault((lang, group), []).append((own[-1], said, names))
    for (_, group), lines in found.items():
        cue, said, names = lines[0]
        values = {"line": said.text, "place": said.place, "count": len(lines), "name": names, "group": group}
        cue.document.report("cue-echo", cue.node, **values)


def _not_exercised(groups: Mapping[str, list[Cue]], engine: Engine, replies: Iterable[Said]) -> None:
    """The cues that no sample reply has, once for each group and language."""
    used: set[tuple[str, str, str]] = set()
    for lang in LANGS:
        index = _index(engine, lang, groups)
        for said in replies:
            if said.lang == lang:
                hits = index.find(read(said.text, lang))
                used |= {(lang, group, hit.cue) for group, found in hits.items() for hit in found}
    for name, written in groups.items():
        for lang in LANGS:
            every = [cue for cue in written if cue.lang == lang]
            idle = [cue for cue in every if (lang, name, cue.text) not in used]
            if idle:
                shown = (*(cue.text for cue in idle[:NAMED]), *(["…"] if len(idle) > NAMED else []))
                values = {"cues": shown, "count": len(idle), "of": len(every), "name": name}
                idle[0].document.report("cue-not-exercised", idle[0].node, **values)


def _is_one_character(words: Sequence[str]) -> bool:
    return len(words) == 1 and len(words[0]) == 1 and is_han(words[0])


def _earned(engine: Engine, reply: str, context: Context, group: str) -> tuple[str, ...]:
    """The criteria in which a reply earns a level that a group's cue speaks for."""
    score = engine.score(reply, context)
    shown = {piece.criterion for piece in score.evidence if piece.counted and piece.cue.startswith(f"{group}: ")}
    return tuple(name for name, level in score.levels.items() if level and name in shown)


def _index(engine: Engine, lang: str, names: Iterable[str]) -> CueIndex:
    """The cues of some groups and of those that they refer to."""
    every = engine.cues(lang)
    chosen: dict[str, Sequence[str]] = {}
    waiting = [name for name in names if name in every]
    while waiting:
        name = waiting.pop()
        if name not in chosen:
            chosen[name] = every[name]
            waiting += (other for cue in every[name] for other in groups_in(parse_cue(cue, lang)) if other in every)
    return CueIndex(chosen, lang)
