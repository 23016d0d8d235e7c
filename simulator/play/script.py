"""Simplified or Traditional: a customer who writes Traditional answers in it throughout."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _converter(name: str) -> Any:
    from opencc import OpenCC

    return OpenCC(name)


def is_traditional(text: str) -> bool:
    """Whether more characters of a Chinese text are only Traditional than only Simplified."""
    return _changed(text, "t2s") > _changed(text, "s2t")


@cache
def _changed(text: str, converter: str) -> int:
    return sum(a != b for a, b in zip(text, _converter(converter).convert(text), strict=False))
