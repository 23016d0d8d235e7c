"""Reports of trainees and classes: the same facts as a page and as text, and nothing in them does harm."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.library import Library
from simulator.marking.remarks import Comment
from simulator.model.score import Evidence
from simulator.reports.pages.document import Document, Section, Table, pieces
from simulator.reports.pages.group import class_document
from simulator.reports.pages.html import html
from simulator.reports.pages.terminal import lines
from simulator.reports.pages.trainee import trainee_document
from simulator.reports.xapi import HOME
from simulator.runner.answers import sorted_out
from simulator.runner.people import UnknownTrainee
from simulator.runner.reporting import Reporting
from simulator.runner.research import Research
from simulator.runner.room import Room
from simulator.runner.runner import Runner
from simulator.runner.sat import sit_for
from simulator.store.records import about
from simulator.store.store import Store
from tests.runner.classroom import SORRY, Now, written
from tests.runner.sat_class import sat
from tests.runner.test_gradebook import bundle

HOSTILE = '</p><script>alert(1)</script> & "sorry" \u202ecold soup\x1b[31m'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("class")
    sat(made)
    with Store.open(made / "log") as store:
        session = Runner(Library(()).near(made / "monday.yaml"), store, clock=lambda: 3e9).start(
            made / "scenarios" / "en" / "cold-pie.yaml", "en", "<b>Eve</b>"
        )
        session.send(HOSTILE)
        store.add_entry(session.id, "comment", "<i>", 3e9, Comment(turn=1, text=HOSTILE).model_dump())
        store.add_entry(about("trainee", "S2"), "comment", "Ms Ito", 3e9, Comment(text="Comes on time.").model_dump())
        store.add_entry(about("group", "A"), "comment", "Ms Ito", 3e9, Comment(text="A lively group.").model_dump())
    return made


@pytest.fixture
def log(folder: Path) -> Iterator[Store]:
    with Store.open(folder / "log", read_only=True) as store:
        yield store


def documents(log: Store, folder: Path, lang: str) -> list[Document]:
    library = Library(()).near(folder / "monday.yaml")
    reporting = Reporting(log, library, lang)
    return [
        *(trainee_document(reporting.trainee(name), lang) for name in ("S2", "S1", "<b>Eve</b>")),
        class_document(reporting.whole(), lang),
        class_document(reporting.whole(None, "monday", bundle(folder)), lang),
    ]


class Page(HTMLParser):
    """What a browser and a screen reader find in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, *tags: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag in tags]


@pytest.mark.parametrize("lang", ["en", "zh", "zh-Hant"])
def test_a_page_stands_alone_and_reads_well_aloud(log: Store, folder: Path, lang: str) -> None:
    for document in documents(log, folder, lang):
        text = "".join(html(document))
        page = Page(text)
        assert (page.wrong, page.open) == ([], [])
        assert not re.search(r"https?://|<script|<link|<img|@import|url\(", text)
        assert page.of("html") == [{"lang": {"en": "en", "zh": "zh-Hans", "zh-Hant": "zh-Hant"}[lang]}]
        assert [len(page.of(tag)) for tag in ("h1", "main", "header", "footer", "nav")] == [1] * 5
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        ids = Counter(attrs["id"] for _, attrs in page.tags if "id" in attrs)
        assert max(ids.values()) == 1
        assert all(attrs.get("scope") in ("row", "col") for attrs in page.of("th"))
        assert len(page.of("caption")) == len(page.of("table"))
        pictures = page.of("svg")
        assert pictures or not document.sections
        named = [name for one in page.of("svg", "section") for name in (one["aria-labelledby"] or "").split()]
        assert set(named) <= set(ids)
        assert all(one["role"] == "img" for one in pictures)


def tables(sections: tuple[Section, ...]) -> Iterator[Table]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
        yield from tables(section.sections)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_and_the_text_tell_the_same(log: Store, folder: Path, lang: str) -> None:
    for document in documents(log, folder, lang):
        page, text = "".join(Page("".join(html(document))).words), "\n".join(lines(document))
        for table in tables(document.sections):
            for cell in (cell for row in (table.header, *table.rows) for cell in row if "\u202e" not in cell):
                assert cell in page
                assert cell[:20] in text


def test_what_a_person_changed_stands_beside_what_the_engine_said(log: Store, folder: Path) -> None:
    text = "\n".join(lines(documents(log, folder, "en")[0]))
    assert "The engine alone gave 91.7." in text
    assert "Apology 1 (engine: 3)" in text
    assert "Not = meant." in text
    assert "Comes on time." in text
    assert "汤都«凉了»[1][2]，实在«对不起»[3]。" in text
    assert "Ask what else happened." in text


def test_a_class_tells_who_needs_help_what_is_missed_and_who_did_not_come(log: Store, folder: Path) -> None:
    whole = Reporting(log, Library(()), "en").whole("A", "monday", bundle(folder))
    assert [(member.person.id, member.ok) for member in whole.members] == [("S1", False), ("S2", True)]
    text = "\n".join(lines(class_document(whole, "en")))
    assert re.search(r"Who needs help\n-+\n.*\nLi Na \(S1\) +0\.0", text)
    assert "- That is your fault." in text
    assert "A lively group." in text
    assert "陳怡君 (S4)" in "\n".join(lines(documents(log, folder, "en")[-1]))


def test_nothing_that_people_write_does_harm(log: Store, folder: Path) -> None:
    eve = documents(log, folder, "en")[2]
    page = "".join(html(eve))
    assert "<script" not in page
    assert "<b>Eve" not in page
    assert "\u202e" not in page
    assert "\\u202ecold soup\\x1b[31m" in "".join(Page(page).words).replace("\n", "")
    text = "\n".join(lines(eve))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_trainee_is_found_by_id_or_by_name(log: Store) -> None:
    reporting = Reporting(log, Library(()), "en")
    assert reporting.trainee("Li Na").person.id == reporting.trainee("S1").person.id == "S1"
    with pytest.raises(UnknownTrainee):
        reporting.trainee("nobody")


def test_what_was_closed_with_its_sitting_counts_although_it_did_not_end(tmp_path: Path) -> None:
    file = written(tmp_path)
    with Store.open(tmp_path / "log") as store:
        room = Room(file, Library(()), store, Now(), timed=False)
        given = json.dumps({"seat": "S1", "scenario": "cold-soup", "replies": [SORRY["en"]]}).encode()
        for seat, answers in sorted_out(room.rules, room.bundle.seats, [(1, given)]).work.items():
            sit_for(room, seat, answers)
        reporting = Reporting(store, Library(()), "en")
        text = "\n".join(lines(trainee_document(reporting.trainee("S1"), "en")))
        assert "closed before its end" in text
        assert "Score 83.3 of 100: passed." in text
        whole = reporting.whole(None, "monday")
        assert [(member.mark, member.sessions, member.unfinished) for member in whole.members] == [(41.6, 1, 0)]
        assert whole.criteria["apology"].mean == 3
        (row,) = store.sessions()
        verbs = [(one["verb"]["display"]["en-US"], one["result"].get("completion"))
                 for one in Research(store).statements(row, HOME)]  # fmt: skip
        assert verbs == [("answered", None), ("passed", False)]


def test_a_session_that_cannot_be_read_does_not_cost_the_others(tmp_path: Path) -> None:
    sat(tmp_path)
    with Store.open(tmp_path / "log") as store:
        row = next(store.sessions(trainee="S1"))
    with closing(sqlite3.connect(tmp_path / "log" / "sessions.db")) as db, db:
        for trigger in [*db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            db.execute(f"DROP TRIGGER {trigger[0]}")
        db.execute("UPDATE events SET data = '{' WHERE session = ? AND seq = 3", (row.id,))
    with Store.open(tmp_path / "log", read_only=True) as store:
        reporting = Reporting(store, Library(()), "en")
        assert len(reporting.trainee("S1").played) == 3
        assert reporting.left_out == 1
        whole = Reporting(store, Library(()), "en").whole()
        assert (whole.sessions, whole.read) == (8, 7)


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.booleans()), max_size=5)


@given(reply=st.text(max_size=12), spans=SPANS)
def test_pieces_are_the_reply_and_no_number_is_lost(reply: str, spans: list[tuple[int, int, bool]]) -> None:
    evidence = [
        Evidence("apology", start, end, reply[start:end], "x", counted=counted)
        for start, end, counted in spans
        if start < end <= len(reply)
    ]
    found = pieces(reply, evidence)
    assert "".join(piece.text for piece in found) == reply
    assert sorted(n for piece in found for n in piece.numbers) == [*range(1, len(evidence) + 1)]
    counted = sum(e.counted for e in evidence)
    assert bool(counted) == any(piece.state == "counted" for piece in found)
