"""A scenario at a glance, in the forms that people and programs read."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.run import Done, simulator
from tests.cli.small import small_rubric

FLAT = str(Path(__file__).parents[2] / "scenarios" / "en" / "leaking-flat.yaml")
SCENARIO = """\
scenario: parcel
lang: en
title: 'The <parcel> & "the end"'
kind: delay
difficulty: beginner
brief: You are at the desk.
customer: {name: Mr Bell, style: cooperative, wants: the parcel, mood: 70}
anywhere:
  - {when: {flags: [threat]}, mood: 10, to: gone}
boils_over: {at: 95, to: gone}
beats:
  opening:
    says: Where is my parcel?
    assess: [apology]
    ways:
      - {when: {apology: 2, mood: "60..80"}, mood: -10, to: the-end}
      - {when: {flags: [blame, rude], visits: "<= 1"}, mood: 20, to: storm}
      - {when: {apology: 0}, to: opening}
      - {to: storm}
    exemplars:
      - {quality: strong, reply: "I am very sorry that your parcel never came, Mr Bell.", levels: {apology: 2}}
  storm:
    says: The manager!
    ways: [{when: {silent: true}, mood: 0, to: opening}, {mood: 5, to: gone}]
  the-end:
    says: And when will it come?
    assess: [expectation]
    ways: [{when: {expectation: 2}, mood: -10, to: happy}, {to: storm}]
endings:
  happy: {outcome: resolved, debrief: Good.}
  gone: {outcome: lost, debrief: Gone.}
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    file = tmp_path / "parcel.yaml"
    file.write_text(SCENARIO, "utf-8")
    return file


def graph(scenario: Path, *more: str, lang: str = "en") -> Done:
    done = simulator("--lang", lang, "graph", str(scenario), *more, *small_rubric(scenario.parent))
    assert (done.code, done.err) == (0, "")
    return done


def test_the_outline_shows_every_way_and_what_is_known_of_it(scenario: Path) -> None:
    lines = graph(scenario).out.splitlines()
    assert lines[:2] == ['The <parcel> & "the end" (parcel, en)', "Beats: 3, endings: 2."]
    assert "Ways that an exemplar takes: 1 of 8." in lines
    rows = [re.sub(r"\s+", " ", line).strip() for line in lines if "→" in line]
    assert rows == [
        "→ the-end -10 apology≥2 mood=60..80 exemplars 1",
        "→ storm +20 visits≤1 blame|rude",
        "→ opening ± apology≥0",
        "→ storm ± otherwise never open",
        "→ opening +0 silent",
        "→ gone +5 otherwise",
        "→ happy -10 expectation≥2",
        "→ storm ± otherwise",
        "→ gone +10 threat",
        "→ gone boils over at mood 95",
    ]
    assert any(re.match(r"opening: mood \d+-\d+; exemplars: strong 1", line) for line in lines)
    assert any(re.fullmatch(r"  happy\s+resolved\s+score \d+-100; turns 2-.*; mood .*", line) for line in lines)


def test_the_outline_speaks_the_users_language(scenario: Path) -> None:
    out = graph(scenario, lang="zh").out
    assert "情节 3 个，结局 2 个。" in out
    assert "其余" in out


def test_where_hope_is_lost_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "lost.yaml"
    file.write_text(SCENARIO.replace("{when: {silent: true}, mood: 0, to: opening}, ", ""), "utf-8")
    out = graph(file).out
    assert "storm: mood" in out
    assert "no hope in any mood" in out
    assert "hope is lost" in next(line for line in out.splitlines() if "blame|rude" in line)


def test_mermaid_has_a_node_for_each_place_and_an_arrow_for_each_pair(scenario: Path) -> None:
    lines = graph(scenario, "--format", "mermaid").out.splitlines()
    assert lines[0] == "---"
    assert "flowchart TD" in lines
    nodes = [line.strip().split("[")[0].split("(")[0] for line in lines if re.match(r"  n\d+[\[(]", line)]
    assert nodes == ["n0", "n1", "n2", "n3", "n4"]
    arrows = [line.split() for line in lines if re.match(r"  n\d+ -", line)]
    assert sorted({(arrow[0], arrow[-1]) for arrow in arrows}) == [
        ("n0", "n0"), ("n0", "n1"), ("n0", "n2"), ("n1", "n0"), ("n1", "n4"), ("n2", "n1"), ("n2", "n3"),
    ]  # fmt: skip
    assert "blame#124;rude" in "".join(lines)


def test_dot_is_balanced_and_quotes_every_name(scenario: Path) -> None:
    out = graph(scenario, "--format", "dot").out
    assert out.startswith("digraph scenario {")
    assert out.count("{") == out.count("}")
    assert '"opening" -> "the-end"' in out
    assert 'label="The <parcel> & \\"the end\\" (parcel, en)"' in out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_picture_is_well_formed_and_holds_every_place(scenario: Path, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "picture.svg"
    assert graph(scenario, "--format", "svg", "--output", str(file), lang=lang).out == ""
    root = ElementTree.fromstring(file.read_text("utf-8"))
    texts = ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[0].startswith('The <parcel> & "the end"')
    for name in ("opening", "storm", "the-end", "happy", "gone"):
        assert name in texts
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for element in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(element.attrib["x"]) <= width
        assert 0 <= float(element.attrib["y"]) <= height


def test_no_two_lines_of_a_picture_lie_on_each_other() -> None:
    out = simulator("graph", FLAT, "--format", "svg").out
    trunks: dict[str, list[tuple[float, float]]] = {}
    for x, top, bottom in re.findall(r" M(-?\d+) (\d+)V(\d+) ", out):
        trunks.setdefault(x, []).append((float(top), float(bottom)))
    assert sum(map(len, trunks.values())) > 5
    for spans in trunks.values():
        spans.sort()
        assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_a_scenario_is_found_by_its_id_and_a_broken_one_is_told(scenario: Path) -> None:
    assert "leaking-flat, zh" in simulator("graph", "leaking-flat", "--lang", "zh").out
    scenario.write_text(SCENARIO.replace("to: storm}", "to: strom}", 1), "utf-8")
    done = simulator("graph", str(scenario))
    assert (done.code, done.out) == (1, "")
    assert "strom" in done.err
    nowhere = simulator("graph", FLAT, "--output", str(scenario / "none.svg"))
    assert nowhere.code == 1
    assert "none.svg" in nowhere.err
