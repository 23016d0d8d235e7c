"""Writes the files that are made from the declaration and the catalogue: the schemas and the pages of problems.

python tools/write_generated.py
"""

from __future__ import annotations

import json
from pathlib import Path

from simulator.language.schema import MODELS, json_schema
from simulator.reports.explain import whole_page

ROOT = Path(__file__).parent.parent
FOLDERS = {"scenario": "scenarios", "assessment": "assessments", "course": "courses"}
PAGES = {"en": "problems.md", "zh": "problems.zh.md"}


def main() -> None:
    """Writes them all."""
    for kind in MODELS:
        folder = ROOT / FOLDERS.get(kind, "rubrics")
        schema = json.dumps(json_schema(kind), indent=2, ensure_ascii=False)
        (folder / f"{kind}.schema.json").write_text(schema + "\n", "utf-8")
    for lang, name in PAGES.items():
        (ROOT / "docs" / name).write_text("\n".join(whole_page(lang)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
