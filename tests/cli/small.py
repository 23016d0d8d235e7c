"""A rubric so small that it is ready at once, for commands that need one."""

from __future__ import annotations

from pathlib import Path

_LEVELS = "levels: {en: [None., Little., Some., Much.], zh: [没有。, 少。, 有。, 多。]}"

RUBRIC = f"""\
rubric: small
title: {{en: A small rubric, zh: 小标准}}
cues:
  sorry: {{en: [sorry, apologise], zh: [对不起]}}
  when: {{en: [today, tomorrow], zh: [今天, 明天]}}
  fault: {{en: [your own fault], zh: [怪你]}}
  insult: {{en: [idiot], zh: [白痴]}}
  menace: {{en: [or else], zh: [走着瞧]}}
criteria:
  apology:
    name: {{en: Apology, zh: 道歉}}
    {_LEVELS}
    rules: [{{level: 2, when: {{sorry: 1}}}}]
  expectation:
    name: {{en: Expectation, zh: 期望}}
    {_LEVELS}
    rules: [{{level: 2, when: {{when: 1}}}}]
flags:
  blame: {{name: {{en: Blame, zh: 责怪}}, about: {{en: Blames., zh: 责怪。}}, when: [{{fault: 1}}]}}
  rude: {{name: {{en: Rude, zh: 无礼}}, about: {{en: Insults., zh: 侮辱。}}, when: [{{insult: 1}}]}}
  threat: {{name: {{en: Threat, zh: 威胁}}, about: {{en: Threatens., zh: 威胁。}}, when: [{{menace: 1}}]}}
"""


def small_rubric(folder: Path) -> tuple[str, str]:
    """Writes the rubric into a folder; the options that make a command judge by it."""
    file = folder / "small.yaml"
    file.write_text(RUBRIC, "utf-8")
    return "--rubric", str(file)
