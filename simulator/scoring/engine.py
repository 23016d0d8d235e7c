"""The rubric engine: a rubric made ready once, then any number of replies scored by it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from simulator.model.base import Lang
from simulator.model.rubric import Condition, Fit, Rubric, RubricBundle, Rule, Veto
from simulator.model.score import Context, Evidence, Judgement, Observed, ReplyScore
from simulator.scoring import features, likeness
from simulator.scoring.cue_index import CueIndex
from simulator.scoring.facts import prepare
from simulator.scoring.judge import due, judge, level_of, points, raised
from simulator.scoring.look import Finding, Look, lay_out
from simulator.scoring.quantities import quantities, spans
from simulator.scoring.text import read
from simulator.scoring.vetoes import QUOTED, Cancelling

LANGS: tuple[Lang, ...] = ("en", "zh")
#: From this level on, a reply has clearly shown a criterion.
CLEAR = 2


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
        self._plays = bundle.played_by
        self._shows, self._fits = _shows(self.rubric), _fits(bundle)
        self._shown_by = _turned(self._shows)
        self._play_fits = _fits(bundle.plays) if bundle.plays else self._fits
        self._prepare = lru_cache(maxsize=256)(prepare)

    @property
    def playing(self) -> Engine:
        """The engine of what the play goes by: itself, or that of the rubric that this one is based on."""
        return Engine(self.bundle.plays) if self.bundle.plays else self

    def fits(self, lang: str) -> Mapping[str, Fit]:
        """Criterion or flag to its fitted weights in a language, `en` or `zh`."""
        return self._fits[_code(lang)]

    def _index(self, lang: str) -> CueIndex:
        if lang not in self._indexes:
            groups = self._groups[lang]
            self._indexes[lang] = _index_of(tuple((name, tuple(cues)) for name, cues in groups.items()), lang)
        return self._indexes[lang]

    def cues(self, lang: str) -> Mapping[str, Sequence[str]]:
        """Cue group to its cues in a language, `en` or `zh`."""
        return self._groups[lang]

    def look(self, reply: str, context: Context) -> Look:
        """Examines a reply: all hits, features and findings, before anything is judged."""
        lang = _code(context.lang)
        # What changes from turn to turn without changing the comparison stays out of the cache's key.
        prepared = self._prepare(replace(context, lang=lang, earlier=(), assess=None, step=None))
        reading = read(reply, lang)
        found = quantities(reading)
        hits = self._index(lang).find(reading, spans(found))
        look = lay_out(reading, context, prepared, found)
        cancelling = Cancelling(reading, hits)
        for group, group_hits in hits.items():
            cancelled = cancelling.cancelled(group_hits, self._vetoes.get(group, QUOTED))
            for hit, veto in cancelled.items():
                look.find(group, hit.start, hit.end, hit.label, f"veto.{veto}", counted=False)
            if counted := [hit for hit in group_hits if hit not in cancelled] if cancelled else group_hits:
                look.count(group, counted)
        look.features.update({group: len(group_hits) for group, group_hits in look.hits.items()})
        features.detect(look)
        if wordings := self.bundle.wordings.get(lang):
            likeness.detect(look, wordings)
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
        fits = self._fits[look.lang]
        judgements: dict[str, Judgement] = {
            name: judge(self.rubric.criteria[name], look.features, fits.get(name)) for name in self.due(context)
        }
        flags = _raised(self.rubric, look, fits)
        if wordings := self.bundle.wordings.get(_code(look.lang)):
            # What only sounds like a fault is shown where nothing names it better.
            named = {*look.hits, *(finding.feature for finding in look.findings if finding.counted)}
            likeness.explain(look, wordings, [flag for flag in flags if named.isdisjoint(self._shows[flag])])
        levels = {name: j.level for name, j in judgements.items()}
        return ReplyScore(
            levels=levels,
            flags=flags,
            score=points(self.rubric, levels, flags),
            evidence=self._evidence(look, (*levels, *flags)),
            judgements=judgements,
            observed=self._observed(look, context, judgements),
        )

    def due(self, context: Context) -> tuple[str, ...]:
        """The criteria that a reply in a context has a chance to show, in the rubric's order."""
        return due(self.rubric.criteria, self._known(), context.assess, context.step)

    def _known(self) -> Container[str]:
        """The criteria that beats may name to have them assessed there; any other is assessed everywhere."""
        return self.bundle.named if self.bundle.plays else self._plays.criteria

    def _observed(self, look: Look, context: Context, judged: Mapping[str, Judgement]) -> Observed:
        """What the play and the look at the whole session go by."""
        criteria, fits = self._plays.criteria, self._play_fits[look.lang]
        known = judged if self._plays is self.rubric else {}
        every = {
            name: known[name].level if name in known else level_of(criterion, look.features, fits.get(name))
            for name, criterion in criteria.items()
        }
        seen = replace(
            look.observed,
            room=look.features.get("room", 0) > 0,
            showed=tuple(name for name, level in every.items() if level >= CLEAR),
        )
        if self.bundle.plays is None:
            return seen
        assessed = due(criteria, self._known(), context.assess, context.step)
        return replace(seen, levels={name: every[name] for name in assessed}, flags=_raised(self._plays, look, fits))

    def _evidence(self, look: Look, judged: tuple[str, ...]) -> tuple[Evidence, ...]:
        """The findings as evidence for each criterion or flag whose rules name their feature."""
        raw = look.reading.raw
        out: dict[tuple[str, int, int], Evidence] = {}
        for finding in look.speaking_for(self._shown_by):
            for name in self._shown_by[finding.feature]:
                if name not in judged:
                    continue
                evidence = _place(finding, name, look, raw)
                known = out.get((name, evidence.start, evidence.end))
                if known is None or (evidence.counted and not known.counted):
                    out[name, evidence.start, evidence.end] = evidence
        return tuple(sorted(out.values(), key=lambda e: (e.start, e.end, e.criterion)))


@lru_cache(maxsize=4)
def _index_of(groups: tuple[tuple[str, tuple[str, ...]], ...], lang: str) -> CueIndex:
    """The index of some cues; rubrics that are based on the same one often have the same."""
    return CueIndex(dict(groups), lang)


def _shows(rubric: Rubric) -> dict[str, set[str]]:
    """Criterion or flag to the features whose findings are evidence for it."""
    return {
        **{name: _named(c.rules, c.caps) | set(c.fitted) for name, c in rubric.criteria.items()},
        **{name: _features((*flag.when, *flag.always)) | set(flag.fitted) for name, flag in rubric.flags.items()},
    }


def _turned(shows: Mapping[str, set[str]]) -> dict[str, list[str]]:
    """Feature to the criteria and flags for which its findings are evidence."""
    return {
        feature: [name for name, own in shows.items() if feature in own] for feature in set().union(*shows.values())
    }


def _fits(bundle: RubricBundle) -> dict[str, dict[str, Fit]]:
    """Language to criterion or flag to its fitted weights."""
    weights = bundle.weights
    return {lang: {**weights.fits.get(lang, {}), **weights.flags.get(lang, {})} if weights else {} for lang in LANGS}


def _raised(rubric: Rubric, look: Look, fits: Mapping[str, Fit]) -> tuple[str, ...]:
    return tuple(name for name, flag in rubric.flags.items() if raised(flag, look.features, fits.get(name)))


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
        known = name in groups["en"] or name in groups["zh"]
        groups["en"].setdefault(name, []).extend(group.en)
        groups["zh"].setdefault(name, []).extend(group.zh)
        # Cues added to another's group leave its vetoes as they are, unless they say otherwise.
        if not known or "vetoes" in group.model_fields_set:
            vetoes[name] = group.vetoes
    return groups, vetoes
