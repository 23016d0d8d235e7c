"""Writes the files that are made from the declaration, the catalogue and the scenarios: schemas and pages.

python tools/write_generated.py [--check]

With `--check` nothing is written: the files that are not up to date are named, and the exit code is 1 if there are any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import library_page
from reference_page import Reference

from simulator.language.schema import MODELS, json_schema
from simulator.reports.explain import whole_page

ROOT = Path(__file__).parent.parent
FOLDERS = {"scenario": "scenarios", "assessment": "assessments", "course": "courses"}
PAGES = {"en": "problems.md", "zh": "problems.zh.md"}
REFERENCES = {"en": "reference.md", "zh": "reference.zh.md"}


def generated() -> Iterator[tuple[Path, str]]:
    """Each file and its text."""
    for kind in MODELS:
        folder = ROOT / FOLDERS.get(kind, "rubrics")
        yield folder / f"{kind}.schema.json", json.dumps(json_schema(kind), indent=2, ensure_ascii=False)
    for lang, name in PAGES.items():
        yield ROOT / "docs" / name, "\n".join(whole_page(lang))
    for lang, name in REFERENCES.items():
        yield ROOT / "docs" / name, "\n".join(Reference(lang).page())
    yield ROOT / "docs" / "library.md", "\n".join(library_page.page())


def main(check: bool) -> int:
    """Writes or checks them all."""
    stale = {path: text for path, text in generated()
             if not path.exists() or path.read_text("utf-8") != text + "\n"}  # fmt: skip
    if check:
        for path in stale:
            print(path.relative_to(ROOT))
        return 1 if stale else 0
    for path, text in stale.items():
        path.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
