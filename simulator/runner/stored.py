"""Scenarios and engines as sessions in the log were played with them."""

from __future__ import annotations

from pydantic import ValidationError

from simulator.language import load_rubric_texts, load_scenario
from simulator.marking.rescored import KeptRubric
from simulator.model.rubric import RubricBundle
from simulator.model.scenario import Scenario
from simulator.runner.errors import valid
from simulator.scoring.engine import Engine
from simulator.store.errors import StoreError
from simulator.store.records import about
from simulator.store.store import Store


class Stored:
    """Reads each text once, however many sessions were played with it.

    Args:
        store: the session log.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._scenarios: dict[str, Scenario] = {}
        self._engines: dict[tuple[str, ...], Engine] = {}
        self._kept: dict[str, Engine] = {}

    def scenario(self, session: str) -> Scenario:
        """The scenario that a session was begun with.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        ref = next((ref for ref in self._store.texts(session) if ref.role == "scenario"), None)
        if ref is None:
            raise StoreError("store.no_session", session=session)
        if ref.digest not in self._scenarios:
            self._scenarios[ref.digest] = valid(load_scenario(self._store.content(ref.digest), ref.name))
        return self._scenarios[ref.digest]

    def engine(self, session: str) -> Engine:
        """The engine with the rubric that a session was begun with.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        refs = [ref for ref in self._store.texts(session) if ref.role == "rubric"]
        key = tuple(ref.digest for ref in refs)
        if key not in self._engines:
            texts = [(ref.name, self._store.content(ref.digest)) for ref in refs]
            self._engines[key] = Engine(valid(load_rubric_texts(texts)))
        return self._engines[key]

    def kept_engine(self, digest: str) -> Engine:
        """The engine with a rubric that was kept for itself: to score sessions anew, or to rate replies by.

        Raises:
            ContentError: this version can't read it.
            StoreError: it is not in the log.
        """
        if digest not in self._kept:
            entry = next(self._store.entries(about("rubric", digest), kind="rubric"), None)
            if entry is None:
                raise StoreError("store.no_content", digest=digest, path=self._store.where)
            try:
                kept = KeptRubric.model_validate(entry.data)
            except ValidationError as error:
                raise StoreError("store.corrupt", path=self._store.where) from error
            self._kept[digest] = Engine(valid(load_rubric_texts(kept.texts)))
        return self._kept[digest]


def keep_rubric(store: Store, bundle: RubricBundle, author: str, at: float) -> None:
    """Keeps a rubric's texts in the log, once, for `Stored.kept_engine`.

    Raises:
        StoreError: the log can't be read or written.
    """
    subject = about("rubric", bundle.digest)
    if next(store.entries(subject, kind="rubric"), None) is None:
        kept = KeptRubric(rubric=bundle.rubric.rubric, texts=bundle.texts)
        store.add_entry(subject, "rubric", author, at, kept.model_dump(mode="json"))
