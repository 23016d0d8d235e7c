"""What the screens say."""

from simulator.messages.tui import after, frame, help_texts, home, keys, play

TEXTS: dict[str, tuple[str, str]] = {
    **frame.TEXTS,
    **keys.TEXTS,
    **home.TEXTS,
    **play.TEXTS,
    **after.TEXTS,
    **help_texts.TEXTS,
}
