"""What terminals get wrong and what Textual leaves to be mended: checks before the start, patches, signals.

Importing this module loads nothing of Textual; `patch_textual` does, and each patch is guarded by a test, because it
touches private names of the pinned release.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

_WIDE = (
    "\u2e80-\u2fff\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f\U00020000-\U0003ffff"
)
_OPENING = "（《〈「『【〔〖［｛“‘"
_CLOSING = "，。、；：！？）》〉」』】〕〗］｝”’…—～·％"
_CLOSING_WIDE = "".join(c for c in _CLOSING if c >= "\u3000")
_OPENING_WIDE = "".join(c for c in _OPENING if c >= "\u3000")

#: One unbreakable piece: a Chinese character or a run of anything else without spaces, with the opening punctuation
#: before it and the closing punctuation after it, so that no line starts with a comma or ends with a bracket.
_PIECE = (
    rf"(?:[{_OPENING}]*(?:[{_WIDE}]|[^\s{_WIDE}{_CLOSING_WIDE}{_OPENING_WIDE}]+)[{_CLOSING}]*"
    rf"|[{_OPENING}]+|[{_CLOSING}]+)"
)

#: For `textual._wrap.re_chunk`, which wraps the text area.
CHUNK = re.compile(rf"{_PIECE}\s*|\s+")

#: For `rich._wrap.re_word`, which wraps everything else.
WORD = re.compile(rf"\s*{_PIECE}\s*")


def prepare_environment() -> None:
    """Sets what Textual reads while it is imported; call it before the first import of Textual."""
    # With the kitty keyboard protocol iTerm2 loses what an input method commits.
    if os.environ.get("TERM_PROGRAM") == "iTerm.app":
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def missing_terminal() -> str | None:
    """The catalogue key of what is wrong, or None where there is a terminal to read from and to draw on.

    Textual draws on standard error; without a terminal on standard input it would run for ever.
    """
    if not sys.stdin or not sys.stdin.isatty():
        return "tui.terminal.stdin"
    if not sys.__stderr__ or not sys.__stderr__.isatty():
        return "tui.terminal.stderr"
    return None


def terminal_is_gone() -> bool:
    """Whether the terminal was closed. Most say so with a signal; where none comes, only this does."""
    return not os.isatty(0)


def patch_textual() -> None:
    """Mends line wrapping for Chinese and the reading of odd keys. Doing it twice changes nothing."""
    import rich._wrap
    import textual._wrap

    textual._wrap.re_chunk = CHUNK
    rich._wrap.re_word = WORD
    _mend_keys()


def _mend_keys() -> None:
    from textual import events
    from textual._xterm_parser import XTermParser
    from textual.keys import Keys

    if getattr(XTermParser, "_mended", False):
        return
    parse_extended: Callable[..., list[events.Key] | None] = XTermParser._parse_extended_key
    to_events: Callable[..., Iterable[events.Key]] = XTermParser._sequence_to_key_events

    def parse_extended_key(self: XTermParser, sequence: str) -> list[events.Key] | None:
        # A number that is no character, or a form with sub-parameters, would end the input thread and the app with it.
        try:
            found = parse_extended(self, sequence)
        except (ValueError, OverflowError):
            return [events.Key(Keys.Ignore, sequence)]
        # Half a character can be neither drawn nor saved.
        return found and [
            events.Key(Keys.Ignore, sequence) if event.character and "\ud800" <= event.character <= "\udfff" else event
            for event in found
        ]

    def sequence_to_key_events(self: XTermParser, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        # Terminals without the kitty protocol send Alt+Enter as Escape and Enter, which came out as a plain Enter.
        if alt and sequence in ("\r", "\n"):
            return [events.Key("alt+enter", None)]
        return to_events(self, sequence, alt)

    parser: Any = XTermParser
    parser._parse_extended_key = parse_extended_key
    parser._sequence_to_key_events = sequence_to_key_events
    parser._mended = True


def on_hangup(leave: Callable[[int], object]) -> None:
    """Calls `leave` with the exit code when the process is asked to stop or its terminal is closed.

    Without it Textual dies at once: nothing is saved, and the terminal stays in its drawing mode.
    """
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Windows has no such handlers, and a thread that is not the main one may not set them.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                loop.add_signal_handler(number, leave, 128 + number)
