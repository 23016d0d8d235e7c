"""The shape of the house: imports go downwards only, the core touches nothing outside, start-up stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "simulator"

#: From the bottom up; a layer may import itself and what stands before it.
LAYERS = (
    "messages", "measures", "model", "scoring", "play", "marking", "course", "analysis", "language", "library", "store",
    "reports", "runner", "talks", "tui", "web", "cli",
)  # fmt: skip
CORE = ("model", "scoring", "play", "marking", "course", "analysis")
#: What would make the core impure: clock, dice, files, YAML, SQL, screens.
IMPURE = {"time", "random", "os", "pathlib", "io", "yaml", "sqlite3", "textual", "datetime", "secrets", "uuid", "click"}


def imports(path: Path) -> set[str]:
    """The full names of all modules that a file imports."""
    out: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            out.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            out.add(node.module)
            out.update(f"{node.module}.{alias.name}" for alias in node.names)
    return out


def files(layer: str) -> list[Path]:
    return sorted((PACKAGE / layer).rglob("*.py"))


def test_every_package_has_its_place_in_the_layers() -> None:
    packages = {p.parent.name for p in PACKAGE.glob("*/__init__.py")}
    assert packages == set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_go_downwards_only(layer: str) -> None:
    above = LAYERS[LAYERS.index(layer) + 1 :]
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(layer)
        for name in imports(path)
        if name.startswith("simulator.") and name.split(".")[1] in above
    ]
    assert wrong == []


@pytest.mark.parametrize("layer", CORE)
def test_the_core_is_pure(layer: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in files(layer)
        for name in imports(path)
        if name.split(".")[0] in IMPURE
    ]
    assert wrong == []


def loaded_by(*command: str) -> set[str]:
    """The modules that a command of the simulator has loaded when it ends."""
    script = (
        "import sys\nfrom simulator.cli import main\n"
        f"sys.argv = ['simulator', *{list(command)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\nLOADED', *sorted(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], input="", capture_output=True, text=True, timeout=60, check=True
    )
    return set(run.stdout.rpartition("LOADED")[2].split())


def test_help_loads_neither_textual_nor_anything_heavy() -> None:
    assert not {"textual", "pydantic", "yaml", "rapidfuzz", "sqlite3"} & loaded_by("--help")


@pytest.mark.parametrize(
    "command",
    [
        ("check", "scenarios/en/leaking-flat.yaml"),
        ("graph", "leaking-flat"),
        ("rehearse", "leaking-flat", "--replies", "-"),
        ("pair", "scenarios/en/leaking-flat.yaml"),
        ("score", "-"),
        ("list",),
        ("log", "list"),
    ],
)
def test_commands_without_a_screen_do_not_load_textual(command: tuple[str, ...]) -> None:
    assert "textual" not in loaded_by(*command)
