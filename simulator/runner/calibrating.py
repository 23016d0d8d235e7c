"""Replies sampled from the log and rated blind. Nothing here touches a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from random import Random

from pydantic import ValidationError

from simulator.analysis.insight import Contact
from simulator.marking.rating import ENGINE, PEOPLE, Calibration, Filled, Rated, Rating, Sampled
from simulator.messages import ToldError
from simulator.model.event import Replied
from simulator.model.rubric import Rubric
from simulator.model.score import Context
from simulator.play.state import State, apply
from simulator.play.step import context_for
from simulator.reports.calibration import Shown
from simulator.reports.transcript import turns_of
from simulator.runner.errors import ContentError
from simulator.runner.insight import Looking
from simulator.runner.marks import Marks
from simulator.runner.stored import Stored, keep_rubric
from simulator.store.errors import StoreError
from simulator.store.records import about
from simulator.store.store import Store

#: The most replies of a set: more than anybody rates.
MOST = 1000


class CalibrationError(ToldError):
    """A set can't be begun, found or rated so."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"calibrate.{key}", **values)


class Calibrating:
    """Begins sets and takes ratings.

    Args:
        store: the session log.
        clock: seconds since 1970 (UTC).
    """

    def __init__(self, store: Store, clock: Callable[[], float]) -> None:
        self._store, self._clock = store, clock
        self._marks, self._stored = Marks(store), Stored(store)

    # Sets

    def start(
        self,
        name: str,
        raters: Iterable[str],
        sample: int,
        seed: str,
        author: str,
        *,
        rubric: str | None = None,
        lang: str | None = None,
        assessment: str | None = None,
        group: str | None = None,
        went_on: Callable[[int], object] = lambda done: None,
    ) -> Calibration:
        """Draws replies and keeps the set: as many as asked for, or all there are, evenly from every scenario and
        every level, so that what is rare is rated too. The same seed on the same log draws the same ones.

        Args:
            name: what the set is called; not yet taken.
            raters: who rates.
            sample: how many replies.
            seed: any text.
            author: who begins it.
            rubric: only sessions by this rubric; None: the one of the latest session.
            lang: only sessions in this language.
            assessment, group: only those of an assessment, of a group.
            went_on: called with 1 after each session that was looked at.

        Raises:
            CalibrationError: the name is taken, a name is none, or there is no reply.
        """
        if any(one.name == name for one in self.sets()):
            raise CalibrationError("taken", name=name)
        who = tuple(dict.fromkeys(raters))
        if {ENGINE, PEOPLE} & {*who}:
            raise CalibrationError("bad_name")
        rubric = rubric or self._latest_rubric()
        units = tuple(
            self._drawn(Looking(self._store, assessment, group), rubric, lang, min(sample, MOST), seed, went_on)
        )
        if not units:
            raise CalibrationError("nothing_to_rate", rubric=rubric)
        try:
            bundle = self._marks.engine(units[0].session).bundle
            # Where a rubric was changed under its name, some sessions may have been judged on other criteria.
            units = tuple(
                unit.model_copy(update={"criteria": tuple(n for n in unit.criteria if n in bundle.rubric.criteria)})
                for unit in units
                if {*unit.criteria} & {*bundle.rubric.criteria}
            )
            made = Calibration(name=name, rubric=rubric, digest=bundle.digest, seed=seed, raters=who, units=units)
        except ValidationError as error:
            raise CalibrationError("bad_name") from error
        keep_rubric(self._store, bundle, author, self._clock())
        subject = about("calibration", name)
        self._store.add_entry(subject, "calibration", author, self._clock(), made.model_dump(mode="json"))
        return made

    def sets(self) -> list[Calibration]:
        """All sets, the oldest first; of those with one name, as collecting logs may bring, the oldest."""
        found: dict[str, Calibration] = {}
        for entry in self._store.entries(kind="calibration"):
            try:
                one = Calibration.model_validate(entry.data)
            except ValidationError:
                continue
            found.setdefault(one.name, one)
        return list(found.values())

    def named(self, name: str | None) -> Calibration:
        """A set by its name; None: the latest.

        Raises:
            CalibrationError: there is none.
        """
        sets = self.sets()
        found = [one for one in sets if name in (None, one.name)]
        if not found:
            known = ", ".join(one.name for one in sets)
            raise CalibrationError("no_such_set" if known else "no_set", name=name, known=known)
        return found[-1]

    def rubric(self, calibration: Calibration) -> Rubric:
        """The rubric of a set, as it was when the set was begun.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        return self._stored.kept_engine(calibration.digest).rubric

    # Rating

    def to_rate(self, calibration: Calibration, rater: str) -> list[Sampled]:
        """The replies in an order of the rater's own, so that what one sees first another does not.

        Raises:
            CalibrationError: the set does not know this rater.
        """
        if rater not in calibration.raters:
            raise CalibrationError("no_rater", rater=rater, name=calibration.name, known=", ".join(calibration.raters))
        units = [unit for unit in calibration.units if self._is_there(unit.session)]
        Random(f"{calibration.seed} {rater}").shuffle(units)
        return units

    def show(self, calibration: Calibration, rater: str, unit: Sampled) -> Shown:
        """A reply as this rater sees it.

        Raises:
            StoreError: it can't be read.
        """
        row = self._store.session(unit.session)
        turns, _ = turns_of(self._store.events(unit.session))
        said = self._said(unit.session, calibration.name).get((rater, unit.turn))
        rating = said or Rating(calibration=calibration.name, turn=unit.turn)
        at = unit.turn - 1
        return Shown(unit, row.scenario, row.lang, row.title, turns[:at], turns[at], rating)

    def done(self, calibration: Calibration) -> dict[str, set[Sampled]]:
        """Rater to the replies that they have rated on everything, of those that are still there."""
        there = [unit for unit in calibration.units if self._is_there(unit.session)]
        said = {session: self._said(session, calibration.name) for session in {unit.session for unit in there}}

        def rated(rater: str, unit: Sampled) -> bool:
            rating = said[unit.session].get((rater, unit.turn))
            return rating is not None and all(name in rating.levels for name in unit.criteria)

        return {rater: {unit for unit in there if rated(rater, unit)} for rater in calibration.raters}

    def rate(self, rater: str, unit: Sampled, rating: Rating) -> None:
        """Keeps what a rater says about a reply.

        Raises:
            StoreError: the log can't be written.
        """
        self._store.add_entry(unit.session, "rating", rater, self._clock(), rating.model_dump(mode="json"))

    def take(self, calibration: Calibration, rater: str, filled: Filled) -> bool:
        """Keeps a row of a sheet; what it leaves blank stays as it was. Returns whether anything is new.

        Raises:
            StoreError: the log can't be read or written.
        """
        was = self.show(calibration, rater, filled.sampled).rating
        levels = {**was.levels, **filled.levels}
        now = was.model_copy(update={"levels": levels, "flags": was.flags if filled.flags is None else filled.flags})
        if now == was:
            return False
        self.rate(rater, filled.sampled, now)
        return True

    # Looking at what was rated

    def rated(self, calibration: Calibration) -> list[Rated]:
        """All replies that are still there, with what everybody says and what the engine gives by the set's rubric.

        Raises:
            ContentError, StoreError: something can't be read.
        """
        engine = self._stored.kept_engine(calibration.digest)
        found = []
        for unit in calibration.units:
            if not self._is_there(unit.session):
                continue
            context, reply = self.context(unit)
            score = engine.score(reply, context)
            said = self._said(unit.session, calibration.name)
            ratings = {
                rater: rating
                for rater in calibration.raters
                if (rating := said.get((rater, unit.turn))) and all(name in rating.levels for name in unit.criteria)
            }
            found.append(Rated(unit, score.levels, score.flags, ratings))
        return found

    def context(self, unit: Sampled) -> tuple[Context, str]:
        """What a reply is judged against, and the reply.

        Raises:
            ContentError, StoreError: it can't be read.
        """
        state, scenario = State(), self._stored.scenario(unit.session)
        for event in (one.event for one in self._store.events(unit.session)):
            if isinstance(event, Replied) and event.turn == unit.turn:
                return context_for(scenario, state), event.text
            state = apply(state, event)
        raise StoreError("store.no_session", session=unit.session)

    # Inside

    def _said(self, session: str, name: str) -> dict[tuple[str, int], Rating]:
        """(rater, turn) to the latest that they said about it in this set."""
        said: dict[tuple[str, int], Rating] = {}
        for entry in self._store.entries(session, kind="rating"):
            try:
                rating = Rating.model_validate(entry.data)
            except ValidationError:
                continue
            if rating.calibration == name:
                said[entry.author, rating.turn] = rating
        return said

    def _is_there(self, session: str) -> bool:
        try:
            self._store.session(session)
        except StoreError as error:
            if error.key != "store.no_session":
                raise
            return False
        return True

    def _latest_rubric(self) -> str:
        row = next((row for row in self._store.sessions(newest_first=True) if row.turns), None)
        if row is None:
            raise CalibrationError("empty")
        return self._marks.rubric(row.id).rubric

    def _drawn(
        self, looking: Looking, rubric: str, lang: str | None, sample: int, seed: str, went_on: Callable[[int], object]
    ) -> Iterator[Sampled]:
        """Of each stratum those whose number, drawn from the seed, is the smallest; then turn by turn one of each."""
        strata: dict[tuple[str, int], list[tuple[bytes, Sampled]]] = {}
        by: dict[str, bool] = {}
        for contact in looking.contacts():
            went_on(1)
            if contact.rubric not in by:
                by[contact.rubric] = self._is_by(contact, rubric)
            if not by[contact.rubric] or (lang and self._store.session(contact.session).lang != lang):
                continue
            for turn, step in enumerate(contact.steps, 1):
                if not step.levels or not step.reply.strip():
                    continue
                level = round(sum(step.levels.values()) / len(step.levels))
                order = blake2b(f"{seed} {contact.session} {turn}".encode(), digest_size=8).digest()
                stratum = strata.setdefault((contact.scenario, level), [])
                if len(stratum) < sample or order < stratum[-1][0]:
                    stratum.append((order, Sampled(session=contact.session, turn=turn, criteria=tuple(step.levels))))
                    stratum.sort(key=lambda one: one[0])
                    del stratum[sample:]
        ranked = [(place, order, unit) for stratum in strata.values() for place, (order, unit) in enumerate(stratum)]
        ranked.sort(key=lambda one: one[:2])
        yield from (unit for _, _, unit in ranked[:sample])

    def _is_by(self, contact: Contact, rubric: str) -> bool:
        try:
            return self._marks.rubric(contact.session).rubric == rubric
        except ContentError:
            return False
