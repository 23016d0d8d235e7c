"""The two themes: ember and teal on ink, and the same on paper. The customer is warm, the trainee cool."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.theme import Theme

DARK, LIGHT = "ink", "paper"

#: What marks the criteria and flags, in order; where there are more, the colours begin again (the signs do not).
MARKS = 6

_INK = {
    "mark-1": "#7fd1c3", "mark-2": "#e9b872", "mark-3": "#9db8f2", "mark-4": "#c9a2e8", "mark-5": "#a9cf7f",
    "mark-6": "#ef9a9a",
    "said": "#2a2220", "replied": "#1a2b2d", "quiet": "#8d929c", "rule": "#343a46",
}  # fmt: skip
_PAPER = {
    "mark-1": "#0b6b61", "mark-2": "#8a5200", "mark-3": "#2c4fa3", "mark-4": "#7a3aa0", "mark-5": "#42691a",
    "mark-6": "#a8322d",
    "said": "#f6e6dc", "replied": "#ddeeea", "quiet": "#6d6a63", "rule": "#d8cfbd",
}  # fmt: skip

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        background="#14161b", surface="#1b1e25", panel="#20242d", foreground="#e8e3d8",
        primary="#6fc3b8", secondary="#8aa9e6", accent="#e8a15b",
        success="#8cc56d", warning="#e3b54f", error="#ec6d5e",
        variables={
            **_INK,
            "text-success": "#9ed382", "text-warning": "#ebc36b", "text-error": "#f28b7d", "text-muted": "#8d929c",
            "block-cursor-background": "#2b3a40", "block-cursor-foreground": "#f4efe4",
            "block-cursor-blurred-background": "#232932", "block-cursor-text-style": "none",
            "footer-background": "#1b1e25", "footer-key-foreground": "#e8a15b",
            "footer-description-foreground": "#a9adb6",
            "scrollbar": "#343a46", "scrollbar-hover": "#485061", "scrollbar-active": "#6fc3b8",
            "scrollbar-background": "#14161b", "scrollbar-background-hover": "#14161b",
            "scrollbar-background-active": "#14161b",
            "input-selection-background": "#3a5a66", "screen-selection-background": "#3a5a66",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        background="#faf6ee", surface="#f3ecdf", panel="#efe7d8", foreground="#2a2824",
        primary="#0f6f66", secondary="#2f54a8", accent="#a9510f",
        success="#3f7d20", warning="#9a6700", error="#b3321f",
        variables={
            **_PAPER,
            "text-success": "#356b1a", "text-warning": "#7f5500", "text-error": "#a32b19", "text-muted": "#6d6a63",
            "block-cursor-background": "#dbe9e4", "block-cursor-foreground": "#1c1a17",
            "block-cursor-blurred-background": "#ebe3d2", "block-cursor-text-style": "none",
            "footer-background": "#f3ecdf", "footer-key-foreground": "#a9510f",
            "footer-description-foreground": "#5c5850",
            "scrollbar": "#d8cfbd", "scrollbar-hover": "#c4b89f", "scrollbar-active": "#0f6f66",
            "scrollbar-background": "#faf6ee", "scrollbar-background-hover": "#faf6ee",
            "scrollbar-background-active": "#faf6ee",
            "input-selection-background": "#bfe0d8", "screen-selection-background": "#bfe0d8",
        },
    ),
)  # fmt: skip

#: Stands in for the variables above where another theme is set.
DEFAULTS: Mapping[str, str] = _INK


def mark_colours(keys: Iterable[str]) -> dict[str, str]:
    """Criterion or flag to the name of its colour's variable."""
    return {key: f"$mark-{index % MARKS + 1}" for index, key in enumerate(keys)}
