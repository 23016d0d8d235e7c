"""The rubric engine: a rubric made ready once, then any number of replies scored by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from simulator.model.base import Lang
from simulator.model.rubric import Condition, Fit, RubricBundle, Rule, Veto
from simulator.model.score import Context, Evidence, Judgement, ReplyScore
from simulator.scoring import features
from simulator.scoring.cue_index import CueIndex
from simulator.scoring.cues import Hit
from simulator.scoring.facts import prepare
from simulator.scoring.judge import judge, points, raised
from simulator.scoring.look import Finding, Look
from simulator.scoring.meaning import units
from simulator.scoring.quantities import quantities, spans
from simulator.scoring.text import read
from simulator.scoring.vetoes import veto_of

LANGS: tuple[Lang, ...] = ("en", "zh")


class Engine:
    """Scores replies by one rubric. Pure: the same reply in the same context always gets the same score."""

    def __init__(self, bundle: RubricBundle) -> None:
        """Makes a rubric ready.

        Raises:
            CueError: a cue is badly written (`language` reports it with its place beforehand).
        """
        self.bundle = bundle
        self.rubric = bundle.rubric
        self._groups, self._vetoes = _groups_of(bundle)
        self._indexes: dict[str, CueIndex] = {}
        self._shows = {
            **{name: _named(c.rules, c.caps) | set(c.fitted) for name, c in self.rubric.criteria.items()},
            **{
                name: _features((*flag.when, *flag.always)) | set(flag.fitted)
                for name, flag in self.rubric.flags.items()
            },
        }
        self._prepare = lru_cache(maxsize=256)(prepare)
        weights = bundle.weights
        self._fits = {
            lang: {**weights.fits.get(lang, {}), **weights.flags.get(lang, {})} if weights else {} for lang in LANGS
        }

    def fits(self, lang: str) -> Mapping[str, Fit]:
        """Criterion or flag to its fitted weights in a language, `en` or `zh`."""
        return self._fits[_code(lang)]

    def _index(self, lang: str) -> CueIndex:
        if lang not in self._indexes:
            self._indexes[lang] = CueIndex(self._groups[lang], lang)
        return self._indexes[lang]

    def cues(self, lang: str) -> Mapping[str, Sequence[str]]:
        """Cue group to its cues in a language, `en` or `zh`."""
        return self._groups[lang]

    def look(self, reply: str, context: Context) -> Look:
        """Examines a reply: all hits, features and findings, before anything is judged."""
        lang = _code(context.lang)
        # What changes from turn to turn without changing the comparison stays out of the cache's key.
        prepared = self._prepare(replace(context, lang=lang, earlier=(), assess=None))
        reading = read(reply, lang)
        found = quantities(reading)
        hits: dict[str, list[Hit]] = {}
        for hit in self._index(lang).find(reading, spans(found)):
            hits.setdefault(hit.group, []).append(hit)
        counted: dict[str, list[Hit]] = {}
        look = Look(reading, context, prepared, found, counted)
        for group, group_hits in hits.items():
            for hit in group_hits:
                veto = veto_of(hit, self._vetoes.get(group, ("quoted",)), reading, hits)
                if veto is None:
                    counted.setdefault(group, []).append(hit)
                look.find(group, hit.start, hit.end, hit.label, f"veto.{veto}" if veto else group, not veto)
        look.features.update({group: len(group_hits) for group, group_hits in counted.items()})
        look.at = [{} for _ in reading.clauses]
        for group, group_hits in counted.items():
            for hit in group_hits:
                look.at[look.clause_of(hit)].setdefault(group, []).append(hit)
        look.units = [set() for _ in reading.clauses]
        look.places = units(reading, found)
        for index, unit in look.places:
            if not reading.tokens[index].quoted:
                look.units[reading.tokens[index].clause].add(unit)
        features.detect(look)
        return look

    def score(self, reply: str, context: Context) -> ReplyScore:
        """Scores one reply.

        Args:
            reply: any text at all.
            context: what it is judged against.

        Returns:
            Levels of the criteria assessed, flags, a score of 0-100, and the evidence for them.
        """
        look = self.look(reply, context)
        fits = self.fits(look.lang)
        judgements: dict[str, Judgement] = {
            name: judge(criterion, look.features, fits.get(name))
            for name, criterion in self.rubric.criteria.items()
            if context.assess is None or name in context.assess
        }
        flags = tuple(name for name, flag in self.rubric.flags.items() if raised(flag, look.features, fits.get(name)))
        levels = {name: j.level for name, j in judgements.items()}
        return ReplyScore(
            levels=levels,
            flags=flags,
            score=points(self.rubric, levels, flags),
            evidence=self._evidence(look, (*levels, *flags)),
            judgements=judgements,
            observed=look.observed,
        )

    def _evidence(self, look: Look, judged: tuple[str, ...]) -> tuple[Evidence, ...]:
        """The findings as evidence for each criterion or flag whose rules name their feature."""
        raw = look.reading.raw
        out: dict[tuple[str, int, int], Evidence] = {}
        for finding in look.findings:
            for name in judged:
                if finding.feature in self._shows[name]:
                    evidence = _place(finding, name, look, raw)
                    known = out.get((name, evidence.start, evidence.end))
                    if known is None or (evidence.counted and not known.counted):
                        out[name, evidence.start, evidence.end] = evidence
        return tuple(sorted(out.values(), key=lambda e: (e.start, e.end, e.criterion)))


def _code(lang: str) -> Lang:
    return "zh" if lang.startswith("zh") else "en"


def _place(finding: Finding, name: str, look: Look, raw: str) -> Evidence:
    start, end = look.reading.raw_span(finding.start, finding.end)
    return Evidence(name, start, end, raw[start:end], finding.cue, finding.reason, finding.counted)


def _named(*rule_lists: tuple[Rule, ...]) -> set[str]:
    return _features(rule.when for rules in rule_lists for rule in rules)


def _features(conditions: Iterable[Condition]) -> set[str]:
    return {feature for condition in conditions for feature in condition}


def _groups_of(bundle: RubricBundle) -> tuple[dict[str, dict[str, list[str]]], dict[str, tuple[Veto, ...]]]:
    """Language to group to cues, and group to its vetoes, from the vocabularies and the rubric's own cues."""
    groups: dict[str, dict[str, list[str]]] = {lang: {} for lang in LANGS}
    vetoes: dict[str, tuple[Veto, ...]] = {}
    for vocabulary in bundle.vocabularies:
        for name, cues in vocabulary.groups.items():
            groups[vocabulary.lang].setdefault(name, []).extend(cues)
        vetoes.update(vocabulary.vetoes)
    for name, group in bundle.rubric.cues.items():
        groups["en"].setdefault(name, []).extend(group.en)
        groups["zh"].setdefault(name, []).extend(group.zh)
        vetoes[name] = group.vetoes
    return groups, vetoes
