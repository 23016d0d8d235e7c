"""The handbook hangs together: every page is in the index, and no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.test_docs import PAGES, ROOT

LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)?(?:#([^)\s]+))?\)")


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub makes them."""
    found = re.findall(r"(?m)^#+ (.*)$", page.read_text("utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for file, anchor in LINK.findall(page.read_text("utf-8")):
        if "://" in file:
            continue
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), file
        assert not anchor or anchor in headings(target), f"{file}#{anchor}"


def test_the_index_names_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    named = {file for file, _ in LINK.findall(index.read_text("utf-8"))}
    assert sorted({page.name for page in index.parent.glob("*.md")} - named - {"README.md"}) == []


def test_what_an_instructor_reads_is_there_in_both_languages() -> None:
    for name in ("first-scenario", "customer", "translating", "courses", "rubrics", "problems", "reference"):
        assert {(ROOT / "docs" / f"{name}{end}").exists() for end in (".md", ".zh.md")} == {True}, name
